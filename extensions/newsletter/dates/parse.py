# SPDX-License-Identifier: EUPL-1.2
"""Reading the ``date`` option; the grammar is in :mod:`newsletter.dates.grammar`."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache

from newsletter.dates.grammar import Parser
from newsletter.dates.points import Phrase
from newsletter.dates.readable import readable_parts
from newsletter.dates.resolve import YEARS, resolve
from newsletter.dates.show import show_month
from newsletter.dates.tokens import tokenize
from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Span

_SAMPLE_DAY = 15
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_dates(text: str, *, period: Period, kind: Kind, language: str = "it") -> Dates:
    """Parse *text*, the value of a ``date`` option (contract, section 3), in any of :mod:`newsletter.languages`.

    Days in a row that a comma or *e* joins are one span (``15 e 16 maggio``), others are occurrences of
    their own; a semicolon always makes occurrences. They come out in order, whatever the order in the text.

    :param period: the month of the issue, from which a missing year is worked out.
    :param kind: the kind of the record, which says where the last day lies around that month.
    :param language: the language of the names of days and months in messages.
    :raises ContentError: and nothing else, with the code ``date-empty``, ``date-word`` (a word that is none of a
        date), ``date-form`` (the words are in no order that is read), ``date-mixed`` (days and months in one date),
        ``date-impossible`` (31 giugno), ``date-weekday``, ``date-order`` (the end before the start), ``date-span``
        (more than a year, or more than six months with the start's year left out) or ``date-overlap``.
    """
    if _ISO_DAY.fullmatch(text):
        with suppress(ValueError):  # for the grammar, which says what is wrong
            day = date.fromisoformat(text)
            if day.year in YEARS:
                return Dates((Span(day, day),))
    try:
        phrases = _phrases(text)
    except ContentError:  # it is to name the day that is written, or else one of this issue
        example = _written(text, period, kind) or f"{_SAMPLE_DAY} {show_month(period, language)}"
        phrases = _read(text, example, period.year)
    return resolve(phrases, period=period, kind=kind, language=language)


def has_weekday(text: str) -> bool:
    """Say whether *text*, which :func:`parse_dates` has read, names the weekday of any of its days."""
    return any(point.weekday is not None for phrase in _phrases(text) for point in phrase.points)


@lru_cache(maxsize=4096)  # issues of the same month of other years have the same words
def _phrases(text: str) -> tuple[Phrase, ...]:
    return _read(text, "")


def _read(text: str, example: str, issue_year: int = 0) -> tuple[Phrase, ...]:
    return tuple(Parser(tokenize(text, example), example, issue_year).dates())


def _written(text: str, period: Period, kind: Kind) -> str:
    """Return the part of a *text* without meaning that says a day, as it is written: of “12 agosto?”, “12 agosto”."""
    for part in readable_parts(text):
        if _NUMBER.search(text) and not _NUMBER.search(part):
            continue  # a month alone, where a day is written
        with suppress(ContentError):
            resolve(_phrases(part), period=period, kind=kind, language="it")
            return part
    return ""
