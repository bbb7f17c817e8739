# SPDX-License-Identifier: EUPL-1.2
"""Codes: issues in another language."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "translation-file": Message(
        _(
            "A file is called as the translation of an issue or a report, and is none that the site can show: its "
            "language is not in newsletter_languages, or there is no such issue or report."
        ),
        wrong="issues/2026-05.xx.md",
        right="issues/2026-05.en.md",
    ),
    "translation-block": Message(
        _("A translation has a block that the issue does not have, or does not say by “:id:” which one it translates."),
    ),
    "translation-fact": Message(
        _(
            "A translation gives a fact otherwise than the issue. It inherits kind, dates, country, topics, state and "
            "picture: leave the option out."
        ),
    ),
    "translation-stale": Message(
        _("A block has changed since it was translated, as the option “:source-digest:” of the translation shows."),
        hint=True,
    ),
    "translation-missing": Message(
        _(
            "Blocks of an issue have not been translated yet; readers see them in the original language. An issue "
            "without a translation is asked for where an earlier one has one."
        ),
        hint=True,
    ),
    "language-words": Message(
        _(
            "A language in newsletter_languages has no words of the interface: readers would see the English ones. "
            "Its catalogue is started as the page on architecture says."
        ),
    ),
}
