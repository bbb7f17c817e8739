# SPDX-License-Identifier: EUPL-1.2
"""Lists of names: ``Name (Role); Name (Role)``."""

from __future__ import annotations

import re
import unicodedata

from newsletter.languages import any_of, words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import plain
from newsletter.model.values import Person

# After a role, what people write between two names where a semicolon belongs; nothing but a blank, before a whole name.
_AND = any_of(words_of("conjunctions"))
AND_OR_WITH = any_of(words_of("conjunctions") | words_of("companions"))
"""A pattern of the words between two people."""
AND_ANOTHER = re.compile(rf"\)\s*(?:(?:[,/&+|•·–—-]|\b{AND_OR_WITH}\b)\s*|(?=[^\W\d_a-z]\S* [^\W\d_a-z]))")
"""A role's end and what people write behind it, before another person."""


_ROLE_BEFORE = re.compile(r"\((?P<role>[^()]+)\)\s*(?P<name>[^\W\d_a-z][^(),;]*)")
_RECEIVED = re.compile(
    rf"(?P<guests>.*?)\b{any_of(words_of('received'))}(?:(?<=')|\s+)(?P<hosts>[^,;]*[^\s,;])"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
# Behind a role, words that begin no name: “con lo staff”, “+ 3”, “e altri”.
_NO_NAME = re.compile(rf"\)\s*(?P<words>(?:[,+&/–—-]\s*|\b{AND_OR_WITH}\b\s*)+(?:\d+|(?:[a-zà-ÿ'’]+\s*)+))$")


def split_names(text: str) -> tuple[str, ...]:
    """Split *text* at the semicolons that stand outside parentheses, dropping what is empty; return them in NFC."""
    text = unicodedata.normalize("NFC", text)  # a Mac may write accents as signs of their own
    parts, depth, start = [], 0, 0
    for position, char in enumerate(text):
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char == ";" and depth == 0:
            parts.append(text[start:position])
            start = position + 1
    parts.append(text[start:])
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def parse_people(text: str) -> tuple[Person, ...]:
    """Parse names with their roles.

    :raises ContentError: ``people-parenthesis`` where parentheses do not balance, ``people-name``
        where a role has no name, ``people-form`` where text follows a role, ``people-empty``.
    """
    if (match := _RECEIVED.fullmatch(text.replace("’", "'"))) and not match["rest"].strip(" ,;."):
        raise _hosts_among(match["guests"].rstrip(" \t,;–—-"), match["hosts"].removesuffix("."), text)
    people = tuple(_parse_person(part) for part in split_names(_balanced(text)))
    if not people:
        raise ContentError(
            "people-empty", _("No name is given. Write “Name (Role); Name (Role)”, or leave the option out.")
        )
    return people


def _hosts_among(guests: str, hosts: str, text: str) -> ContentError:
    message = (
        _("Those who receive stand in a line of their own: write “:people: %(guests)s” and “:hosts: %(hosts)s”.")
        if guests
        else _("Those who receive stand in a line of their own: write “:hosts: %(hosts)s”.")
    )
    return ContentError("people-form", message, guests=guests, hosts=hosts, text=text)


def _balanced(text: str) -> str:
    depth = 0
    for char in text:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth < 0:
            break
    if depth:
        parts = (part.strip() for part in text.split(";"))
        raise ContentError(
            "people-parenthesis",
            _("The parentheses of “%(text)s” do not balance: write each role as “Name (Role)”."),
            text=next((part for part in parts if part.count("(") != part.count(")")), text),
        )
    return text


def _parse_person(text: str) -> Person:
    if "(" not in text:
        return Person(text)
    if before := _ROLE_BEFORE.fullmatch(text):
        message = _("A role stands behind its name: write “%(better)s”.")
        better = f"{before['name']} ({before['role']})"
        raise ContentError("people-form", message, better=better, text=text)
    if rest := _NO_NAME.search(text):
        message = _("“%(rest)s” is no name: write “%(better)s” here, and the rest in the text.")
        raise ContentError(
            "people-form", message, rest=rest["words"].strip(" ,"), better=text[: rest.start() + 1], text=text
        )
    if behind := _FROM.fullmatch(text):
        message = _(
            "Where somebody comes from stands with the role: write “%(better)s”. Another person stands behind “;” with "
            "the whole name."
        )
        sign = " " if _OF.match(behind["place"]) else ", "
        better = f"{behind['name']} ({behind['role']}{sign}{behind['place']})"
        raise ContentError("people-form", message, better=better, text=text)
    if not text.endswith(")"):
        if AND_ANOTHER.search(text):
            raise _semicolon(text)
        raise ContentError(
            "people-form",
            _("After the role of “%(text)s” comes more text: put “;” between people, “Name (Role); Name (Role)”."),
            text=text,
        )
    start = _opening(text)
    name, role = text[:start].strip(), text[start + 1 : -1].strip()
    if AND_ANOTHER.search(name):
        raise _semicolon(text)
    if name.endswith(")") and (start := _opening(name)):
        message = _("A person has one role in parentheses: write “%(better)s”.")
        raise ContentError("people-form", message, better=f"{name[:-1]}, {role})", text=text)
    if not name:
        raise ContentError(
            "people-name", _("The role “%(role)s” has no name before it: write “Name (Role)”."), role=role, text=text
        )
    return Person(name, role)


def _semicolon(text: str) -> ContentError:
    return ContentError(
        "people-form",
        _("Between people goes “;”: write “%(better)s”."),
        better=AND_ANOTHER.sub("); ", text).rstrip(" ;"),
        text=text,
    )


def _opening(text: str) -> int:
    """Return where the parenthesis opens that the last character of *text* closes."""
    depth = 0
    for position in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[position], 0)
        if depth == 0:
            return position
    raise AssertionError(text)


