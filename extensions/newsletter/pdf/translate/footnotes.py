# SPDX-License-Identifier: EUPL-1.2
"""Footnotes: docutils keeps them where they are written, a page wants them where they are referred to."""

from __future__ import annotations

from docutils import nodes

from newsletter.pdf.code import EMPTY, call, joined, string
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.registry import renders, sequence


def collect_footnotes(fragment: Fragment, document: nodes.Element) -> None:
    """Note the footnotes of *document* that some text, other than a heading, refers to."""
    referred = {
        reference["refid"]
        for reference in document.findall(nodes.footnote_reference)
        if "refid" in reference and not _within(reference, nodes.title) and not _within(reference, nodes.footnote)
    }
    for footnote in document.findall(nodes.footnote):
        for name in footnote["ids"]:
            if name in referred:
                fragment.footnotes[name] = footnote


def _within(node: nodes.Node, kind: type[nodes.Node]) -> bool:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, kind):
            return True
        parent = parent.parent
    return False


@renders(nodes.footnote_reference)
def render_footnote_reference(fragment: Fragment, node: nodes.footnote_reference) -> str:
    """Set the footnote at the foot of this page; a later reference repeats its number."""
    name = str(node.get("refid", ""))
    footnote = fragment.footnotes.get(name)
    if footnote is None or fragment.in_heading or fragment.open_footnotes:
        return call("super", fragment.text(node.astext())) if node.astext() else EMPTY
    label = string(f"{fragment.docname}#{name}")
    if name in fragment.set_footnotes:
        return call("note-again", label)
    fragment.set_footnotes.add(name)
    fragment.open_footnotes.append(name)
    try:
        return call("note", label, _text_of(fragment, footnote))
    finally:
        fragment.open_footnotes.pop()


@renders(nodes.footnote)
def render_footnote(fragment: Fragment, node: nodes.footnote) -> str:
    """Show a footnote in its place where nothing refers to it; the others stand at the foot of a page."""
    return _loose(fragment, node)


@renders(nodes.citation)
def render_citation(fragment: Fragment, node: nodes.citation) -> str:
    """Show what a citation stands for."""
    return _loose(fragment, node)


def _loose(fragment: Fragment, node: nodes.Element) -> str:
    if any(name in fragment.footnotes for name in node["ids"]):
        return EMPTY
    labels = [child for child in node.children if isinstance(child, nodes.label)]
    mark = joined(call("super", fragment.text(label.astext())) for label in labels)
    return call("loose-note", mark, _text_of(fragment, node))


@renders(nodes.citation_reference)
def render_citation_reference(fragment: Fragment, node: nodes.citation_reference) -> str:
    """Show the mark of a citation."""
    return fragment.text(f"[{node.astext()}]")


def _text_of(fragment: Fragment, footnote: nodes.Element) -> str:
    kept = [child for child in footnote.children if not isinstance(child, nodes.label)]
    if kept and isinstance(kept[0], nodes.paragraph):  # its text stands beside the number, not under it
        return joined([sequence(fragment, kept[0].children), sequence(fragment, kept[1:])])
    return sequence(fragment, kept)
