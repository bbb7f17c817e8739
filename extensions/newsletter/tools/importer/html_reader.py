# SPDX-License-Identifier: EUPL-1.2
"""Lines of an HTML page, such as a newsletter sent by e-mail; Word documents and Markdown come this way too."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from newsletter.tools.importer.lines import Line, Piece, line_of, plain_line
from newsletter.tools.importer.looks import Look
from newsletter.tools.importer.original import Original

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
_BULLET = re.compile(r"[•·▪◦‣●○∙\uf0b7]\s*|[-–*]\s+(?=[^\W\d_])")


_DATA = re.compile(r"data:image/[\w.+-]+(?:;[\w=-]+)*;base64,(?P<data>[A-Za-z0-9+/=%\s]+)", re.IGNORECASE)

Beside = Callable[[str], bytes | None]
"""A function that returns the bytes of a file beside the page, by its relative URL, or None."""


def nothing_beside(_url: str) -> None:
    """Return None: there are no files beside this page."""


@dataclass(frozen=True, slots=True)
class _Found:
    line: Line
    size: float


class _Reader:
    def __init__(self, depth: int = 0) -> None:
        self.found: list[_Found] = []
        self.pieces: list[Piece] = []
        self.behind: list[_Found] = []
        self.heading = 0
        self.depth = depth
        self.item = 0
        self.gap = True
        self.around = 0
        """The number of elements around that are the page's own, not the newsletter's: menus, the foot of the page."""

    def flush(self, *, gap: bool = True) -> None:
        """End the line; the next one starts a paragraph where there is a *gap*."""
        pieces, self.pieces = [piece for piece in self.pieces if piece.text], []
        first, self.gap = self.gap, gap
        line = line_of(pieces, heading=self.heading, gap=first, item=self.item, aside=bool(self.around))
        if not line.text:
            self.gap = gap or first
            return
        size = min(piece.size for piece in pieces if piece.text.strip())
        bullet = _BULLET.match(line.text)
        if bullet and line.text[bullet.end() :].strip():
            line = replace(line.cut(bullet.end()), item=line.item or 1)
        self.found += [_Found(line, size), *self.behind]
        self.behind = []
        self.heading, self.item = 0, 0

    def walk(self, element: Any, around: Look) -> None:
        """Take in *element*, what it holds and what follows it."""
        name = element.tag if isinstance(element.tag, str) else ""
        if name and name not in _SKIPPED:
            self.enter(name, element, around.inside(element))
        self.say(element.tail, around)

    def say(self, text: str | None, look: Look) -> None:
        if text and not look.hidden:
            self.pieces.append(Piece(text, look.link, look.bold, look.italic, look.size))
        elif text and text.strip():
            self.put_aside(text)

    def put_aside(self, text: str, picture: str = "", *, leads: bool = False) -> None:
        """Keep words that are no text of the page: those for a picture, or for the list of mails."""
        line = _Found(plain_line(text, aside=True, picture=picture, leads=leads), 0)
        # A picture within a paragraph comes behind the line of which the first words are read already.
        within = picture and not leads and any(piece.text.strip() for piece in self.pieces)
        (self.behind if within else self.found).append(line)

    def enter(self, name: str, element: Any, look: Look) -> None:
        if name == "br":
            self.flush(gap=False)
            return
        if name == "img":
            if is_shown(element):
                self.put_aside(element.get("alt") or "", element.get("src") or "?", leads=_leads(element))
            return
        if name not in _INLINE:
            self.flush()
            self.heading = int(name[1]) if re.fullmatch("h[1-6]", name) else 0
            if name == "li":
                self.item = self.depth or 1
        self.depth += name in {"ul", "ol"}
        self.around += name in {"nav", "footer"}
        self.say(element.text, look)
        if name == "tr":
            self.flush()
            self.found += _row(list(element), look)
        else:
            for child in element:
                self.walk(child, look)
        self.depth -= name in {"ul", "ol"}
        if name not in _INLINE:
            self.flush()
            self.heading, self.item = 0, 0
        self.around -= name in {"nav", "footer"}


def is_shown(picture: Any) -> bool:
    """Tell whether the ``img`` element *picture* is one to be looked at, and no pixel that counts readers."""
    return not any(str(picture.get(side, "")).strip() in {"0", "1"} for side in ("width", "height"))


def _leads(picture: Any) -> bool:
    """Tell whether no word stands before *picture* in the innermost element around it that has any beside it."""
    around = picture
    while (parent := around.getparent()) is not None:
        before = [parent.text, *(each for part in around.itersiblings(preceding=True) for each in _said(part))]
        if any(text and text.strip() for text in before):
            return False
        if any(text.strip() for part in around.itersiblings() for text in _said(part)) or (around.tail or "").strip():
            return True
        around = parent
    return False


def _said(part: Any) -> Iterator[str]:
    yield from _texts(part)
    yield part.tail or ""


def _row(cells: Sequence[Any], look: Look) -> Iterator[_Found]:
    """Yield the lines of a table's row: one for all its cells, where these are short facts and no columns."""
    columns: list[list[_Found]] = []
    for cell in cells:
        reader = _Reader()
        reader.walk(cell, look)
        reader.flush()
        columns.append(reader.found)
    aside = [each for column in columns for each in column if each.line.aside]
    full = [words for column in columns if (words := [each for each in column if not each.line.aside])]
    facts = [column[0].line for column in full]
    short = all(len(column) == 1 and len(column[0].line.text) <= _CELL for column in full[:-1])
    if len(full) > 1 and short and not any(cell.find(".//table") is not None for cell in cells):
        alone = all(len(column) == 1 for column in full)
        yield from (each for each in aside if each.line.leads)
        yield _Found(_joined(facts, as_row=alone), min(column[0].size for column in full))
        columns = [full[-1][1:], [each for each in aside if not each.line.leads]]
    for column in columns:
        yield from column


