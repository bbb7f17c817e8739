# SPDX-License-Identifier: EUPL-1.2
"""The record: one event, delegation, mission or piece of news, as every output sees it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from newsletter.model.facts import Facts, Field
from newsletter.model.kinds import Kind
from newsletter.model.values import Correction, Dates, Hours, Person, Picture, Precision, Revision, Span, Status


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
    other_langs: tuple[tuple[str, str], ...] = ()
    """Options whose words are in another language than :attr:`lang`, each with that; empty where it is the site's."""
    body: str = field(default="", repr=False)
    """The text under the facts, plain, one paragraph a line."""
    facts: Facts = field(default_factory=Facts)
    """Options that have no attribute here: they are kept as they were written, but for names to withhold."""
    translations: str = ""
    """A digest of what translations say of it; empty where there is none."""
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
    former_dates_published: bool = False
    """Whether no source gives :attr:`former_dates`: they are what was published."""
    corrections: tuple[Correction, ...] = ()
    """The corrections that its tellings give, newest first."""
    new_date_unknown: bool = False
    """Whether it was postponed to a day that is not known yet: then its dates are the former ones."""
    date_is_guess: bool = False
    """Whether it was postponed, and nothing says that its only dates are the new ones."""
    revisions: tuple[Revision, ...] = ()
    """One for each span of :attr:`entry_dates`."""

    @property
    def own_page(self) -> str:
        """The docname of the page that it has of its own."""
        return f"records/{self.id}"

    def lang_of(self, option: str) -> str:
        """Return the language of the words of *option* (BCP 47); empty where it is the site's."""
        return dict(self.other_langs).get(option, self.lang)

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


def value_of(record: Record, field: Field) -> Any:
    """Return what *record* holds for *field*, of the type that :class:`Facts` declares; empty or None for nothing."""
    return getattr(record, field.attribute) if field.attribute else getattr(record.facts, field.name)
