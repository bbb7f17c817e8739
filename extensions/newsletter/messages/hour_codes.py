# SPDX-License-Identifier: EUPL-1.2
"""Codes: the option ``time``."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "time-form": Message(
        _("The hour cannot be read."),
        wrong=":time: al tramonto",
        right=":time: 20:30",
    ),
    "time-impossible": Message(
        _("This hour does not exist."),
        wrong=":time: 25:00",
        right=":time: 23:00",
    ),
    "time-order": Message(
        _("The end is not after the start."),
        wrong=":time: 22:00-02:00",
        right=":time: 22:00",
    ),
    "time-month": Message(
        _("An hour is given, but the day is not known yet."),
        wrong=":date: giugno\n:time: 18:00",
        right=":date: 13 giugno\n:time: 18:00",
    ),
    "time-range": Message(
        _("An hour holds for single days, and this is a range of days."),
        wrong=":date: 15-16 maggio\n:time: 18:00",
        right=":date: 15 maggio; 16 maggio\n:time: 18:00",
    ),
    "time-gap": Message(
        _("On this day the clocks are put forward over this hour."),
        wrong=":date: 29 marzo\n:time: 02:30",
        right=":date: 29 marzo\n:time: 03:30",
    ),
}
