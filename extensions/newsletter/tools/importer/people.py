# SPDX-License-Identifier: EUPL-1.2
"""Guesses at the people whom a text names: those whose role stands beside their name, or who lead a group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsletter.model.kinds import Kind
from newsletter.model.text import plain
from newsletter.model.values import Person
from newsletter.tools.importer.names import name_length
from newsletter.tools.importer.roles import (
    BEFORE_ROLES,
    BODIES,
    COURTESY,
    KINDS_OF_ROLE,
    OF,
    ROLES,
    SHORT_ROLES,
    is_calling,
    is_plain_calling,
    is_role,
)
from newsletter.tools.importer.wording import Word, joined, sentences, vocabulary, words

_NO_ADJECTIVE = vocabulary(
    """ha hanno è sono era erano che con per si nel nella in da dal dalla ed cui dove quando mentre anche non al
    alla alle agli ai allo insieme oltre fino su sul sulla tra fra come was were is has had and who spoke met visited"""
)
_LEADS = re.compile(
    r"\b(?:(?:guidat|accompagnat|capeggiat|compost|rappresentat|presiedut|dirett|condott)[aoei]\s+da(?:l(?:l[ao]?)?)?"
    r"|(?:led|headed|chaired|conducted|directed|accompanied|represented)\s+by(?:\s+the|\s+its)?|(?:conduit|conduite|menée?)\s+par)\s+$",
    re.IGNORECASE,
)
_UP_TO = r"\b(?:(?!\b(?:led|headed|accompan|guidat|conduit))[^.;])*"
_MET_BY = re.compile(
    rf"\b(?:accolt|ricevut|salutat|incontrat)[aoei]{_UP_TO}\bda(?:l|llo|lla|ll['’]|i|gli|lle)?\s*:?\s*$"
    r"|\b(?:l['’]\s*|l[ie]\s+)(?:ha|hanno)\s+(?:accolt|ricevut|salutat|incontrat)[aoei]\s+(?:il|la|lo|l['’])?\s*$"
    rf"|\b(?:was|were|been|and)\s+(?:received|welcomed|greeted|met|hosted){_UP_TO}\bby(?:\s+(?:the|our))?\s*$"
    r"|\b(?:received|welcomed|greeted|met|hosted)\s+by(?:\s+(?:the|our))?\s*$"
    rf"|\b(?:reçu|accueilli|salué)e?s?{_UP_TO}\bpar(?:\s+(?:le|la|l['’]))?\s*$",
    re.IGNORECASE,
)
_MET = re.compile(
    r"^,?[^.;,]{0,30}\b(?:ha|hanno)\s+(?:accolto|ricevuto|salutato)\b|^,?\s*(?:a|ont)\s+(?:accueilli|reçu|salué)\b"
    r"|^,?\s*(?:(?:has|have|also)\s+)?(?:received|welcomed|hosted|greeted)\b(?!\s+by)"
)
_WHOM = re.compile(
    r"\b(?:ha|hanno)\s+incontrato\s+(?:il|la|l['’]|lo|gli|i|le)?\s*$|\b(?:met|called\s+on)(?:\s+(?:the|our))?\s*$"
    r"|\brencontré\s+(?:le|la|l['’])?\s*$"
    r"|\b(?:firmato|discusso|parlato|sottoscritto|signed|discussed|spoke|signé)\b[^.;]{0,60}\b(?:con|with|avec)"
    r"(?:\s+(?:il|la|lo|l['’]|the|our|le))?\s*$"
)
_AT_HOST = re.compile(r"\bonori\s+di\s+casa\b|\bad\s+accoglier\w+|\bhosts?\s+(?:was|were)\b", re.IGNORECASE)
_COMPANIONS = re.compile(
    r"^\W*(?:con|with|avec)\s+(?:lui|lei|loro|him|her|them)\b|accompagn|insieme|delegazion|guidat|compost|\bled\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"(?:(?:vice)?sindac[oa]|rett(?:ore|rice)|(?:lord )?mayor|lord provost|maire|assessor[ea])"
    r"(?: a(?:l|llo|lla|i|gli|lle|ll')?\b.*)?"
)
"""Roles that, without a place behind them, are those of whoever publishes the newsletter."""
_ACTS = vocabulary(
    """ha è si hanno was is has came visited met spoke opened studied attended signed presented lectured led travelled
    took received inspected unveiled joined a est s'est"""
)
_TITLES = vocabulary("professor professore professoressa professeur professeure")
"""Those that are a role only where no other stands behind the name."""
_LONGEST_ROLE = 10
_ADJECTIVES = 5
_TWO = 2
_OPENERS = vocabulary("by con with di da a per dopo come tra par avec and e")
_ANNOUNCE = vocabulary(
    """dirige interviene intervengono presenta presentano conduce modera introduce partecipa partecipano parla parlano
    suona canta legge espone recita racconta relatore relatrice relatori ospite ospiti speaker speakers guest"""
)
"""Words with a capital, at the start of a sentence, behind which a name stands."""
_ARTICLES = frozenset({"il", "lo", "la", "l'", "i", "gli", "le", "the", "its", "our"})
_SINGULAR = frozenset({"il", "lo", "la", "l'"})
_PUBLISHERS = frozenset({"comune", "città", "city", "ville", "mairie"})
"""Bodies for which people go somewhere: “per il Comune Ugo Prova, dirigente”."""
_LISTED = re.compile(r"(?P<name>[^,;()]{3,60})(?:,\s*(?P<role>[^;]{2,120})|\s*\((?P<bracket>[^()]{2,100})\))?$")
_AFTER_ROLE = re.compile(r",?\s+(?:con|with|avec|accompagnat\w+|insieme|che|who)\s.*$")
_BEFORE_NAMES = COURTESY | _OPENERS | _ANNOUNCE | _PUBLISHERS


