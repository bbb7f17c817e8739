# SPDX-License-Identifier: EUPL-1.2
"""Several records in one paragraph, taken apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from newsletter.model.kinds import Kind
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.when import Calendar

_PART = re.compile(r"(?<=[.!?])\s+(?=[\"“«']?[A-ZÀ-Ý])")
_BEFORE_DAY = re.compile(r"(?:^|[.!?]\s+)$")
_CLOSE = 4  # characters before a date in which the sentence above it ends
_TITLE_BEHIND = re.compile(r"\s*[:,–—-]?\s*[\"“«']?[A-ZÀ-Ý]")
_MARK_BEFORE_DATE = re.compile(r"[^.!?|]{3,120}(?:(?:\s+[-–—|]|[–—]|\s*\()\s*|\.\s+)")


def apart(line: Line, calendar: Calendar) -> Iterator[Line]:
    """Yield the records that *line* holds one behind the other, or *line* itself."""
    firsts = [] if line.heading or line.cells or "|" in line.text else _firsts(line.text, calendar)
    if len(firsts) <= 1:
        yield line
        return
    for first, last in zip([0, *firsts[1:]], [*firsts[1:], len(line.text)], strict=True):
        yield replace(line.cut(first, last), gap=True, item=0)


def _firsts(text: str, calendar: Calendar) -> list[int]:
    """Return where sentences of *text* begin that are a title with its date, or a date with its title."""
    starts = [0, *(match.end() for match in _PART.finditer(text))]
    dates = [date for date in calendar.dates_in(text, Kind.EVENT) if date.has_day]
    titles, days = list[int](), [date.start for date in dates]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        after = bisect_right(days, start)
        day = days[after] if after < len(days) else end
        if day < end and _MARK_BEFORE_DATE.fullmatch(text, start, day):
            titles.append(start)
    if len(titles) > 1:
        return titles
    begin = [date for date in dates if _BEFORE_DAY.search(text, max(0, date.start - _CLOSE), date.start)]
    return [date.start for date in begin if _TITLE_BEHIND.match(text, date.end)]
