# SPDX-License-Identifier: EUPL-1.2
"""Count missions and delegations: what was called off is left out, our own country is none of those met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsletter.model.kinds import Kind
from newsletter.model.record import Record

KINDS = (Kind.MISSION, Kind.DELEGATION)


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one year, or of one country."""

    key: str
    counts: tuple[int, ...]
    """One for each of :data:`KINDS`."""
    years: tuple[int, ...]
    """The years in which something was counted, the earliest first."""


def held(records: Iterable[Record]) -> Iterator[Record]:
    """Yield the missions and delegations that take place."""
    return (record for record in records if record.kind in KINDS and not record.is_off)


def year_of(record: Record) -> int:
    """Return the year that *record* belongs to: the one in which it starts."""
    return record.start.year


def met(record: Record, own: str) -> tuple[str, ...]:
    """Return the countries of *record*, each once, without our *own*."""
    return tuple(code for code in dict.fromkeys(record.countries) if code != own)


def tally(records: Iterable[Record], keys: Callable[[Record], Iterable[str]]) -> tuple[Tally, ...]:
    """Count the missions and delegations of *records* by their *keys*, in the order in which these come up."""
    found: dict[str, list[Record]] = {}
    for record in held(records):
        for key in keys(record):
            found.setdefault(key, []).append(record)
    return tuple(
        Tally(
            key,
            tuple(sum(each.kind is kind for each in those) for kind in KINDS),
            tuple(sorted({*map(year_of, those)})),
        )
        for key, those in found.items()
    )


def tally_countries(records: Iterable[Record], own: str) -> tuple[Tally, ...]:
    """Count by country."""
    return tally(records, lambda record: met(record, own))


def tally_years(records: Iterable[Record]) -> tuple[Tally, ...]:
    """Count by year, from the first to the last: one in which nothing took place counts nought."""
    found = {int(each.key): each for each in tally(records, lambda record: (str(year_of(record)),))}
    nought = (0,) * len(KINDS)
    every = range(min(found), max(found) + 1) if found else ()
    return tuple(found.get(year) or Tally(str(year), nought, ()) for year in every)
