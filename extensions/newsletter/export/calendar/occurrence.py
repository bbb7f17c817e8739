# SPDX-License-Identifier: EUPL-1.2
"""One entry's worth of a record: each of its separate spans of days, under an identifier that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID, uuid5

from newsletter.model.kinds import TRAITS
from newsletter.model.record import Precision, Record, Span

_NAMESPACE = UUID("c3c1af2a-c12b-492d-83dd-3e8b0adb7d2a")
"""Never to change: every identifier in every subscribed calendar comes from it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The *number*-th span of a record, counted from 1."""

    record: Record
    span: Span
    number: int

    def uid(self, authority: str) -> str:
        """Return the UID (RFC 7986, section 5.3): of the record for its first span, with its number for the others.

        The number, not the day, so that an entry whose day is corrected moves in its readers' calendars instead
        of being doubled. *authority* keeps apart two newsletters that give one id.
        """
        name = self.record.id if self.number == 1 else f"{self.record.id}#{self.number}"
        return str(uuid5(_namespace(authority), name))


@lru_cache(maxsize=8)
def _namespace(authority: str) -> UUID:
    return uuid5(_NAMESPACE, authority)


def has_entries(record: Record) -> bool:
    """Tell whether *record* stands in calendars: news does not, nor what is known to the month only."""
    return TRAITS[record.kind].calendar != "" and record.dates.precision is Precision.DAY


def occurrences(record: Record) -> Iterator[Occurrence]:
    """Yield the occurrences of *record* in their order; none where it stands in no calendar."""
    if has_entries(record):
        for number, span in enumerate(record.dates.spans, start=1):
            yield Occurrence(record, span, number)
