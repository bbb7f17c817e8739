# SPDX-License-Identifier: EUPL-1.2
"""The values that a record and the options of a block are made of: days, hours, people, pictures, revisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Status(StrEnum):
    """Whether a record takes place as announced; the values are those of the ``status`` option."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Precision(StrEnum):
    """The precision of a date: to the day, or only to the month."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, order=True)
class Span:
    """Some days in a row, both ends inclusive."""

    start: date
    end: date


@dataclass(frozen=True)
class Dates:
    """The value of a ``date`` option: one span an occurrence, in order, all of one precision.

    With month precision a span runs from the first day of a month to the last of a month.
    """

    spans: tuple[Span, ...]
    precision: Precision = Precision.DAY
    called_off: tuple[Span, ...] = ()
    """Those of the spans on which nothing takes place any more."""
    moved: tuple[tuple[Span, Span], ...] = ()
    """Those of the spans that replace another one, each with that."""

    @property
    def held(self) -> tuple[Span, ...]:
        """The spans on which something takes place; all where it does on none."""
        return tuple(span for span in self.spans if span not in self.called_off) or self.spans

    def former(self, span: Span) -> Span | None:
        """Return the days that *span* replaces; None where it replaces none."""
        return dict(self.moved).get(span)

    def explains(self, earlier: Dates) -> bool:
        """Tell whether these are the dates of *earlier* and say what became of each that is another now."""
        if not (self.called_off or self.moved or earlier.called_off or earlier.moved):
            return False
        before = {self.former(span) or span for span in self.spans}
        return {*earlier.spans} - {*earlier.called_off} <= before <= {*earlier.spans}

    @property
    def start(self) -> date:
        """The first day of the first occurrence."""
        return self.spans[0].start

    @property
    def end(self) -> date:
        """The last day of all occurrences."""
        return self.spans[0].end if len(self.spans) == 1 else max(span.end for span in self.spans)


@dataclass(frozen=True)
class Hours:
    """The value of a ``time`` option, in the city's own time; the end may be unknown."""

    start: time
    end: time | None = None


@dataclass(frozen=True, order=True)
class Person:
    """Somebody at one appearance: the role belongs to the appearance, not to the person."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class Picture:
    """An image of a record: its path from the source folder, its text alternative, its credit line."""

    path: str
    alt: str
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction after publication: a sentence, empty where only the day was given, and the day."""

    text: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """The identity of one occurrence in calendars, and its revision (RFC 5545, sections 3.8.7.3 and 3.8.7.4)."""

    name: str
    """The part of its UID that the record's other occurrences do not share; empty for the record's own."""
    number: int
    """SEQUENCE."""
    day: date
    """The day of LAST-MODIFIED and DTSTAMP."""
