# SPDX-License-Identifier: EUPL-1.2
"""Codes: the Markdown of an issue."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "to-confirm": Message(
        _(
            "A line that begins with “%?” waits for somebody to look: “make import” writes one for each thing that it "
            "has guessed. Once it is right, the line is taken away."
        ),
        wrong=":::{event} Concerto in piazza\n:date: 13 maggio\n\n%? Indovinato: title\n:::",
        right=":::{event} Concerto in piazza\n:date: 13 maggio\n:::",
        hint=True,
    ),
    "directive-refused": Message(
        _("An issue cannot use this directive; what it contains is shown as text."),
        wrong=":::{evento} Concerto in piazza\n:date: 13 maggio\n:::",
        right=":::{event} Concerto in piazza\n:date: 13 maggio\n:::",
    ),
    "role-refused": Message(
        _("An issue cannot use this role; what it contains is shown as text."),
        wrong="Vedi {download}`programma.pdf`.",
        right="Vedi [il programma](https://example.org/programma.pdf).",
    ),
    "link-outside": Message(
        _("The link leads to a file that is not published; its text stays, without the link."),
        wrong="[Il programma](../conf.py)",
        right="[Il programma](https://example.org/programma)",
    ),
    "link-missing": Message(
        _("The link leads to a page, a heading or a file that is not there."),
        wrong="[Il programma](programma.pdf)",
        right="[Il programma](https://example.org/programma)",
    ),
    "link-form": Message(
        _("Words and an address stand as in a link, with its signs in another order: readers see the signs."),
        wrong="Ecco (il programma)[https://example.org/programma].",
        right="Ecco [il programma](https://example.org/programma).",
        hint=True,
    ),
    "link-text": Message(
        _("The text of the link does not say where it leads; those who jump from link to link hear only this."),
        wrong="Il programma è [qui](https://example.org/programma).",
        right="Ecco [il programma](https://example.org/programma).",
        hint=True,
    ),
    "link-twice": Message(
        _("The same link stands twice in the issue: one is often a slip of copying."),
        wrong="[Il programma](https://example.org/programma)\n\n[Le mostre](https://example.org/programma)",
        right="[Il programma](https://example.org/programma)\n\n[Le mostre](https://example.org/mostre)",
        hint=True,
    ),
    "image-alt": Message(
        _("An image in the text has no words for those who do not see it; without them it is not shown."),
        wrong="![](foto.png)",
        right="![La piazza durante la festa](foto.png)",
    ),
    "html": Message(
        _("An issue takes no HTML: readers see the tag as it stands."),
        wrong="Musica <b>dal vivo</b>.",
        right="Musica **dal vivo**.",
        hint=True,
    ),
    "section-empty": Message(
        _("A heading has nothing under it."),
        wrong="# Maggio 2026\n\n## Appuntamenti\n\n## Delegazioni\n\nNessuna.",
        right="# Maggio 2026\n\n## Delegazioni\n\nNessuna.",
        hint=True,
    ),
    "heading": Message(
        _(
            "A line looks like a heading and is none, skips a level, or names the month of another issue: what follows "
            "stands under another heading than the one that was meant."
        ),
        wrong="## Delegazioni\n\nUn testo.\n\n##Missioni\n\nUn altro.",
        right="## Delegazioni\n\nUn testo.\n\n## Missioni\n\nUn altro.",
        hint=True,
    ),
    "text-lost": Message(
        _("Words of the source are nowhere on the page: Markdown reads their line as something that is not shown."),
        wrong="+++ Ingresso libero fino a esaurimento dei posti",
        right="Ingresso libero fino a esaurimento dei posti",
    ),
    "table-cell": Message(
        _("A row of a table has more cells than the header, and Markdown shows only as many as the header has."),
        wrong="| Ora | Sala |\n| --- | --- |\n| 18 | Rossa | gratis |",
        right="| Ora | Sala | Prezzo |\n| --- | --- | --- |\n| 18 | Rossa | gratis |",
    ),
    "table-form": Message(
        _("Lines look like the rows of a table, and readers see their bars: the row of hyphens is missing."),
        wrong="| Ora | Sala |\n| 18 | Rossa |",
        right="| Ora | Sala |\n| --- | --- |\n| 18 | Rossa |",
        hint=True,
    ),
    "invisible": Message(
        _("A line contains a character that nobody sees, often copied along from another program. It is left out."),
    ),
    "list-sign": Message(
        _("A line begins with a sign that Word sets before the points of a list; here a list is made by a hyphen."),
        wrong="• mostre\n• concerti",
        right="- mostre\n- concerti",
        hint=True,
    ),
    "markup-sign": Message(
        _(
            "A sign was meant to be read and Markdown takes it for its own, or was meant for Markdown and readers "
            "see it."
        ),
        wrong="> 65 anni: ingresso gratuito",
        right="Oltre i 65 anni: ingresso gratuito",
        hint=True,
    ),
    "note-published": Message(
        _("A line reads like a note of the office to itself, and is published as it stands."),
        wrong="TODO: chiedere l'orario",
        right="% TODO: chiedere l'orario",
        hint=True,
    ),
    "markup": Message(
        _(
            "The Markdown cannot be shown as it is written; the message says why, sometimes in the words of "
            "the program that reads it."
        ),
        wrong="Una nota[^1].",
        right="Una nota[^1].\n\n[^1]: Il testo della nota.",
    ),
    "nesting": Message(
        _("Lists, quotes or blocks stand inside each other too deeply."),
    ),
}
