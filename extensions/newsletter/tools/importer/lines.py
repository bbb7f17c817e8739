# SPDX-License-Identifier: EUPL-1.2
"""The common stream of lines that every reader makes of its file, with what their looks say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from newsletter.tools.importer.escape import URL, escape_inline, escape_marks

_SPACES = re.compile(r"\s+")
_PARAGRAPH = 200  # characters
_SENTENCE_END = re.compile(r"[.!?](?=\s+[^\W\d_a-zà-ÿ]|\s*$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line that look alike."""

    text: str
    link: str = ""
    """The URL that they link."""
    bold: bool = False
    italic: bool = False
    size: float = 0.0


@dataclass(frozen=True)
class Line:
    """One line as a reader saw it."""

    pieces: tuple[Piece, ...]
    """Its words, with single spaces; :func:`line_of` makes them so."""
    number: int = 0
    """Which line of the source it is, counted from 1; in a PDF which page."""
    place: int = 0
    """Which of all lines that were read it is, counted from 0; :class:`~.outline.Outline` says it."""
    heading: int = 0
    """The level of a heading, 1 to 6; 0 for other lines."""
    gap: bool = True
    """Whether it starts a paragraph."""
    item: int = 0
    """The depth of the list of which it is an item; 0 where it is none."""
    aside: bool = False
    """Whether it belongs to the sheet and not to the text: a running head, what a picture says, a comment."""
    cells: tuple[Line, ...] = ()
    """The cells of a table's row, of which it holds the words with bars between them."""
    picture: str = ""
    """The URL or name of the picture whose alternative text it holds."""
    leads: bool = False
    """Whether that picture stands before all words of its part of the page, as in a card or a row."""

    @cached_property
    def text(self) -> str:
        """The plain words."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def markdown(self) -> str:
        """The same with its emphasis and links, safe in the middle of a Markdown line."""
        return "".join(_shown(self.pieces))

    @property
    def strong(self) -> bool:
        """Whether all of it is bold; of a row, all of its cells."""
        if self.cells:
            return all(cell.strong for cell in self.cells if cell.text)
        return bool(self.text) and all(piece.bold for piece in self.pieces if piece.text.strip())

    @property
    def stands_out(self) -> bool:
        """Whether its looks make it a title."""
        return bool(self.heading) or self.strong

    @property
    def links(self) -> tuple[str, ...]:
        """The URLs that it links, each once."""
        return tuple(dict.fromkeys(piece.link for piece in self.pieces if piece.link))

    @property
    def only_link(self) -> str:
        """The URL that it links, where it is one."""
        return self.links[0] if len(self.links) == 1 else ""

    @property
    def lead(self) -> int:
        """The number of bold characters at its start, where others are not; 0 where it is all or not bold."""
        length = 0
        for piece in self.pieces:
            if not piece.bold and piece.text.strip():
                return length
            length += len(piece.text)
        return 0

    def cut(self, start: int, end: int | None = None) -> Line:
        """Return the line of the characters from *start* up to *end*, without spaces and marks left at its edges."""
        stop = len(self.text) if end is None else end
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        pieces, place = list[Piece](), 0
        for piece in self.pieces:
            first, last = max(start - place, 0), min(stop - place, len(piece.text))
            if first < last:
                whole = last - first == len(piece.text)
                pieces.append(piece if whole else replace(piece, text=piece.text[first:last]))
            place += len(piece.text)
        return replace(self, pieces=tuple(pieces), cells=())


def line_of(pieces: Iterable[Piece], **looks: object) -> Line:
    """Return the line of *pieces*, their spaces made single; *looks* are fields of :class:`Line`."""
    settled, after_space = list[Piece](), True
    for piece in (part for whole in pieces for part in _with_urls(whole)):
        text = _SPACES.sub(" ", piece.text)
        if after_space:
            text = text.removeprefix(" ")
        if text:
            after_space = text.endswith(" ")
            settled.append(piece if text == piece.text else replace(piece, text=text))
    while settled and not settled[-1].text.rstrip():
        settled.pop()
    if settled:
        settled[-1] = replace(settled[-1], text=settled[-1].text.rstrip())
    return Line(tuple(settled), **looks)  # type: ignore[arg-type]


def _with_urls(piece: Piece) -> Iterator[Piece]:
    """Yield the parts of *piece*, the URLs written out in it as links."""
    if piece.link or ("://" not in piece.text and "www." not in piece.text.lower()):
        yield piece
        return
    place = 0
    for match in URL.finditer(piece.text):
        link = match[0] if "://" in match[0] else f"http://{match[0]}"
        yield replace(piece, text=piece.text[place : match.start()])
        yield replace(piece, text=match[0], link=link)
        place = match.end()
    yield replace(piece, text=piece.text[place:])


def plain_line(text: str, number: int = 0, **looks: object) -> Line:
    """Return the line of plain *text*."""
    return line_of([Piece(text)], number=number, **looks)


def is_running_prose(line: Line) -> bool:
    """Tell whether *line* is a paragraph of several sentences, none of which stands out."""
    plainly = not (line.stands_out or line.lead or line.item or line.cells)
    return plainly and len(line.text) >= _PARAGRAPH and len(_SENTENCE_END.findall(line.text)) > 1


def _shown(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the Markdown of *pieces*; emphasis only where it cannot run into a word beside it."""
    for n, piece in enumerate(pieces):
        before = pieces[n - 1].text[-1:] if n else " "
        after = pieces[n + 1].text[:1] if n + 1 < len(pieces) else " "
        text = piece.text
        inner = text.strip()
        left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        safe = escape_inline(inner)
        if piece.link and inner and inner not in {piece.link, piece.link.removeprefix("mailto:")}:
            target = f"<{piece.link}>" if re.search(r"[()\s]", piece.link) else piece.link
            safe = f"[{escape_marks(inner)}]({target})"
        free = (left or not before.isalnum()) and (right or not after.isalnum())
        mark = "**" if piece.bold else "*" if piece.italic else ""
        if mark and inner and free and inner[0].isalnum() and (inner[-1].isalnum() or right or after in {" ", ""}):
            closes = inner[-1].isalnum() or right or n + 1 == len(pieces)
            safe = f"{mark}{safe}{mark}" if closes and not safe.startswith("<") else safe
        yield f"{left}{safe}{right}"
