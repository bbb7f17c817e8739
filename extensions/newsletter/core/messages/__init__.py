# SPDX-License-Identifier: EUPL-1.2
"""The closed set of codes, each with its meaning and an example: what the page of messages shows."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.core.codes import Code
from newsletter.core.messages import blocks, dates, files, hours, lists, options, pdf, tellings, text
from newsletter.core.messages.message import Message
from newsletter.core.problem import _

__all__ = ["GROUPS", "MESSAGES", "Message"]

GROUPS: tuple[tuple[str, Mapping[Code, Message]], ...] = (
    (_("The block and its title"), blocks.MESSAGES),
    (_("The options"), options.MESSAGES),
    (_("Dates"), dates.MESSAGES),
    (_("Hours"), hours.MESSAGES),
    (_("Permanent names and retellings"), tellings.MESSAGES),
    (_("The text of an issue"), text.MESSAGES),
    (_("Files"), files.MESSAGES),
    (_("Lists of records"), lists.MESSAGES),
    (_("PDFs"), pdf.MESSAGES),
)
"""The messages as the manual groups them, each group with its heading."""

MESSAGES: Mapping[Code, Message] = {code: message for _heading, group in GROUPS for code, message in group.items()}
