# SPDX-License-Identifier: EUPL-1.2
"""Lines of text with links and days in them: plain values, which a template or a builder of its own renders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from docutils import nodes

from newsletter.source.languages import runs_right_to_left


class Piece(NamedTuple):
    """Some words, and what is special about them."""

    text: str
    url: str = ""
    """The URL of the page that the words lead to."""
    internal: bool = True
    """Whether that is a page of the site."""
    day: str = ""
    """The ISO day or month that the words name."""
    lang: str = ""
    status: str = ""
    """The state of a record that the words name."""
    kind: str = ""
    """The kind of a record that the words name."""


Line = tuple[Piece, ...]


def joined(lines: Iterable[Line], separator: str) -> Line:
    """Return *lines* in one, with *separator* between them; those without words are passed over."""
    found: list[Piece] = []
    for line in lines:
        if any(piece.text for piece in line):
            if found:
                found.append(Piece(separator))
            found += line
    return tuple(found)


def as_text(line: Line) -> str:
    """Return the words of *line*."""
    return "".join(piece.text for piece in line)


def in_one_language(line: Line, site: str) -> tuple[str, Line]:
    """Return the language of the element that is to hold *line*, and its pieces with those that differ from it.

    It is that of what is not in the language of the *site*, since the site's own words mostly have elements that can
    say so. Empty, it is the site's: so it is where the letters run the other way, which moves a line to the other side.
    """
    if not any(piece.lang for piece in line):
        return "", line
    found = next((piece.lang for piece in line if piece.lang not in {"", site}), "")
    around = "" if found and runs_right_to_left(found) != runs_right_to_left(site) else found
    return around, tuple(
        piece._replace(lang="" if lang == (around or site) or not any(map(str.isalpha, piece.text)) else lang)
        for piece in line
        for lang in (piece.lang or site,)
    )


def as_nodes(line: Line) -> list[nodes.Node]:
    """Return *line* as inline nodes."""
    return [_node(piece) for piece in line if piece.text]


def _node(piece: Piece) -> nodes.Node:
    attributes = {"lang": piece.lang} if piece.lang else {}
    if piece.url:
        words = nodes.inline("", piece.text, **attributes)
        return nodes.reference("", "", words, refuri=piece.url, internal=piece.internal)
    if piece.day:
        return nodes.inline("", piece.text, classes=["date"], datetime=piece.day)
    if piece.status:
        return nodes.strong("", piece.text, classes=["status", f"status-{piece.status}"])
    if piece.kind:
        return nodes.emphasis("", piece.text, classes=["kind", f"kind-{piece.kind}"])
    return nodes.inline("", piece.text, **attributes) if attributes else nodes.Text(piece.text)
