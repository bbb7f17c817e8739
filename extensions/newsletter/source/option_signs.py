# SPDX-License-Identifier: EUPL-1.2
"""Signs of Markdown and of HTML in options, which are plain text."""

from __future__ import annotations

import re

from newsletter.model.diagnostics import ContentError, _
from newsletter.source.options import Option

PLAIN = frozenset({"place", "people", "hosts", "partners", "alt", "credit"})
"""Options of words, in which signs of Markdown would be seen."""
_BREAK = re.compile(r"(?<!\s)\s*<br ?/?>\s*", re.IGNORECASE)
_MARKUP = re.compile(r"(\*\*|__|(?<!\w)`)(?P<text>.+?)\1|\[(?P<linked>[^\[\]]+)\]\([^()]*\)|\[\^[^\[\]]*\]")
_QUOTED = re.compile(r"([\"“«])(?P<text>[^\"“”«»]+)[\"”»]")


def without_markup(value: str) -> str:
    """Return *value* without signs of Markdown, and without quotes around all of it; nothing where it has none."""
    quoted = _QUOTED.fullmatch(value)
    text = (
        quoted["text"]
        if quoted
        else _MARKUP.sub(lambda match: match["text"] or match["linked"] or "", _BREAK.sub("; ", value))
    )
    return text if text != value else ""


def of_signs(option: Option) -> ContentError | None:
    """Return the diagnostic about signs of Markdown in an *option* that cannot be read, where it has any."""
    better = (
        without_markup(option.value) if option.name in PLAIN | {"date", "time", "country", "topics", "status"} else ""
    )
    if not better:
        return None
    message = _("An option is plain text: write “:%(name)s: %(better)s”.")
    return ContentError("option-form", message, name=option.name, better=better)
