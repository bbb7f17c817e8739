# SPDX-License-Identifier: EUPL-1.2
"""Add and compare days and months in ways that the standard library lacks."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from newsletter.model.issue import Period
from newsletter.model.values import Precision, Span

_LEAP_YEAR = 2000


def month_length(month: int, year: int | None = None) -> int:
    """Return the days of a month; at most so many, where the year is not known."""
    return monthrange(year if year is not None else _LEAP_YEAR, month)[1]


def period_of(day: date) -> Period:
    """Return the month that *day* lies in."""
    return Period(day.year, day.month)


def months_between(first: Period, second: Period) -> int:
    """Return how many months *second* lies after *first*; negative where it lies before."""
    return (second.year - first.year) * 12 + second.month - first.month


def plus_months(day: date, months: int) -> date:
    """Return the same day *months* later, or the last of that month; the ends of the calendar hold."""
    there = period_of(day).plus(months)
    if there.year > MAXYEAR:
        return date.max
    if there.year < MINYEAR:
        return date.min
    return date(there.year, there.month, min(day.day, month_length(there.month, there.year)))


def month_span(first: Period, last: Period) -> Span:
    """Return the days from the first of one month to the last of another, in years that the calendar has."""
    return Span(first.first_day, date(last.year, last.month, month_length(last.month, last.year)))


def within_half_a_year(span: Span, precision: Precision) -> bool:
    """Say whether *span* starts at most six months before it ends."""
    if precision is Precision.MONTH:
        return months_between(period_of(span.start), period_of(span.end)) <= 6
    return span.start >= plus_months(span.end, -6)


def adjacent(earlier: Span, later: Span) -> bool:
    """Say whether *later* starts on the day after the end of *earlier*."""
    return later.start.toordinal() - earlier.end.toordinal() == 1
