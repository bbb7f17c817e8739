# SPDX-License-Identifier: EUPL-1.2
"""The indexes at the end of a volume: by date, country, place, person, organisation and topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
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
class Group:
    """The entries under one name of an index."""

    name: str
    entries: tuple[IndexEntry, ...]
    letter: str = ""
    """Under which it stands; none where the index has no letters."""
    counted: bool = False
    """Whether the number of its entries is shown."""


@dataclass(frozen=True)
class Index:
    """An index: its title, an English msgid, and its groups."""

    title: str
    groups: tuple[Group, ...]

    @property
    def by_letter(self) -> Iterator[tuple[str, list[Group]]]:
        """Its groups under each letter."""
        return ((letter, list(groups)) for letter, groups in groupby(self.groups, lambda group: group.letter))


K = TypeVar("K")

_WITH_LETTERS = frozenset({"places", "people", "organisations"})

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
    months = tuple(Group(show_month(period, language), entries) for period, entries in sorted(by_month.items()))
    if months:
        yield Index(_("Index by date"), months)
    for title, section, keys in _by_name(publication):
        grouped = _grouped(entries, language, keys)
        if grouped:
            in_order = sorted(grouped, key=partial(names.order, section))
            yield Index(title, tuple(_group(names, section, name, grouped[name]) for name in in_order))


def _group(names: Names, section: str, name: str, entries: tuple[IndexEntry, ...]) -> Group:
    """Return the group of *name* as an index shows it: people with the surname first, countries with a count."""
    if section not in _WITH_LETTERS:
        return Group(name, entries, counted=section == "countries")
    first = names.order(section, name)[0][:1].upper()
    shown = _surname_first(name, names.sorted_form(section, name)) if section == "people" else name
    return Group(shown, entries, first if first.isalpha() else "#")


def _surname_first(name: str, form: str) -> str:
    """Return *form*, by which *name* is sorted, with a comma behind the surname.

    >>> _surname_first("Stefano Lo Russo", "Lo Russo Stefano")
    'Lo Russo, Stefano'
    """
    words = form.split()
    given = next((count for count in range(1, len(words)) if name.startswith(" ".join(words[count:]))), 0)
    return form if "," in form or not given else f"{' '.join(words[:given])}, {' '.join(words[given:])}"


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
