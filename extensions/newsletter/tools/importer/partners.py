# SPDX-License-Identifier: EUPL-1.2
"""Guesses at the organisations that took part: only those that a text says it was done with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsletter.tools.importer.people import find_people
from newsletter.tools.importer.wording import Word, joined, sentences, vocabulary, words

_WITH = re.compile(
    r"\b(?:in (?:collaborazione|partnership|cooperazione|sinergia|partenariato) con|insieme (?:a|ad|con)"
    r"|con il (?:sostegno|supporto|patrocinio|contributo)|con la (?:collaborazione|partecipazione)"
    r"|in collaboration with|together with)\b",
    re.IGNORECASE,
)
_MAYBE_WITH = re.compile(r"\b(?:con|(?:organizzat|promoss|finanziat|realizzat)[aoei] da)(?=\s|l\b)", re.IGNORECASE)
_LABEL = re.compile(r"^(?:partner|partners|organizzatori|enti partner)\s*:\s*(?P<list>.+?)\.?$", re.IGNORECASE)
_ARTICLES = vocabulary(
    """il lo la l' i gli le del dello della dell' dei degli delle dal dallo dalla dall' dai dagli dalle al allo
    alla all' ai agli alle di da a con the"""
)
_LINKS = vocabulary("di del dello della dell' dei degli delle per la lo il le gli l' d' allo alla of for and &")
_GOES_ON = vocabulary(
    """nell' nel nella nello nei negli nelle in che per da dal dalla dall' presso ha hanno è sono si ai alla alle
    al allo agli su sul sulla durante dopo prima a con quando mentre"""
)
_INSTITUTIONS = vocabulary(
    """regione università politecnico camera fondazione agenzia comune ministero unione associazione istituto museo
    centro rete consolato ambasciata provincia unioncamere accademia scuola teatro commissione consorzio banca
    museo ufficio cooperativa"""
)
_QUALITIES = vocabulary(
    """europea europeo italiana italiano nazionale internazionale mondiale metropolitana metropolitano regionale"""
)
_AND = frozenset({"e", "ed", "and"})


def find_partners(text: str) -> tuple[str, ...]:
    """Return the organisations that *text* names as those with whom something was done, in its order."""
    found: dict[str, None] = {}
    for sentence in sentences(text):
        label = _LABEL.match(sentence)
        if label:
            found.update(dict.fromkeys(part.strip() for part in label["list"].split(";") if part.strip()))
            continue
        for pattern, sure in ((_WITH, True), (_MAYBE_WITH, False)):
            for match in pattern.finditer(sentence):
                found.update(dict.fromkeys(_list(sentence[match.end() :], sure=sure)))
    people = {person.name for person in find_people(text).visitors} if found else set()
    return tuple(name for name in found if name not in people)


def _list(rest: str, *, sure: bool) -> list[str]:
    """Return the organisations at the start of *rest*, up to the first word that belongs to none."""
    found, place, names = words(rest), 0, list[str]()
    while True:
        while place < len(found) and found[place].bare in _ARTICLES:
            place += 1
        length = _organisation(found, place)
        if not length:
            return names
        name = found[place : place + length]
        if not sure and not names and not any(word.bare in _INSTITUTIONS for word in name):
            return names
        place += length
        following = found[place] if place < len(found) else None
        goes_on = following is not None and following.small and following.bare not in _AND
        if following and goes_on and (length == 1 or following.bare not in _GOES_ON):
            return names  # “Fondazione per la scuola”: the name goes on in small letters, and nobody can say how far
        names.append(joined(name, rest))
        if following is None or not (following.text in {",", ";"} or following.bare in _AND):
            return names
        place += 1


def _organisation(found: Sequence[Word], at: int) -> int:
    """Return how many words from *at* on name an organisation: capitals, what links them, an abbreviation."""
    end = place = at
    while place < len(found):
        if found[place].capital or (end > at and place == end and found[place].bare in _QUALITIES):
            place += 1
            end = place
        elif place > at and found[place].bare in _LINKS:
            place += 1
        else:
            break
    if found[end : end + 1] and found[end].text == "(" and end > at:
        closing = next((n for n in range(end, min(end + 6, len(found))) if found[n].text == ")"), None)
        end = closing + 1 if closing is not None else end
    return end - at
