# SPDX-License-Identifier: EUPL-1.2
"""Guess people, partners, the country and the place from a record's text; all of it is to be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsletter.languages import words_of
from newsletter.model.countries import country_code
from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.model.text import plain
from newsletter.model.values import Person
from newsletter.tools.importer.gazetteer import country_named, country_of_city
from newsletter.tools.importer.items import Guess, Item
from newsletter.tools.importer.known import Known
from newsletter.tools.importer.names import name_length
from newsletter.tools.importer.partners import find_partners
from newsletter.tools.importer.people import People, find_people, read_list
from newsletter.tools.importer.start import Confidence
from newsletter.tools.importer.wording import first_sentence, joined, sentences, vocabulary, words

_JOURNEYS = frozenset({Kind.DELEGATION, Kind.MISSION})
_BEFORE_COUNTRIES = vocabulary(
    """in di dal dalla dall' del della dello dell' dei dagli degli nel nella nell' negli dalle delle a from of to en de
    du au"""
)
_BEFORE_CITIES = _BEFORE_COUNTRIES | vocabulary("ad to à per pour for")
_MOST = 12
_AT = vocabulary("presso chez")
_ARTICLES = words_of("articles")
_LONGEST_VENUE = 6
_MISSION_TO = re.compile(
    r"(?:(?:.*\b)?(?:missione|mission|viaggio|visita|visit)\s+)?(?:a|ad|in|to|à)\s+(?P<place>.+)", re.IGNORECASE
)

_BRACKETS = re.compile(r"\s*\([^()]*\)$")


_NOTHING = Known()


def guess(item: Item, known: Known = _NOTHING) -> None:
    """Add to *item* what its text, and what is *known*, suggest, as a guess; its text stays as it is."""
    paragraphs = _paragraphs(item)
    partners = "; ".join(each for text in paragraphs for each in find_partners(text))
    _add(item, "partners", partners, _("whom the text names as partners"), Confidence.DOUBTFUL)
    _guess_people(item, paragraphs)
    _guess_acquaintances(item, paragraphs, known)
    if item.kind in _JOURNEYS:
        places = [item.title, item.options.get("place", "")]
        plainly = Confidence.SURE if country_named(item.title) else Confidence.LIKELY
        _add(item, "country", _whole_country(places), _("a country in the title"), plainly)
        named = _country([*places, *paragraphs])
        _add(item, "country", named, _("the one country that the text names"), Confidence.LIKELY)
        _add(item, "country", _city(places), _("the country of the city"), Confidence.LIKELY)
        _guess_from_registers(item, paragraphs, known)
        told = _city_in(paragraphs, known.home)
        _add(item, "country", told, _("the country of the one city that the text names"), Confidence.DOUBTFUL)
        there = known.archive.country_in(" . ".join([*places, *paragraphs]))
        _add(item, "country", there, _("a place of the archive"), Confidence.DOUBTFUL)
    if item.kind is Kind.MISSION:
        _settle_stops(item)
    if item.kind is Kind.EVENT:
        told = known.archive.venue_in(" . ".join(paragraphs))
        _add(item, "place", told, _("a place of the archive"), Confidence.DOUBTFUL)
        _add(item, "place", _venue(paragraphs), _("the place that the text names"), Confidence.DOUBTFUL)
    topics = known.topics_in(" ".join([item.title, *paragraphs[:1]]))
    _add(item, "topics", ", ".join(topics), _("the words of the topic"), Confidence.DOUBTFUL)


def _guess_from_registers(item: Item, paragraphs: Sequence[str], known: Known) -> None:
    """Add the country of the one place of the registers that the text names, and a mission's place itself."""
    named = known.places_in(" . ".join([item.options.get("place", ""), item.title, *paragraphs]))
    if len(named) != 1:
        return
    rule = _("a place of registers.yaml")
    _add(item, "country", ", ".join(known.names.countries_of(named)), rule, Confidence.LIKELY)
    if item.kind is Kind.MISSION:
        _add(item, "place", named[0], rule, Confidence.LIKELY)


def _guess_people(item: Item, paragraphs: Sequence[str]) -> None:
    lists = (_listed(text) for text in [item.named, *paragraphs]) if item.kind in _JOURNEYS else iter(())
    listed = next((people for people in lists if people), ())
    found = list[People]()
    for text in [item.title, *paragraphs]:
        found.append(find_people(text, item.kind, guests=any(each.visitors for each in found)))
    if listed:
        plainly = item.kind is Kind.DELEGATION and country_named(item.title)
        confidence = Confidence.SURE if plainly else Confidence.LIKELY
        _add(item, "people", _written(listed), _("a list of names and roles"), confidence)
        named = {person.name for person in listed}
        found = [People((), tuple(host for host in each.hosts if host.name not in named)) for each in found]
    _add_people(item, found)


def _guess_acquaintances(item: Item, paragraphs: Sequence[str], known: Known) -> None:
    """Add those whom the archive knows and the text names: with the role there, where none stands beside the name."""
    for person, there in known.archive.people_in(" . ".join([item.title, *paragraphs])):
        sides = {side: item.options.get(side, "").split("; ") for side in ("people", "hosts")}
        named = next((side for side, people in sides.items() if any(_is_person(each, person) for each in people)), "")
        side = named or (there if item.kind is Kind.DELEGATION else "people")
        others = [each for each in sides[side] if each and plain(each) != plain(person.name)]
        if named and len(others) == len(sides[side]):
            continue  # with a role of this day
        item.options[side] = "; ".join([*others, _written([person])])
        item.guessed[side] = Guess(_("known from the archive, with the role there"), Confidence.DOUBTFUL)


