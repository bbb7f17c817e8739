# SPDX-License-Identifier: EUPL-1.2
"""Work out the report of a year, from the records that start in it and in the years before, never from later ones.

So the report of a past year is the same whenever it is built, but for what was put right in its own records.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from newsletter.archive.abroad import COUNTED, Tally, held, in_year, met, tally, tally_quarters, year_of
from newsletter.model.countries import ORGANISATIONS
from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.model.publication import Publication
from newsletter.model.record import Record
from newsletter.model.report import Cell, Days, Heading, Named, Register, Table, Title
from newsletter.model.text import plain
from newsletter.model.values import Person, Precision

Rows = tuple[tuple[Cell, ...], ...]

_COUNTS = (
    Heading("missions", _("Missions")),
    Heading("delegations", _("Delegations")),
    Heading("events", _("Events")),
)
QUARTERS = (_("January–March"), _("April–June"), _("July–September"), _("October–December"))


@dataclass(frozen=True)
class Year:
    """The figures of one year."""

    year: int
    records: tuple[Record, ...]
    """Those that start in it or before, in their order."""
    own: str
    """The country of the city."""

    @cached_property
    def held(self) -> tuple[Record, ...]:
        """Return the records that a report counts of the year: missions, delegations and events that take place."""
        return tuple(held(in_year(self.records, self.year), COUNTED))

    def of_kind(self, kind: Kind) -> tuple[Record, ...]:
        """Return those of one *kind*."""
        return tuple(record for record in self.held if record.kind is kind)

    @property
    def missions(self) -> tuple[Record, ...]:
        """The missions, in their order."""
        return self.of_kind(Kind.MISSION)

    @property
    def delegations(self) -> tuple[Record, ...]:
        """The delegations, in their order."""
        return self.of_kind(Kind.DELEGATION)

    @property
    def days_abroad(self) -> int:
        """The days of all missions together; of which only the month is known, none."""
        return sum(map(days_of, self.missions))

    @property
    def without_days(self) -> int:
        """The number of missions of which only the month is known."""
        return sum(record.dates.precision is Precision.MONTH for record in self.missions)

    @property
    def guests(self) -> int:
        """The number of people who came with a delegation, each counted once."""
        return len({plain(person.name) for record in self.delegations for person in record.people})

    @cached_property
    def _met(self) -> tuple[str, ...]:
        """The codes of missions and delegations, each once, without that of our own country."""
        return tuple(dict.fromkeys(code for each in held(self.held) for code in met(each, self.own)))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries of missions and delegations, without our own."""
        return tuple(code for code in self._met if code not in ORGANISATIONS)

    @property
    def organisations(self) -> tuple[str, ...]:
        """The organisations of states that missions and delegations concern: they are no countries."""
        return tuple(code for code in self._met if code in ORGANISATIONS)

    @cached_property
    def met_before(self) -> frozenset[str]:
        """The countries of missions and delegations of all years before."""
        earlier = (record for record in held(self.records) if year_of(record) < self.year)
        return frozenset(code for record in earlier for code in met(record, self.own))

    @property
    def new_countries(self) -> tuple[str, ...]:
        """Those of the countries that no year before had."""
        return tuple(code for code in self.countries if code not in self.met_before)

    @cached_property
    def before(self) -> Year:
        """The year before."""
        return Year(self.year - 1, tuple(each for each in self.records if year_of(each) < self.year), self.own)

    @property
    def is_first(self) -> bool:
        """Whether nothing is told of any year before: then every country would be a new one."""
        return all(year_of(each) >= self.year for each in self.records)

    @property
    def is_told(self) -> bool:
        """Whether anything is told of the year: else its figures would be no noughts, but unknown."""
        return any(year_of(each) == self.year for each in self.records)

    @property
    def no_more(self) -> tuple[str, ...]:
        """The countries of the year before that this one has not."""
        return tuple(code for code in self.before.countries if code not in self.countries)


def year_of_report(records: Iterable[Record], year: int, own: str) -> Year:
    """Return the figures of *year* from all *records*."""
    return Year(year, tuple(record for record in records if year_of(record) <= year), own)