# How a role begins; others are told by what stands inside them, “Incaricato di …”.
_ROLE = re.compile(any_of(words_of("roles")))
_OF = re.compile(
    "|".join(
        rf"\b{word[:-1]}['’](?=\w)" if word.endswith("'") else rf"\b{word}\b" for word in sorted(words_of("role_links"))
    ),
    re.IGNORECASE,
)


# “Ada Esempio (Sindaca), Torino”, “Ada Esempio (Sindaca) di Torino”: one word is no whole name.
_FROM = re.compile(
    rf"(?P<name>[^()]+?)\s*\((?P<role>[^()]+)\)(?:\s*[,–—-]\s*|\s+)"
    rf"(?P<place>[^\W\d_a-z][\w'’-]*|(?i:{_OF.pattern})[^(),;]+)"
)


def is_role(text: str) -> bool:
    """Tell whether *text* begins like a role: “Assessora”, “Vice …”."""
    return _ROLE.match(plain(text)) is not None


_ARTICLE = re.compile(
    "^(?:"
    + "|".join(
        rf"{word[:-1]}['’]" if word.endswith("'") else rf"{word.strip()}\s+" for word in sorted(words_of("articles"))
    )
    + ")",
    re.IGNORECASE,
)


def role_before(text: str) -> Person | None:
    """Return who is meant by a *text* with a role before a whole name, “Sindaco Ugo Prova”; None where none is."""
    role, _blank, rest = _ARTICLE.sub("", text, count=1).partition(" ")
    first, _blank, others = rest.partition(" ")
    if " " in others and plain(first) in words_of("role_grades"):  # “Console Generale Ada Esempio”
        role, rest = f"{role} {first}", others
    return Person(rest, role) if " " in rest and is_role(role) else None


def named_first(text: str) -> str:
    """Return *text*, a person, in the form of an option where a role stands before the name; else unchanged."""
    person = role_before(text)
    return f"{person.name} ({person.role})" if person and person.name[:1].isupper() else text


def with_semicolons(text: str) -> str:
    """Return *text*, names and roles with commas between them, in the form of an option, as well as can be told.

    Where the first role stands before its name, so do the others: “Sindaco Ugo Prova, Assessora Lia Modello”.
    """
    people: list[str] = []
    roles_first = False
    for part in re.split(rf"\s*,\s*(?:{_AND}\s+)?|\s+{_AND}\s+(?=[^\W\d_a-z])", text):
        role = is_role(part) or _OF.search(part) or part[:1].islower()
        first = named_first(part.strip())
        if first != part.strip() and (roles_first or not people):
            roles_first = True
            people.append(first)
        elif people and role:
            person = people[-1]
            people[-1] = f"{person[:-1]}, {part.strip()})" if person.endswith(")") else f"{person} ({part.strip()})"
        elif part.strip():
            people.append(part.strip())
    return "; ".join(people)
