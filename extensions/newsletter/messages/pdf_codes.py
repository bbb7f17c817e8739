# SPDX-License-Identifier: EUPL-1.2
"""Codes: what cannot be printed."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "pdf-glyph": Message(
        _("No font of the PDFs has a character; another stands in its place."),
    ),
    "pdf-image": Message(
        _("The PDFs cannot show a drawing that pages show."),
    ),
    "pdf-node": Message(
        _("The PDFs cannot show an element of the page; they show its text."),
    ),
    "pdf-failed": Message(
        _("A PDF could not be made."),
    ),
}
