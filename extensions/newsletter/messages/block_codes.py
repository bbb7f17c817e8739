# SPDX-License-Identifier: EUPL-1.2
"""Codes: a block as a whole, and its title."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "title-missing": Message(
        _("The block has no title, so that nothing can name it: it is in no register."),
        wrong=":::{event}\n:date: 13 maggio\n:::",
        right=":::{event} Concerto in piazza\n:date: 13 maggio\n:::",
    ),
    "title-long": Message(
        _("The title is as long as a text: lists, calendars and bookmarks cannot show it, and the PDF may fail."),
    ),
    "block-unclosed": Message(
        _("The block has no end of its own: what follows on the page became part of it."),
        wrong=":::{event} Concerto in piazza\n:date: 13 maggio",
        right=":::{event} Concerto in piazza\n:date: 13 maggio\n:::",
    ),
    "block-unopened": Message(
        _(
            "A line looks like one of a block, but no block is opened there, and all of it is shown as text. A block "
            "is opened by three colons and the kind in braces, at the margin."
        ),
        wrong=":::event Concerto in piazza\n:date: 13 maggio\n:::",
        right=":::{event} Concerto in piazza\n:date: 13 maggio\n:::",
    ),
    "block-swallowed": Message(
        _(
            "Blocks stand inside code, a comment, HTML or another part of the page that takes all of its lines as its "
            "own: they are no records. The message is at the line where that part begins, and names the blocks."
        ),
        wrong="```\nappunti\n\n:::{event} Notte delle lanterne\n:date: 14 maggio\n:::",
        right="```\nappunti\n```\n\n:::{event} Notte delle lanterne\n:date: 14 maggio\n:::",
    ),
    "block-outside": Message(
        _(
            "A block stands on a page that is no issue, where it is an example: it is shown there, and is in no "
            "register, calendar or data."
        ),
        hint=True,
    ),
    "markup-unclosed": Message(
        _("Code or a comment is opened and never closed: all that follows belongs to it."),
        wrong="```\nappunti",
        right="```\nappunti\n```",
    ),
    "block-nested": Message(
        _(
            "The block stands inside a list, a quote, a card or another block. There it cannot be told apart "
            "from what is around it, and is in no register."
        ),
        wrong="- :::{event} Concerto in piazza\n  :date: 13 maggio\n  :::",
        right=":::{event} Concerto in piazza\n:date: 13 maggio\n:::",
    ),
}
