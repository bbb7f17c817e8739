# SPDX-License-Identifier: EUPL-1.2
"""Rows of a PDF's page, and the order in which a page in columns is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsletter.tools.importer.lines import Piece

_FEW = 3  # rows that a column has at least
_ACROSS = 0.4  # rows across the middle, for each of the shorter column, up to which there are two columns
_STEP = 2  # points


@dataclass(frozen=True)
class Row:
    """The words on one line of a page, or of one of its columns."""

    pieces: tuple[Piece, ...]
    page: int
    x0: float
    x1: float
    y0: float
    y1: float
    column: int = 0
    """0 across the page, 1 on the left, 2 on the right, and so on for each part of the page that has columns."""
    right: float = 0.0
    """The right edge of its column."""
    edge: bool = False
    """Whether it stands at the head or the foot of its sheet."""
    gap: bool = True
    """Whether it starts a paragraph."""

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join("".join(piece.text for piece in self.pieces).split())

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.pieces, key=lambda piece: len(piece.text.strip())).size

    def ends_like(self, other: Row) -> bool:
        """Tell whether its end looks like the start of *other*."""
        mine = next((piece for piece in reversed(self.pieces) if piece.text.strip()), self.pieces[-1])
        theirs = next((piece for piece in other.pieces if piece.text.strip()), other.pieces[0])
        return (mine.bold, mine.italic, self.size) == (theirs.bold, theirs.italic, other.size)


def in_reading_order(rows: Sequence[Row], x0: float, x1: float) -> Iterator[Row]:
    """Yield *rows* of a page from *x0* to *x1* from top to bottom, in columns first the left, then the right one.

    What reaches across the middle of the page, such as a title, parts it: columns above it are read before it.
    Pieces at the same height, which justified lines fall into, become one row.
    """
    middle = _middle(rows, x0, x1)
    if middle is None:
        yield from _settled(rows, 0)
        return
    left, right, part = list[Row](), list[Row](), 0
    for row in sorted(rows, key=lambda row: (-row.y1, row.x0)):
        if row.x0 >= middle:
            right.append(row)
        elif row.x1 <= middle:
            left.append(row)
        else:
            yield from (*_settled(left, 2 * part + 1), *_settled(right, 2 * part + 2), row)
            left, right, part = [], [], part + 1
    yield from (*_settled(left, 2 * part + 1), *_settled(right, 2 * part + 2))


def _middle(rows: Sequence[Row], x0: float, x1: float) -> float | None:
    """Return where the page is parted into two columns; None where it is not."""
    width = x1 - x0
    best: tuple[float, float] | None = None
    text = [row for row in rows if not row.edge]
    for step in range(int(width * 0.3 / _STEP)):
        place = x0 + width * 0.35 + step * _STEP
        across = sum(row.x0 < place < row.x1 for row in text)
        before, after = sum(row.x1 <= place for row in text), sum(row.x0 >= place for row in text)
        if min(before, after) >= _FEW and across <= min(before, after) * _ACROSS:
            weight = (across, abs(place - (x0 + x1) / 2))
            if best is None or weight < best[:2]:
                best, found = weight, place
    return found if best is not None else None


def _settled(rows: Sequence[Row], column: int) -> Iterator[Row]:
    """Yield the rows of one column from top to bottom, the pieces of each put together."""
    waiting: list[Row] = []
    for row in sorted(rows, key=lambda row: -row.y0):
        if (
            waiting
            and row.y1 - waiting[0].y0 > (row.y1 - row.y0) / 2
            and waiting[0].y0 - row.y0 < (row.y1 - row.y0) / 2
        ):
            waiting.append(row)
            continue
        if waiting:
            yield _together(waiting, column)
        waiting = [row]
    if waiting:
        yield _together(waiting, column)


def _together(rows: list[Row], column: int) -> Row:
    rows.sort(key=lambda row: row.x0)
    pieces = list[Piece]()
    for row in rows:
        pieces += [replace(row.pieces[0], text=" ")] if pieces else []
        pieces += row.pieces
    low, high = min(row.y0 for row in rows), max(row.y1 for row in rows)
    return replace(
        rows[0],
        pieces=tuple(pieces),
        x1=rows[-1].x1,
        y0=low,
        y1=high,
        column=column,
        edge=all(row.edge for row in rows),
    )
