# SPDX-License-Identifier: EUPL-1.2
"""Working out what a written date leaves out: months from its neighbours, years from them or from the issue.

A year that is written serves the points before it that have none, and failing those the points after it:

* the start of a span is the nearest such day before its end, the end the nearest after its start;
* of two occurrences the one written first comes first, at most six months before the other; where that
  cannot be, but the other order brings them within three months, they are just written out of order.

Where no year is written at all, the last day falls into the window of twelve months that the kind of the
record gives (contract, section 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from newsletter.dates.arithmetic import months_between, period_of, plus_months
from newsletter.dates.points import Phrase, Point
from newsletter.dates.vocabulary import words
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Period
from newsletter.model.kinds import TRAITS, Kind

_SIX_MONTHS = 6 * 31
_THREE_MONTHS = 3 * 31
"""In a year of twelve months of 31 days, as :attr:`Point.place_in_year` counts."""


def in_window(month: Period, period: Period, kind: Kind) -> bool:
    """Say whether *month* may hold the last day of a record of *kind* without a year in the issue of *period*."""
    back, ahead = TRAITS[kind].months
    return back <= months_between(period, month) <= ahead


def a_year_later(day: date, period: Period, kind: Kind) -> date | None:
    """Return the day a year after *day*, if the issue of *period* rather tells of that one; else None."""
    later = plus_months(day, 12)
    there, here = (in_window(period_of(each), period, kind) for each in (later, day))
    return later if there and not here else None


def fill_months(phrases: Sequence[Phrase], period: Period, language: str) -> list[Phrase]:
    """Give each day its month: from the point before, where the month stands first there, else from the one after.

    :raises ContentError: ``date-form``, where a day has no month or two that it could have.
    """
    points = [point for phrase in phrases for point in phrase.points]
    if all(point.month is None for point in points):
        raise _without_months(phrases, period, language)
    before: list[int | None] = []
    for point in points:
        carried = before[-1] if before else None
        before.append(point.month if point.month_first and point.day else None if point.month else carried)
    filled: list[Point] = []
    after: int | None = None
    for point, carried in zip(reversed(points), reversed(before), strict=True):
        if point.month is not None:
            after = None if point.month_first or point.day is None else point.month
            filled.append(point)
        elif (month := _only_one(carried, after)) is not None:
            filled.append(point._replace(month=month, month_first=month == carried))
        else:
            written = next(other.month for other in points if other.month is not None)
            raise _no_month(point, written, language)
    return _regroup(phrases, filled[::-1])


def _only_one(one: int | None, other: int | None) -> int | None:
    """Return the one that is there; None where there is none, or two that differ."""
    if one is None or other is None or one == other:
        return other if one is None else one
    return None


def _no_month(point: Point, month: int, language: str) -> ContentError:
    return ContentError(
        "date-form",
        _("The month of the day %(day)s is not clear. Write it too, as in “%(suggestion)s”."),
        day=point.day,
        suggestion=f"{point.day} {words(language).months[month - 1]}",
    )


def _without_months(phrases: Sequence[Phrase], period: Period, language: str) -> ContentError:
    """Return the diagnostic about days that have no month, unless “12-08” has it as a number."""
    months = words(language).months
    spans = [(phrase.first.day or 0, phrase.last.day or 0) for phrase in phrases if phrase.last is not None]
    if len(spans) < len(phrases) or not all(1 <= last <= len(months) for _first, last in spans):
        return _no_month(phrases[-1].points[-1], period.month, language)
    days = "; ".join(f"{first} {months[last - 1]}" for first, last in spans)
    if any(first > last for first, last in spans):
        message = _("Days need their month. Did you mean “%(suggestion)s”?")
        return ContentError("date-form", message, suggestion=days)
    message = _("Days need their month. Write “%(suggestion)s” if these are a day and a month, else “%(span)s”.")
    span = "; ".join(f"{first}-{last} {months[period.month - 1]}" for first, last in spans)
    return ContentError("date-form", message, suggestion=days, span=span)


def _regroup(phrases: Sequence[Phrase], points: Sequence[Point]) -> list[Phrase]:
    """Return *phrases* with their points replaced, in order."""
    queue = iter(points)
    return [phrase._replace(first=next(queue), last=None if phrase.last is None else next(queue)) for phrase in phrases]


def has_year(phrases: Sequence[Phrase]) -> bool:
    """Say whether any year is written."""
    return any(point.year is not None for phrase in phrases for point in phrase.points)


def likely_years(month: int, period: Period, kind: Kind) -> list[int]:
    """Return the years that *month* may lie in: first the one in the window, then its neighbours."""
    first = next(
        year for year in range(period.year - 1, period.year + 2) if in_window(Period(year, month), period, kind)
    )
    return [first, first - 1, first + 1]


def guesses(phrases: Sequence[Phrase], period: Period, kind: Kind) -> Iterator[list[Phrase]]:
    """Yield *phrases* with the years that they may have, the likeliest first, going by the last point."""
    final = phrases[-1]
    last = final.points[-1]
    for year in likely_years(last.month or 1, period, kind):
        dated = last._replace(year=year)
        closed = final._replace(first=dated) if final.last is None else final._replace(last=dated)
        yield fill_years([*phrases[:-1], closed])


def fill_years(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Give each point its year, from the points around it; at least one has one.

    :raises ContentError: ``date-order``, where occurrences are so far out of order that the year is anybody's guess.
    """
    points = [point for phrase in phrases for point in phrase.points]
    ends = {index for index, starts in enumerate(_starts(phrases)) if not starts}
    dated = max(index for index, point in enumerate(points) if point.year is not None)
    for index in range(dated - 1, -1, -1):
        if points[index].year is None:
            points[index] = _before(points[index], points[index + 1], in_span=index + 1 in ends)
    for index in range(dated + 1, len(points)):
        points[index] = _after(points[index], points[index - 1], in_span=index in ends)
    return _regroup(phrases, points)


def _starts(phrases: Sequence[Phrase]) -> Iterator[bool]:
    """Yield for each point whether it starts its phrase."""
    for phrase in phrases:
        yield True
        if phrase.last is not None:
            yield False


def _before(point: Point, later: Point, *, in_span: bool) -> Point:
    year = later.year or 0
    back = point.place_in_year - later.place_in_year
    return point._replace(year=year - 1 if _crosses_new_year(back, in_span=in_span) else year)


def _after(point: Point, earlier: Point, *, in_span: bool) -> Point:
    year = earlier.year or 0
    back = earlier.place_in_year - point.place_in_year
    return point._replace(year=year + 1 if _crosses_new_year(back, in_span=in_span) else year)


def _crosses_new_year(back: int, *, in_span: bool) -> bool:
    """Say whether a new year lies between two points of which the second is *back* days earlier in the year."""
    if back <= 0 or in_span:
        return back > 0
    if _THREE_MONTHS < back <= _SIX_MONTHS:
        raise ContentError(
            "date-order", _("The days are not in order of time, so that their years are not clear. Give each its year.")
        )
    return back > _SIX_MONTHS
