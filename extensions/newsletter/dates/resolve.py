# SPDX-License-Identifier: EUPL-1.2
"""From written points to days, and everything that is refused on the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from newsletter.dates import impossible
from newsletter.dates.arithmetic import adjacent, month_length, month_span, period_of, plus_months, within_half_a_year
from newsletter.dates.points import Phrase, Point
from newsletter.dates.years import a_year_later, fill_months, fill_years, guesses, has_year, in_window, likely_years
from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Precision, Span

YEARS = range(1900, 3000)
"""The years that may be written; any other is mistyped."""


def resolve(phrases: Sequence[Phrase], *, period: Period, kind: Kind, language: str) -> Dates:
    """Return the days that *phrases* mean in the issue of *period*.

    :raises ContentError: every code but ``date-empty`` and ``date-word``.
    """
    precision = _precision(phrases, language)
    for point in _points(phrases):
        if point.month is not None and not 1 <= point.month <= 12:
            raise impossible.no_month(point, language)
    phrases = fill_months(phrases, period, language)
    if has_year(phrases):
        dated = fill_years(phrases)
        _check_possible(dated, period, kind, language)
        _check_weekdays(dated, period, kind, language)
        return _dates(dated, phrases, precision, language)
    _check_possible(phrases, period, kind, language)
    return _guessed(phrases, precision, period, kind, language)


def _guessed(phrases: Sequence[Phrase], precision: Precision, period: Period, kind: Kind, language: str) -> Dates:
    """Return the days of *phrases*, in which no year is written, so that the last lies in the window."""
    first: ContentError | None = None
    for guess in guesses(phrases, period, kind):
        try:
            dates = _dates(guess, phrases, precision, language)
        except ContentError as error:
            first = first or error
        else:
            if in_window(period_of(dates.end), period, kind):
                return dates
    raise first or impossible.no_day(phrases[-1].points[-1], period.year, language)


def _points(phrases: Sequence[Phrase]) -> list[Point]:
    """Return all points, those of former occurrences behind those that replace them."""
    return [
        point
        for phrase in phrases
        for point in (*phrase.points, *(phrase.former.points if phrase.former is not None else ()))
    ]


def _precision(phrases: Sequence[Phrase], language: str) -> Precision:
    points = _points(phrases)
    months = [point for point in points if point.day is None]
    if not months:
        return Precision.DAY
    if len(months) < len(points):
        raise impossible.mixed()
    if any(point.weekday is not None for point in months):
        raise impossible.weekday_of_month(months[0], language)
    return Precision.MONTH


def _check_possible(phrases: Sequence[Phrase], period: Period, kind: Kind, language: str) -> None:
    """Refuse mistyped years and days that no calendar has, as far as they can be told without the year."""
    for point in _points(phrases):
        year = period.year if point.year is None else point.year
        if year not in YEARS:
            raise impossible.no_year(year, YEARS)
        month = point.month or 1
        if point.day is not None and not 1 <= point.day <= month_length(month, point.year):
            raise impossible.no_day(point, point.year or likely_years(month, period, kind)[0], language)


def _check_weekdays(dated: Sequence[Phrase], period: Period, kind: Kind, language: str) -> None:
    """Refuse a wrong weekday of a day that would suit the issue a year later, as in a block copied from last year's."""
    for point in (point for phrase in dated for point in phrase.points):
        day = _day(point, language)
        if point.weekday not in {None, day.weekday()} and (later := a_year_later(day, period, kind)):
            raise impossible.weekday_of_last_year(day, later, language)


def _day(point: Point, language: str) -> date:
    """Return the day of a point that has a year; the first of the month, where it has no day."""
    year, month, day = point.year or 0, point.month or 1, point.day or 1
    if day > month_length(month, year):
        raise impossible.no_day(point, year, language)
    return date(year, month, day)


def _dates(dated: Sequence[Phrase], written: Sequence[Phrase], precision: Precision, language: str) -> Dates:
    some_year = has_year(written)
    spans: list[Span] = []
    single: list[bool] = []
    called_off: list[Span] = []
    moved: list[tuple[Span, Span]] = []
    for phrase, as_written in zip(dated, written, strict=True):
        span = _span(phrase, as_written, precision, language, some_year=some_year)
        alone = phrase.last is None and not phrase.has_fate
        if phrase.called_off:
            called_off.append(span)
        if phrase.former is not None:
            moved.append((span, _former(phrase.former, span, precision, language)))
        if spans and alone and single[-1] and not phrase.apart and adjacent(spans[-1], span):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
            single.append(alone)
    spans.sort()
    for span in spans:
        if span.end > plus_months(span.start, 12):
            raise impossible.too_long(span, precision, language)
    for earlier, later in pairwise(spans):
        if later.start <= earlier.end:
            raise impossible.overlap(earlier, later, precision, language)
    return Dates(tuple(spans), precision, tuple(sorted(called_off)), tuple(sorted(moved)))


def _former(phrase: Phrase, now: Span, precision: Precision, language: str) -> Span:
    """Return the days that *now* replaces: those of *phrase* that are nearest, where it leaves out month or year."""
    last = phrase.points[-1]
    if all(point.month is None for point in phrase.points):
        last = last._replace(month=now.start.month)
    closed = phrase._replace(first=last) if phrase.last is None else phrase._replace(last=last)
    [whole] = fill_months([closed], period_of(now.start), language)
    last = whole.points[-1]
    years = [now.start.year + shift for shift in (0, -1, 1)] if not has_year([whole]) else [last.year]
    found: list[Span] = []
    first: ContentError | None = None
    for year in years:
        point = last._replace(year=last.year or year)
        dated = whole._replace(first=point) if whole.last is None else whole._replace(last=point)
        try:
            found.append(_span(fill_years([dated])[0], phrase, precision, language, some_year=True))
        except ContentError as error:
            first = first or error
    if not found:
        raise first or impossible.no_day(last, now.start.year, language)
    return min(found, key=lambda span: abs((span.start - now.start).days))


def _span(phrase: Phrase, written: Phrase, precision: Precision, language: str, *, some_year: bool) -> Span:
    start, end = _day(phrase.first, language), _day(phrase.points[-1], language)
    for point, day in zip(phrase.points, (start, end), strict=False):
        if point.dotted and not some_year:
            raise impossible.dotted(point)
        if point.weekday is not None and day.weekday() != point.weekday:
            raise impossible.weekday(day, point.weekday, language)
    if end < start:
        raise impossible.order(start, end, precision, language)
    span = month_span(period_of(start), period_of(end)) if precision is Precision.MONTH else Span(start, end)
    _check_guess(span, written, precision, language, some_year=some_year)
    return span


def _check_guess(span: Span, written: Phrase, precision: Precision, language: str, *, some_year: bool) -> None:
    """Refuse a span of more than six months whose start has a year that was guessed.

    Without any year a span within one calendar year is clear, however long it is.
    """
    first, last = written.points[0], written.points[-1]
    if last.year is None or first.year is None:
        backwards = first.place_in_year > last.place_in_year
        guessed = backwards or (first.year is None and some_year)
        if guessed and not within_half_a_year(span, precision):
            refuse = impossible.backwards if backwards else impossible.which_year
            raise refuse(span, precision, language)
