# SPDX-License-Identifier: EUPL-1.2
"""Doubts about the year of an issue: in its name, and in the day on which it goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsletter.dates.arithmetic import months_between, period_of
from newsletter.dates.far import FAR
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import IssueName, Period
from newsletter.source.front_matter import FrontMatter

_LATE = 12
"""Months after its own beyond which an issue hardly goes out."""


def far_issue(name: IssueName, today: date) -> ContentError | None:
    """Ask about the issue called *name*, if it lies far ahead: “2062-07” is rather July 2026."""
    if months_between(period_of(today), name.period) <= FAR:
        return None
    message = _("By its name this is the issue of %(issue)s. Is the year right? Else call the file “%(better)s.md”.")
    better = replace(name, period=Period(today.year, name.period.month))
    return ContentError("date-year", message, issue=name.period, better=better)


def far_published(head: FrontMatter, period: Period) -> ContentError | None:
    """Ask about the day on which the issue of *period* goes out, if it is far: until then the issue is kept back."""
    months = months_between(period, period_of(head.published)) if head.published else 0
    if months < -_LATE:
        message = _("“published: %(day)s” lies long before the issue of %(issue)s. Is the year right?")
        return ContentError("date-year", message, issue=period, day=head.published)
    if months <= _LATE:
        return None
    message = _("The issue of %(issue)s is kept back until %(day)s, the day of “published”. Is the year right?")
    return ContentError("date-year", message, issue=period, day=head.published)
