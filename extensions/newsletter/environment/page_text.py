# SPDX-License-Identifier: EUPL-1.2
"""The own text of a page: what stands outside its records."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

# What is no text of the page, or nothing that a reader sees.
_SKIPPED = (
    nodes.docinfo,
    nodes.comment,
    nodes.raw,
    nodes.system_message,
    nodes.footnote_reference,
    nodes.substitution_definition,
)


def own_text(document: nodes.document) -> tuple[str, str]:
    """Return the title of *document* and its text without the records, one paragraph a line."""
    title = document.next_node(nodes.title)
    words = _one_line(title) if title is not None else ""
    return words, "\n".join(text for text in _texts(document, title) if text)


def _texts(parent: nodes.Element, title: nodes.title | None) -> Iterator[str]:
    for child in parent.children:
        if child is title or isinstance(child, _SKIPPED) or not isinstance(child, nodes.Element):
            continue
        if "record" in child.get("classes", ()):
            continue
        if isinstance(child, nodes.TextElement):
            yield _one_line(child)
        else:
            yield from _texts(child, title)


def _one_line(node: nodes.Node) -> str:
    # MyST writes a hard line break as raw HTML: it keeps words apart.
    texts = (" " if isinstance(text.parent, nodes.raw) else text.astext() for text in node.findall(nodes.Text))
    return " ".join("".join(texts).split())
