# SPDX-License-Identifier: EUPL-1.2
"""Which records a page lists, in which order and groups: the options of ``{records}``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from newsletter.model.archive import Archive
from newsletter.model.issue import IssueName, Period
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.text import plain, slug, sort_key


class GroupBy(StrEnum):
    """The grouping of a list's records; the values are those of the ``group-by`` option."""

    MONTH = "month"
    YEAR = "year"
    COUNTRY = "country"
    PERSON = "person"
    TOPIC = "topic"
    ORGANISATION = "organisation"
    KIND = "kind"
    ISSUE = "issue"


@dataclass(frozen=True)
class Query:
    """The conditions of a list; an empty one excludes nothing, several values of one are alternatives."""

    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    """Names, plain (:func:`newsletter.model.text.plain`)."""
    topics: frozenset[str] = frozenset()
    issues: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    since: date | None = None
    until: date | None = None
    upcoming: bool = False
    after: date | None = None
    """A day after which all of it lies: what an issue announces comes after its own month."""
    past: bool = False
    descending: bool = False
    limit: int | None = None


class Layout(StrEnum):
    """The layout of a list; the values are those of the ``layout`` option."""

    LIST = "list"
    TABLE = "table"
    CARDS = "cards"


@dataclass(frozen=True)
class Listing:
    """A list of records in a page."""

    query: Query = Query()
    group_by: GroupBy | None = None
    layout: Layout = Layout.LIST

    @property
    def lists_everything(self) -> bool:
        """Whether every record has its place in the list."""
        return replace(self.query, descending=False) == Query()


@dataclass(frozen=True)
class Group:
    """Some records under a common key."""

    key: str
    """The key that the records share: a country's code, a person's name, ``2026-05`` …"""
    records: tuple[Record, ...]

    @property
    def anchor(self) -> str:
        """The last part of the anchor of the group on its page."""
        return slug(self.key)


@dataclass(frozen=True)
class Labels:
    """Label the keys of groups in the site's language, and put them in order."""

    of: Mapping[GroupBy, Callable[[str], str]] = field(default_factory=dict)
    orders: Mapping[GroupBy, Callable[[str], tuple[str, str]]] = field(default_factory=dict)
    """Sort keys of some groups; the others are sorted by their labels."""

    def label(self, group_by: GroupBy, key: str) -> str:
        """Return what a reader sees for *key*."""
        return self.of.get(group_by, str)(key)

    def order(self, group_by: GroupBy, key: str) -> tuple[str, str]:
        """Return what *key* is sorted by."""
        order = self.orders.get(group_by)
        return order(key) if order else sort_key(self.label(group_by, key))


def select(archive: Archive, query: Query, today: date) -> tuple[Record, ...]:
    """Return the records of *archive* that *query* asks for, in its order."""
    found = [record for record in archive.records if _matches(record, query, today)]
    if query.descending:
        found.reverse()
    return tuple(found[: query.limit])


def _matches(record: Record, query: Query, today: date) -> bool:
    return (
        (not query.kinds or record.kind in query.kinds)
        and (not query.countries or not query.countries.isdisjoint(record.countries))
        and (not query.people or not query.people.isdisjoint(_plain_names(record)))
        and (not query.topics or not query.topics.isdisjoint(record.topics))
        and (not query.issues or not query.issues.isdisjoint(record.issues))
        and (not query.years or any(_touches(record, year) for year in query.years))
        and ((query.since is None and query.until is None) or _any_within(record, query.since, query.until))
        and (not query.upcoming or record.end >= today)
        and (query.after is None or record.start > query.after)
        and (not query.past or record.end < today)
    )


def _plain_names(record: Record) -> set[str]:
    return {plain(person.name) for person in (*record.people, *record.hosts)}


def _any_within(record: Record, since: date | None, until: date | None) -> bool:
    """Tell whether an occurrence of *record* touches the days between *since* and *until*."""
    return any(
        (since is None or span.end >= since) and (until is None or span.start <= until) for span in record.dates.spans
    )


def _touches(record: Record, year: int) -> bool:
    return any(span.start.year <= year <= span.end.year for span in record.dates.spans)


def group(records: Iterable[Record], by: GroupBy, labels: Labels, *, descending: bool = False) -> tuple[Group, ...]:
    """Return *records* in groups; a record may stand in several.

    Time runs on or, where *descending*, back; kinds stand as they are declared, names by the alphabet.
    Names that differ in case and accents alone are one, under the first spelling.
    """
    spellings: dict[str, str] = {}
    members: dict[str, dict[str, Record]] = {}
    for record in records:
        for key in keys(record, by):
            name = spellings.setdefault(plain(key), key)
            members.setdefault(name, {})[record.id] = record
    groups = [Group(name, tuple(found.values())) for name, found in members.items()]
    if by in {GroupBy.MONTH, GroupBy.YEAR}:
        groups.sort(key=lambda group: group.key, reverse=descending)
    elif by is GroupBy.ISSUE:
        groups.sort(key=lambda group: IssueName.parse(group.key) or IssueName(Period(0, 1)), reverse=descending)
    elif by is GroupBy.KIND:
        groups.sort(key=lambda group: list(Kind).index(Kind(group.key)))
    else:
        groups.sort(key=lambda group: labels.order(by, group.key))
    return tuple(groups)


def keys(record: Record, by: GroupBy) -> tuple[str, ...]:
    """Return the keys of the groups in which *record* stands."""
    return tuple(dict.fromkeys(_KEYS[by](record)))


_KEYS: Mapping[GroupBy, Callable[[Record], Iterable[str]]] = {
    GroupBy.MONTH: lambda record: (f"{span.start:%Y-%m}" for span in record.dates.spans),
    GroupBy.YEAR: lambda record: (f"{span.start:%Y}" for span in record.dates.spans),
    GroupBy.COUNTRY: lambda record: record.countries,
    GroupBy.PERSON: lambda record: (person.name for person in (*record.people, *record.hosts)),
    GroupBy.TOPIC: lambda record: record.topics,
    GroupBy.ORGANISATION: lambda record: record.partners,
    GroupBy.KIND: lambda record: (record.kind.value,),
    GroupBy.ISSUE: lambda record: record.issues,
}
