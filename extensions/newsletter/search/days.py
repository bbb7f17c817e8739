# SPDX-License-Identifier: EUPL-1.2
"""Days, months and years as words of the index, whatever language a reader asks in.

``@05-12`` is the twelfth of May of any year, ``@05`` May, ``@2026-05`` May 2026. No text has such words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from newsletter.model.values import Dates, Precision, Span

_LONGEST = 366
"""The number of days of a span that are indexed one by one."""


def period_words(dates: Dates) -> Iterator[str]:
    """Yield the years and months that *dates* touch, and the days on which something takes place on that day alone."""
    for span in dates.held:
        first, last = span.start.year * 12 + span.start.month - 1, span.end.year * 12 + span.end.month - 1
        for month in range(first, min(last, first + 12) + 1):
            yield f"{month // 12:04}"
            yield f"@{month % 12 + 1:02}"
            yield f"@{month // 12:04}-{month % 12 + 1:02}"
        if dates.precision is Precision.DAY and span.start == span.end:
            yield _word(span.start)


def day_words(dates: Dates) -> Iterator[str]:
    """Yield each day of the spans of *dates*; none of a month of which no day is known."""
    if dates.precision is Precision.DAY:
        yield from (_word(day) for span in dates.held for day in _days(span))


def _days(span: Span) -> Iterator[date]:
    for number in range(min((span.end - span.start).days + 1, _LONGEST)):
        yield span.start + timedelta(days=number)


def _word(day: date) -> str:
    return f"@{day:%m-%d}"