def days_of(record: Record) -> int:
    """Return the number of days on which *record* takes place, each counted once; 0 where only its month is known."""
    if record.dates.precision is Precision.MONTH:
        return 0
    days = {
        span.start + timedelta(days=number)
        for span in record.dates.held
        for number in range((span.end - span.start).days + 1)
    }
    return len(days)


def figures(year: Year) -> Table:
    """Return the year in figures beside the year before."""
    rows: list[tuple[str, Callable[[Year], int | None]]] = [
        (_("Missions abroad"), lambda each: len(each.missions)),
        (_("Days abroad"), lambda each: each.days_abroad),
        (_("Delegations received"), lambda each: len(each.delegations)),
        (_("Guests named"), lambda each: each.guests),
        (_("Countries met"), lambda each: len(each.countries)),
        (_("Countries met for the first time"), lambda each: None if each.is_first else len(each.new_countries)),
        (_("Countries of the year before, not met"), lambda each: len(each.no_more) if each.before.is_told else None),
        (_("Events"), lambda each: len(each.of_kind(Kind.EVENT))),
    ]
    headings = (
        Heading("figure", _("Figure")),
        Heading("year", str(year.year)),
        Heading("year_before", str(year.year - 1)),
    )
    cells = ((words, *(count(each) if each.is_told else None for each in (year, year.before))) for words, count in rows)
    return Table(year.year, "figures", _("The year in figures"), headings, tuple(cells), words=True)


def countries(year: Year) -> Table:
    """Return the countries met in the year: how often, and when for the first and for the last time until then.

    Organisations of states have rows as well.
    """
    rows: list[tuple[Cell, ...]] = []
    for found in _tallied(year.held, lambda record: met(record, year.own)):
        if found.key not in (*year.countries, *year.organisations):
            continue  # only an event concerns it
        meetings = [record for record in held(year.records) if found.key in record.countries]
        named = (Named(Register.COUNTRY, found.key),)
        rows.append((named, *found.counts, Days(meetings[0]), Days(meetings[-1])))
    headings = (
        Heading("country", _("Country")),
        *_COUNTS,
        Heading("first", _("First time")),
        Heading("last", _("Last time")),
    )
    return Table(year.year, "countries", _("Country by country"), headings, tuple(rows))


def missions(year: Year) -> Table:
    """Return the missions in their order."""
    headings = (
        *_WHAT_AND_WHERE,
        Heading("people", _("Travellers")),
        Heading("partners", _("Partners")),
    )
    rows = ((*_what_and_where(each), _people(each.people), _organisations(each.partners)) for each in year.missions)
    return Table(year.year, "missions", _("Missions abroad"), headings, tuple(rows))


def delegations(year: Year) -> Table:
    """Return the delegations in their order."""
    headings = (
        *_WHAT_AND_WHERE,
        Heading("people", _("Guests")),
        Heading("hosts", _("Received by")),
    )
    rows = ((*_what_and_where(each), _people(each.people), _people(each.hosts)) for each in year.delegations)
    return Table(year.year, "delegations", _("Delegations received"), headings, tuple(rows))


_WHAT_AND_WHERE = (
    Heading("date", _("Date")),
    Heading("title", _("Title")),
    Heading("countries", _("Country")),
    Heading("places", _("Place")),
)


def _what_and_where(record: Record) -> tuple[Cell, ...]:
    named = tuple(Named(Register.COUNTRY, code) for code in record.countries)
    return Days(record), Title(record), named, "; ".join(record.places)


def _people(people: Iterable[Person]) -> tuple[Named, ...]:
    return tuple(Named(Register.PERSON, person.name, person.role) for person in people)


def _organisations(names: Iterable[str]) -> tuple[Named, ...]:
    return tuple(Named(Register.ORGANISATION, name) for name in names)