@dataclass(frozen=True, slots=True)
class People:
    """Whom a text names: those who came or went, and those who received them."""

    visitors: tuple[Person, ...] = ()
    hosts: tuple[Person, ...] = ()


def read_list(text: str) -> tuple[Person, ...]:
    """Return the people of a list, “name, role; name, role”; nothing where *text* is no such list."""
    found = list[Person]()
    for part in text.strip().removesuffix(".").split(";"):
        match = _LISTED.fullmatch(part.strip())
        name = match["name"].strip() if match else ""
        spelt = [word for word in words(name) if word.bare not in COURTESY]
        spelt = spelt[1:] if len(spelt) > _TWO and spelt[0].text == "M." else spelt
        if not match or len(spelt) < _TWO or name_length(spelt, 0, 6) < len(spelt) or not _is_name(spelt):
            return ()
        role = _AFTER_ROLE.sub("", match["role"] or match["bracket"] or "").strip()
        spoken = {word.bare for word in words(role)}
        if "," in role or spoken & _ACTS or (role and not role[0].isupper() and not _is_role(words(role), 0)):
            return ()
        found.append(Person(joined(spelt, name), _capital(role)))
    return tuple(found) if any(person.role for person in found) else ()


@lru_cache(maxsize=16384)
def find_people(text: str, kind: Kind = Kind.DELEGATION, *, guests: bool = False) -> People:
    """Return the people whom *text* names with their roles, each once, in its order.

    :param kind: the kind of the record, since in a delegation those whom the guests met are the hosts.
    :param guests: whether what stands before it names guests.
    """
    visitors: dict[str, Person] = {}
    hosts: dict[str, Person] = {}
    for sentence in sentences(text):
        found, before_it = words(sentence), guests or bool(visitors)
        for person, first, last in _in_sentence(found, sentence):
            before, after = sentence[: found[first].start], sentence[found[last - 1].end :]
            met = (
                _MET_BY.search(before)
                or _AT_HOST.search(before)
                or (kind is Kind.DELEGATION and (_MET.search(after) or _WHOM.search(before)))
            )
            alone = first <= 1 or not _COMPANIONS.search(sentence)
            at_home = kind is Kind.DELEGATION and before_it and _AT_HOME.fullmatch(plain(person.role)) and alone
            if person.name not in {**visitors, **hosts}:
                (hosts if met or at_home else visitors)[person.name] = person
    return People(tuple(visitors.values()), tuple(hosts.values()))