def _joined(facts: Sequence[Line], *, as_row: bool) -> Line:
    pieces = list[Piece]()
    for fact in facts:
        pieces += [Piece(" | ")] if pieces else []
        pieces += fact.pieces
    return line_of(pieces, cells=tuple(facts) if as_row else ())


def _with_headings(found: Sequence[_Found]) -> Iterator[Line]:
    """Yield the lines, those in larger letters than the text as headings."""
    sizes = Counter[float]()
    for each in found:
        sizes[each.size] += len(each.line.text) if each.size else 0
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    titles = sorted({each.size for each in found if each.size > body * _LARGER}, reverse=True)
    for number, each in enumerate(found, start=1):
        large = each.size in titles and len(each.line.text) <= _TITLE and not each.line.item
        level = each.line.heading or (min(titles.index(each.size) + 1, 6) if large else 0)
        yield replace(each.line, number=number, heading=level)


def read_html(text: str, beside: Beside = nothing_beside) -> Original:
    """Return what the HTML page *text* holds, with the pictures written into it and those *beside* it."""
    text, images = _without_data(text)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return Original([])
    reader = _Reader()
    reader.walk(root, Look())
    reader.flush()
    title = " ".join((root.findtext(".//title") or "").split())
    texts = [each for each in _texts(root) if each.strip()]
    shown = [each for each in root.iter("img") if is_shown(each)]
    for url in {str(each.get("src") or "") for each in shown} - images.keys():
        if (data := beside(unquote(url))) is not None:
            images[url] = data
    return Original(
        list(_with_headings(reader.found)),
        texts=[*texts, *(alt for each in shown if (alt := str(each.get("alt") or "").strip()))],
        links=[str(each.get("href")).strip() for each in root.iter("a") if each.get("href")],
        pictures=[str(each.get("src") or "?") for each in shown],
        images=images,
        title=title,
    )


def picture_name(data: bytes) -> str:
    """Return a short name for a picture that has none in its document."""
    return f"picture-{sha256(data).hexdigest()[:8]}"


def _without_data(text: str) -> tuple[str, dict[str, bytes]]:
    """Return *text* with short names for the pictures that are written into it (RFC 2397), and these."""
    images: dict[str, bytes] = {}

    def named(found: re.Match[str]) -> str:
        try:
            data = b64decode(unquote(found["data"]))
        except (binascii.Error, ValueError):
            return "data:"
        name = picture_name(data)
        images[name] = data
        return name

    return _DATA.sub(named, text), images


def _texts(element: Any) -> Iterator[str]:
    """Yield all text that *element* holds, but scripts and styles, and comments, which no reader sees."""
    if isinstance(element.tag, str) and element.tag not in _SKIPPED:
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