def people(year: Year) -> Table:
    """Return the people of missions and delegations, with each role that they had in the year.

    A record counts once for a person, though they stand in it in two roles.
    """
    spelt: dict[str, str] = {}
    roles: dict[str, dict[str, str]] = {}
    sides: dict[str, list[set[str]]] = {}
    for record in (*year.missions, *year.delegations):
        given = (record.people, ()) if record.kind is Kind.MISSION else ((), record.people)
        for side, persons in enumerate((*given, record.hosts)):
            for person in persons:
                key = plain(person.name)
                spelt.setdefault(key, person.name)
                roles.setdefault(key, {})
                if person.role:
                    roles[key].setdefault(plain(person.role), person.role)
                sides.setdefault(key, [set(), set(), set()])[side].add(record.id)
    rows: Iterator[tuple[Cell, ...]] = (
        ((Named(Register.PERSON, spelt[key]),), "; ".join(roles[key].values()), *map(len, sides[key])) for key in spelt
    )
    headings = (
        Heading("person", _("Person")),
        Heading("roles", _("Role at that time")),
        Heading("travelled", _("Travelled")),
        Heading("visited", _("Visited us")),
        Heading("received", _("Received guests")),
    )
    return Table(year.year, "people", _("People"), headings, tuple(rows))


def topics(year: Year, slugs: Sequence[str]) -> Table:
    """Return the topics of the year, in the order of *slugs*, those of ``conf.py``."""
    order = {slug: number for number, slug in enumerate(slugs)}
    found = sorted(_tallied(year.held, lambda record: record.topics), key=lambda each: order.get(each.key, len(order)))
    rows: Rows = tuple(((Named(Register.TOPIC, each.key),), *each.counts) for each in found)
    return Table(year.year, "topics", _("Topics"), (Heading("topic", _("Topic")), *_COUNTS), rows)


def networks(year: Year, names: Sequence[str]) -> Table:
    """Return how often each of the networks *names* was a partner."""
    spelt = {plain(name): name for name in names}

    def keys(record: Record) -> list[str]:
        return list(dict.fromkeys(spelt[plain(name)] for name in record.partners if plain(name) in spelt))

    rows: Rows = tuple(((Named(Register.ORGANISATION, name),), *_counts(year, keys, name)) for name in names)
    return Table(year.year, "networks", _("Networks"), (Heading("network", _("Network")), *_COUNTS), rows)


def twin_cities(year: Year, names: Sequence[str]) -> Table:
    """Return how often each of the twin cities *names* is named in a title, a place or a partner."""

    def keys(record: Record) -> list[str]:
        told = plain(" ; ".join((record.title, *record.places, *record.partners)))
        return [name for name in names if re.search(rf"(?<!\w){re.escape(plain(name))}(?!\w)", told)]

    rows: Rows = tuple((name, *_counts(year, keys, name)) for name in names)
    return Table(year.year, "twin-cities", _("Twin cities"), (Heading("city", _("City")), *_COUNTS), rows)


def quarters(year: Year) -> Table:
    """Return the four quarters of the year; none where nothing is told of it."""
    tallied = zip(QUARTERS, tally_quarters(year.held, COUNTED), strict=True)
    rows: Rows = tuple((words, *each.counts) for words, each in tallied) if year.is_told else ()
    headings = (Heading("quarter", _("Quarter")), *_COUNTS)
    return Table(year.year, "quarters", _("Quarter by quarter"), headings, rows, words=True)


def _tallied(records: Iterable[Record], keys: Callable[[Record], Iterable[str]]) -> tuple[Tally, ...]:
    return tally(records, lambda record: dict.fromkeys(keys(record)), COUNTED)


def _counts(year: Year, keys: Callable[[Record], Iterable[str]], key: str) -> tuple[int | None, ...]:
    if not year.is_told:
        return (None,) * len(COUNTED)
    found = {each.key: each.counts for each in _tallied(year.held, keys)}
    return found.get(key, (0,) * len(COUNTED))


_TABLES: Mapping[str, Callable[[Year, Publication], Table]] = {
    "figures": lambda year, _about: figures(year),
    "countries": lambda year, _about: countries(year),
    "missions": lambda year, _about: missions(year),
    "delegations": lambda year, _about: delegations(year),
    "people": lambda year, _about: people(year),
    "topics": lambda year, about: topics(year, list(about.topics)),
    "networks": lambda year, about: networks(year, about.networks),
    "twin-cities": lambda year, about: twin_cities(year, [city.name for city in about.twin_cities]),
    "quarters": lambda year, _about: quarters(year),
}
TABLES = tuple(_TABLES)
"""The names of all tables of a report."""


def report_table(year: Year, name: str, about: Publication) -> Table:
    """Return the table called *name*, one of :data:`TABLES`, of the report of *year*."""
    return _TABLES[name](year, about)
