# SPDX-License-Identifier: EUPL-1.2
"""Lines of text with links and days in them, as doctree nodes for any format or straight as HTML.

A register of thousands of records is mostly such lines. As nodes each costs a dozen objects that
every pass over the page visits; pages of the site therefore take them as HTML, which is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from docutils import nodes


class Piece(NamedTuple):
    """Some words, and what is special about them."""

    text: str
    address: str = ""
    """Where the words lead."""
    internal: bool = True
    """Whether that is a page of the site."""
    day: str = ""
    """The ISO day or month that the words name."""
    lang: str = ""
    status: str = ""
    """The state of a record that the words name."""


Line = tuple[Piece, ...]

LINES = "newsletter_lines"
"""The attribute of a node without children that holds lines, for a writer that makes of them what it wants."""


def joined(lines: Iterable[Line], separator: str) -> Line:
    """Return *lines* in one, with *separator* between them; those without words are passed over."""
    found: list[Piece] = []
    for line in lines:
        if any(piece.text for piece in line):
            if found:
                found.append(Piece(separator))
            found += line
    return tuple(found)


def as_nodes(line: Line) -> list[nodes.Node]:
    """Return *line* as inline nodes."""
    return [_node(piece) for piece in line if piece.text]


def _node(piece: Piece) -> nodes.Node:
    attributes = {"lang": piece.lang} if piece.lang else {}
    if piece.address:
        words = nodes.inline("", piece.text, **attributes)
        return nodes.reference("", "", words, refuri=piece.address, internal=piece.internal)
    if piece.day:
        return nodes.inline("", piece.text, classes=["date"], datetime=piece.day)
    if piece.status:
        return nodes.strong("", piece.text, classes=["status", f"status-{piece.status}"])
    return nodes.inline("", piece.text, **attributes) if attributes else nodes.Text(piece.text)


def as_html(line: Line) -> str:
    """Return *line* as HTML, as the writer of pages makes it of :func:`as_nodes`."""
    return "".join(_html(piece) for piece in line)


def _html(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    if piece.lang:
        text = f'<span lang="{escape(piece.lang)}">{text}</span>'
    if piece.address:
        kind = "internal" if piece.internal else "external"
        return f'<a class="reference {kind}" href="{escape(piece.address)}">{text}</a>'
    if piece.day:
        return f'<time class="date" datetime="{piece.day}">{text}</time>'
    if piece.status:
        return f'<strong class="status status-{piece.status}">{text}</strong>'
    return text


def raw_html(text: str, **attributes: object) -> nodes.raw:
    """Return *text*, HTML of our own making, as a node."""
    return nodes.raw("", text, format="html", **attributes)
