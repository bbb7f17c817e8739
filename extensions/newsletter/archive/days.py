# SPDX-License-Identifier: EUPL-1.2
"""Find the days on which a record was told, corrected and revised, by what the sources say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from newsletter.archive.names import Names
from newsletter.archive.published import PublishedState
from newsletter.model.issue import Issue
from newsletter.model.record import Record
from newsletter.model.telling import Telling
from newsletter.model.values import Correction, Status


def as_published(issue: Issue, state: PublishedState) -> Issue:
    """Return *issue* with the day by which it was out, where it writes none and went out before its month."""
    out_by = state.out_by.get(str(issue.name))
    if issue.published_written or out_by is None or out_by >= issue.published:
        return issue
    return replace(issue, published=out_by)


def days_told(told: Sequence[Telling], issues: Mapping[str, Issue]) -> tuple[date, date]:
    """Return when a record was first told, and last revised.

    An issue that does not write when it went out was out, at the latest, when something in it was corrected.
    """
    updates = [telling.facts.updated for telling in told if telling.facts.updated]
    first = issues[str(told[0].issue)]
    published = first.published if first.published_written else min([first.published, *updates])
    return published, max([published, *(issues[str(telling.issue)].published for telling in told[1:]), *updates])


def source_revision(told: Sequence[Telling], record: Record) -> int:
    """Return how often the sources say that *record* was revised: a number that grows with the days that they give.

    It counts from a day that no edit of the front matter moves, so that a written ``published`` does not lower it. What
    only says that it changed, and not when, was revised once.
    """
    days = [telling.issue.period.first_day for telling in told[1:]]
    days += [telling.facts.updated for telling in told if telling.facts.updated]
    if days:
        return max(1, (max(days) - told[0].issue.period.plus(-2).first_day).days)
    off = record.status in {Status.POSTPONED, Status.CANCELLED}
    return int(bool(off or record.dates.called_off or record.dates.moved or record.corrections))


def corrections(told: Sequence[Telling], names: Names) -> tuple[Correction, ...]:
    """Return what the tellings say was put right, newest first; those without a day last."""
    found = [
        Correction(names.withheld.mask(telling.facts.correction or ""), telling.facts.updated)
        for telling in told
        if telling.facts.updated or telling.facts.correction
    ]
    return tuple(sorted(found, key=lambda each: each.day or date.min, reverse=True))
