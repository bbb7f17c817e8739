# SPDX-License-Identifier: EUPL-1.2
"""Lines of a PDF: the size and weight of its letters tell titles from text, their places tell what goes together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from statistics import quantiles

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTContainer, LTImage, LTPage, LTTextLine
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException

from newsletter.source.source_text import without_invisible
from newsletter.tools.console import refuse
from newsletter.tools.importer.lines import Line, Piece, line_of
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.pdf_columns import Row, in_reading_order
from newsletter.tools.importer.words import HYPHEN, broken_words

_LARGER = 1.15  # how much larger than the text a title's letters are
_SAME = 0.5  # points
_SOFT = "\u00ad"
_MARGIN = 0.1  # the part of a sheet's height, at its head and its foot, that may hold what is no text
_PARAGRAPH = 1.25  # how much larger than between lines the step between paragraphs is
_BULLET = re.compile(r"[•·▪◦‣●∙]\s*(?=\S)|[-–*]\s+(?=[^\W\d_])")


@dataclass
class _Sheets:
    """The content of all pages of a PDF."""

    rows: list[Row]
    texts: list[str]
    links: list[str]
    pictures: list[str]


def read_pdf(raw: bytes) -> Original:
    """Return what the PDF *raw* holds, in its reading order.

    :raises CommandError: where it is broken or locked.
    """
    try:
        sheets = _read(raw)
    except (PDFSyntaxError, PSException, ValueError, TypeError, KeyError) as error:
        raise refuse("This PDF cannot be read: %(reason)s.", reason=str(error) or type(error).__name__) from None
    rows = _with_right_edges(sheets.rows)
    if not rows:
        return Original([], pictures=sheets.pictures)
    sizes = Counter[float]()
    for row in rows:
        sizes[row.size] += len(row.text)
    body = sizes.most_common(1)[0][0]
    titles = sorted({row.size for row in rows if row.size > body * _LARGER}, reverse=True)
    asides = _asides(rows, body)
    text = [row for row in rows if row not in asides]
    lines = [
        *(_line(together, titles) for together in _paragraph_lines(text)),
        *(replace(_line([row], []), aside=True) for row in rows if row in asides),
    ]
    written, broken = [line for line in lines if line.text], broken_words(sheets.texts)
    return Original(written, sheets.texts, [], sheets.links, sheets.pictures, broken=broken)


def _read(raw: bytes) -> _Sheets:
    sheets = _Sheets([], [], [], [])
    manager = PDFResourceManager()
    # Spaces that justify a line are wide: its pieces are put together by where they stand.
    device = PDFPageAggregator(manager, laparams=LAParams(boxes_flow=None, char_margin=1.5))
    interpreter = PDFPageInterpreter(manager, device)
    document = PDFDocument(PDFParser(BytesIO(raw)))
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        interpreter.process_page(page)
        sheet = device.get_result()
        areas = list(_link_areas(page))
        sheets.links += [link for _area, link in areas]
        sheets.pictures += [f"{number}: {image.name}" for image in _within(sheet, LTImage)]
        rows = [row for line in _within(sheet, LTTextLine) if (row := _row(line, sheet, number, areas))]
        sheets.texts += [row.text for row in rows]
        sheets.rows += in_reading_order(rows, sheet.x0, sheet.x1)
    return sheets


def _within(sheet: LTPage, kind: type) -> Iterator:  # type: ignore[type-arg]
    for each in sheet:
        if isinstance(each, kind):
            yield each
        elif isinstance(each, LTContainer):
            yield from _within(each, kind)  # type: ignore[arg-type]


def _link_areas(page: PDFPage) -> Iterator[tuple[tuple[float, ...], str]]:
    """Yield the rectangles of the links of *page* (ISO 32000-1, 12.5.6.5) with their URLs."""
    for reference in resolve1(page.annots) or []:
        annotation = resolve1(reference)
        action = resolve1(annotation.get("A")) if isinstance(annotation, dict) else None
        uri = resolve1(action.get("URI")) if isinstance(action, dict) else None
        if isinstance(uri, bytes):
            x0, y0, x1, y1 = (float(resolve1(each)) for each in resolve1(annotation["Rect"]))
            yield (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), uri.decode("utf-8", errors="replace")


def _row(line: LTTextLine, sheet: LTPage, number: int, areas: Sequence[tuple[tuple[float, ...], str]]) -> Row | None:
    pieces = list[Piece]()
    for each in line:
        text = without_invisible(each.get_text().replace(_SOFT, "-"))
        if isinstance(each, LTChar):
            x, y = (each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2
            link = next((link for (x0, y0, x1, y1), link in areas if x0 <= x <= x1 and y0 <= y <= y1), "")
            bold = re.search("bold|black|heavy", each.fontname, re.IGNORECASE) is not None
            italic = re.search("italic|oblique", each.fontname, re.IGNORECASE) is not None
            piece = Piece(text, link, bold, italic, round(each.size / _SAME) * _SAME)
        elif pieces:
            piece = replace(pieces[-1], text=text)
        else:
            continue
        if pieces and replace(pieces[-1], text=text) == piece:
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text + text)
        else:
            pieces.append(piece)
    if not "".join(piece.text for piece in pieces).strip():
        return None
    edge = min(line.y0 - sheet.y0, sheet.y1 - line.y1) < sheet.height * _MARGIN
    return Row(tuple(pieces), number, line.x0, line.x1, line.y0, line.y1, edge=edge)


def _asides(rows: Sequence[Row], body: float) -> set[Row]:
    """Return the rows of the sheet's margins: page numbers, and small or repeated lines at its head and foot."""
    edges = [row for row in rows if row.edge]
    often = Counter(text for text, _page in {(_masked(row), row.page) for row in edges})
    return {row for row in edges if row.size < body or often[_masked(row)] > 1 or re.fullmatch(r"\W*\d+\W*", row.text)}


