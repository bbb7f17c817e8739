# SPDX-License-Identifier: EUPL-1.2
"""Guesses at the people whom a text names: only those whose role stands beside their name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsletter.model.record import Person
from newsletter.tools.importer.wording import Word, joined, name_length, sentences, vocabulary, words

_ROLES = vocabulary(
    """sindaco sindaca vicesindaco vicesindaca vice-sindaco vice-sindaca assessore assessora console viceconsole
    vice-console ambasciatore ambasciatrice presidente vicepresidente presidentessa ministro ministra
    viceministro viceministra sottosegretario sottosegretaria governatore governatrice direttore direttrice
    rettore rettrice prorettore prorettrice prefetto prefetta segretario segretaria consigliere consigliera
    delegato delegata borgomastro mayor ambassador consul president minister"""
)
_BEFORE_ROLES = frozenset({"vice", "ex"})
_KINDS_OF_ROLE = vocabulary(
    """generale onorario onoraria aggiunto aggiunta vicario vicaria metropolitano metropolitana comunale regionale
    provinciale esecutivo esecutiva federale"""
)
_OF = vocabulary("a ad al allo alla all' ai agli alle di del dello della dell' dei degli delle per presso con of for")
_BODIES = vocabulary(
    "regione città comune università consiglio provincia repubblica camera new san santa santo los las saint"
)
_NO_ADJECTIVE = vocabulary(
    """ha hanno è sono era erano che con per si nel nella in da dal dalla ed cui dove quando mentre anche non al
    alla alle agli ai allo insieme oltre fino su sul sulla tra fra come"""
)
_LEADS = re.compile(r"\b(?:guidat|accompagnat|capeggiat|compost|rappresentat)[aoei]\s+da\s+$")
_MET_BY = re.compile(r"\b(?:accolt|ricevut|salutat|incontrat)[aoei]\b[^.;]*\bda(?:l|llo|lla|ll['’]|i|gli|lle)?\s*$")
_MET = re.compile(r"^[^.;,]{0,30}\b(?:ha|hanno)\s+(?:accolto|ricevuto|incontrato|salutato)\b")
_LONGEST_ROLE = 10
_ADJECTIVES = 5
_TWO = 2
_ARTICLES = frozenset({"il", "lo", "la", "l'", "i", "gli", "le"})


@dataclass(frozen=True, slots=True)
class People:
    """Whom a text names: those who came or went, and those who received them."""

    visitors: tuple[Person, ...] = ()
    hosts: tuple[Person, ...] = ()


def find_people(text: str) -> People:
    """Return the people whom *text* names with their roles, each once, in its order."""
    visitors: dict[str, Person] = {}
    hosts: dict[str, Person] = {}
    for sentence in sentences(text):
        found = words(sentence)
        for person, first, last in _in_sentence(found, sentence):
            before, after = sentence[: found[first].start], sentence[found[last - 1].end :]
            met = _MET_BY.search(before) or _MET.search(after)
            if person.name not in {**visitors, **hosts}:
                (hosts if met else visitors)[person.name] = person
    return People(tuple(visitors.values()), tuple(hosts.values()))


def _in_sentence(found: Sequence[Word], sentence: str) -> Iterator[tuple[Person, int, int]]:
    """Return people with the places of their first word and behind their last."""
    place = 0
    while place < len(found):
        read = _role_first(found, place, sentence) or _name_first(found, place, sentence)
        if read:
            person, last = read
            yield person, place, last
            place = last
        else:
            place += 1


def _role_first(found: Sequence[Word], place: int, sentence: str) -> tuple[Person, int] | None:
    """Read “Assessora alla Cultura Ada Esempio”."""
    after = _behind_role(found, place)
    if not after:
        return None
    name = _name_behind(found, after)
    if name is None:
        return None
    start, length = name
    role, person = joined(found[place:start], sentence), joined(found[start : start + length], sentence)
    return Person(person, _capital(role)), start + length


def _behind_role(found: Sequence[Word], place: int) -> int:
    """Return the place behind the words of a role that start at *place*; 0 where none do."""
    end = place
    if end + 1 < len(found) and found[end].bare in _BEFORE_ROLES:
        end += 1
    if found[end].bare not in _ROLES:
        return 0
    end += 1
    while end < len(found) and found[end].bare in _KINDS_OF_ROLE:
        end += 1
    return end


def _name_behind(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return where a name starts behind a role and what that role is for, and its length."""
    if at >= len(found):
        return None
    if found[at].bare not in _OF:
        length = name_length(found, at)
        return (at, length) if _is_name(found[at : at + length]) else None
    place = at + 1
    length = name_length(found, place)
    follows = found[place + length] if place + length < len(found) else None
    if 0 < length <= _TWO and follows is not None and _is_adjective(follows) and follows.bare != "e":
        place += length  # “alla Transizione ecologica e digitale”
    elif length:
        own = 1 + (found[place].bare in _BODIES)  # “Sindaco di Lisbona”, “Presidente della Regione Inventata”
        start, rest = place + own, length - own
        return (start, rest) if _is_name(found[start : start + rest]) else None
    skipped = 0
    while place < len(found) and _is_adjective(found[place]) and skipped < _ADJECTIVES:
        place, skipped = place + 1, skipped + 1
    length = name_length(found, place)
    return (place, length) if skipped and _is_name(found[place : place + length]) else None


def _is_adjective(word: Word) -> bool:
    return word.small and word.bare not in _NO_ADJECTIVE and (word.bare == "e" or word.bare[-1] in "aeioù")


def _name_first(found: Sequence[Word], place: int, sentence: str) -> tuple[Person, int] | None:
    """Read “Ada Esempio, Sindaca di Lisbona,”, “Ada Esempio (Sindaca)” and “guidata da Ada Esempio”."""
    length = name_length(found, place)
    name = found[place : place + length]
    if not _is_name(name) or (place and found[place - 1].capital):
        return None
    end = place + length
    mark = found[end].text if end < len(found) else ""
    start = end + 1 + (end + 1 < len(found) and found[end + 1].bare in _ARTICLES)
    if mark in {",", "("} and start < len(found) and _behind_role(found, start):
        closing = {",": ",.;", "(": ")"}[mark]
        stop = next((n for n in range(start, min(len(found), start + _LONGEST_ROLE)) if found[n].text in closing), 0)
        small = sum(
            word.bare in _NO_ADJECTIVE - {"al", "alla", "alle", "agli", "ai", "allo"} for word in found[start:stop]
        )
        if stop and not small:
            return Person(joined(name, sentence), _capital(joined(found[start:stop], sentence))), stop
    if _LEADS.search(sentence[: name[0].start]):
        return Person(joined(name, sentence)), end
    return None


def _is_name(name: Sequence[Word]) -> bool:
    capitals = [word for word in name if word.capital]
    return len(capitals) >= _TWO and not any(
        word.bare in _BODIES | _ROLES | _KINDS_OF_ROLE or not word.text[0].isalpha() for word in capitals
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
