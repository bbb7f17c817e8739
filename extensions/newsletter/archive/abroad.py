# SPDX-License-Identifier: EUPL-1.2
"""Count missions and delegations: what was called off is left out, our own country is none of those met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsletter.model.kinds import Kind
from newsletter.model.record import Record

KINDS = (Kind.MISSION, Kind.DELEGATION)
COUNTED = (*KINDS, Kind.EVENT)
"""The kinds that a year's report counts."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one year, one country, one topic."""

    key: str
    counts: tuple[int, ...]
    """One for each of the kinds that are counted."""
    years: tuple[int, ...]
    """The years in which something was counted, the earliest first."""


def held(records: Iterable[Record], kinds: Sequence[Kind] = KINDS) -> Iterator[Record]:
    """Yield those *records* of *kinds* that take place."""
    return (record for record in records if record.kind in kinds and not record.is_off)


def year_of(record: Record) -> int:
    """Return the year that *record* belongs to: the one in which it starts."""
    return record.start.year


def in_year(records: Iterable[Record], year: int) -> Iterator[Record]:
    """Yield those *records* that belong to *year*."""
    return (record for record in records if year_of(record) == year)


def met(record: Record, own: str) -> tuple[str, ...]:
    """Return the countries of *record*, each once, without our *own*."""
    return tuple(code for code in dict.fromkeys(record.countries) if code != own)


def tally(
    records: Iterable[Record], keys: Callable[[Record], Iterable[str]], kinds: Sequence[Kind] = KINDS
) -> tuple[Tally, ...]:
    """Count the *records* of *kinds* that take place by their *keys*, in the order in which these come up."""
    found: dict[str, list[Record]] = {}
    for record in held(records, kinds):
        for key in keys(record):
            found.setdefault(key, []).append(record)
    return tuple(
        Tally(
            key, tuple(sum(one.kind is kind for one in those) for kind in kinds), tuple(sorted({*map(year_of, those)}))
        )
        for key, those in found.items()
    )


def tally_countries(records: Iterable[Record], own: str) -> tuple[Tally, ...]:
    """Count missions and delegations by country."""
    return tally(records, lambda record: met(record, own))


def tally_years(records: Iterable[Record], kinds: Sequence[Kind] = KINDS) -> tuple[Tally, ...]:
    """Count the *records* of *kinds* by year, from the first to the last: one without any counts nought."""
    found = {int(each.key): each for each in tally(records, lambda record: (str(year_of(record)),), kinds)}
    every = range(min(found), max(found) + 1) if found else ()
    return tuple(found.get(year) or Tally(str(year), (0,) * len(kinds), ()) for year in every)


def tally_quarters(records: Iterable[Record], kinds: Sequence[Kind] = KINDS) -> tuple[Tally, ...]:
    """Count the *records* of *kinds* by the quarter in which they start: ``1`` to ``4``."""
    found = {each.key: each for each in tally(records, lambda each: (str((each.start.month + 2) // 3),), kinds)}
    return tuple(found.get(quarter) or Tally(quarter, (0,) * len(kinds), ()) for quarter in "1234")
