# SPDX-License-Identifier: EUPL-1.2
"""Lists of names: ``Name (Role); Name (Role)``."""

from __future__ import annotations

import re

from newsletter.model.diagnostics import ContentError, _
from newsletter.model.record import Person

# After a role, what people write between two names where a semicolon belongs.
_AND_ANOTHER = re.compile(r"\)\s*(?:[,/&]|\b(?:e|ed|and)\b)\s*")


def split_names(text: str) -> tuple[str, ...]:
    """Split *text* at the semicolons that stand outside parentheses, dropping what is empty."""
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


def read_people(text: str) -> tuple[Person, ...]:
    """Read names with their roles.

    :raises ContentError: ``people-parenthesis`` where parentheses do not balance, ``people-name``
        where a role has no name, ``people-form`` where text follows a role, ``people-empty``.
    """
    people = tuple(_read_person(part) for part in split_names(_balanced(text)))
    if not people:
        raise ContentError(
            "people-empty", _("No name is given. Write “Name (Role); Name (Role)”, or leave the option out.")
        )
    return people


def _balanced(text: str) -> str:
    depth = 0
    for char in text:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth < 0:
            break
    if depth:
        raise ContentError(
            "people-parenthesis",
            _("The parentheses of “%(text)s” do not balance: write each role as “Name (Role)”."),
            text=text,
        )
    return text


def _read_person(text: str) -> Person:
    if "(" not in text:
        return Person(text)
    if not text.endswith(")"):
        if _AND_ANOTHER.search(text):
            raise _semicolon(text)
        raise ContentError(
            "people-form",
            _("After the role of “%(text)s” comes more text: put “;” between people, “Name (Role); Name (Role)”."),
            text=text,
        )
    start = _opening(text)
    name, role = text[:start].strip(), text[start + 1 : -1].strip()
    if _AND_ANOTHER.search(name):
        raise _semicolon(text)
    if not name:
        raise ContentError(
            "people-name", _("The role “%(role)s” has no name before it: write “Name (Role)”."), role=role
        )
    return Person(name, role)


def _semicolon(text: str) -> ContentError:
    return ContentError(
        "people-form", _("Between people goes “;”: write “%(better)s”."), better=_AND_ANOTHER.sub("); ", text)
    )


def _opening(text: str) -> int:
    """Return where the parenthesis opens that the last character of *text* closes."""
    depth = 0
    for position in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[position], 0)
        if depth == 0:
            return position
    raise AssertionError(text)
