# SPDX-License-Identifier: EUPL-1.2
"""One entry's worth of a record: each of its separate spans of days, under an identifier that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID, uuid5

from newsletter.model.kinds import TRAITS
from newsletter.model.record import Record
from newsletter.model.values import Precision, Revision, Span

_NAMESPACE = UUID("c3c1af2a-c12b-492d-83dd-3e8b0adb7d2a")
"""Never to change: every identifier in every subscribed calendar comes from it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One span of a record's entries."""

    record: Record
    span: Span
    revision: Revision

    def uid(self, authority: str) -> str:
        """Return the UID (RFC 7986, section 5.3): of the record, and the name of the occurrence where it has one.

        *authority* keeps apart two newsletters that give one id.
        """
        name = f"{self.record.id}#{self.revision.name}" if self.revision.name else self.record.id
        return str(uuid5(_namespace(authority), name))


@lru_cache(maxsize=8)
def _namespace(authority: str) -> UUID:
    return uuid5(_NAMESPACE, authority)


def has_entries(record: Record) -> bool:
    """Tell whether *record* stands in calendars: news does not, nor what was never known to the day."""
    return TRAITS[record.kind].calendar != "" and record.entry_dates.precision is Precision.DAY


def occurrences(record: Record) -> Iterator[Occurrence]:
    """Yield the occurrences of *record* in their order; none where it stands in no calendar."""
    if has_entries(record):
        for span, revision in zip(record.entry_dates.spans, record.revisions, strict=True):
            yield Occurrence(record.on(span), span, revision)
