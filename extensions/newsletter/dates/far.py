# SPDX-License-Identifier: EUPL-1.2
"""Days that lie suspiciously far from the issue that tells of them, or in a year that is probably wrong by one."""

from __future__ import annotations

from datetime import date

from newsletter.dates.arithmetic import months_between, period_of, plus_months
from newsletter.dates.parse import has_weekday
from newsletter.dates.show import show_dates, show_month
from newsletter.dates.years import in_window
from newsletter.model.diagnostics import Diagnostic, _
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Span

FAR = 18
"""Months from the issue's own beyond which a day is worth a question (contract, section 3)."""
_OVER = 6
"""Months after which an issue hardly tells of a day again."""


def far_from_issue(dates: Dates, period: Period, *, language: str = "it") -> Diagnostic | None:
    """Return ``date-far`` where a day of *dates* lies more than 18 months from the month of the issue."""
    days = [day for span in dates.spans for day in (span.start, span.end)]
    if all(abs(months_between(period, period_of(day))) <= FAR for day in days):
        return None
    return Diagnostic(
        "date-far",
        _("“%(dates)s” lies more than %(months)s months from the issue (%(issue)s). Is the year right?"),
        {"dates": show_dates(dates, None, language), "months": FAR, "issue": show_month(period, language)},
    )


def year_hint(text: str, dates: Dates, period: Period, kind: Kind, *, language: str = "it") -> Diagnostic | None:
    """Return the diagnostic ``date-year`` where the last days of *dates* would suit the issue a year earlier or later.

    Days without a written year always lie in the window of their *kind*: only written years are asked about. A
    weekday in *text*, from which *dates* were read, confirms its year, but for one that was over half a year ago: a
    block copied from last year's issue has a weekday as well.
    """
    last = dates.spans[-1]
    if any(in_window(period_of(day), period, kind) for day in (last.start, last.end)):
        return None
    confirmed = has_weekday(text)
    if confirmed and months_between(period_of(last.end), period) <= _OVER:
        return None
    meant = [_moved(last, 12)] if confirmed else [_moved(last, -12), _moved(last, 12)]
    if last.start == last.end and last.start.day <= 12 and not any(map(str.isalpha, text)):
        exchanged = date(last.start.year, last.start.day, last.start.month)  # 12/04 for December 4
        meant.append(Span(exchanged, exchanged))
    better = [span for span in meant if in_window(period_of(span.end), period, kind)]
    if not better:
        return None

    def shown(span: Span) -> str:
        return show_dates(Dates((span,), dates.precision), None, language)

    return Diagnostic(
        "date-year",
        _("Is the year of “%(dates)s” right? In the issue of %(issue)s one expects: %(better)s."),
        {"dates": shown(last), "issue": show_month(period, language), "better": tuple(map(shown, better))},
    )


def _moved(span: Span, months: int) -> Span:
    return Span(plus_months(span.start, months), plus_months(span.end, months))
