# SPDX-License-Identifier: EUPL-1.2
"""Text and what stands in a line of it."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from newsletter.pdf.checks import NOT_SHOWN
from newsletter.pdf.code import EMPTY, call, joined, string
from newsletter.pdf.glyphs import one_line
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.registry import children, render, renders


@renders(nodes.Text)
def render_text(fragment: Fragment, node: nodes.Text) -> str:
    """Show plain text."""
    return fragment.text(node.astext())


@renders(nodes.inline, nodes.generated, nodes.abbreviation, nodes.acronym, nodes.problematic)
@renders(addnodes.pending_xref, addnodes.download_reference, addnodes.number_reference)
def render_inline(fragment: Fragment, node: nodes.Element) -> str:
    """Show a stretch of text that means something only to others: a role, or a link to a file that no PDF carries."""
    return children(fragment, node)


@renders(nodes.emphasis, nodes.title_reference, addnodes.literal_emphasis)
def render_emphasis(fragment: Fragment, node: nodes.Element) -> str:
    """Show stressed text."""
    return call("emph", _content(fragment, node))


@renders(nodes.strong, addnodes.literal_strong)
def render_strong(fragment: Fragment, node: nodes.Element) -> str:
    """Show important text."""
    return call("strong", _content(fragment, node))


@renders(nodes.superscript)
def render_superscript(fragment: Fragment, node: nodes.Element) -> str:
    """Show raised text."""
    return call("super", _content(fragment, node))


@renders(nodes.subscript)
def render_subscript(fragment: Fragment, node: nodes.Element) -> str:
    """Show lowered text."""
    return call("sub", _content(fragment, node))


@renders(nodes.literal, nodes.math)
def render_literal(fragment: Fragment, node: nodes.Element) -> str:
    """Show code, and formulas as they are written."""
    if any(isinstance(child, nodes.Element) for child in node.findall(nodes.image)):
        return children(fragment, node)
    text = fragment.printable(one_line(node.astext()))
    return call("code", string(text)) if text else EMPTY


def _content(fragment: Fragment, node: nodes.Element) -> str:
    return joined(render(fragment, child) for child in node.children)


@renders(nodes.raw)
def render_raw(fragment: Fragment, node: nodes.raw) -> str:
    """Show nothing but a line break: that is how MyST tells of one."""
    if "html" not in node.get("format", "").split() or not node.astext().startswith("<br"):
        return EMPTY
    return string(" ") if fragment.in_heading else "linebreak()"


@renders(*NOT_SHOWN)
def render_nothing(_fragment: Fragment, _node: nodes.Node) -> str:
    """Show nothing: what these hold is not for readers of a PDF."""
    return EMPTY
