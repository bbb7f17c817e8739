# SPDX-License-Identifier: EUPL-1.2
"""Lines of an HTML page, such as a newsletter sent by e-mail; Word documents come this way too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree, html

from newsletter.tools.importer.escape import escape_inline
from newsletter.tools.importer.leads import split_lead
from newsletter.tools.importer.lines import Line, Piece
from newsletter.tools.importer.looks import Look

_SKIPPED = frozenset({"script", "style", "head", "template", "noscript"})
_INLINE = frozenset(
    re.findall(
        "[a-z]+",
        "a abbr b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp small span strike strong sub "
        "sup time tt u var wbr",
    )
)
_LARGER = 1.15  # how much larger than the text a title's letters are
_TITLE = 160
_CELL = 100  # characters up to which a cell is one of a table of facts, and not a column of the page


@dataclass(frozen=True, slots=True)
class _Found:
    line: Line
    size: float


class _Reader:
    def __init__(self) -> None:
        self.found: list[_Found] = []
        self.pieces: list[Piece] = []
        self.heading = 0
        self.item = False
        self.gap = True

    def flush(self, *, gap: bool = True) -> None:
        """End the line; the next one starts a paragraph where there is a *gap*."""
        pieces, self.pieces = [piece for piece in self.pieces if piece.text], []
        first, self.gap = self.gap, gap
        if not "".join(piece.text for piece in pieces).strip():
            self.gap = gap or first
            return
        for part in [pieces] if self.heading else split_lead(pieces):
            line = replace(_line(part), heading=self.heading, gap=first, item=self.item)
            self.found.append(_Found(line, min(piece.size for piece in part if piece.text.strip())))
            first = False
        self.heading, self.item = 0, False

    def walk(self, element: Any, around: Look) -> None:
        """Take in *element*, what it holds and what follows it."""
        name = element.tag if isinstance(element.tag, str) else ""
        if name and name not in _SKIPPED:
            self.enter(name, element, around.inside(element))
        self.say(element.tail, around)

    def say(self, text: str | None, look: Look) -> None:
        if text and not look.hidden:
            self.pieces.append(Piece(text, look.link, bold=look.bold, size=look.size))
        elif text and text.strip():
            self.put_aside(text)

    def put_aside(self, text: str) -> None:
        """Keep words that are no text of the page: those for a picture, or for the list of mails."""
        words = " ".join(text.split())
        self.found.append(_Found(Line(words, 0, escape_inline(words), aside=True), 0))

    def enter(self, name: str, element: Any, look: Look) -> None:
        if name == "br":
            self.flush(gap=False)
            return
        if name == "img":
            if element.get("alt", "").strip():
                self.put_aside(element.get("alt"))
            return
        if name not in _INLINE:
            self.flush()
            self.heading = int(name[1]) if re.fullmatch("h[1-6]", name) else 0
            self.item = name == "li"
        self.say(element.text, look)
        if name == "tr":
            self.flush()
            self.found += _row(list(element), look)
            return
        for child in element:
            self.walk(child, look)
        if name not in _INLINE:
            self.flush()
            self.heading, self.item = 0, False


def _row(cells: Sequence[Any], look: Look) -> Iterator[_Found]:
    """Return the lines of a table's row: one for all its cells, where these are short facts and no columns."""
    columns: list[list[_Found]] = []
    for cell in cells:
        reader = _Reader()
        reader.walk(cell, look)
        reader.flush()
        yield from (each for each in reader.found if each.line.aside)
        columns.append([each for each in reader.found if not each.line.aside])
    full = [column for column in columns if column]
    facts = [column[0].line for column in full]
    short = all(len(column) == 1 and len(column[0].line.text) <= _CELL for column in full[:-1])
    if len(full) > 1 and short and not any(cell.find(".//table") is not None for cell in cells):
        names = all(cell.tag == "th" for cell in cells)
        yield _Found(
            Line(
                " | ".join(line.text for line in facts),
                0,
                " | ".join(line.markdown for line in facts),
                strong=all(line.strong for line in facts),
                links=tuple(link for line in facts for link in line.links),
                aside=names,
            ),
            min(column[0].size for column in full),
        )
        full = [full[-1][1:]]
    for column in full:
        yield from column


def _line(pieces: Sequence[Piece]) -> Line:
    text = " ".join("".join(piece.text for piece in pieces).split())
    strong = all(piece.bold for piece in pieces if piece.text.strip())
    links = tuple(dict.fromkeys(piece.link for piece in pieces if piece.link))
    return Line(text, 0, _markdown(pieces), strong=strong, links=links)


def _markdown(pieces: Sequence[Piece]) -> str:
    shown: list[str] = []
    for piece in pieces:
        text, link = re.sub(r"\s+", " ", piece.text), piece.link
        safe = escape_inline(text)
        if link and text.strip() and text.strip() not in {link, link.removeprefix("mailto:")}:
            # Text of a link holds no link of its own.
            words = re.sub(r"<([^<>\\\s]+)>", r"\1", safe).strip()
            target = f"<{link}>" if re.search(r"[()\s]", link) else link
            safe = f"{text[: len(text) - len(text.lstrip())]}[{words}]({target}){text[len(text.rstrip()) :]}"
        shown.append(safe)
    return re.sub(" +", " ", "".join(shown)).strip()


def _with_headings(found: Sequence[_Found]) -> Iterator[Line]:
    """Return the lines, those in larger letters than the text as headings."""
    sizes = Counter[float]()
    for each in found:
        sizes[each.size] += len(each.line.text) if each.size else 0
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    titles = sorted({each.size for each in found if each.size > body * _LARGER}, reverse=True)
    for number, each in enumerate(found, start=1):
        large = each.size in titles and len(each.line.text) <= _TITLE and not each.line.item
        level = each.line.heading or (min(titles.index(each.size) + 1, 6) if large else 0)
        yield replace(each.line, number=number, heading=level)


def read_html(text: str) -> list[Line]:
    """Return the lines of the HTML page *text*."""
    if not text.strip():
        return []
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return []
    reader = _Reader()
    reader.walk(root, Look())
    reader.flush()
    return list(_with_headings(reader.found))
