# SPDX-License-Identifier: EUPL-1.2
"""Tell what subscribers have seen and no issue tells any more, and what it may be called now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsletter.archive.published import PublishedOccurrence, PublishedState, iso_date
from newsletter.archive.revisions import WITHDRAWN
from newsletter.archive.withheld import Withheld
from newsletter.model.diagnostics import ContentError, Diagnostic, _
from newsletter.model.record import Record
from newsletter.model.telling import Telling

_ALIKE = 0.6  # share of a title that a record has in common with itself under another


@dataclass(frozen=True, slots=True)
class Gone:
    """Hold what was published and is no more: a record under its former id, or all that an issue told."""

    diagnostic: Diagnostic
    issue: str
    """The issue in whose file it stands."""
    path: str = ""
    """The source of the block that may be it; empty where there is none."""
    line: int = 1


def gone_records(
    state: PublishedState,
    tellings: Mapping[str, Sequence[Telling]],
    records: Iterable[Record],
    withheld: Withheld,
) -> Iterator[Gone]:
    """Yield what *state* has, and is neither told by one of *tellings*, by id, nor withdrawn by an editor."""
    missing = [
        seen[0]
        for record_id, seen in sorted(state.by_id.items())
        if record_id not in tellings and not any(each.state == WITHDRAWN for each in seen)
    ]
    successors = _successors(missing, state, [record for record in records if record.id not in state.by_id])
    lost: dict[str, list[str]] = {}
    for seen in missing:
        issue = state.issue_of[seen.id]
        if (successor := successors.get(seen.id)) is None or withheld.holds(seen.id):
            lost.setdefault(issue, []).append(withheld.mask(seen.title))
        else:
            told = tellings[successor.id][-1]
            yield Gone(_renamed(seen.id), issue, told.path, told.line)
    for issue, titles in lost.items():
        yield Gone(_lost(issue, titles), issue)


def _renamed(record_id: str) -> Diagnostic:
    message = _(
        "Subscribers have this record as “%(id)s”; under another id it comes to their calendars a second time, and "
        "links to it lead nowhere: add a line “:id: %(id)s” if it is the same (“make keep-ids” writes those it finds)."
    )
    return ContentError("published-gone", message, id=record_id).diagnostic


def _lost(issue: str, titles: Sequence[str]) -> Diagnostic:
    message = _(
        "Subscribers have this, and no issue tells it any more: %(titles)s. It vanishes from their calendars without a "
        "word; “make withdraw ISSUE=%(issue)s” leaves cancelled entries for a year."
    )
    return ContentError("published-gone", message, titles="; ".join(titles), issue=issue).diagnostic


def _successors(
    missing: Sequence[PublishedOccurrence], state: PublishedState, fresh: Sequence[Record]
) -> dict[str, Record]:
    """Return by the id of each of *missing* the one of *fresh* that may be it; where several may be, none is."""
    likely = {seen.id: [each for each in fresh if _is_alike(seen, state.issue_of[seen.id], each)] for seen in missing}
    claims = [record.id for found in likely.values() for record in found]
    return {name: found[0] for name, found in likely.items() if len(found) == 1 and claims.count(found[0].id) == 1}


def _is_alike(seen: PublishedOccurrence, issue: str, record: Record) -> bool:
    if record.kind.value != seen.kind:
        return False
    if record.title == seen.title:
        return True
    if record.issues[0] != issue:
        return False
    same_date = iso_date(record.dates.spans[0], record.dates.precision) == seen.date
    return same_date or SequenceMatcher(None, record.title, seen.title).ratio() > _ALIKE
