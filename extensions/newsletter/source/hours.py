# SPDX-License-Identifier: EUPL-1.2
"""Hours as contributors write them: the ``time`` option (contract, section 2).

The grammar, in any case, with the words of :mod:`newsletter.languages`::

    hours  = { before } clock [ between clock ]
    before = "ore" | "alle" | "dalle" | "h" | "at" | "from" | …
    between= dash { before } | ( "alle" | "fino" | "to" | … ) { before }
    clock  = hour [ ( ":" | "." | "," | "h" ) minute ] [ "h" ] [ "am" | "pm" ]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newsletter.dates.arithmetic import period_of
from newsletter.dates.show import show_dates, show_day, show_month
from newsletter.dates.tokens import check_digits, clean, shown
from newsletter.dates.vocabulary import fold
from newsletter.languages import LANGUAGES, words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.values import Dates, Hours, Precision, Span

# One class of characters at most under each quantifier, so that no input makes it search.
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<hour>[0-9]+) (?: (?:[:.,]|\s?h\s?) (?P<minute>[0-9]+) )? (?:\s?h(?![^\W\d_]))?
    \s? (?P<half>[ap] \.? m (?![^\W\d_]) \.?)?
  | (?P<word>[^\W\d_]+['.]?)
  | (?P<dash>[-‐‑‒–—―−]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CONNECTORS = words_of("clock_connectors")
_BEFORE = words_of("clock_words")
_BEFORE_FIRST = _BEFORE | words_of("clock_openers")
_NAMED = {word: hour for language in LANGUAGES.values() for word, hour in language.clock_names.items()}

_LONGEST_READ = 100
"""Characters of what is no time in which one is looked for."""
_LISTED = 7
"""Days of a range that are listed one by one in a suggestion, at most."""


@dataclass(frozen=True, slots=True)
class _Clock:
    """An hour as it is written."""

    hour: int
    minute: int
    half: str = ""
    """``a`` before noon, ``p`` after, empty on a clock of 24 hours."""

    def time(self) -> time:
        hour = self.hour
        if self.half:
            if not 1 <= hour <= 12:
                raise _impossible(f"{hour} {self.half}m")
            hour = hour % 12 + (12 if self.half == "p" else 0)
        if hour > 23 or self.minute > 59:
            raise _impossible(f"{hour}:{self.minute:02}")
        return time(hour, self.minute)


def parse_hours(text: str) -> Hours:
    """Parse *text*, the value of a ``time`` option.

    :raises ContentError: ``time-form``; ``time-impossible`` (25:00); ``time-order``, where the end is not
        after the start, an end after midnight included.
    """
    check_digits(clean(text), "time-form")
    items = list(_tokens(clean(text), text))
    at = [index for index, item in enumerate(items) if isinstance(item, _Clock)]
    if not 1 <= len(at) <= 2 or at[-1] != len(items) - 1 or not _BEFORE_FIRST.issuperset(items[: at[0]]):
        raise _form(text)
    first, last = items[at[0]], items[at[-1]]
    if not isinstance(first, _Clock) or not isinstance(last, _Clock):
        raise _form(text)
    if len(at) == 1:
        return Hours(first.time())
    connector, *rest = items[at[0] + 1 : at[1]] or [""]
    if connector not in _CONNECTORS | {"-"} or not (_BEFORE | _CONNECTORS).issuperset(rest):
        raise _form(text)
    return _between(first, last)


def _tokens(text: str, written: str) -> Iterator[_Clock | str]:
    """Yield the hours and the folded words of *text*; a dash is the word ``-``."""
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _form(written)
        position = match.end()
        if match["hour"] is not None:
            yield _clock(match, written)
        elif match["word"] is not None:
            yield _word(match["word"], written)
        elif match["dash"] is not None:
            yield "-"


def _clock(match: re.Match[str], written: str) -> _Clock:
    hour, minute, half = match["hour"], match["minute"] or "00", match["half"] or ""
    if len(hour) > 2 or len(minute) != 2:
        raise _form(written)
    return _Clock(int(hour), int(minute), half[:1].lower())


def _word(word: str, written: str) -> str:
    folded = fold(word)
    if folded in _NAMED:
        raise ContentError(
            "time-form",
            _("Write “%(suggestion)s” instead of “%(text)s”."),
            suggestion=_NAMED[folded],
            text=shown(word),
        )
    if folded not in _BEFORE_FIRST | _CONNECTORS:
        raise _form(written)
    return folded


def _between(first: _Clock, last: _Clock) -> Hours:
    """Return the hours from *first* to *last*; in *6-8 pm* the one half of the day serves both, where it can."""
    if (last.hour, last.minute) == (24, 0):
        message = _("There is no hour “24:00”. Write only “%(suggestion)s”, and the end in the text.")
        raise ContentError("time-impossible", message, suggestion=f"{first.time():%H:%M}")
    end = last.time()
    if last.half and not first.half and 1 <= first.hour <= 12:
        same = _Clock(first.hour, first.minute, last.half)
        first = same if same.time() < end else _Clock(first.hour, first.minute, "a")
    start = first.time()
    if start < end:
        return Hours(start, end)
    if start == end:
        raise ContentError(
            "time-order",
            _("The end (%(end)s) is the start. Write another end, or only “%(suggestion)s”."),
            end=f"{end:%H:%M}",
            suggestion=f"{start:%H:%M}",
        )
    raise ContentError(
        "time-order",
        _(
            "The end (%(end)s) comes before the start (%(start)s). "
            "If it ends after midnight, write only “%(suggestion)s”, and the end in the text."
        ),
        start=f"{start:%H:%M}",
        end=f"{end:%H:%M}",
        suggestion=f"{start:%H:%M}",
    )


def _impossible(text: str) -> ContentError:
    if text == "24:00":
        message = _("There is no hour “24:00”. Midnight is “00:00”, of the day after: write that, and its “:date:”.")
        return ContentError("time-impossible", message)
    return ContentError(
        "time-impossible", _("There is no hour “%(text)s”. Hours go from 00:00 to 23:59."), text=shown(text)
    )


def _form(text: str) -> ContentError:
    written = shown(text.strip())
    if not clean(text):
        return ContentError(
            "time-form", _("The time is empty. Write an hour such as “18:00”, or leave the option out.")
        )
    if not any(map(str.isdigit, written)):
        message = _(
            "“%(text)s” has no hour in digits: write it as “18:00”. Where it lasts all day, or is not known yet, take "
            "the line out, and say so in the text."
        )
        return ContentError("time-form", message, text=written)
    if first := _first_hours(text):
        message = _("“%(text)s” says more than one time can: write “%(first)s”, and the rest in the text.")
        return ContentError("time-form", message, text=written, first=first)
    return ContentError(
        "time-form",
        _("“%(text)s” is no time. Write one hour, “18:00”, or a start and an end, “18:00-20:00”."),
        text=written,
    )


def _first_hours(text: str) -> str:
    """Return the first hour, or the first two with a start and an end, of a *text* that goes on; else nothing."""
    ends = [match.end() for match in _TOKEN.finditer(text[:_LONGEST_READ]) if match["hour"]][:2]
    for end in reversed(ends):
        apart = end != ends[0] and " " in text[end - 1 : end + 1]
        if end < len(text) and (apart or re.search(r"[^\W\d]|[,;(+/]", text[end:])):  # not “18 20”, “16-17-18”
            with suppress(ContentError):
                hours = parse_hours(text[:end])
                return f"{hours.start:%H:%M}" + (f"-{hours.end:%H:%M}" if hours.end else "")
    return ""


def check_hours(hours: Hours, dates: Dates, zone: ZoneInfo, *, language: str = "it") -> None:
    """Check that *hours* can hold on each of *dates* in *zone*.

    :param language: the language of the dates in messages.
    :raises ContentError: ``time-month`` with a month, ``time-range`` with a range of days; ``time-gap``, where the
        clocks are put forward over an hour on one of the days.
    """
    if dates.precision is Precision.MONTH:
        raise ContentError(
            "time-month",
            _("An hour needs a day, and “%(month)s” is a whole month. Leave the time out until the day is known."),
            month=show_month(period_of(dates.start), language),
        )
    for span in dates.spans:
        if span.start != span.end:
            raise _range(dates, span, language)
        for hour in (hours.start, hours.end):
            if hour is not None:
                _check_exists(span.start, hour, zone, language)


def _range(dates: Dates, span: Span, language: str) -> ContentError:
    days = (span.end - span.start).days + 1
    message = _(
        "An hour needs single days, and “%(span)s” is a range. "
        "Leave the time out, or give each day by itself: “%(suggestion)s”."
    )
    listed = [span.start + timedelta(days=step) for step in range(min(days, _LISTED))]
    apart = Dates(tuple(Span(day, day) for day in listed), dates.precision)
    return ContentError(
        "time-range",
        message,
        span=show_dates(Dates((span,)), None, language),
        suggestion=show_dates(apart, None, language) + ("; …" if days > _LISTED else ""),
    )


def _check_exists(day: date, hour: time, zone: ZoneInfo, language: str) -> None:
    """Refuse an hour that the clocks of *zone* leave out on *day*."""
    written = datetime.combine(day, hour, tzinfo=zone)
    try:
        real = written.astimezone(UTC).astimezone(zone)
    except OverflowError:  # the first or the last day of the calendar
        return
    if real.replace(tzinfo=None) != written.replace(tzinfo=None):
        raise ContentError(
            "time-gap",
            _("There is no %(time)s on %(day)s, when the clocks are put forward. Did you mean “%(suggestion)s”?"),
            time=f"{hour:%H:%M}",
            day=show_day(day, language),
            suggestion=f"{real:%H:%M}",
        )
