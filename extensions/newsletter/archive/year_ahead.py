# SPDX-License-Identifier: EUPL-1.2
"""Hints on days that an earlier issue gives a year before: the line may be left from a block that was copied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newsletter.dates import show_dates
from newsletter.dates.arithmetic import months_between, period_of
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import IssueName
from newsletter.model.record import Record
from newsletter.model.text import stems
from newsletter.model.values import Precision

_AHEAD = 5
"""Months after its issue's own from which on a day may rather be that of the year before."""


def year_ahead(archive: Archive, language: str) -> Iterator[tuple[Record, ContentError]]:
    """Yield the records on days far ahead that another, alike, has in the year before in an earlier issue.

    The caller has to leave out those whose year is written: it is meant.
    """
    by_days: dict[tuple[object, ...], list[Record]] = {}
    for record in archive.records:
        by_days.setdefault(_days(record, 1), []).append(record)
    for record in archive.records:
        issue = IssueName.parse(record.issue)
        ahead = issue is not None and months_between(issue.period, period_of(record.start)) >= _AHEAD
        if not ahead or len(record.issues) > 1 or record.dates.precision is not Precision.DAY:
            continue
        former = (each for each in by_days.get(_days(record, 0), ()) if each.issues[0] < record.issue)
        if other := next((each for each in former if _alike(record, each)), None):
            message = _(
                "In the issue %(issue)s “%(title)s” has the same days, a year before: was this line copied with it? "
                "Correct it, or write the year as well, “:date: %(dates)s”."
            )
            values = {"issue": other.issues[0], "title": other.title}
            dates = show_dates(record.dates, None, language)
            yield record, ContentError("date-year", message, dates=dates, **values)


def _days(record: Record, years: int) -> tuple[object, ...]:
    """Return the days of *record*, so many *years* later, by year, month and day: February 29 stays what it is."""
    return tuple((_later(span.start, years), _later(span.end, years)) for span in record.dates.spans)


def _later(day: date, years: int) -> tuple[int, int, int]:
    return day.year + years, day.month, day.day


def _alike(record: Record, other: Record) -> bool:
    """Tell whether two titles have most words in common; where both last for days, as few plans do, one word."""
    here, there = stems(record.title, 4), stems(other.title, 4)
    common = len(here & there)
    return 2 * common > min(len(here), len(there)) or (common > 0 and record.start != record.end)
