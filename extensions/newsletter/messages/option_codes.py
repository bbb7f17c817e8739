# SPDX-License-Identifier: EUPL-1.2
"""Codes: the options of a block, but for dates and hours."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.messages.message import Message
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

MESSAGES: Mapping[Code, Message] = {
    "option-unknown": Message(
        _("There is no such option; often it is the Italian word for one. What it says is left out."),
        wrong=":luogo: Piazza dei Lumi",
        right=":place: Piazza dei Lumi",
    ),
    "option-twice": Message(
        _("An option is given twice; only the first counts."),
        wrong=":place: Piazza dei Lumi\n:place: Borgoluce",
        right=":place: Piazza dei Lumi; Borgoluce",
    ),
    "option-empty": Message(
        _("An option has nothing after its name."),
        wrong=":place:",
        right=":place: Piazza dei Lumi",
    ),
    "option-late": Message(
        _(
            "An option stands in the text and is therefore only text: options come first, then a blank line, "
            "then the text. A long option goes on in an indented line."
        ),
        wrong="Musica all'aperto.\n:place: Piazza dei Lumi",
        right=":place: Piazza dei Lumi\n\nMusica all'aperto.",
    ),
    "option-form": Message(
        _(
            "A line looks like an option that lacks a colon, and is therefore only text. An option has its "
            "name between two colons."
        ),
        wrong=":place Piazza dei Lumi",
        right=":place: Piazza dei Lumi",
    ),
    "option-alone": Message(
        _("An option says something of an image, and the block has none; what it says is shown nowhere."),
        wrong=":credit: Foto di Ada Esempio",
        right=":image: foto.png\n:alt: La piazza durante la festa\n:credit: Foto di Ada Esempio",
    ),
    "option-words": Message(
        _("A line says in words, or with signs of Markdown, what an option says to registers, calendars and data."),
        wrong=":place: **Piazza dei Lumi**",
        right=":place: Piazza dei Lumi",
        hint=True,
    ),
    "country-missing": Message(
        _("A delegation or a mission does not say which country it concerns. It is published, but under no country."),
        wrong=":::{mission} Viaggio di studio\n:date: 3-5 aprile\n:::",
        right=":::{mission} Viaggio di studio\n:date: 3-5 aprile\n:country: Portogallo\n:::",
    ),
    "country-unknown": Message(
        _("No country has this name, in Italian or in English, nor this code."),
        wrong=":country: Giapone",
        right=":country: Giappone",
    ),
    "country-empty": Message(
        _("The option names no country; a hyphen says that it is not known."),
        wrong=":country: ,",
        right=":country: -",
    ),
    "topic-unknown": Message(
        _("This is none of the topics. New ones are added by the office, in the settings of the site."),
        wrong=":topics: clma",
        right=":topics: clima",
    ),
    "people-parenthesis": Message(
        _("A parenthesis is opened and never closed, or closed and never opened: name and role cannot be told apart."),
        wrong=":people: Ada Esempio (Sindaca; Ugo Prova",
        right=":people: Ada Esempio (Sindaca); Ugo Prova",
    ),
    "people-form": Message(
        _("Text follows the role of somebody. Between two people there is a semicolon."),
        wrong=":people: Ada Esempio (Sindaca), Ugo Prova (Assessore)",
        right=":people: Ada Esempio (Sindaca); Ugo Prova (Assessore)",
    ),
    "people-name": Message(
        _("There is a role in parentheses and no name before it."),
        wrong=":people: (Sindaca)",
        right=":people: Ada Esempio (Sindaca)",
    ),
    "people-empty": Message(
        _("The option names nobody."),
        wrong=":people: ;",
        right=":people: Ada Esempio (Sindaca)",
    ),
    "people-comma": Message(
        _("A name contains a comma or an “e”: these may be two people, or a name and a role."),
        wrong=":people: Ada Esempio, Ugo Prova",
        right=":people: Ada Esempio; Ugo Prova",
        hint=True,
    ),
    "people-role": Message(
        _("A name contains a sign or a word behind which a role may stand: it is listed as part of the name."),
        wrong=":people: Ugo Prova - Assessore",
        right=":people: Ugo Prova (Assessore)",
        hint=True,
    ),
    "place-several": Message(
        _("A place looks like several, with a comma or a word between them: they are listed as one place."),
        wrong=":::{mission} Due città\n:date: 3-5 aprile\n:country: Belgio\n:place: Bruxelles e Gand\n:::",
        right=":::{mission} Due città\n:date: 3-5 aprile\n:country: Belgio\n:place: Bruxelles; Gand\n:::",
        hint=True,
    ),
    "url-form": Message(
        _("The address is not whole, or contains something that no address has."),
        wrong=":url: www.example.org",
        right=":url: https://www.example.org",
    ),
    "url-scheme": Message(
        _("The address is none of a page (https:, http:) nor of a mailbox (mailto:)."),
        wrong=":url: ftp://example.org",
        right=":url: https://example.org",
    ),
    "url-host": Message(
        _(
            "The name of the site mixes alphabets, or has only letters of another that look like Latin ones: so are "
            "the names of well-known sites imitated."
        ),
        wrong=":url: https://www.\u0435xample.org",
        right=":url: https://www.example.org",
        hint=True,
    ),
    "image-missing": Message(
        _(
            "There is no such file. The image is copied beside the issue, in the folder issues, or into the "
            "folder _static."
        ),
        wrong=":image: festa.jpg\n:alt: La piazza durante la festa",
        right=":image: foto.png\n:alt: La piazza durante la festa",
    ),
    "image-outside": Message(
        _("The image lies outside the folders that are published."),
        wrong=":image: ../documenti/festa.png\n:alt: La piazza durante la festa",
        right=":image: foto.png\n:alt: La piazza durante la festa",
    ),
    "image-remote": Message(
        _("The image lies on another site. The newsletter shows its own copies only."),
        wrong=":image: https://example.org/foto.png\n:alt: La piazza durante la festa",
        right=":image: foto.png\n:alt: La piazza durante la festa",
    ),
    "image-form": Message(
        _("The file is no image of a kind that is read: JPEG, PNG, WebP, AVIF, GIF, TIFF, BMP, SVG; or it is broken."),
        wrong=":image: festa.docx\n:alt: La piazza durante la festa",
        right=":image: foto.png\n:alt: La piazza durante la festa",
    ),
    "image-name": Message(
        _(
            "The name of the image differs from that of its file in capital letters. It is shown; but on other "
            "computers it would not be found."
        ),
        wrong=":image: Foto.PNG\n:alt: La piazza durante la festa",
        right=":image: foto.png\n:alt: La piazza durante la festa",
        hint=True,
    ),
    "image-size": Message(
        _(
            "The image has over 20 MB or 40 million pixels, more than anybody needs, or under 480 pixels of width, too "
            "few for a telephone. It is shown: readers get smaller copies of large ones, and small ones stay small."
        ),
        hint=True,
    ),
    "image-moving": Message(
        _("The image moves, or has several pages: its first frame or page is shown, and stands still."),
        hint=True,
    ),
    "alt-missing": Message(
        _("The image has no words for those who do not see it; without them it is not shown."),
        wrong=":image: foto.png",
        right=":image: foto.png\n:alt: La piazza durante la festa",
    ),
    "status-unknown": Message(
        _(
            "The status is none of confirmed, tentative, postponed, cancelled. The whole record is left out, "
            "lest something cancelled is announced."
        ),
        wrong=":status: annullato",
        right=":status: cancelled",
    ),
    "updated-form": Message(
        _("The day of the correction cannot be read."),
        wrong=":updated: 18/05/2026",
        right=":updated: 2026-05-18",
    ),
    "correction-day": Message(
        _("A correction says what was put right, and not on which day."),
        wrong=":correction: Il concerto comincia alle 21.",
        right=":correction: Il concerto comincia alle 21.\n:updated: 2026-05-18",
        hint=True,
    ),
    "postponed-date": Message(
        _(
            "The block says that something was postponed, and gives one date: it is taken for the new one. Where no "
            "new day is known, it is the former one, and belongs into “:was:”."
        ),
        wrong=":date: 12 giugno\n:status: postponed",
        right=":date: 12 giugno\n:was: 5 giugno\n:status: postponed",
        hint=True,
    ),
    "lang-unknown": Message(
        _("This is no code of a language."),
        wrong=":lang: inglese",
        right=":lang: en",
    ),
}
