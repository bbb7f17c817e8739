# SPDX-License-Identifier: EUPL-1.2
"""Doubts about names of people that could be read: two people in one, a role that is part of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsletter.languages import any_of, words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import plain
from newsletter.model.values import Person
from newsletter.source.people import AND_OR_WITH, is_role, named_first, role_before, with_semicolons

# “Lia Modello e Ugo Prova”: two names of people, of which the second is whole.
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_REST = rf"(?: (?:{_NAME}|[a-z]{{2,5}}))*?"
_TWO = re.compile(rf"(?P<one>{_NAME}{_REST})\s*(?:\s{AND_OR_WITH}\s|[&/+|])\s*(?P<other>{_NAME} {_NAME}{_REST})")
# A role behind a name without any sign: “Ugo Prova Assessore”.
_OFFICE = re.compile(rf"(?P<name>\S+ \S+(?: \S+)?) (?P<role>{any_of(words_of('offices'))}(?: .*)?)", re.IGNORECASE)

_GENERATION = re.compile(r"(?:[JS]r|[IVX]+|[23]rd|2nd|\dth)\.?", re.IGNORECASE)
"""An addition that follows a name after a comma: “Whipps, Jr”."""


def name_hint(person: Person) -> ContentError | None:
    """Return a hint where the name of *person* may be none; None where all is well."""
    return (
        _mailbox(person)
        or _unnamed(person)
        or _leading_words(person)
        or _comma(person)
        or _two(person)
        or _unmarked_role(person)
        or _role_before(person)
    )


_MAILBOX = re.compile(r"(?P<name>.*?)[\s<(\[:,-]*\b(?P<box>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\W*")

_LONGEST = 300  # characters of a name with a mailbox


def _mailbox(person: Person) -> ContentError | None:
    """Ask about a mailbox with a name or in its stead, “Ada Esempio <ada.esempio@example.org>”."""
    name, role = (text if "@" in text and len(text) < _LONGEST else "" for text in (person.name, person.role))
    if match := _MAILBOX.fullmatch(name):
        parts = re.split(r"[._]+", match["box"].partition("@")[0])
        if not match["name"] and len(parts) < 2:  # “info@…”
            return _no_person(person)
        better = _whole(person, match["name"] or " ".join(parts).title())
    elif match := _MAILBOX.fullmatch(role):
        better = _whole(Person(person.name, match["name"]), person.name)
    else:
        return None
    message = _(
        "“%(box)s” is a mailbox, and would stand in the registers: write “%(better)s”, and the mailbox in the text."
    )
    return ContentError("people-role", message, box=match["box"], better=better)


def _unnamed(person: Person) -> ContentError | None:
    """Ask about a role, or a number of people, without a name: “la Sindaca”, “Sindaca di Borgoluce”, “15 studenti”."""
    first, _blank, rest = person.name.partition(" ")
    role = is_role(person.name) and not any(word[:1].isupper() for word in _before_links(rest))
    if not (
        person.name[:1].isdigit()
        or role
        or (first.lower() in _ARTICLES and is_role(rest) and named_first(person.name) == person.name)
        or person.name == person.name.lower() != person.name.title()  # Georgian begins no name with a capital
        or next((word for word in plain(person.name).split() if word not in _BEFORE_GROUPS), "") in words_of("groups")
    ):
        return None
    if _is_small(person) and not role:
        message = _("A name begins with capitals: write “%(better)s”; whoever is no single person stands in the text.")
        return ContentError("people-role", message, name=person.name, better=_whole(person, person.name.title()))
    return _no_person(person)


def _no_person(person: Person) -> ContentError:
    message = _("“%(name)s” stands among the people as a name: write “Name (Role)”, or put it into the text.")
    return ContentError("people-role", message, name=person.name)


def _leading_words(person: Person) -> ContentError | None:
    """Ask about a name that words of a sentence begin: “accompagnata da Ugo Prova”."""
    match = _LEADING.fullmatch(person.name)
    if match is None:
        return None
    message = _(
        "“%(words)s” would stand in the registers with the name: write “%(better)s”; who receives stands in “:hosts:”."
    )
    better = _whole(Person(match["name"], person.role or (match["role"] or "").strip()), match["name"])
    return ContentError("people-role", message, words=match["words"], better=better)


_WITH = any_of(words_of("companions") | words_of("received"))
_LEADING = re.compile(
    rf"(?P<words>[a-zà-ÿ]{{4,}}\s{any_of(words_of('openers'))}|{_WITH})(?:['’]\s*|\s+)"
    rf"(?P<role>[a-zà-ÿ]+\s+)?(?P<name>{_NAME}(?: .*)?)"
)


def _whole(person: Person, name: str) -> str:
    return f"{name} ({person.role})" if person.role else name


def _is_small(person: Person) -> bool:
    """Tell whether the name of *person* may be one without its capitals: “lia modello”."""
    words = plain(person.name).split()
    beside = words_of("groups") | words_of("nothing") | _BEFORE_GROUPS | words_of("conjunctions")
    return person.name.islower() and (len(words) > 1 or bool(person.role)) and not beside & set(words)


_ARTICLES = frozenset(word.strip() for word in words_of("articles"))
_BEFORE_GROUPS = _ARTICLES | words_of("companions") | words_of("elisions") | {"una"}


def _before_links(words: str) -> list[str]:
    """Return the *words* behind a role, up to one that begins what it is a role of: “di Borgoluce”."""
    found = words.split()
    return found[: next((place for place, word in enumerate(found) if word.islower() or "'" in word), len(found))]


def broken_hint(person: Person, pieces: Sequence[str]) -> ContentError | None:
    """Ask whether *person*, whose name goes on from one of the *pieces* of an option to the next, is two people."""
    for first, second in pairwise(pieces):
        if person.name == f"{first} {second}" and " " in first and " " in second:
            return _several(person, first, second)
    return None


def _two(person: Person) -> ContentError | None:
    match = _TWO.fullmatch(person.name)
    if match is None:
        return None
    one, other = match["one"], match["other"]
    # “Ada e Ugo Prova” share the surname.
    return _several(person, one if " " in one else f"{one} {other.partition(' ')[2]}", other)


def _several(person: Person, *names: str) -> ContentError:
    role = f" ({person.role})" if person.role else ""
    return ContentError(
        "people-comma",
        _("Is “%(name)s” one name? Put “;” between people: “%(better)s”."),
        name=person.name,
        better="; ".join(f"{name}{role}" if role else named_first(name) for name in names),
    )


def _comma(person: Person) -> ContentError | None:
    first, comma, rest = (part.strip() for part in person.name.partition(","))
    if not comma or _GENERATION.fullmatch(rest):
        return None
    if " " not in f"{first}{rest}" and rest[:1].isupper() and not is_role(rest):  # “Esempio, Ada”
        message = _("Is “%(name)s” one name? A name begins with the given one: write “%(better)s”.")
        better = f"{rest} {first} ({person.role})" if person.role else f"{rest} {first}"
        return ContentError("people-comma", message, name=person.name, better=better)
    offices = [_OFFICE.fullmatch(part.strip()) for part in person.name.split(",")]
    better = "; ".join(f"{each['name']} ({each['role']})" for each in offices if each)
    if not all(offices):  # not “Ugo Prova Assessore, Lia Modello Sindaca”
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
    """Ask about a name that begins with a role: “Sindaco Ugo Prova”."""
    meant = role_before(person.name)
    if person.role or meant is None:
        return None
    message = _("Is “%(name)s” one name? A role stands in parentheses: “%(better)s”.")
    return ContentError("people-role", message, name=person.name, better=f"{meant.name} ({meant.role})")


def _unmarked_role(person: Person) -> ContentError | None:
    """Ask about a name with a role in brackets or behind a sign: “Ugo Prova - Assessore”, “Ugo Prova: Assessore”."""
    match = _SIGN.fullmatch(person.name) or _OFFICE.fullmatch(person.name)
    if match is None or person.role:
        return None
    name, role = match["name"], match["role"].rstrip("]>}")
    if role_before(name) and role_before(role):  # “Sindaca Ada Esempio - Assessore Ugo Prova”
        return _several(person, name, role)
    if is_role(name) and not is_role(role):  # “Sindaca: Ada Esempio”
        name, role = role, name
    message = _("Is “%(name)s” one name? A role stands in parentheses: “%(better)s”.")
    return ContentError("people-role", message, name=person.name, better=f"{name} ({role})")


_SIGN = re.compile(r"(?P<name>[^\[\]<>{}]+?)\s*(?:\s[-–—]\s+|\s?[:=|/]\s+|[\[<{])(?P<role>.+)")
