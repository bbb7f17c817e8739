# SPDX-License-Identifier: EUPL-1.2
"""The record: one event, delegation, mission or piece of news, as every output sees it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING

from newsletter.model.kinds import Kind

if TYPE_CHECKING:
    from newsletter.model.facts import Facts

__all__ = [
    "Correction",
    "Dates",
    "Hours",
    "Kind",
    "Person",
    "Picture",
    "Precision",
    "Record",
    "Revision",
    "Span",
    "Status",
]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that happens, put together from all its tellings: the latest wins, what it leaves out is inherited."""

    id: str
    kind: Kind
    title: str
    """Plain text, without markup."""
    dates: Dates
    hours: Hours | None = None
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes as CLDR has them (``XK``, ``EU`` and ``UN`` too), in the order written."""
    people: tuple[Person, ...] = ()
    hosts: tuple[Person, ...] = ()
    partners: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Slugs of the configured topics."""
    status: Status = Status.CONFIRMED
    url: str = ""
    picture: Picture | None = None
    lang: str = ""
    """Language of the words of the record (BCP 47) where it is not the site's."""
    body: str = field(default="", repr=False)
    """The text under the facts, plain, one paragraph a line."""
    facts: Facts | None = None
    """Options that have no attribute here: they are kept as they were written, but for names to withhold."""
    docname: str
    """The page of the latest telling."""
    issue: str
    """The name of the latest issue that tells it (``2026-05``)."""
    issues: tuple[str, ...]
    """The names of all issues that tell it, oldest first."""
    published: date
    """The day on which it was first told: that of the publication of the first issue."""
    revised: date
    """Its last revision: the publication day of the latest telling, a later ``updated``, or the day when a change
    went out (``published/``)."""
    former_dates: Dates | None = None
    """The dates that were given before: by an earlier telling, by the option ``was``, or as they were published."""
    corrections: tuple[Correction, ...] = ()
    """The corrections that its tellings give, newest first."""
    new_date_unknown: bool = False
    """Whether it was postponed to a day that is not known yet: then its dates are the former ones."""
    date_is_guess: bool = False
    """Whether it was postponed, and nothing says that its only dates are the new ones."""
    revisions: tuple[Revision, ...] = ()
    """One for each span of :attr:`entry_dates`."""

    @property
    def is_off(self) -> bool:
        """Whether nothing takes place on its days: it was cancelled, or postponed without a new date."""
        return self.status is Status.CANCELLED or self.new_date_unknown

    def on(self, span: Span) -> Record:
        """Return the record as it is on *span*, one of its dates, which may have been called off or moved alone."""
        if span in self.dates.called_off:
            return replace(self, status=Status.CANCELLED)
        former = self.dates.former(span)
        if former is None:
            return self
        return replace(self, status=Status.POSTPONED, former_dates=Dates((former,), self.dates.precision))

    @property
    def entry_dates(self) -> Dates:
        """The dates under which it stands in calendars: the former ones where only a month is known by now."""
        former = self.former_dates
        if self.dates.precision is Precision.MONTH and former is not None and former.precision is Precision.DAY:
            return former
        return self.dates

    @property
    def start(self) -> date:
        """The first day."""
        return self.dates.start

    @property
    def end(self) -> date:
        """The last day, inclusive."""
        return self.dates.end

    @property
    def order(self) -> tuple[date, date, str]:
        """The total order of records: by first day, last day, then the id, which no two share."""
        return self.start, self.end, self.id
