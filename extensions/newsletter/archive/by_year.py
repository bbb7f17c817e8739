# SPDX-License-Identifier: EUPL-1.2
"""Divide a long list by years, and a long year by months: the newest are shown, the others have a page each.

A period is a year or a month as ISO 8601 has it: ``2026``, ``2026-05``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsletter.archive.selection import GroupBy, keys
from newsletter.model.record import Record

MOST = 200
"""The records that a list shows before it leads on to pages of years, or a long year to those of months."""
_MOST_OF_YEAR = 300
"""The records of a year that stand on one page."""
_YEAR, _MONTH = len("2026"), len("2026-05")

_IN_TIME = frozenset({GroupBy.MONTH, GroupBy.YEAR, GroupBy.ISSUE})
"""Groups whose keys begin with their year."""


class Divided(NamedTuple):
    """A list, divided."""

    records: tuple[Record, ...]
    """The records shown, in the order of the list."""
    periods: frozenset[str] | None = None
    """The periods that are shown; None for all."""
    older: tuple[tuple[str, int], ...] = ()
    """The periods that have a page of their own with how many records each has, newest first."""


def newest(records: Sequence[Record], by: GroupBy | None) -> Divided:
    """Return the newest years of *records* that are at most :data:`MOST` together.

    Where the newest year alone has more, its newest records are shown, and it has a page as well.
    """
    return _newest(records, by) if len(records) > MOST else Divided(tuple(records))


def of_period(records: Sequence[Record], by: GroupBy | None, period: str) -> Divided:
    """Return those of *records* that the page of *period* shows: of a long year, the newest months."""
    if len(period) == _YEAR and len(records) > _MOST_OF_YEAR:
        return _newest(records, by, period)
    return Divided(tuple(records), frozenset({period}))


def records_of(records: Sequence[Record], by: GroupBy | None, period: str) -> tuple[Record, ...]:
    """Return those of *records* that a list by *by* has in *period*."""
    return tuple(record for record in records if period in periods_of(record, by, len(period)))


def _newest(records: Sequence[Record], by: GroupBy | None, year: str = "") -> Divided:
    """Return the newest years of *records* or, of those of one *year*, the newest months."""
    members: dict[str, list[Record]] = {}
    for record in records:
        for period in periods_of(record, by, _MONTH if year else _YEAR):
            if period.startswith(year):
                members.setdefault(period, []).append(record)
    ordered = sorted(members, reverse=True)
    shown: set[str] = set()
    periods: list[str] = []
    for period in ordered:
        more = shown | {record.id for record in members[period]}
        if len(more) > MOST:
            break
        shown = more
        periods.append(period)
    if not periods:
        latest = sorted(members[ordered[0]], key=lambda record: record.order, reverse=True)[:MOST]
        shown = {record.id for record in latest}
    return Divided(
        tuple(record for record in records if record.id in shown),
        frozenset(periods or ordered[:1]),
        tuple((period, len(members[period])) for period in ordered[len(periods) :]),
    )


def periods_of(record: Record, by: GroupBy | None, length: int) -> frozenset[str]:
    """Return the periods, written in *length* letters, under which a list by *by* has *record*.

    They are those of the issues that tell it, or in which it begins.
    """
    return frozenset(key[:length] for key in keys(record, GroupBy.ISSUE if by is GroupBy.ISSUE else GroupBy.MONTH))


def is_shown(by: GroupBy, key: str, periods: frozenset[str] | None) -> bool:
    """Tell whether a list of *periods* alone has the group *key*: what begins twice stands in each period once."""
    if periods is None or by not in _IN_TIME:
        return True
    return any(key.startswith(period) or period.startswith(key) for period in periods)