def _in_sentence(found: Sequence[Word], sentence: str) -> Iterator[tuple[Person, int, int]]:
    """Yield people with the places of their first word and behind their last."""
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
    """Read “Assessora alla Cultura Ada Esempio” and “Il Sindaco, Ugo Prova,”."""
    after = _behind_role(found, place)
    name = _name_behind(found, after) if after else None
    if name is None:
        return None
    start, length = name
    end = start + length
    role = found[place:start]
    while role and (role[-1].text == "," or (role[-1].bare in COURTESY and len(role) > 1)):
        role = role[:-1]
    if all(word.bare in COURTESY | _TITLES for word in role):
        second = _role_after(found, end)
        if second:
            return Person(
                joined(found[start:end], sentence), _capital(joined(found[second[0] : second[1]], sentence))
            ), second[1]
    return Person(joined(found[start:end], sentence), _capital(joined(role, sentence))), end


def _behind_role(found: Sequence[Word], place: int) -> int:
    """Return the place behind the words of a role that start at *place*; 0 where none do."""
    end = place
    while end + 1 < len(found) and found[end].bare in BEFORE_ROLES and end - place < _TWO:
        end += 1
    called = end > 0 and found[end - 1].bare in _SINGULAR and found[end].small and is_plain_calling(found[end].bare)
    if not is_role(found[end].bare) and not called:
        return 0
    end += 1
    if found[end - 1].bare in SHORT_ROLES and end < len(found) and found[end].text == ".":
        end += 1
    while end < len(found) and (
        found[end].bare in KINDS_OF_ROLE or (is_role(found[end].bare) and found[end].bare not in COURTESY)
    ):
        end += 1
    return end


def _without_courtesy(found: Sequence[Word], at: int) -> int:
    """Return the place behind a comma and forms of courtesy at *at*."""
    if at < len(found) and found[at].text == ",":
        at += 1
    if name_length(found, at) > _TWO and found[at].text == "M.":
        at += 1
    while at < len(found) and (
        found[at].bare in COURTESY or (found[at].text == "." and found[at - 1].bare in COURTESY)
    ):
        at += 1
    return at


