# SPDX-License-Identifier: EUPL-1.2
"""Facets: what hits can be narrowed down by."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from newsletter.export.site import Site
from newsletter.model.diagnostics import _
from newsletter.model.kinds import TRAITS
from newsletter.model.record import Record

PAGE = "page"
"""The value of the facet ``kind`` that stands for a page's own text."""

FACET_LABELS: Mapping[str, str] = {
    "kind": _("Kind"),
    "country": _("Country"),
    "year": _("Year"),
    "topic": _("Topic"),
}
"""Names of the facets, in the order of the search page."""

KIND_LABELS: Mapping[str, str] = {
    **{kind: traits.many for kind, traits in TRAITS.items()},
    PAGE: _("Pages of the site"),
}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value that hits can be narrowed down to."""

    value: str
    """As the address of the search page has it: ``mission``, ``jp``, ``2026``, a topic's slug."""
    label: str
    count: int
    """The number of entries that have it."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow hits down; its values have at least one entry each."""

    name: str
    label: str
    values: tuple[FacetValue, ...]


def record_values(record: Record) -> dict[str, tuple[str, ...]]:
    """Return the facet values of *record*; its years are all that its occurrences touch."""
    years = {year for span in record.dates.spans for year in range(span.start.year, span.end.year + 1)}
    return {
        "kind": (record.kind.value,),
        "country": tuple(dict.fromkeys(code.lower() for code in record.countries)),
        "year": tuple(f"{year:04}" for year in sorted(years)),
        "topic": tuple(dict.fromkeys(record.topics)),
    }


def page_values(year: int | None) -> dict[str, tuple[str, ...]]:
    """Return the facet values of a page; only an issue's has a *year*."""
    return {"kind": (PAGE,), "year": () if year is None else (f"{year:04}",)}


def count_facets(site: Site, entries: Iterable[Mapping[str, Iterable[str]]]) -> tuple[Facet, ...]:
    """Return the facets with how many of *entries* (the facet values of each) there are for every value."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACET_LABELS}
    for values in entries:
        for name, found in values.items():
            counts[name].update(set(found))
    return tuple(
        Facet(
            name,
            site.translate(label),
            tuple(
                FacetValue(value, _label(site, name, value), counts[name][value])
                for value in sorted(counts[name], key=_order(site, name))
            ),
        )
        for name, label in FACET_LABELS.items()
    )


def _label(site: Site, facet: str, value: str) -> str:
    """Return what a reader sees for *value*."""
    match facet:
        case "kind":
            return site.translate(KIND_LABELS.get(value, value))
        case "country":
            return site.country_name(value.upper())
        case "topic":
            return site.publication.topics.get(value, value)
        case _:
            return value


def _order(site: Site, facet: str) -> Callable[[str], tuple[object, ...]]:
    """Return the key that *facet*'s values are sorted by: as declared, newest first, or by the alphabet."""
    match facet:
        case "kind":
            ranks = {kind: rank for rank, kind in enumerate(KIND_LABELS)}
            return lambda value: (ranks.get(value, len(ranks)), value)
        case "year":
            return lambda value: (-int(value),)
        case _:
            return lambda value: (alphabetical(_label(site, facet, value)), value)


def alphabetical(text: str) -> str:
    """Return a key that sorts *text* as a reader expects: without regard to case and accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
