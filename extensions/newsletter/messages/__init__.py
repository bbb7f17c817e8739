# SPDX-License-Identifier: EUPL-1.2
"""The closed set of codes, each with its meaning and an example: what the page of messages shows."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages import (
    block_codes,
    date_codes,
    file_codes,
    hour_codes,
    list_codes,
    option_codes,
    pdf_codes,
    telling_codes,
    text_codes,
    translation_codes,
)
from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

__all__ = ["GROUPS", "MESSAGES", "Message"]

GROUPS: tuple[tuple[str, Mapping[Code, Message]], ...] = (
    (_("The block and its title"), block_codes.MESSAGES),
    (_("The options"), option_codes.MESSAGES),
    (_("Dates"), date_codes.MESSAGES),
    (_("Hours"), hour_codes.MESSAGES),
    (_("Permanent names and retellings"), telling_codes.MESSAGES),
    (_("The text of an issue"), text_codes.MESSAGES),
    (_("Translations"), translation_codes.MESSAGES),
    (_("Files"), file_codes.MESSAGES),
    (_("Lists of records"), list_codes.MESSAGES),
    (_("PDFs"), pdf_codes.MESSAGES),
)
"""The messages as the manual groups them, each group with its heading."""

MESSAGES: Mapping[Code, Message] = {code: message for _heading, group in GROUPS for code, message in group.items()}
