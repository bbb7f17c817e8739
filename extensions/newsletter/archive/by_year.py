# SPDX-License-Identifier: EUPL-1.2
"""Divide a long list by years: the newest are shown, the others have a page each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsletter.archive.selection import GroupBy, keys
from newsletter.model.record import Record

MOST = 200
"""The records that a list shows before it leads on to pages of years."""

_IN_TIME = frozenset({GroupBy.MONTH, GroupBy.YEAR, GroupBy.ISSUE})
"""Groups whose keys begin with their year."""


class Divided(NamedTuple):
    """A list, divided."""

    records: tuple[Record, ...]
    """The records shown, in the order of the list."""
    years: frozenset[int] | None = None
    """The years that are shown; None for all."""
    older: tuple[tuple[int, int], ...] = ()
    """The years that have a page of their own with how many records each has, newest first."""


def newest(records: Sequence[Record], by: GroupBy | None, most: int = MOST) -> Divided:
    """Return the newest years of *records* that are at most *most* together.

    Where the newest year alone has more, its newest records are shown, and it has a page as well.
    """
    if len(records) <= most:
        return Divided(tuple(records))
    members: dict[int, list[Record]] = {}
    for record in records:
        for year in years_in(record, by):
            members.setdefault(year, []).append(record)
    ordered = sorted(members, reverse=True)
    shown: set[str] = set()
    years: list[int] = []
    for year in ordered:
        more = shown | {record.id for record in members[year]}
        if len(more) > most:
            break
        shown = more
        years.append(year)
    if not years:
        latest = sorted(members[ordered[0]], key=lambda record: record.order, reverse=True)[:most]
        shown = {record.id for record in latest}
    return Divided(
        tuple(record for record in records if record.id in shown),
        frozenset(years or ordered[:1]),
        tuple((year, len(members[year])) for year in ordered[len(years) :]),
    )


def of_year(records: Iterable[Record], by: GroupBy | None, year: int) -> Divided:
    """Return those of *records* that the page of *year* shows."""
    return Divided(tuple(record for record in records if year in years_in(record, by)), frozenset({year}))


def years_in(record: Record, by: GroupBy | None) -> frozenset[int]:
    """Return the years under which a list by *by* has *record*: of the issues that tell it, or in which it begins."""
    return frozenset(int(key[:4]) for key in keys(record, GroupBy.ISSUE if by is GroupBy.ISSUE else GroupBy.YEAR))


def is_shown(by: GroupBy | None, key: str, years: frozenset[int] | None) -> bool:
    """Tell whether a list of *years* alone has the group *key*: what begins twice stands in each year once."""
    return years is None or by not in _IN_TIME or int(key[:4]) in years
