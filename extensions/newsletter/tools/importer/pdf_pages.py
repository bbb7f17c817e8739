# SPDX-License-Identifier: EUPL-1.2
"""Lines of a PDF: the size and weight of their letters tell titles from text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextBox
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psexceptions import PSException

from newsletter.core.source_text import without_invisible
from newsletter.tools.console import refuse
from newsletter.tools.importer.escape import escape_inline
from newsletter.tools.importer.lines import Line

_LARGER = 1.15  # how much larger than the text a title's letters are
_SAME = 0.5  # points
_BULLET = re.compile(r"[•·▪◦‣]\s*")


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    page: int
    size: float
    bold: bool
    gap: bool


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
    pages = {row.page for row in rows}
    shown = Counter((row.text, row.page) for row in rows)
    often = Counter(text for text, _page in shown)
    lines = []
    for row in _joined(rows):
        bullet = _BULLET.match(row.text)
        text = row.text[bullet.end() :] if bullet else row.text
        aside = row.text.isdigit() or (len(pages) > 2 and often[row.text] > len(pages) / 2)
        heading = min(titles.index(row.size) + 1, 6) if row.size in titles else 0
        gap = row.gap or bool(bullet)
        if text:
            lines.append(Line(text, row.page, escape_inline(text), heading, row.bold, gap, bool(bullet), aside=aside))
    return lines


def _rows(raw: bytes) -> Iterator[_Row]:
    for number, page in enumerate(extract_pages(BytesIO(raw), laparams=LAParams(boxes_flow=0.5)), start=1):
        for box in page:
            if not isinstance(box, LTTextBox):
                continue
            for place, line in enumerate(box):
                text = " ".join(without_invisible(line.get_text()).split())
                letters = [each for each in line if isinstance(each, LTChar) and each.get_text().strip()]
                if text and letters:
                    size = Counter(round(each.size / _SAME) * _SAME for each in letters).most_common(1)[0][0]
                    bold = all(re.search("bold|black|heavy", each.fontname, re.IGNORECASE) for each in letters)
                    yield _Row(text, number, size, bold, gap=place == 0)


def _joined(rows: list[_Row]) -> Iterator[_Row]:
    """Put words together that the end of a row parts."""
    waiting: _Row | None = None
    for row in rows:
        if waiting and not row.gap and re.search(r"[^\W\d_]-$", waiting.text) and row.text[:1].islower():
            waiting = replace(waiting, text=waiting.text[:-1] + row.text)
            continue
        if waiting:
            yield waiting
        waiting = row
    if waiting:
        yield waiting
