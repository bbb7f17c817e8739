# SPDX-License-Identifier: EUPL-1.2
"""Codes: the files of issues, their front matter, and ``registers.yaml``."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "issue-name": Message(
        _(
            "A file in the folder issues is no issue: its name is no month, or it is no Markdown (“.md”), and is not "
            "read."
        ),
        wrong="issues/maggio.md",
        right="issues/2026-05.md",
    ),
    "part-alone": Message(
        _("A file lies in the folder of an issue that does not exist."),
        wrong="issues/2026-07/concerto.md",
        right="issues/2026-07.md\nissues/2026-07/concerto.md",
    ),
    "encoding": Message(
        _("The file is not in UTF-8, the encoding of all our texts; its accents may have been read wrongly."),
    ),
    "front-matter": Message(
        _(
            "The lines between the two --- at the top cannot be read. Whether the issue may be published is "
            "then not known: it is not."
        ),
        wrong="---\ntitle: Maggio: il mese dei fiori\n---",
        right='---\ntitle: "Maggio: il mese dei fiori"\n---',
    ),
    "front-matter-key": Message(
        _("A line at the top of the issue has no effect."),
        wrong="---\ntitolo: Maggio\n---",
        right="---\ntitle: Maggio\n---",
        hint=True,
    ),
    "name-withheld": Message(
        _(
            "An id, or the name of an issue's file, holds a name that registers.yaml withholds: the addresses of the "
            "site would show it."
        ),
        wrong=":id: incontro-con-ugo-prova",
        right=":id: incontro-di-giugno",
    ),
    "name-stands": Message(
        _(
            "The text of a page has a name that registers.yaml withholds. Registers, data and calendars leave it out; "
            "what is written on the page itself stays until somebody takes it out."
        ),
        hint=True,
    ),
    "moved-address": Message(
        _(
            "The list newsletter_moved in conf.py names a former address that is there all the same, or leads to "
            "a page that is not."
        ),
        wrong='newsletter_moved = {"issues/2026-04.html": "issues/2026-5.html"}',
        right='newsletter_moved = {"issues/2026-04.html": "issues/2026-05.html"}',
    ),
    "address-gone": Message(
        _(
            "An address that the site had when it was last built is gone, and whoever kept it finds nothing. The list "
            "newsletter_moved in conf.py says where it leads; with nothing between the quotes, that it was withdrawn."
        ),
        right='newsletter_moved = {"issues/2026-04.html": "", "issues/2026-05.html#old": "issues/2026-05.html#new"}',
        hint=True,
    ),
    "published-form": Message(
        _("A file in the folder published, which says what subscribers have seen of an issue, cannot be read."),
    ),
    "published-gone": Message(
        _(
            "Something that subscribers have seen is in no issue any more: it vanishes from their calendars, and links "
            "to it lead nowhere. “make keep-ids” finds what only has another name, “make withdraw” leaves a cancelled "
            "entry."
        ),
        hint=True,
    ),
    "time-zone": Message(
        _(
            "The clock of the city's time zone changes by no yearly rule, which is all that a calendar can hold: its "
            "hours are in UTC there, and right."
        ),
        hint=True,
    ),
    "registers-form": Message(
        _("registers.yaml, the file of names, contains something that cannot be taken."),
        wrong="places:\n  Lyon: Lione",
        right="places:\n  Lyon: {aliases: [Lione], country: FR}",
    ),
}
