# SPDX-License-Identifier: EUPL-1.2
"""Codes: what shows only when blocks and issues are seen together."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "id-form": Message(
        _("The permanent name contains something other than small letters, digits and hyphens."),
        wrong=":id: Festa di Maggio",
        right=":id: festa-di-maggio",
    ),
    "id-twice": Message(
        _(
            "Two blocks of one issue have the same permanent name, often because they have the same title. "
            "Only the first is in the registers."
        ),
        wrong=":::{event} Concerto\n:date: 13 maggio\n:::\n\n:::{event} Concerto\n:date: 20 giugno\n:::",
        right=(
            ":::{event} Concerto\n"
            ":date: 13 maggio\n"
            ":::\n"
            "\n"
            ":::{event} Concerto\n"
            ":date: 20 giugno\n"
            ":id: concerto-di-giugno\n"
            ":::"
        ),
    ),
    "telling-dates": Message(
        _("A later issue tells the same thing with other days, and does not say that it was moved."),
        wrong=":id: concerto-in-piazza\n:date: 20 maggio",
        right=":id: concerto-in-piazza\n:date: 20 maggio\n:status: postponed",
    ),
    "telling-kind": Message(
        _("A later issue tells the same thing as a block of another kind."),
    ),
    "telling-title": Message(
        _(
            "A later issue tells the same permanent name under a title that has little in common with the former one "
            "or names another thing, at another place, or without a date long after it: was the block copied with its "
            "“:id:”? The later block takes the place of the other in registers and data."
        ),
        hint=True,
    ),
    "telling-less": Message(
        _(
            "A later issue tells the same thing with fewer days, people, places, countries, partners or topics: the "
            "others leave registers, calendars and data."
        ),
        hint=True,
    ),
    "record-unknown": Message(
        _("The reference names a record that no issue tells."),
        wrong="Vedi {record}`2026-05-concerto-in-piaza`.",
        right="Vedi {record}`2026-05-concerto-in-piazza`.",
    ),
    "same-thing": Message(
        _(
            "Two blocks of the same kind and the same days have nearly the same title: is it one thing told "
            "twice? Then both should have one permanent name."
        ),
        wrong=(
            ":::{event} Sfilata della banda\n"
            ":date: 13 maggio\n"
            ":::\n"
            "\n"
            ":::{event} Sfilata delle bande\n"
            ":date: 13 maggio\n"
            ":::"
        ),
        hint=True,
    ),
    "person-alike": Message(
        _(
            "Two names of people differ by one letter. If it is one person, correct one of them, or add the "
            "other spelling to registers.yaml."
        ),
        wrong=":people: Ada Esempio; Ada Essempio",
        right=":people: Ada Esempio",
        hint=True,
    ),
    "place-alike": Message(
        _(
            "Two names of places differ by one letter. If it is one place, correct one of them, or add the "
            "other spelling to registers.yaml."
        ),
        wrong=":place: Borgoluce; Borgolucce",
        right=":place: Borgoluce",
        hint=True,
    ),
    "partner-alike": Message(
        _(
            "Two names of organisations differ by one letter. If it is one organisation, correct one of "
            "them, or add the other spelling to registers.yaml."
        ),
        wrong=":partners: Museo dei Lumi; Museo dei Lumii",
        right=":partners: Museo dei Lumi",
        hint=True,
    ),
    "title-alike": Message(
        _("Two titles differ by one letter: one of them is probably misspelt."),
        wrong=(
            ":::{event} Sfilata della banda\n"
            ":date: 13 maggio\n"
            ":::\n"
            "\n"
            ":::{event} Sfilata della bbanda\n"
            ":date: 20 giugno\n"
            ":::"
        ),
        hint=True,
    ),
}
