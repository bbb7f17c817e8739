# SPDX-License-Identifier: EUPL-1.2
"""Find records that subscribers have seen and no issue tells any more, and what they may be called now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsletter.archive.published import PublishedOccurrence, PublishedState, iso_date
from newsletter.archive.revisions import WITHDRAWN
from newsletter.model.record import Record

_ALIKE = 0.6  # share of a title that a record has in common with itself under another


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that is no more."""

    seen: PublishedOccurrence
    issue: str
    """The issue in whose file it stands."""
    successor: Record | None = None
    """The one new record that may be it under another id."""


def gone_records(state: PublishedState, told: Collection[str], records: Iterable[Record]) -> Iterator[Gone]:
    """Yield what *state* has and is neither among the ids *told* nor withdrawn by an editor."""
    fresh = [record for record in records if record.id not in state.by_id]
    missing = [
        (seen[0], state.issue_of[record_id])
        for record_id, seen in sorted(state.by_id.items())
        if record_id not in told and not any(each.state == WITHDRAWN for each in seen)
    ]
    likely = {seen.id: [record for record in fresh if _is_alike(seen, issue, record)] for seen, issue in missing}
    for seen, issue in missing:
        found = likely[seen.id]
        only = found[0] if len(found) == 1 and sum(found[0] in others for others in likely.values()) == 1 else None
        yield Gone(seen, issue, only)


def _is_alike(seen: PublishedOccurrence, issue: str, record: Record) -> bool:
    if record.kind.value != seen.kind:
        return False
    if record.title == seen.title:
        return True
    if record.issues[0] != issue:
        return False
    same_date = iso_date(record.dates.spans[0], record.dates.precision) == seen.date
    return same_date or SequenceMatcher(None, record.title, seen.title).ratio() > _ALIKE
