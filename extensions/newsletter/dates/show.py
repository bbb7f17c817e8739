# SPDX-License-Identifier: EUPL-1.2
"""Dates in words: calm, with the year, and such that what is shown is read back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from newsletter.dates.arithmetic import adjacent, month_span, period_of, within_half_a_year
from newsletter.dates.vocabulary import words
from newsletter.model.issue import Period
from newsletter.model.values import Dates, Hours, Precision, Span

_HALF_A_YEAR = 180
"""Days within which the year of a former day is clear from that of the new one."""

Piece = tuple[str, Span | None]
"""Some words, and the one day or month that they name; None for what stands between."""


def show_day(day: date, language: str) -> str:
    """Return ``15 maggio 2026``."""
    return f"{day.day} {words(language).months[day.month - 1]} {day.year}"


def show_month(period: Period, language: str) -> str:
    """Return ``maggio 2026``."""
    return f"{words(language).months[period.month - 1]} {period.year}"


def show_weekday(day: date, language: str) -> str:
    """Return ``venerdì``."""
    return words(language).weekdays[day.weekday()]


def show_hours(hours: Hours, language: str) -> str:
    """Return ``ore 18:00–20:00``."""
    end = "" if hours.end is None else f"–{hours.end:%H:%M}"
    return f"{words(language).hour}{hours.start:%H:%M}{end}"


def show_dates(dates: Dates, hours: Hours | None, language: str) -> str:
    """Return the days, and the hours where there are any, in words: ``13 e 20 maggio 2026, ore 18:00``."""
    shown = "".join(text for text, _span in date_parts(dates, language))
    return shown if hours is None else f"{shown}, {show_hours(hours, language)}"


def show_span(span: Span, precision: Precision, language: str) -> str:
    """Return the days of one span in words."""
    return show_dates(Dates((span,), precision), None, language)


@lru_cache(maxsize=16384)  # a record says its dates on many pages
def date_parts(dates: Dates, language: str) -> tuple[Piece, ...]:
    """Return the words of *dates* in pieces, each with the one day or month that it names.

    The pieces of ``27–29 maggio 2026`` are ``27`` and ``29 maggio 2026`` with their days, and the dash with None.
    """
    writer = _Writer(dates.precision, language)
    clauses = list(_clauses(dates))
    pieces: list[Piece] = []
    for index, clause in enumerate(clauses):
        if index:
            pieces.append(("; ", None))
        follower = clauses[index + 1] if index + 1 < len(clauses) else None
        year_follows = follower is not None and not follower.long and follower.year == clause.year
        pieces.extend(writer.clause(clause, with_year=not year_follows))
        pieces.extend(_fate(clause.spans[-1], dates, language))
    return tuple(pieces)


def _fate(span: Span, dates: Dates, language: str) -> Iterator[Piece]:
    """Yield what became of *span*, in parentheses; its own year is left out where it is plain."""
    if span in dates.called_off:
        yield f" ({words(language).called_off})", None
    if (former := dates.former(span)) is not None:
        near = abs((former.start - span.start).days) < _HALF_A_YEAR
        with_year = not near or {former.start.year, former.end.year, span.end.year} != {span.start.year}
        writer = _Writer(dates.precision, language)
        long = not within_half_a_year(former, dates.precision) or former.start.year != former.end.year
        shown = writer.clause(_Clause((former,), long=long), with_year=with_year)
        yield f" ({words(language).formerly} {''.join(text for text, _span in shown)})", None


@dataclass(frozen=True, slots=True)
class _Clause:
    """Some spans of one year that are listed with commas; or one that needs both its years."""

    spans: tuple[Span, ...]
    long: bool

    @property
    def year(self) -> int:
        return self.spans[-1].end.year


def _clauses(dates: Dates) -> Iterator[_Clause]:
    """Cut at each change of year, and between days in a row, which a comma would make into one span."""
    gathered: list[Span] = []
    for span in dates.spans:
        long = span.start.year != span.end.year or not within_half_a_year(span, dates.precision)
        alone = span in dates.called_off or dates.former(span) is not None
        if gathered and (alone or long or gathered[-1].end.year != span.start.year or adjacent(gathered[-1], span)):
            yield _Clause(tuple(gathered), long=False)
            gathered = []
        if long or alone:
            yield _Clause((span,), long=long)
        else:
            gathered.append(span)
    if gathered:
        yield _Clause(tuple(gathered), long=False)


class _Writer:
    """Writes clauses in one language."""

    def __init__(self, precision: Precision, language: str) -> None:
        self._monthly = precision is Precision.MONTH
        self._words = words(language)

    def clause(self, clause: _Clause, *, with_year: bool) -> list[Piece]:
        """Return the pieces of one clause; its year stands at its end, or with both days of a long span."""
        if clause.long:
            (span,) = clause.spans
            return [self._point(span.start, year=True), (" – ", None), self._point(span.end, year=True)]
        groups = [list(group) for _key, group in groupby(clause.spans, self._group)]
        final = clause.spans[-1] if with_year else None
        listed = [self._joined([self._span(span, group[-1], final) for span in group]) for group in groups]
        if all(len(group) == 1 for group in groups):
            return self._joined(listed)
        return _separated(listed, ", ", ", ")

    def _group(self, span: Span) -> tuple[int, ...]:
        """Return what is the same for spans that can share the name of a month."""
        if self._monthly or span.start.month != span.end.month:
            return (span.start.toordinal(),) * 2
        return (span.start.month,)

    def _joined(self, items: list[list[Piece]]) -> list[Piece]:
        return _separated(items, ", ", self._words.conjunction)

    def _span(self, span: Span, last_of_month: Span, final: Span | None) -> list[Piece]:
        end = self._point(span.end, month=span is last_of_month, year=span is final)
        if span.start == span.end or (self._monthly and period_of(span.start) == period_of(span.end)):
            return [end]
        same_month = span.start.month == span.end.month
        start = self._point(span.start, month=not same_month)
        return [start, ("–" if same_month else " – ", None), end]

    def _point(self, day: date, *, month: bool = True, year: bool = False) -> Piece:
        """Return one day or month; without its month and year where another piece says them."""
        name = self._words.months[day.month - 1]
        texts = [] if self._monthly else [str(day.day)]
        texts += [name] if month else []
        texts += [str(day.year)] if year else []
        of_month = period_of(day)
        return " ".join(texts), month_span(of_month, of_month) if self._monthly else Span(day, day)


def _separated(items: list[list[Piece]], separator: str, last: str) -> list[Piece]:
    """Return *items* in a row, the last after *last*, the others after *separator*."""
    pieces: list[Piece] = list(items[0])
    for index, item in enumerate(items[1:], start=2):
        pieces.append((last if index == len(items) else separator, None))
        pieces.extend(item)
    return pieces
