# SPDX-License-Identifier: EUPL-1.2
"""Follow the dates that were given before: which they were, and whether the new ones hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.archive.published import PublishedOccurrence
from newsletter.archive.revisions import published_before
from newsletter.model.facts import Facts
from newsletter.model.telling import Telling
from newsletter.model.values import Dates, Precision, Status


@dataclass(frozen=True, slots=True)
class DateHistory:
    """The dates of a record before those that it has now."""

    former: Dates | None = None
    """None where others were never given, or no new day is known since."""
    new_date_unknown: bool = False
    """Whether it was postponed, and the dates are the former ones."""
    published: bool = False
    """Whether no source gives the former ones: they are what was published."""
    asks: bool = False
    """Whether it is a guess that its only dates are the new ones."""


def date_history(
    told: Sequence[Telling], facts: Facts, dates: Dates, seen: Sequence[PublishedOccurrence]
) -> DateHistory:
    """Return what is known of former dates, from the tellings *told* and from what was published."""
    former = _given_before(told, dates)
    if facts.status is not Status.POSTPONED:
        return DateHistory(former)
    postponed = max(number for number, telling in enumerate(told) if telling.facts.status is Status.POSTPONED)
    if not any(_gives_new_dates(telling) for telling in told[postponed:]):
        return DateHistory(new_date_unknown=True)
    if former is not None:
        return DateHistory(former)
    if any(telling.facts.date for telling in told[:postponed]):  # which are those that the later one repeats
        return DateHistory(new_date_unknown=True)
    published, told_as_holding = published_before(seen, dates)
    return DateHistory(published, told_as_holding, published=published is not None, asks=published is None and not seen)


def refines(later: Dates, earlier: Dates) -> bool:
    """Tell whether *later* gives days within the months of *earlier*, which it does not contradict."""
    if earlier.precision is not Precision.MONTH or later.precision is not Precision.DAY:
        return False
    return all(
        any(month.start <= span.start and span.end <= month.end for month in earlier.spans) for span in later.spans
    )


def _gives_new_dates(telling: Telling) -> bool:
    return telling.facts.date is not None and telling.facts.date != telling.facts.was


def _given_before(told: Sequence[Telling], dates: Dates) -> Dates | None:
    """Return the last dates that a telling gave, or said to have held before, and that the present ones replace."""
    for telling in reversed(told):
        for given in (telling.facts.date, telling.facts.was):
            if given is not None and given != dates and not refines(dates, given) and not dates.explains(given):
                return given
    return None
