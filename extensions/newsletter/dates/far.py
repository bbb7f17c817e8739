# SPDX-License-Identifier: EUPL-1.2
"""Days that lie suspiciously far from the issue that tells of them."""

from __future__ import annotations

from newsletter.dates.arithmetic import months_between, period_of
from newsletter.dates.show import show_dates, show_month
from newsletter.model.diagnostics import Problem, _
from newsletter.model.issue import Period
from newsletter.model.record import Dates

FAR = 18
"""Months from the issue's own beyond which a day is worth a question (contract, section 3)."""


def far_from_issue(dates: Dates, period: Period, *, language: str = "it") -> Problem | None:
    """Return the problem ``date-far`` where a day of *dates* lies more than 18 months from the month of the issue."""
    days = [day for span in dates.spans for day in (span.start, span.end)]
    if all(abs(months_between(period, period_of(day))) <= FAR for day in days):
        return None
    return Problem(
        "date-far",
        _("“%(dates)s” lies more than %(months)s months from the issue (%(issue)s). Is the year right?"),
        {"dates": show_dates(dates, None, language), "months": FAR, "issue": show_month(period, language)},
    )
