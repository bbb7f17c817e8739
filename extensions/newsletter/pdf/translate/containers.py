# SPDX-License-Identifier: EUPL-1.2
"""Containers: ours, sphinx-design's and those that only group."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx_design.shared import PassthroughTextElement

from newsletter.pdf.code import EMPTY, boolean, call, joined, string
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.registry import children, render, renders

_BOXES = {"sd-card", "sd-dropdown", "sd-tab-item", "record-refused"}
_BOXED_COMPONENTS = {"card", "dropdown", "tab-item", "accordion-item", "article-info"}
_CHARACTERS_IN_ONE_PIECE = 600
"""A box with less text than this is not broken over pages."""
_ROWS = {"grid-row", "card-carousel"}


@renders(nodes.container)
def render_container(fragment: Fragment, node: nodes.container) -> str:
    """Show a container: a card or a tab as a box, a row of a grid as columns, others as what they hold."""
    label = fragment.anchor(node)
    place = call("place-of", string(label)) if label else EMPTY
    if "contacts" in node["classes"]:
        fragment.has_contacts = True
        return joined([place, call("when-alone", children(fragment, node))])
    component = str(node.get("design_component", ""))
    if component in _ROWS:
        return joined([place, _row(fragment, node)])
    body = children(fragment, node)
    if component == "card-title" and body != EMPTY:
        body = call("minor-heading", body)
    elif body != EMPTY and (component in _BOXED_COMPONENTS or not _BOXES.isdisjoint(node["classes"])):
        whole = len(node.astext()) < _CHARACTERS_IN_ONE_PIECE and next(iter(node.findall(nodes.image)), None) is None
        body = call("boxed", body, whole=boolean(whole))
    return joined([place, body])


def _row(fragment: Fragment, node: nodes.container) -> str:
    cells = [cell for child in node.children if (cell := render(fragment, child)) != EMPTY]
    if len(cells) < 2 or any(next(iter(node.findall(kind)), None) for kind in (nodes.section, nodes.table)):
        return joined(cells)
    return call("cards", *cells)


@renders(
    nodes.compound,
    nodes.header,
    nodes.footer,
    nodes.legend,
    nodes.docinfo,
    addnodes.centered,
    addnodes.acks,
    addnodes.only,
    addnodes.compact_paragraph,
    addnodes.glossary,
    PassthroughTextElement,
)
def render_group(fragment: Fragment, node: nodes.Element) -> str:
    """Show what the group holds."""
    return children(fragment, node)
