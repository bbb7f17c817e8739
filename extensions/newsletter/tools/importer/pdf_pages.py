# SPDX-License-Identifier: EUPL-1.2
"""Lines of a PDF: the size and weight of their letters tell titles from text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextBox
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psexceptions import PSException

from newsletter.source.source_text import without_invisible
from newsletter.tools.console import refuse
from newsletter.tools.importer.columns import in_reading_order
from newsletter.tools.importer.escape import escape_inline
from newsletter.tools.importer.lines import Line

_LARGER = 1.15  # how much larger than the text a title's letters are
_SAME = 0.5  # points
_SOFT = "\u00ad"
_MARGIN = 0.07  # the part of a sheet's height, at its head and its foot, that holds what is no text
_SEVERAL = 2
_NUMBER = re.compile(r"\d+")
_BULLET = re.compile(r"[•·▪◦‣]\s*")


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    page: int
    size: float
    bold: bool
    gap: bool
    edge: bool = False
    """Whether it stands at the head or the foot of its sheet."""


def read_pdf(raw: bytes) -> list[Line]:
    """Return the lines of the PDF *raw* in their reading order; words that a line end parts are put together."""
    try:
        rows = list(_rows(raw))
    except (PDFSyntaxError, PSException, ValueError, TypeError, KeyError) as error:
        raise refuse("This PDF cannot be read: %(reason)s.", reason=str(error) or type(error).__name__) from None
    if not rows:
        return []
    sizes = Counter[float]()
    for row in rows:
        sizes[row.size] += len(row.text)
    body = sizes.most_common(1)[0][0]
    titles = sorted({row.size for row in rows if row.size > body * _LARGER}, reverse=True)
    asides = _asides(rows, body)
    lines = []
    for row in [*_joined([row for row in rows if row not in asides]), *(row for row in rows if row in asides)]:
        bullet = _BULLET.match(row.text)
        text = _settled(row.text[bullet.end() :] if bullet else row.text)
        heading = min(titles.index(row.size) + 1, 6) if row.size in titles else 0
        gap = row.gap or bool(bullet)
        if text:
            line = Line(text, row.page, escape_inline(text), heading, row.bold, gap, bool(bullet))
            lines.append(replace(line, aside=row in asides))
    return lines


def _asides(rows: Sequence[_Row], body: float) -> set[_Row]:
    """Return the rows of the sheet's margins: page numbers, and small or repeated lines at its head and foot."""
    pages = {row.page for row in rows}
    often = Counter(text for text, _page in {(_NUMBER.sub("#", row.text), row.page) for row in rows})
    return {
        row
        for row in rows
        if row.text.isdigit()
        or (len(pages) > _SEVERAL and often[_NUMBER.sub("#", row.text)] > len(pages) / 2)
        or (row.edge and (row.size < body or often[_NUMBER.sub("#", row.text)] > 1))
    }


def _rows(raw: bytes) -> Iterator[_Row]:
    for number, page in enumerate(extract_pages(BytesIO(raw), laparams=LAParams(boxes_flow=None)), start=1):
        boxes = [box for box in page if isinstance(box, LTTextBox)]
        for box in in_reading_order(boxes, (page.x0 + page.x1) / 2):
            edge = min(box.y0 - page.y0, page.y1 - box.y1) < page.height * _MARGIN
            for place, line in enumerate(box):
                text = " ".join(without_invisible(line.get_text()).split())
                letters = [each for each in line if isinstance(each, LTChar) and each.get_text().strip()]
                if text and letters:
                    size = Counter(round(each.size / _SAME) * _SAME for each in letters).most_common(1)[0][0]
                    bold = all(re.search("bold|black|heavy", each.fontname, re.IGNORECASE) for each in letters)
                    yield _Row(text, number, size, bold, gap=place == 0, edge=edge)


def _joined(rows: Sequence[_Row]) -> Iterator[_Row]:
    """Put words together that the end of a row parts, be it of a column or of a page."""
    waiting: _Row | None = None
    for row in rows:
        if waiting and re.search(rf"[^\W\d_][-{_SOFT}]$", waiting.text) and row.text[:1].isalpha():
            # Before a capital the hyphen is the word's own: “Vice-Sindaca”.
            first = waiting.text[:-1] if row.text[:1].islower() else f"{waiting.text[:-1]}-"
            waiting = replace(waiting, text=first + row.text)
            continue
        if waiting:
            yield waiting
        waiting = row
    if waiting:
        yield waiting


def _settled(text: str) -> str:
    """Return *text* with plain hyphens: some programs write soft ones for those that are to be seen."""
    return text.replace(_SOFT, "-")
