# SPDX-License-Identifier: EUPL-1.2
"""Reject days that cannot be, each with an error of its own and, where there is one, a suggestion."""

from __future__ import annotations

from datetime import date, timedelta

from newsletter.dates.arithmetic import (
    month_length,
    month_span,
    months_between,
    period_of,
    plus_months,
    within_half_a_year,
)
from newsletter.dates.points import Point
from newsletter.dates.show import show_day, show_span, show_weekday
from newsletter.dates.vocabulary import words
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.values import Precision, Span

_FEBRUARY = 2
"""The month whose length depends on the year."""

_LONG_SEASON = 9
"""Months up to which a span over the new year is likely enough to be proposed, such as a school year's."""


def mixed() -> ContentError:
    """Refuse days and whole months in one date."""
    return ContentError(
        "date-mixed",
        _("The date holds both days and whole months. Give the day everywhere, or nowhere."),
    )


def weekday_of_month(point: Point, language: str) -> ContentError:
    """Refuse a weekday beside a month: the number of the day is missing."""
    return ContentError(
        "date-form",
        _("“%(weekday)s” needs the number of its day."),
        weekday=words(language).weekdays[point.weekday or 0],
    )


def no_year(year: int, years: range) -> ContentError:
    """Refuse a year that is surely mistyped."""
    return ContentError(
        "date-impossible",
        _("The year %(year)s cannot be right. Years go from %(first)s to %(last)s."),
        year=f"{year:04}",
        first=years[0],
        last=years[-1],
    )


def no_month(point: Point, language: str) -> ContentError:
    """Refuse a month beyond December; propose day and month the other way round, where that is a day."""
    month, day = point.month or 0, point.day
    if day is not None and 1 <= day <= 12 and 1 <= month <= month_length(day):
        year = f" {point.year}" if point.year is not None else ""
        return ContentError(
            "date-impossible",
            _("There is no month %(month)s. Did you mean “%(suggestion)s”?"),
            month=month,
            suggestion=f"{month} {words(language).months[day - 1]}{year}",
        )
    return ContentError("date-impossible", _("There is no month %(month)s. Months go from 1 to 12."), month=month)


def no_day(point: Point, year: int, language: str) -> ContentError:
    """Refuse a day that its month has not got in *year*."""
    month = point.month or 1
    named = words(language).months[month - 1]
    if point.year is not None or month == _FEBRUARY:
        named = f"{named} {year}"
    last = month_length(month, year)
    return ContentError(
        "date-impossible",
        _("There is no day %(day)s in “%(month)s”, which has %(days)s days. Did you mean “%(suggestion)s”?"),
        month=named,
        days=last,
        day=point.day,
        suggestion=f"{last if point.day else 1} {named}",
    )


def dotted(point: Point) -> ContentError:
    """Refuse two numbers with a full stop, which may be an hour."""
    return ContentError(
        "date-form",
        _("“%(text)s” may be a day or an hour. Write a day as “%(suggestion)s”; hours go into the option “:time:”."),
        text=f"{point.day}.{point.month:02}",
        suggestion=f"{point.day}/{point.month}",
    )


def weekday(day: date, wrong: int, language: str) -> ContentError:
    """Refuse a weekday that is not that of the day; name the right one, and the nearest day with the written one."""
    steps = (wrong - day.weekday() + 3) % 7 - 3
    return ContentError(
        "date-weekday",
        _("%(day)s is a %(right)s, not a %(wrong)s. Write “%(suggestion)s”, or “%(near)s” if the weekday is right."),
        day=show_day(day, language),
        right=show_weekday(day, language),
        wrong=words(language).weekdays[wrong],
        suggestion=_with_weekday(day, language),
        near=_with_weekday(day + timedelta(days=steps), language),
    )


def weekday_of_last_year(day: date, later: date, language: str) -> ContentError:
    """Refuse a weekday that is not that of a *day* of the year before; propose the same day a year *later*."""
    return ContentError(
        "date-weekday",
        _("%(day)s is a %(right)s. If this year's is meant, write “%(later)s”; else “%(suggestion)s”."),
        day=show_day(day, language),
        right=show_weekday(day, language),
        later=_with_weekday(later, language),
        suggestion=_with_weekday(day, language),
    )


def _with_weekday(day: date, language: str) -> str:
    return f"{show_weekday(day, language)} {show_day(day, language)}"


def order(start: date, end: date, precision: Precision, language: str) -> ContentError:
    """Refuse an end before its start, where the year of both is written."""
    swapped = _spanned(end, start, precision)
    next_year = _spanned(start, plus_months(end, 12), precision)
    likely = next_year if start.year == end.year and within_half_a_year(next_year, precision) else swapped
    return _order(show_span(likely, precision, language))


def _order(suggestion: str) -> ContentError:
    return ContentError(
        "date-order",
        _("The end comes before the start. Did you mean “%(suggestion)s”?"),
        suggestion=suggestion,
    )


def backwards(span: Span, precision: Precision, language: str) -> ContentError:
    """Refuse an end that is earlier in the year than its start, where a new year between them would make it long."""
    swapped = show_span(_spanned(span.end, plus_months(span.start, 12), precision), precision, language)
    if months_between(period_of(span.start), period_of(span.end)) > _LONG_SEASON:
        return _order(swapped)
    return ContentError(
        "date-order",
        _("The end comes before the start. Did you mean “%(suggestion)s”, or “%(long)s”?"),
        suggestion=swapped,
        long=show_span(span, precision, language),
    )


def which_year(span: Span, precision: Precision, language: str) -> ContentError:
    """Refuse a start without a year of its own, more than six months before its end."""
    return ContentError(
        "date-span",
        _("The start lies more than six months before the end. Give both their year: “%(suggestion)s”."),
        suggestion=show_span(span, precision, language),
    )


def too_long(span: Span, precision: Precision, language: str) -> ContentError:
    """Refuse more than a year."""
    return ContentError(
        "date-span",
        _("“%(span)s” is more than a year. Write a year at most, and the rest in the text."),
        span=show_span(span, precision, language),
    )


def overlap(earlier: Span, later: Span, precision: Precision, language: str) -> ContentError:
    """Refuse two occurrences that share a day."""
    if earlier == later:
        return ContentError(
            "date-overlap",
            _("“%(span)s” is given twice. Keep one of them."),
            span=show_span(later, precision, language),
        )
    return ContentError(
        "date-overlap",
        _("“%(earlier)s” and “%(later)s” overlap. Did you mean “%(suggestion)s”?"),
        earlier=show_span(earlier, precision, language),
        later=show_span(later, precision, language),
        suggestion=show_span(Span(earlier.start, max(earlier.end, later.end)), precision, language),
    )


def _spanned(start: date, end: date, precision: Precision) -> Span:
    if precision is Precision.MONTH:
        return month_span(period_of(start), period_of(end))
    return Span(start, end)
