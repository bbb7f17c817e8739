# SPDX-License-Identifier: EUPL-1.2
"""Find the changes of a time zone's clock in the years to come, and the yearly rule behind them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

YEARS = range(2040, 2068)
"""A whole cycle of weekdays, past what the database of zones lists change by change for most of them."""

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the clock."""

    onset: datetime
    """On the clock that it ends; without zone."""
    before: timedelta
    """The offset from UTC that ends."""
    after: timedelta
    """The offset from UTC that begins."""
    name: str
    """The name of the time from then on (``CEST``)."""


@dataclass(frozen=True, slots=True)
class YearlyRule:
    """A day that comes once a year: a weekday of a month, and which one of them."""

    month: int
    weekday: int
    """Monday is 0."""
    position: int = 0
    """The first is 1, the last -1; 0 where :attr:`days` say it."""
    days: tuple[int, ...] = ()
    """Days of the month among which the weekday falls."""

    def recurrence(self) -> dict[str, object]:
        """Return the parts of the RRULE (RFC 5545, section 3.3.10)."""
        day = _DAYS[self.weekday]
        if self.position:
            return {"freq": "yearly", "bymonth": self.month, "byday": f"{self.position}{day}"}
        return {"freq": "yearly", "bymonth": self.month, "bymonthday": list(self.days), "byday": day}

    def day_in(self, year: int) -> date:
        """Return the day in *year*."""
        length = monthrange(year, self.month)[1]
        days = [date(year, self.month, number) for number in range(1, length + 1)]
        fitting = [day for day in days if day.weekday() == self.weekday]
        if self.position:
            return fitting[self.position - (self.position > 0)]
        return next(day for day in fitting if day.day in self.days)


def changes_in(zone: ZoneInfo, year: int) -> list[Change]:
    """Return the changes of the clock of *zone* in *year*, in order."""
    bounds = [datetime(year, month, 1, tzinfo=UTC) for month in range(1, 13)]
    bounds.append(datetime(year + 1, 1, 1, tzinfo=UTC))
    return [
        _change_between(zone, low, high)
        for low, high in pairwise(bounds)
        if offset_at(zone, low) != offset_at(zone, high)
    ]


def offset_at(zone: ZoneInfo, instant: datetime) -> timedelta:
    """Return the offset of *zone* from UTC at *instant*."""
    return instant.astimezone(zone).utcoffset() or timedelta()


def _change_between(zone: ZoneInfo, low: datetime, high: datetime) -> Change:
    before = offset_at(zone, low)
    minutes = (high - low) // timedelta(minutes=1)
    first, last = 0, minutes
    while last - first > 1:
        middle = (first + last) // 2
        if offset_at(zone, low + timedelta(minutes=middle)) == before:
            first = middle
        else:
            last = middle
    instant = low + timedelta(minutes=last)
    onset = (instant + before).replace(tzinfo=None)
    return Change(onset, before, offset_at(zone, instant), instant.astimezone(zone).tzname() or "")


def yearly_rule(onsets: Sequence[datetime]) -> tuple[YearlyRule, time] | None:
    """Return the rule that *onsets*, one a year, follow, and its hour; None where they follow none.

    An onset at midnight may be the end of a day that the rule names (Egypt: the last Thursday of October, at
    24:00, which can be a day of November); it is then given a second earlier.
    """
    rule = _rule(onsets)
    if rule is None:
        onsets = [onset - timedelta(seconds=1) for onset in onsets]
        rule = _rule(onsets)
    return None if rule is None else (rule, onsets[0].time())


def _rule(onsets: Sequence[datetime]) -> YearlyRule | None:
    if len({(onset.month, onset.weekday(), onset.time()) for onset in onsets}) != 1:
        return None
    month, weekday = onsets[0].month, onsets[0].weekday()
    days = sorted({onset.day for onset in onsets})
    if all(onset.day + 7 > monthrange(onset.year, month)[1] for onset in onsets):
        return YearlyRule(month, weekday, position=-1)
    weeks = {(day - 1) // 7 for day in days}
    if len(weeks) == 1:
        return YearlyRule(month, weekday, position=weeks.pop() + 1)
    if days[-1] - days[0] > 6:
        return None
    return YearlyRule(month, weekday, days=tuple(range(days[0], days[-1] + 1)))
