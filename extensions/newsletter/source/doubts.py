# SPDX-License-Identifier: EUPL-1.2
"""Doubts about names that could be read: two people in one, a role that is part of a name, a journey in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsletter.languages import words_of
from newsletter.model.countries import country_code
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.record import Kind, Person
from newsletter.model.text import plain
from newsletter.source.fields import Block
from newsletter.source.people import is_role, with_semicolons

# Words and signs that join the places of a journey; the name of one place may have them too: “Arte e Vita”.
_AND = "|".join(sorted(words_of("conjunctions")))
_JOINED = re.compile(rf"\s*,\s*|\s+(?:{_AND})\s+|\s*[/&]\s*|\s+[-–—]\s+")

_GENERATION = re.compile(r"(?:[JS]r|[IVX]+|[23]rd|2nd|\dth)\.?", re.IGNORECASE)
"""What follows a name after a comma and belongs to it: “Whipps, Jr”."""


def name_doubt(person: Person) -> ContentError | None:
    """Return the doubt whether the name of *person* is one; None where there is none."""
    return _comma(person) or _unmarked_role(person) or _role_before(person)


def place_doubt(place: str, block: Block) -> ContentError | None:
    """Ask whether *place* is several: on a journey, or where each of them is known by itself."""
    parts = [part for part in _JOINED.split(place) if part]
    known = all(plain(part) in block.names.places or plain(part) in block.names.place_countries for part in parts)
    if len(parts) < 2 or not (known or (block.kind is Kind.MISSION and not _names_country(parts, block))):
        return None
    message = _("Is “%(place)s” one place? Several stops are separated by “;”: “%(better)s”.")
    return ContentError("place-several", message, place=place, better="; ".join(parts))


def _names_country(parts: Sequence[str], block: Block) -> bool:
    """Tell whether the last of *parts* is the country of the others: “Nagoya, Giappone”."""
    return country_code(parts[-1], block.names.countries) is not None


def _comma(person: Person) -> ContentError | None:
    first, comma, rest = (part.strip() for part in person.name.partition(","))
    if not comma or _GENERATION.fullmatch(rest):
        return None
    better = with_semicolons(person.name)
    if better == f"{first}; {rest}":
        return ContentError(
            "people-comma",
            _("Is “%(name)s” one name? Two people are “%(two)s”, a role stands in parentheses: “%(role)s”."),
            name=person.name,
            two=better,
            role=f"{first} ({rest})",
        )
    return ContentError(
        "people-comma",
        _("Is “%(name)s” one name? Put “;” between people and a role in parentheses: “%(better)s”."),
        name=person.name,
        better=better,
    )


def _role_before(person: Person) -> ContentError | None:
    """Doubt a name that begins with a role: “Sindaco Ugo Prova”."""
    role, _blank, rest = person.name.partition(" ")
    if person.role or " " not in rest or not is_role(role):
        return None
    message = _("Is “%(name)s” one name? A role stands in parentheses: “%(better)s”.")
    return ContentError("people-role", message, name=person.name, better=f"{rest} ({role})")


def _unmarked_role(person: Person) -> ContentError | None:
    """Doubt a name with a role in brackets or behind a dash: “Ugo Prova - Assessore”."""
    match = re.fullmatch(r"(?P<name>[^\[\]]+?)\s*(?:\s[-–—]\s+(?P<behind>.+)|\[(?P<inside>.+)\])", person.name)
    if match is None or person.role:
        return None
    return ContentError(
        "people-role",
        _("Is “%(name)s” one name? A role stands in parentheses: “%(better)s”."),
        name=person.name,
        better=f"{match['name']} ({match['behind'] or match['inside']})",
    )
