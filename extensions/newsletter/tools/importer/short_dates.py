# SPDX-License-Identifier: EUPL-1.2
"""Days without a month, “giovedì 23”, or in numbers without a year, “25.6”, “2-4/3”: what they mean in an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from newsletter.dates.arithmetic import month_length
from newsletter.dates.vocabulary import WEEKDAYS, fold
from newsletter.model.issue import Period

_MONTHS_AROUND = (0, 1, -1)
"""The issue's month, the next, the one before: in which of them a day is looked for, first to last."""
_WEEKDAY_AND_DAY = re.compile(
    r"(?<![\w.,/:-])(?P<weekday>[^\W\d_]{3,9})\s+(?P<day>\d{1,2})(?:º|°|st|nd|rd|th)?(?![\w/])(?![-.,:]\d)(?!\s*[-–/&]\s*\d)"
)
_IN_NUMBERS = re.compile(
    r"(?P<first>(?:(?:dal(?:l['’])?|from|du|tra)\s*)?\d{1,2}(?:[./]\d{1,2})?\s*(?:[-–]|e|and|et|al(?:l['’])?|to|au)\s*)?"
    r"(?<![\d./])(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?=\.?(?:\s|$)|[–—:,;)-])(?!\s*(?:%|€|[^\W\d_]*mil|euro|km|de(?:i|l|lle|gli)\b))",
    re.IGNORECASE,
)
_BEFORE_NUMBERS = re.compile(
    r"(?:^(?:\(?\d{1,2}\)\s*)?|[^\W\d_][^\W\d]*\s*[(,;–—-]\s*|\b(?:il|l['’]|del|dal|on|le|du)\s*)$", re.IGNORECASE
)
_CLOSE = 24  # characters before a number that tell whether it is a day


def short_dates(text: str, period: Period) -> Iterator[tuple[int, int, str]]:
    """Yield where a day stands in *text* that says its month by its weekday, or by a number, and that day in full.

    A weekday has to be that of the day in the issue's month or one beside it, and a number the month of such a one:
    else “9.30” may well be an hour.
    """
    around = _around(period)
    for match in _WEEKDAY_AND_DAY.finditer(text):
        weekday = WEEKDAYS.get(fold(match["weekday"]))
        day = int(match["day"])
        days = (each for each in around if day in _days(each))
        there = next((each for each in days if date(each.year, each.month, day).weekday() == weekday), None)
        if there:
            yield *match.span(), f"{match['weekday']} {day}/{there.month}/{there.year}"
    for match in _IN_NUMBERS.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        there = next((each for each in around if each.month == month and day in _days(each)), None)
        if there and (match["first"] or _BEFORE_NUMBERS.search(text, max(0, match.start() - _CLOSE), match.start())):
            yield *match.span(), f"{(match['first'] or '').replace('.', '/')}{day}/{month}/{there.year}"


@cache
def _around(period: Period) -> tuple[Period, ...]:
    return tuple(period.plus(months) for months in _MONTHS_AROUND)


def _days(period: Period) -> range:
    return range(1, month_length(period.month, period.year) + 1)
