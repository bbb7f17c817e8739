# SPDX-License-Identifier: EUPL-1.2
"""Dates that stand on several lines, as on a leaf of a calendar: the day large, the month under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsletter.model.kinds import Kind
from newsletter.tools.importer.lines import Line, Piece, line_of
from newsletter.tools.importer.when import Calendar

_LONGEST = 14  # characters of a part: “settembre 2026”
_PARTS = 3
_DAYS = re.compile(r"\d{1,2}(?:\s*[-–/]\s*\d{1,2})?")


def with_whole_dates(lines: Sequence[Line], calendar: Calendar) -> Iterator[Line]:
    """Yield *lines*, those together that are one date: “14-16” over “marzo”."""
    place = 0
    while place < len(lines):
        used = _length(lines[place : place + _PARTS], calendar)
        yield _joined(lines[place : place + used]) if used > 1 else lines[place]
        place += used


def _length(lines: Sequence[Line], calendar: Calendar) -> int:
    """Return how many of *lines* are one date together, at least one."""
    short = 0
    while short < len(lines) and len(lines[short].text) <= _LONGEST and not lines[short].cells:
        short += 1
    if not any(_DAYS.fullmatch(line.text) for line in lines[:short]):
        return 1
    for used in range(short, 1, -1):
        text = " ".join(line.text for line in lines[:used])
        parts = [calendar.is_date(line.text, Kind.NEWS) and re.search(r"\d", line.text) for line in lines[:used]]
        if calendar.is_date(text, Kind.NEWS) and not any(parts):
            return used
    return 1


def _joined(lines: Sequence[Line]) -> Line:
    pieces = [piece for line in lines for piece in (*line.pieces, Piece(" "))]
    first = lines[0]
    return line_of(pieces, number=first.number, place=first.place, gap=first.gap, item=first.item)