def _name_behind(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return where a name starts behind a role and what that role is for, and its length."""
    if at >= len(found):
        return None
    if found[at].bare not in OF:
        start = _without_courtesy(found, at)
        length = name_length(found, start)
        return (start, length) if _is_name(found[start : start + length]) else None
    parted = _behind_comma(found, at)
    if parted:
        return parted
    place = at + 1
    length = name_length(found, place)
    follows = found[place + length] if place + length < len(found) else None
    while length and follows is not None and follows.bare in OF and name_length(found, place + length + 1):
        place += length + 1  # “della Camera di Commercio Ada Esempio”
        length = name_length(found, place)
        follows = found[place + length] if place + length < len(found) else None
    if 0 < length <= _TWO and follows is not None and _is_adjective(follows) and follows.bare != "e":
        place += length  # “alla Transizione ecologica e digitale”
    elif length:
        # “Sindaco di Lisbona”, “Presidente della Regione Inventata”, but “Assessora alla Scuola Ada Esempio”
        own = 1 + (found[place].bare in BODIES and length > _TWO + 1)
        start, rest = place + own, length - own
        return (start, rest) if _is_name(found[start : start + rest]) else None
    skipped = 0
    while place < len(found) and _is_adjective(found[place]) and skipped < _ADJECTIVES:
        place, skipped = place + 1, skipped + 1
    start = _without_courtesy(found, place)
    length = name_length(found, start)
    return (start, length) if skipped and _is_name(found[start : start + length]) else None


def _behind_comma(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return where the name behind the comma starts that ends what a role is for, and its length.

    As in “Console generale del Giappone a Milano, Ken Prova”, “adjointe aux relations internationales, Ada Exemple”.
    """
    comma = next((n for n in range(at, min(at + _LONGEST_ROLE, len(found))) if found[n].text == ","), at)
    for n in range(at, comma):
        word = found[n]
        goes_on = (
            word.bare in OF | _ARTICLES | {"in"} or word.capital or (word.small and word.bare not in _NO_ADJECTIVE)
        )
        if not goes_on or (name_length(found, n) > _TWO and word.bare not in BODIES):
            return None
    start = _without_courtesy(found, comma)
    length = name_length(found, start)
    named = comma > at and _is_name(found[start : start + length]) and not _behind_role(found, start)
    return (start, length) if named else None


def _is_adjective(word: Word) -> bool:
    return word.small and word.bare not in _NO_ADJECTIVE | OF and (word.bare == "e" or word.bare[-1] in "aeioàèéìòù")


def _name_first(found: Sequence[Word], place: int, sentence: str) -> tuple[Person, int] | None:
    """Read “Ada Esempio, Sindaca di Lisbona,”, “Ada Esempio (Sindaca)” and “guidata da Ada Esempio”."""
    if found[place].bare in _ANNOUNCE | _OPENERS:
        return None
    start = _without_courtesy(found, place) if found[place].bare in COURTESY | {"m."} else place
    length = name_length(found, start)
    name = found[start : start + length]
    before = found[place - 1] if place else None
    if not _is_name(name) or (before and before.capital and before.bare not in _BEFORE_NAMES):
        return None
    end = start + length
    role = _role_after(found, end)
    if role:
        return Person(joined(name, sentence), _capital(joined(found[role[0] : role[1]], sentence))), role[1]
    courtesy = start > place and found[place].bare in {"prof", "dr", "dott", "dott.ssa", "dottor", "dottoressa"}
    acts = place == 0 and end < len(found) and found[end].bare in _ACTS
    if courtesy or acts or _LEADS.search(sentence[: found[place].start]):
        return Person(joined(name, sentence)), end
    return None


def _role_after(found: Sequence[Word], end: int) -> tuple[int, int] | None:
    """Return the places of the first word of a role behind a name, and behind its last."""
    mark = found[end].text if end < len(found) else ""
    start = end + 1 + (end + 1 < len(found) and found[end + 1].bare in _ARTICLES)
    if mark not in {",", "("} or start >= len(found) or not _is_role(found, start):
        return None
    closing = {",": ",.;:(", "(": ")"}[mark]
    stops = (n for n in range(start, min(len(found), start + _LONGEST_ROLE + 1)) if found[n].text in closing)
    stop = next(stops, len(found) if len(found) - start <= _LONGEST_ROLE else 0)
    comma = next((n for n in range(start, stop) if found[n].text == ","), stop)
    if all(word.capital for word in found[comma + 1 : stop]):
        stop = comma  # “(ingegnere, Rotterdam)”
    verbs = _NO_ADJECTIVE - {"al", "alla", "alle", "agli", "ai", "allo", "per"}
    cut = next((n for n in range(start + 1, stop) if found[n].bare in verbs), stop)
    return (start, cut) if stop and (_behind_role(found, start) or cut == stop) else None


def _is_role(found: Sequence[Word], start: int) -> bool:
    """Tell whether one of the first words at *start* names a role: “Metropolitan Chief Executive of Akwantu”."""
    if _behind_role(found, start) or (found[start].small and is_calling(found[start].bare)):
        return True
    ahead = found[start : start + 4]
    at = next((n for n, word in enumerate(ahead) if is_role(word.bare)), None)
    if at is None:
        return False
    # “Chief Executive”, “climate director”, and no “who met the director”
    return all(word.capital for word in ahead[: at + 1]) or all(_is_noun(word) for word in ahead[: at + 1])


def _is_noun(word: Word) -> bool:
    return word.small and word.bare not in _NO_ADJECTIVE | _ACTS | _ARTICLES | OF


def _is_name(name: Sequence[Word]) -> bool:
    capitals = [word for word in name if word.capital]
    return (
        len(capitals) >= _TWO
        and name[0].bare not in _ARTICLES
        and not any(word.bare in BODIES | ROLES | KINDS_OF_ROLE or not word.text[0].isalpha() for word in capitals)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