def _masked(row: Row) -> str:
    """Return the text of *row* without the number of its page."""
    return re.sub(rf"\b{row.page}\b", "#", row.text)


def _with_right_edges(rows: Sequence[Row]) -> list[Row]:
    """Return *rows* with the place where their column ends: where the longest row of all such columns does."""
    edges: dict[int, float] = {}
    for row in rows:
        if not row.edge:
            side = _side(row)
            edges[side] = max(edges.get(side, 0.0), row.x1)
    return [replace(row, right=edges.get(_side(row), row.x1)) for row in rows]


def _side(row: Row) -> int:
    return row.column and 1 + row.column % 2


def _paragraph_lines(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows that are one line for whoever wrote them; the first of each tells by its *gap* how it starts."""
    steps = [(above.y0 - below.y0) / above.size for above, below in pairwise(rows) if _follows(above, below)]
    usual = quantiles(steps, n=7)[0] if len(steps) > 1 else 0.0  # most steps may be between paragraphs of one row
    together = list[Row]()
    for row in rows:
        last = together[-1] if together else None
        near = last is not None and _follows(last, row) and last.y0 - row.y0 <= usual * _PARAGRAPH * row.size
        turned = last is not None and not _follows(last, row) and (row.page, row.column) != (last.page, last.column)
        if last and (near or turned) and last.ends_like(row) and not _BULLET.match(row.text) and _is_full(last, row):
            together.append(row)
            continue
        if together:
            yield together
        together = [replace(row, gap=not near)]
    if together:
        yield together


def _follows(above: Row, below: Row) -> bool:
    return (above.page, above.column) == (below.page, below.column) and above.y0 > below.y0 and above.size == below.size


def _is_full(last: Row, row: Row) -> bool:
    """Tell whether the first word of *row* had no room behind *last*: then the writer did not break the line."""
    first = row.text.split(maxsplit=1)[0]
    width = (row.x1 - row.x0) / max(len(row.text), 1) * (len(first) + 1)
    return HYPHEN.search(last.text) is not None or last.x1 + width > last.right - 1


def _line(rows: Sequence[Row], titles: Sequence[float]) -> Line:
    pieces = list[Piece]()
    for row in rows:
        if pieces:
            last = pieces[-1]
            if HYPHEN.search(last.text.rstrip()) and row.text[:1].isalpha():
                # Before a capital the hyphen is the word's own: “Vice-Sindaca”.
                text = last.text.rstrip()
                pieces[-1] = replace(last, text=text[:-1] if row.text[:1].islower() else f"{text[:-1]}-")
            else:
                pieces.append(replace(last, text=" "))
        pieces += row.pieces
    first = rows[0]
    heading = min(titles.index(first.size) + 1, 6) if first.size in titles else 0
    line = line_of(pieces, number=first.page, heading=heading, gap=first.gap)
    bullet = _BULLET.match(line.text)
    return replace(line.cut(bullet.end()), gap=True, item=1) if bullet else line
