# SPDX-License-Identifier: EUPL-1.2
"""Dates as contributors write them and as readers see them, in every language of :mod:`newsletter.languages`."""

from newsletter.dates.far import far_from_issue, year_hint
from newsletter.dates.parse import parse_dates
from newsletter.dates.show import date_parts, show_dates, show_day, show_hours, show_month, show_weekday

__all__ = [
    "date_parts",
    "far_from_issue",
    "parse_dates",
    "show_dates",
    "show_day",
    "show_hours",
    "show_month",
    "show_weekday",
    "year_hint",
]
