# SPDX-License-Identifier: EUPL-1.2
"""Know the people and places of the issues that are there already, by the options of their blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from newsletter.model.countries import parse_countries
from newsletter.model.diagnostics import ContentError
from newsletter.model.kinds import Kind
from newsletter.model.text import plain
from newsletter.model.values import Person
from newsletter.source.front_matter import parse_front_matter
from newsletter.source.issue_folder import markdown_files
from newsletter.source.people import parse_people

_BLOCK = re.compile(rf"\s*(?::{{3,}}|`{{3,}})\{{(?P<kind>{'|'.join(Kind)})\}}")
_OPTION = re.compile(r"\s*:(?P<name>[a-z]+):\s*(?P<value>\S.*)")
_WORD = re.compile(r"[^\W_][\w'’-]*")
_LONGEST = 6  # words of a name


@dataclass(frozen=True, slots=True)
class Acquaintances:
    """Hold whom and what the archive names; keys are the plain words of names."""

    people: Mapping[tuple[str, ...], tuple[Person, str]] = field(default_factory=dict)
    """Each with the role and the side, ``people`` or ``hosts``, of the latest issue."""
    venues: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """Places of events."""
    countries: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """Country codes of the places of journeys that went to one place in one country."""

    def people_in(self, text: str) -> list[tuple[Person, str]]:
        """Return the people whom *text* names, with their sides, in its order."""
        return [self.people[name] for name in _named(text, self.people)]

    def venue_in(self, text: str) -> str:
        """Return the one venue that *text* names; empty where it names none, or several."""
        found = {self.venues[name] for name in _named(text, self.venues)}
        return found.pop() if len(found) == 1 else ""

    def country_in(self, text: str) -> str:
        """Return the code of the one country of the places that *text* names; likewise."""
        found = {self.countries[name] for name in _named(text, self.countries)}
        return found.pop() if len(found) == 1 else ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text)))


def _named(text: str, names: Mapping[tuple[str, ...], object]) -> Iterator[tuple[str, ...]]:
    """Yield the keys of *names* that stand in *text*, the longest at each place, each once."""
    words, seen, place = _words(text) if names else (), set[tuple[str, ...]](), 0
    first = {name[0] for name in names} if len(names) < len(words) else words
    while place < len(words):
        likely = words[place] in first
        length = next((n for n in range(_LONGEST, 0, -1) if likely and words[place : place + n] in names), 0)
        if length and words[place : place + length] not in seen:
            seen.add(words[place : place + length])
            yield words[place : place + length]
        place += length or 1


@lru_cache(maxsize=4)  # a whole archive is imported in one run, whose drafts say nothing that is certain
def read_acquaintances(folder: Path) -> Acquaintances:
    """Return those of the issues in *folder* that are no drafts."""
    people: dict[tuple[str, ...], tuple[Person, str]] = {}
    venues: dict[tuple[str, ...], str] = {}
    countries: dict[tuple[str, ...], str] = {}
    for path in markdown_files(folder):
        text = path.read_text("utf-8-sig", errors="replace")
        for kind, options in () if _is_draft(text) else _blocks(text):
            for side in ("people", "hosts"):
                people |= {_words(each.name): (each, side) for each in _people(options.get(side, ""))}
            place, country = options.get("place", ""), _country(options.get("country", ""))
            if kind == Kind.EVENT and place and ";" not in place:
                venues[_words(place)] = place
            elif place and country and ";" not in place:
                countries[_words(place)] = country
    # One word is too little to know a person or a house by.
    return Acquaintances(
        {name: each for name, each in people.items() if len(name) > 1},
        {name: each for name, each in venues.items() if len(name) > 1},
        {name: each for name, each in countries.items() if name},
    )


def _is_draft(text: str) -> bool:
    try:
        return parse_front_matter(text).draft
    except ContentError:
        return True


def _blocks(text: str) -> list[tuple[str, dict[str, str]]]:
    """Return the kind and the options of each block of *text*."""
    found = list[tuple[str, dict[str, str]]]()
    options: dict[str, str] | None = None
    for line in text.splitlines():
        if (block := _BLOCK.match(line)) is not None:
            options = {}
            found.append((block["kind"], options))
        elif options is not None and (option := _OPTION.match(line)):
            options[option["name"]] = option["value"].strip()
        else:
            options = None
    return found


def _people(text: str) -> tuple[Person, ...]:
    try:
        return parse_people(text) if text else ()
    except ContentError:
        return ()


def _country(text: str) -> str:
    try:
        found = parse_countries(text) if text else ()
    except ContentError:
        return ""
    return found[0] if len(found) == 1 else ""
