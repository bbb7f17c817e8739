# SPDX-License-Identifier: EUPL-1.2
"""Sections, paragraphs and other blocks of text."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from newsletter.pdf.code import EMPTY, array, call, joined, string
from newsletter.pdf.translate.fragment import Fragment, Heading
from newsletter.pdf.translate.registry import children, render, renders, sequence

DEEPEST_HEADING = 6
"""PDF has H1 to H6 (ISO 32000-1, 14.8.4.3.2)."""

_LISTED = (2, 3)
"""The levels of headings in the contents of an issue."""


def render_section(fragment: Fragment, node: nodes.section) -> str:
    """Show a section: its heading, one level below the one around it, and what it holds."""
    titles = [child for child in node.children if isinstance(child, nodes.title)]
    rest = [child for child in node.children if not isinstance(child, nodes.title)]
    heading = section_heading(fragment, node, titles[0]) if titles else EMPTY
    fragment.level += 1
    try:
        body = sequence(fragment, rest)
    finally:
        fragment.level -= 1
    if rest and all(isinstance(child, nodes.container) and "contacts" in child["classes"] for child in rest):
        fragment.contacts.update(fragment.labels.get(f"{fragment.docname}#{name}", "") for name in node["ids"])
        heading = call("when-alone", heading)
    return joined([heading, body])


def section_heading(fragment: Fragment, section: nodes.Element, title: nodes.Element) -> str:
    """Return the heading of *section*, with its ids as anchors."""
    words = heading_text(fragment, title)
    anchor = fragment.anchor(section, heading=True)
    list_heading(fragment, title, words, anchor)
    return call("section-heading", words, level=str(min(fragment.level, DEEPEST_HEADING)), anchor=string(anchor))


def list_heading(fragment: Fragment, title: nodes.Element, words: str, anchor: str) -> None:
    """Put a heading into the contents, if it is of one of the two levels that they show."""
    if anchor and fragment.level in _LISTED:
        heading = Heading(fragment.level, anchor, fragment.spoken(title))
        fragment.outline.append(heading)
        fragment.contents.append(array([str(heading.level - 1), string(anchor), string(heading.title), words]))


def list_record(fragment: Fragment, title: nodes.Element, words: str, anchor: str, dates: str) -> None:
    """Put the heading of a record into the contents, wherever it stands, with its *dates*."""
    if anchor:
        behind = f", {fragment.printable(dates)}" if dates else ""
        heading = Heading(fragment.level, anchor, fragment.spoken(title), behind, is_record=True)
        fragment.outline.append(heading)
        level = str(min(fragment.level, _LISTED[-1] + 1) - 1)
        shown = joined([words, call("quiet-words", string(behind))]) if behind else words
        fragment.contents.append(array([level, string(anchor), string(heading.title + behind), shown]))


def heading_text(fragment: Fragment, title: nodes.Element) -> str:
    """Return the words of a heading, without links and footnotes in them."""
    fragment.in_heading = True
    try:
        return children(fragment, title)
    finally:
        fragment.in_heading = False


@renders(nodes.title, nodes.subtitle)
def render_title(fragment: Fragment, node: nodes.Element) -> str:
    """Show a title that heads no section, or the second title of a box."""
    return call("minor-heading", heading_text(fragment, node))


@renders(nodes.rubric)
def render_rubric(fragment: Fragment, node: nodes.rubric) -> str:
    """Show a heading in a body: a real one, outside the contents, where it stands in a section."""
    if isinstance(node.parent, nodes.section | nodes.document) and fragment.level <= DEEPEST_HEADING:
        anchor = fragment.anchor(node, heading=True)
        text = heading_text(fragment, node)
        return call("rubric-heading", text, level=str(fragment.level), anchor=string(anchor))
    return joined([_place(fragment, node), call("minor-heading", heading_text(fragment, node))])


def _place(fragment: Fragment, node: nodes.Element) -> str:
    label = fragment.anchor(node)
    return call("place-of", string(label)) if label else EMPTY


@renders(nodes.paragraph, nodes.attribution, nodes.caption)
def render_paragraph(fragment: Fragment, node: nodes.Element) -> str:
    """Show a paragraph; one that is a picture and nothing else is that picture, as a block."""
    place = _place(fragment, node)
    if len(node.children) == 1 and isinstance(node.children[0], nodes.image):
        return joined([place, render(fragment, node.children[0])])
    body = children(fragment, node)
    return place if body == EMPTY else joined([place, call("par", body)])


@renders(nodes.literal_block, nodes.doctest_block, nodes.math_block)
def render_literal_block(fragment: Fragment, node: nodes.Element) -> str:
    """Show code, line by line."""
    return joined([_place(fragment, node), call("code-block", fragment.lines(node.astext()))])


@renders(nodes.block_quote)
def render_quote(fragment: Fragment, node: nodes.block_quote) -> str:
    """Show a quotation with whom it is from."""
    attributions = [child for child in node.children if isinstance(child, nodes.attribution)]
    rest = [child for child in node.children if not isinstance(child, nodes.attribution)]
    named = {"attribution": children(fragment, attributions[0])} if attributions else {}
    return call("quotation", sequence(fragment, rest), **named)


@renders(nodes.line_block)
def render_lines(fragment: Fragment, node: nodes.line_block) -> str:
    """Show lines that are to stay lines."""
    return call("lines", *(render(fragment, child) for child in node.children))


@renders(nodes.line)
def render_line(fragment: Fragment, node: nodes.line) -> str:
    """Show one line; an empty one keeps its height."""
    body = children(fragment, node)
    return string("\u00a0") if body == EMPTY else body


@renders(nodes.transition)
def render_transition(_fragment: Fragment, node: nodes.transition) -> str:
    """Show a break; the one that sets off a web page's footnotes has no meaning here."""
    return EMPTY if "footnotes" in node["classes"] else call("transition")


def _is_admonition(kind: type) -> bool:
    return issubclass(kind, nodes.Admonition) and issubclass(kind, nodes.Element)


@renders(*(kind for kind in vars(nodes).values() if isinstance(kind, type) and _is_admonition(kind)), addnodes.seealso)
def render_admonition(fragment: Fragment, node: nodes.Element) -> str:
    """Show a note, a warning and the like, under its own title or its kind's."""
    titles = [child for child in node.children if isinstance(child, nodes.title)]
    rest = [child for child in node.children if not isinstance(child, nodes.title)]
    kind = node.tagname
    title = string(fragment.admonition_titles.get(kind, ""))
    if titles:
        title = heading_text(fragment, titles[0])
    return joined([_place(fragment, node), call("admonition", title, sequence(fragment, rest), kind=string(kind))])


@renders(nodes.topic, nodes.sidebar, addnodes.versionmodified)
def render_box(fragment: Fragment, node: nodes.Element) -> str:
    """Show a text beside the text."""
    return joined([_place(fragment, node), call("boxed", children(fragment, node))])
