# SPDX-License-Identifier: EUPL-1.2
"""What a record's text says between the lines: people, partners, the country. All of it to be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsletter.model.countries import read_countries
from newsletter.model.diagnostics import ContentError
from newsletter.model.record import Kind, Person
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.outline import Item
from newsletter.tools.importer.partners import find_partners
from newsletter.tools.importer.people import find_people
from newsletter.tools.importer.wording import name_length, sentences, vocabulary, words

_JOURNEYS = frozenset({Kind.DELEGATION, Kind.MISSION})
_BEFORE_COUNTRIES = vocabulary(
    "in di dal dalla dall' del della dello dell' dei dagli degli nel nella negli dalle delle"
)
_MOST = 8


def guess(item: Item) -> None:
    """Add to *item* what its text suggests, as a guess; its text stays as it is."""
    paragraphs = _paragraphs(item.rest, item.body)
    found = {"partners": "; ".join(each for text in paragraphs for each in find_partners(text))}
    if item.kind in _JOURNEYS:
        people = [find_people(text) for text in paragraphs]
        found["people"] = _written(person for each in people for person in each.visitors)
        found["hosts"] = _written(person for each in people for person in each.hosts)
        found["country"] = _country([item.title, item.options.get("place", ""), *paragraphs])
    for name, value in found.items():
        if value and name not in item.options:
            item.options[name] = value
            item.guessed.append(name)


def _paragraphs(rest: str, body: Sequence[Line]) -> list[str]:
    """Return the text of a record, its paragraphs in one line each."""
    texts = [re.sub(r"\\(?=[^\w\s])", "", rest)]
    for number, line in enumerate(body):
        if (line.gap and number) or line.item:
            texts.append(line.text)
        else:
            texts[-1] = f"{texts[-1]} {line.text}".strip()
    return [text for text in texts if text]


def _written(people: Iterable[Person]) -> str:
    by_name = {person.name: person for person in people}
    shown = [f"{person.name} ({person.role})" if person.role else person.name for person in by_name.values()]
    return "; ".join(shown) if len(shown) <= _MOST else ""


def _country(texts: Sequence[str]) -> str:
    """Return the one country that *texts* name; empty where they name none, or several."""
    found: dict[str, str] = {}
    for text in texts:
        for sentence in sentences(text):
            names = words(sentence)
            for place, word in enumerate(names):
                if not word.capital or not (place == 0 or names[place - 1].bare in _BEFORE_COUNTRIES):
                    continue
                for length in range(name_length(names, place), 0, -1):
                    name = sentence[word.start : names[place + length - 1].end]
                    if code := _code(name):
                        found.setdefault(code, name)
                        break
    return next(iter(found.values())) if len(found) == 1 else ""


def _code(name: str) -> str:
    try:
        return read_countries(name)[0] if len(name) > 2 else ""
    except ContentError:
        return ""
