# SPDX-License-Identifier: EUPL-1.2
"""Codes: the option ``date``."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "date-missing": Message(
        _("An event or a mission has no date, and is therefore in no register."),
        wrong=":::{event} Concerto in piazza\n:place: Borgoluce\n:::",
        right=":::{event} Concerto in piazza\n:date: 13 maggio\n:place: Borgoluce\n:::",
    ),
    "date-word": Message(
        _("A word in the date is none of a date; often a month is misspelt."),
        wrong=":date: 13 magio",
        right=":date: 13 maggio",
    ),
    "date-form": Message(
        _("The date cannot be read: something is missing, or stands where it makes no sense."),
        wrong=":date: 13/05/26",
        right=":date: 13/05/2026",
    ),
    "date-impossible": Message(
        _("This day does not exist."),
        wrong=":date: 31 aprile",
        right=":date: 30 aprile",
    ),
    "date-weekday": Message(
        _("The weekday is not that of the day: one of the two is wrong."),
        wrong=":date: lunedì 15 maggio",
        right=":date: venerdì 15 maggio",
    ),
    "date-order": Message(
        _("The end comes before the start, or the days are not in order."),
        wrong=":date: 18-15 maggio",
        right=":date: 15-18 maggio",
    ),
    "date-span": Message(
        _("The span is more than a year, or it is not clear of which year its start is."),
        wrong=":date: 1 gennaio 2026 - 31 marzo 2027",
        right=":date: 1 gennaio 2026 - 31 dicembre 2026",
    ),
    "date-overlap": Message(
        _("Two of the days, or of the spans, are the same or overlap."),
        wrong=":date: 13 maggio; 13 maggio",
        right=":date: 13 maggio; 20 maggio",
    ),
    "date-mixed": Message(
        _("Some of the dates are days and some whole months."),
        wrong=":date: maggio; 13 giugno",
        right=":date: 13 maggio; 13 giugno",
    ),
    "date-empty": Message(
        _("There is no date in the option."),
    ),
    "date-far": Message(
        _(
            "The day lies more than eighteen months from the issue: the year is probably wrong. The record "
            "is published as it is."
        ),
        wrong=":date: 13 maggio 2029",
        right=":date: 13 maggio 2026",
    ),
    "date-year": Message(
        _(
            "The year that is written takes the day out of the months that an issue tells of, and the year before or "
            "after would not: it is often wrong by one. The record is published as it is."
        ),
        wrong=":date: 13 maggio 2025",
        right=":date: 13 maggio 2026",
        hint=True,
    ),
}