def _is_person(written: str, person: Person) -> bool:
    return plain(written.partition(" (")[0]) == plain(person.name)


def _venue(paragraphs: Sequence[str]) -> str:
    """Return the one place behind “presso” or “chez” in *paragraphs*; empty where they name none, or several."""
    found = set[str]()
    for sentence in (each for text in paragraphs for each in sentences(text)):
        named = words(sentence)
        for at, word in enumerate(named):
            if word.bare not in _AT:
                continue
            start = at + 1 + (at + 1 < len(named) and named[at + 1].bare in _ARTICLES)
            length = name_length(named, start, _LONGEST_VENUE)
            if length:
                found.add(joined(named[start : start + length], sentence))
    return found.pop() if len(found) == 1 else ""


def _listed(text: str) -> Sequence[Person]:
    """Return the people of a list that is all of *text*, or its first sentence."""
    return read_list(first_sentence(text))


def _add(item: Item, name: str, value: str, rule: str, confidence: Confidence) -> None:
    if value and name not in item.options:
        item.options[name] = value
        if confidence is not Confidence.SURE:
            item.guessed[name] = Guess(rule, confidence)


def _add_people(item: Item, people: Sequence[People]) -> None:
    rule = _("names beside their roles")
    _add(item, "people", _written(each for some in people for each in some.visitors), rule, Confidence.LIKELY)
    if item.kind in _JOURNEYS:
        _add(item, "hosts", _written(each for some in people for each in some.hosts), rule, Confidence.LIKELY)


def _settle_stops(item: Item) -> None:
    """Give a mission the place that is its title, and part several stops."""
    rule = _("the title is a place")
    place = item.options.get("place", "")
    if not place:
        to = _MISSION_TO.fullmatch(item.title)
        head = _BRACKETS.sub("", to["place"] if to else item.title)
        first = head.split(",")[0].strip() if _whole_country([head.rpartition(",")[2]]) else head
        if all(_is_name(stop) for stop in re.split("[,;]", first)):
            _add(item, "place", first, rule, Confidence.LIKELY)
        place = item.options.get("place", "")
    stops = _stops(place)
    if stops and stops != place:
        item.options["place"] = stops
        item.guessed["place"] = Guess(rule, Confidence.LIKELY)


def _is_name(place: str) -> bool:
    names = words(place)
    return bool(names) and name_length(names, 0) == len(names) and not country_named(place)


def _stops(place: str) -> str:
    """Return *place* as a list of stops, where it is nothing but names between commas; empty where it is not.

    In “Lisbona, Portogallo” the second is the country and no stop, and stays where it is.
    """
    parts = [part.strip() for part in place.split(",")]
    names = all(re.fullmatch(r"[^\W\d_a-zà-ÿ][\w'’ -]{1,40}", part) and len(part.split()) <= 3 for part in parts)
    return "; ".join(parts) if len(parts) > 1 and names and not _whole_country([place]) else ""


def _paragraphs(item: Item) -> list[str]:
    """Return the text of a record, its paragraphs in one line each."""
    texts = [""]
    for number, line in enumerate(item.body):
        if (line.gap and number) or line.item:
            texts.append(line.text)
        else:
            texts[-1] = f"{texts[-1]} {line.text}".strip()
    return [text for text in texts if text]


def _written(people: Iterable[Person]) -> str:
    by_name = {person.name: person for person in people}
    shown = [f"{person.name} ({person.role})" if person.role else person.name for person in by_name.values()]
    return "; ".join(shown) if len(shown) <= _MOST else ""


def _whole_country(texts: Iterable[str]) -> str:
    """Return the countries that *texts* name as a whole, between commas or in parentheses; empty where they do not."""
    for text in texts:
        parts: list[str] = [text, *re.findall(r"\(([^()]+)\)", text), *re.split(r"\s*[,;|–—-]\s+|\s*/\s*", text)]
        for part in parts:
            if name := country_named(part):
                return name
    return ""


def _country(texts: Sequence[str]) -> str:
    """Return the one country that *texts* name; empty where they name none, or several."""
    found: dict[str, str] = {}
    for text in texts:
        for sentence in sentences(text):
            names = words(sentence)
            for place, word in enumerate(names):
                before = names[place - 1] if place else None
                after = names[place + 1] if place + 1 < len(names) else None
                opens = before is None and not (after and (after.capital or after.bare in _BEFORE_COUNTRIES))
                if not word.capital or not (opens or (before and before.bare in {*_BEFORE_COUNTRIES, ","})):
                    continue
                for length in range(name_length(names, place), 0, -1):
                    name = sentence[word.start : names[place + length - 1].end]
                    if country := country_named(name):
                        found.setdefault(country_code(country, {}) or country, country)
                        break
    return next(iter(found.values())) if len(found) == 1 else ""


def _city_in(texts: Sequence[str], home: str) -> str:
    """Return the one country, but *home*, of the cities that *texts* name behind “to”, “of” and the like: its code."""
    found = set[str]()
    for sentence in (each for text in texts for each in sentences(text)):
        named = words(sentence)
        for place, word in enumerate(named[1:], 1):
            if word.capital and named[place - 1].bare in _BEFORE_CITIES:
                length = name_length(named, place)
                found.add(country_of_city(joined(named[place : place + length], sentence)))
    found -= {"", home}
    return found.pop() if len(found) == 1 else ""


def _city(texts: Sequence[str]) -> str:
    """Return the country of the first of *texts* that is a city with a time zone of its own, as most capitals are."""
    return next((country for text in texts if (country := country_of_city(text.split(",")[0]))), "")
