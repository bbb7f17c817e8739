# SPDX-License-Identifier: EUPL-1.2
"""Doubts about the months of an issue: in its name, its description, and in the day on which it goes out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from newsletter.dates.arithmetic import months_between, period_of
from newsletter.dates.far import FAR
from newsletter.dates.vocabulary import MONTHS, fold
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import IssueName, Period
from newsletter.source.front_matter import FrontMatter

_WORDS = re.compile(r"\b(?P<month>[^\W\d_]{3,})\b(?:\s+(?P<year>(?:19|20)\d\d)\b)?")
_FAR = 6
"""Months before its own, or after it, at which an issue hardly went out; a wrong year makes eleven or more."""
_LATE = 2
"""Months after its own for which an issue may be kept back unasked: until then nobody sees that it is not there."""


def far_issue(name: IssueName, today: date) -> ContentError | None:
    """Ask about the issue called *name*, if it lies far ahead: “2062-07” is rather July 2026."""
    if months_between(period_of(today), name.period) <= FAR:
        return None
    message = _("By its name this is the issue of %(issue)s. Is the year right? Else call the file “%(better)s.md”.")
    better = replace(name, period=Period(today.year, name.period.month))
    return ContentError("date-year", message, issue=name.period, better=better)


def far_published(head: FrontMatter, period: Period, today: date) -> ContentError | None:
    """Ask about the day on which the issue of *period* goes out, if it is far: until then the issue is kept back."""
    if not head.published:
        return None
    day = head.published
    months = months_between(period, period_of(day))
    if months < -_FAR:
        message = _("“published: %(day)s” lies long before the issue of %(issue)s. Is the year right?")
    elif day > today and months > _LATE:
        exchanged = day.replace(month=day.day, day=day.month) if day.day <= 12 else day
        better = exchanged if abs(months_between(period, period_of(exchanged))) <= 1 else None
        message = (
            _(
                "The issue of %(issue)s is kept back until %(day)s, more than two months after its own: until then "
                "there is nothing of it. Write “published: %(better)s” if day and month are exchanged, or take the "
                "line out."
            )
            if better
            else _(
                "The issue of %(issue)s is kept back until %(day)s, more than two months after its own: until then "
                "there is nothing of it. Correct the year or the month, or take the line out."
            )
        )
        return ContentError("date-year", message, issue=period, day=day, better=better)
    elif months > _FAR:
        message = _("“published: %(day)s” lies long after the issue of %(issue)s. Is the year right?")
    else:
        return None
    return ContentError("date-year", message, issue=period, day=day)


def described_before(head: FrontMatter, period: Period) -> ContentError | None:
    """Ask about a description of earlier months alone, as one has that was copied with the issue before."""
    words = [(word["month"], word["year"]) for word in _WORDS.finditer(head.description)]
    months = [(MONTHS[fold(word)], year) for word, year in words if fold(word) in MONTHS]
    named = [Period(int(year), month) for month, year in months if year]
    own = {period.month, period.plus(-1).month}
    if not named or own & {month for month, _year in months}:
        return None
    if not -FAR <= months_between(period, max(named)) < -1:  # long ago is history: “the pact signed in March 1998”
        return None
    message = _(
        "This description speaks of %(month)s, and the issue is that of %(issue)s: write what stands in this one, or "
        "take the line out."
    )
    return ContentError("heading", message, month=max(named), issue=period)
