# SPDX-License-Identifier: EUPL-1.2
"""Dates written in numbers: ISO 8601 (``2026-05-15``) and day, month, year (``15/05/2026``)."""

from __future__ import annotations

from collections.abc import Sequence

from newsletter.dates.points import Point
from newsletter.dates.tokens import END, Mark, Token
from newsletter.dates.vocabulary import FILLERS, MONTHS
from newsletter.model.diagnostics import ContentError, _

_SEPARATORS = (Mark.SLASH, Mark.DOT, Mark.DASH)


def is_short(token: Token) -> bool:
    """Say whether *token* can be a day or a month: at most two digits that do not count."""
    return token.mark is Mark.NUMBER and not token.ordinal and len(token.text) <= 2


def short_year(digits: str, issue_year: int) -> ContentError:
    """Return the diagnostic about a year of two digits, which is the one with them that is nearest to *issue_year*."""
    return ContentError(
        "date-form",
        _("Write the year with four digits: “%(suggestion)s”, not “%(text)s”."),
        suggestion=_nearest_year(digits, issue_year),
        text=digits,
    )


def _nearest_year(digits: str, issue_year: int) -> int:
    century = issue_year - issue_year % 100
    return min((century + step + int(digits) for step in (-100, 0, 100)), key=lambda year: abs(year - issue_year))


def _is_near(year: Token, issue_year: int) -> bool:
    """Tell whether two digits are a year around that of the issue, and no day: “12-12-26”, but not “10-11-12”."""
    return abs(_nearest_year(year.text, issue_year) - issue_year) <= 2


def with_blanks(tokens: Sequence[Token], at: int, issue_year: int) -> ContentError | None:
    """Return the diagnostic about a day with blanks between its numbers: “12 12 2026”; None where none stands at *at*.

    :param issue_year: the year that is proposed for one of two digits is the nearest to this one.
    """
    day, month, year = (tokens[at + i] if at + i < len(tokens) else END for i in range(3))
    in_letters = any(token.mark is Mark.WORD and token.text in MONTHS for token in tokens)
    if in_letters or not is_short(day) or not is_short(month) or not 1 <= int(month.text) <= 12:
        return None
    written = numbers = [day.text, month.text]
    if _is_plain(year) and len(year.text) in {2, 4}:
        written = [*numbers, year.text]
        numbers = [*numbers, year.text if len(year.text) == 4 else str(_nearest_year(year.text, issue_year))]
    message = _("Between the numbers of a day stand signs: write “%(suggestion)s” instead of “%(text)s”.")
    return ContentError("date-form", message, suggestion="/".join(numbers), text=" ".join(written))


def read(tokens: Sequence[Token], at: int, issue_year: int) -> tuple[Point, int] | None:
    """Return the point that stands in numbers at *at* and how many tokens it takes; None where none does.

    :raises ContentError: ``date-form``, for a year of two digits.
    """
    one, mark, two, again, three = (tokens[at + i] if at + i < len(tokens) else END for i in range(5))
    if mark.mark not in _SEPARATORS or not _is_plain(one) or not _is_plain(two):
        return None
    if mark.mark is Mark.DASH and (mark.spaced or two.spaced):
        return None
    whole = again.mark is mark.mark and _is_plain(three) and not (mark.mark is Mark.DASH and _spaced(again, three))
    if len(one.text) == 4:
        return _year_first(tokens, at, whole=whole)
    if len(one.text) > 2 or (not whole and _is_whole_day(tokens, at + 2)):
        return None  # of “20/25-02-2018” the first is a day alone
    if whole and is_short(two) and len(three.text) == 4:
        return Point(int(one.text), int(two.text), int(three.text)), 5
    if len(two.text) == 4:
        return Point(None, int(one.text), int(two.text)), 3
    in_letters = _month_follows(tokens, at + 3) or (whole and _month_follows(tokens, at + 5))
    if (
        whole
        and len(three.text) == 2
        and not in_letters
        and (mark.mark is not Mark.DASH or _is_near(three, issue_year))
    ):
        raise short_year(three.text, issue_year)
    if mark.mark is Mark.DASH or in_letters:
        return None
    return Point(int(one.text), int(two.text), dotted=mark.mark is Mark.DOT), 3


def _year_first(tokens: Sequence[Token], at: int, *, whole: bool) -> tuple[Point, int] | None:
    """Return the point that starts with a year, unless what follows the year is the day of a month in letters."""
    year, month = int(tokens[at].text), tokens[at + 2]
    if not is_short(month) or _month_follows(tokens, at + 3):
        return None
    if whole and is_short(tokens[at + 4]) and not _month_follows(tokens, at + 5):
        return Point(int(tokens[at + 4].text), int(month.text), year, month_first=True), 5
    return Point(None, int(month.text), year, month_first=True), 3


def _is_whole_day(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a day with its month and year stands in numbers at *at*, its marks alike."""
    day, mark, month, again, year = (tokens[at + i] if at + i < len(tokens) else END for i in range(5))
    alike = mark.mark in _SEPARATORS and again.mark is mark.mark
    return alike and is_short(day) and is_short(month) and _is_plain(year) and len(year.text) == 4


def _is_plain(token: Token) -> bool:
    return token.mark is Mark.NUMBER and not token.ordinal


def _spaced(*tokens: Token) -> bool:
    return any(token.spaced for token in tokens)


def _month_follows(tokens: Sequence[Token], at: int) -> bool:
    while tokens[at].mark is Mark.WORD and tokens[at].text in FILLERS:
        at += 1
    return tokens[at].mark is Mark.WORD and tokens[at].text in MONTHS
