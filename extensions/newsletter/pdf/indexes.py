# SPDX-License-Identifier: EUPL-1.2
"""The indexes at the end of a volume: by date, country, place, person, organisation and topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from newsletter.archive.names import Names
from newsletter.dates import show_dates, show_month
from newsletter.model.countries import country_name
from newsletter.model.diagnostics import _
from newsletter.model.issue import Period
from newsletter.model.publication import Publication
from newsletter.model.record import Record
from newsletter.pdf.volume import Volume


@dataclass(frozen=True)
class IndexEntry:
    """One line of an index: a record, what is said of it here, where the volume tells it."""

    record: Record
    detail: str
    """The words before the title: a role."""
    dates: str
    labels: tuple[str, ...]
    """The labels of its tellings in the volume, in their order."""


@dataclass(frozen=True)
class Index:
    """An index: its title, an English msgid, and its groups with their entries."""

    title: str
    groups: tuple[tuple[str, tuple[IndexEntry, ...]], ...]


K = TypeVar("K")

_Keys = Callable[[Record], Iterable[tuple[str, str]]]
"""From a record to the groups that it stands in, each with the detail that is said there."""


def indexes(volume: Volume, publication: Publication, names: Names, labels: Mapping[str, object]) -> Iterator[Index]:
    """Return the indexes of *volume* that are not empty; *labels* are those that its pages have."""
    language = publication.language
    told = {str(issue.name): issue.docname for issue in volume.issues}

    def places_of(record: Record) -> tuple[str, ...]:
        pages = (told[name] for name in record.issues if name in told)
        return tuple(label for docname in pages if (label := f"{docname}#{record.id}") in labels)

    entries = [(record, places) for record in volume.records if (places := places_of(record))]
    by_month = _grouped(entries, language, _months)
    months = tuple((show_month(period, language), group) for period, group in sorted(by_month.items()))
    if months:
        yield Index(_("Index by date"), months)
    for title, section, keys in _by_name(publication):
        grouped = _grouped(entries, language, keys)
        if grouped:
            in_order = sorted(grouped, key=partial(names.order, section))
            yield Index(title, tuple((name, grouped[name]) for name in in_order))


def _by_name(publication: Publication) -> tuple[tuple[str, str, _Keys], ...]:
    """Return for each index by names its title, the section of ``registers.yaml`` that sorts it, and its keys."""

    def countries(record: Record) -> Iterable[tuple[str, str]]:
        return ((country_name(code, publication.language), "") for code in record.countries)

    def topics(record: Record) -> Iterable[tuple[str, str]]:
        return ((publication.topics.get(topic, topic), "") for topic in record.topics)

    return (
        (_("Index of countries"), "countries", countries),
        (_("Index of places"), "places", lambda record: ((place, "") for place in record.places)),
        (_("Index of people"), "people", _people),
        (_("Index of organisations"), "organisations", lambda record: ((partner, "") for partner in record.partners)),
        (_("Index of topics"), "topics", topics),
    )


def _people(record: Record) -> Iterator[tuple[str, str]]:
    """Return each person once, with all roles that the record gives."""
    roles: dict[str, list[str]] = {}
    for person in (*record.people, *record.hosts):
        known = roles.setdefault(person.name, [])
        if person.role and person.role not in known:
            known.append(person.role)
    return ((name, ", ".join(known)) for name, known in roles.items())


def _months(record: Record) -> Iterator[tuple[Period, str]]:
    yield Period(record.start.year, record.start.month), ""


def _grouped(
    entries: Iterable[tuple[Record, tuple[str, ...]]],
    language: str,
    keys: Callable[[Record], Iterable[tuple[K, str]]],
) -> dict[K, tuple[IndexEntry, ...]]:
    groups: dict[K, list[IndexEntry]] = defaultdict(list)
    for record, labels in entries:
        dates = show_dates(record.dates, None, language)
        for key, detail in dict(keys(record)).items():
            groups[key].append(IndexEntry(record, detail, dates, labels))
    return {key: tuple(group) for key, group in groups.items()}
