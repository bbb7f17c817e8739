# SPDX-License-Identifier: EUPL-1.2
"""The parts of the archive that can be followed by themselves: a kind, a country, a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsletter.export.site import Site
from newsletter.model.kinds import TRAITS
from newsletter.model.record import Record


class Selection(NamedTuple):
    """Some records under a path (``events``, ``countries/jp``), with what they are called in the site's language."""

    path: str
    label: str
    records: Sequence[Record]


def selections(site: Site, records: Sequence[Record]) -> Iterator[Selection]:
    """Yield the parts of *records* that are not empty: by kind, then by country, then by topic."""
    for kind, traits in TRAITS.items():
        if members := [record for record in records if record.kind is kind]:
            yield Selection(traits.calendar or kind.value, site.translate(traits.many), members)
    countries: dict[str, list[Record]] = {}
    topics: dict[str, list[Record]] = {}
    for record in records:
        for code in dict.fromkeys(record.countries):
            countries.setdefault(code, []).append(record)
        for topic in dict.fromkeys(record.topics):
            topics.setdefault(topic, []).append(record)
    for code, members in sorted(countries.items()):
        yield Selection(f"countries/{code.lower()}", site.country_name(code), members)
    for topic, members in sorted(topics.items()):
        yield Selection(f"topics/{topic}", site.publication.topics.get(topic, topic), members)
