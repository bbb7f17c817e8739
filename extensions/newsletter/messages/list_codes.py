# SPDX-License-Identifier: EUPL-1.2
"""Codes: the block ``records`` and its like."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "records-option": Message(
        _("A list has no such option, or it cannot have this value."),
        wrong=":::{records}\n:kind: evento\n:::",
        right=":::{records}\n:kind: event\n:::",
    ),
    "view-option": Message(
        _("A part of a page that fills itself has no such option, or it cannot have this value."),
        wrong=":::{issues}\n:group-by: mese\n:::",
        right=":::{issues}\n:group-by: year\n:::",
    ),
}
