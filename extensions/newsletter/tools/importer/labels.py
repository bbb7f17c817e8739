# SPDX-License-Identifier: EUPL-1.2
"""Lines that say after a label what an option says: “Luogo: Molo 4”, “Chi: Ada Esempio (Console)”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsletter.model.text import plain
from newsletter.tools.importer.people import read_list

_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w ]{1,24}?)\s*:\s*(?P<value>\S.{0,300})")
_LABELS = {
    **dict.fromkeys(("luogo", "dove", "sede", "where", "place", "venue"), "place"),
    **dict.fromkeys(("ora", "orario", "ore", "time"), "time"),
    **dict.fromkeys(("partner", "partners", "in collaborazione con", "organizzatori", "enti partner"), "partners"),
    **dict.fromkeys(("paese", "paesi", "country"), "country"),
}
_PEOPLE_LABELS = {
    **dict.fromkeys(("chi", "who", "qui", "ospiti", "guests", "invites", "relatori", "speakers"), "people"),
    **{f"{verb}{end} da": "hosts" for verb in ("accolt", "ricevut") for end in "oaie"},
    **{f"{verb} by": "hosts" for verb in ("received", "welcomed", "hosted")},
    **{f"{verb}{end} par": "hosts" for verb in ("recu", "accueilli") for end in ("", "e", "s", "es")},
}
_NAMES = {
    "date": "data|quando|giorno|giorni|periodo|giorno e ora|data e ora|when|date|dates|day|quand",
    "people": "capo delegazione|capodelegazione|componenti|guidata da|partecipanti|participants|led by"
    "|head of delegation|conduite par|chef de delegation",
    "origin": "citta|da dove|provenienza|destinazione|city|from|destination|ville",
    "place": "sala|lieu|ou",
    "title": "appuntamento|delegazione|evento|titolo|iniziativa|che cosa|cosa|perche|motivo|oggetto|occasione|what"
    "|event|delegation|title|why|purpose|occasion|quoi|evenement|titre|pourquoi|objet|motif",
}
_COLUMNS = _LABELS | _PEOPLE_LABELS | {name: option for option, names in _NAMES.items() for name in names.split("|")}
"""Names of the columns of a table."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The option that a line stands for, its value, and the label as it is written."""

    option: str
    value: str
    label: str


def labelled(text: str) -> Labelled | None:
    """Return what *text* says of a place, an hour, partners or countries; None where it has no such label."""
    match = _LABELLED.fullmatch(text)
    option = _LABELS.get(plain(match["label"])) if match else None
    return Labelled(option, match["value"].strip(), match["label"]) if match and option else None


def option_of(column: str) -> str:
    """Return the option that a column of that name holds, ``title``, or ``origin`` for where guests came from."""
    return _COLUMNS.get(plain(column.strip(" :")), "")


def written_people(text: str) -> str:
    """Return the people of the list *text* as the options have them; nothing where it is no such list."""
    people = read_list(re.sub(r"\),\s+", "); ", text))
    written = "; ".join(f"{each.name} ({each.role})" if each.role else each.name for each in people)
    return "" if any("(" in each.role for each in people) else written


def labelled_people(text: str) -> Labelled | None:
    """Return the people of *text*, “Chi: Ada Esempio (Console), Ugo Prova (interprete)”; None where it names none."""
    match = _LABELLED.fullmatch(text)
    side = _PEOPLE_LABELS.get(plain(match["label"])) if match else None
    people = written_people(match["value"]) if match and side else ""
    return Labelled(side, people, match["label"]) if match and side and people else None
