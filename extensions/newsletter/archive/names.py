# SPDX-License-Identifier: EUPL-1.2
"""Read what editors know of names, ``registers.yaml``: canonical forms, aliases, and names to withhold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from newsletter.archive.surnames import surname_first
from newsletter.archive.torn_names import torn_names
from newsletter.archive.withheld import Withheld
from newsletter.languages import meanings
from newsletter.model.countries import country_name, parse_countries
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import nearest, plain, sort_key
from newsletter.model.values import Person

_SECTIONS = ("people", "places", "organisations", "countries")
_PROPERTIES = {
    "people": ("aliases", "sort", "public"),
    "places": ("aliases", "country", "sort"),
    "organisations": ("aliases", "sort"),
    "countries": ("aliases",),
}


@dataclass(frozen=True, slots=True)
class Names:
    """Canonical names by any spelling of them; all keys are plain (:func:`newsletter.model.text.plain`)."""

    people: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    """Country codes by further names of the country."""
    place_countries: Mapping[str, str] = field(default_factory=dict)
    sorted_as: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The forms that names are sorted by (``Lo Russo, Stefano``), by section and name."""
    public: frozenset[str] = frozenset()
    """The people whose pages search engines may list: those who hold an office."""
    withheld: Withheld = field(default_factory=Withheld)

    def order(self, section: str, name: str) -> tuple[str, str]:
        """Return the key by which *name* is sorted among those of *section*: people by their surnames."""
        return sort_key(self.sorted_form(section, name))

    def sorted_form(self, section: str, name: str) -> str:
        """Return the form of *name* by which it is sorted: that of an editor, else people's with the surname first."""
        guess = surname_first if section == "people" else str
        return self.sorted_as.get(section, {}).get(plain(name)) or guess(name)

    def known_people(self, people: tuple[Person, ...]) -> tuple[Person, ...]:
        """Return *people* under their canonical names, without those to withhold; gaps for such within others."""
        named = zip(self._known((person.name for person in people), self.people), people, strict=True)
        return tuple(Person(name, self.withheld.mask(person.role)) for name, person in named if name)

    def known_places(self, places: tuple[str, ...]) -> tuple[str, ...]:
        """Return *places* under their canonical names, without those to withhold; gaps for such within others."""
        return tuple(dict.fromkeys(filter(None, self._known(places, self.places))))

    def known_organisations(self, organisations: tuple[str, ...]) -> tuple[str, ...]:
        """Return *organisations* under their canonical names, without those to withhold; gaps for such in others."""
        return tuple(dict.fromkeys(filter(None, self._known(organisations, self.organisations))))

    def countries_of(self, places: tuple[str, ...]) -> tuple[str, ...]:
        """Return the countries that ``registers.yaml`` gives for *places*."""
        found = (self.place_countries.get(plain(place)) for place in places)
        return tuple(dict.fromkeys(code for code in found if code))

    def other_names(self, language: str) -> Mapping[str, tuple[str, ...]]:
        """Return the other names by each, plain, but those to withhold; countries are named in *language*."""
        countries = {name: country_name(code, language) for name, code in self.countries.items()}
        found: dict[str, list[str]] = {}
        for known in (self.people, self.places, self.organisations, countries):
            for alias, name in known.items():
                if alias != plain(name) and not (self.withheld.is_one(alias) or self.withheld.is_one(name)):
                    found.setdefault(plain(name), []).append(alias)
                    found.setdefault(alias, []).append(name)
        return {name: tuple(others) for name, others in found.items()}

    def _known(self, names: Iterable[str], canonical: Mapping[str, str]) -> Iterator[str]:
        """Yield the canonical form of each of *names*, with a keyboard's apostrophes; empty if it is withheld."""
        for written in names:
            name = canonical.get(plain(written), written.replace("’", "'"))  # Word writes one, and mails the other
            whole = self.withheld.is_one(name) or self.withheld.is_one(written)
            yield "" if whole else self.withheld.mask(name)


@dataclass(frozen=True, slots=True)
class ParsedNames:
    """The names that a ``registers.yaml`` gives, and the errors in it, each with its line."""

    names: Names
    errors: tuple[tuple[int, ContentError], ...] = ()
    whole: bool = True
    """False where names to withhold may have been missed."""


def parse_names(text: str) -> ParsedNames:
    """Parse a ``registers.yaml``; nothing is raised: what cannot be read is left out and reported."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        unreadable = ContentError(
            "registers-form",
            _(
                "This file cannot be read from here on: after a name goes a colon, "
                "“Ada Esempio: {aliases: [A. Esempio]}”, and a name with signs stands in quotes."
            ),
        )
        return ParsedNames(Names(), ((mark.line + 1 if mark else 1, unreadable),), whole=False)
    reader = _Reader()
    reader.read(root)
    return ParsedNames(
        Names(
            people=reader.canonical["people"],
            places=reader.canonical["places"],
            organisations=reader.canonical["organisations"],
            countries=reader.canonical["countries"],
            place_countries=reader.place_countries,
            sorted_as=reader.sorted_as,
            public=frozenset(reader.public),
            withheld=Withheld(frozenset(reader.all_withheld())),
        ),
        tuple(reader.errors),
        whole=not reader.withheld_unread,
    )


class _Reader:
    """Walks the YAML nodes of a ``registers.yaml``, which know their lines."""

    def __init__(self) -> None:
        self.canonical: dict[str, dict[str, str]] = {section: {} for section in _SECTIONS}
        self.place_countries: dict[str, str] = {}
        self.sorted_as: dict[str, dict[str, str]] = {}
        self.public: set[str] = set()
        self.withheld: set[str] = set()
        self.errors: list[tuple[int, ContentError]] = []
        self.withheld_unread = False
        self.torn: list[tuple[str, str]] = []
        """Pieces of what may be one spelling, with the name that it is of: withheld with that, and else no alias."""

    def all_withheld(self) -> Iterator[str]:
        """Return the names to withhold in every spelling: whoever asks for one spelling asks for all."""
        yield from self.withheld
        for section in ("people", "places", "organisations"):
            known = self.canonical[section]
            asked = {known[plain(name)] for name in self.withheld if plain(name) in known}
            yield from (spelling for spelling, name in known.items() if name in asked)
            yield from (spelling for spelling, name in self.torn if name in asked)

    def report(self, node: yaml.Node, message: str, **values: object) -> None:
        self.errors.append((node.start_mark.line + 1, ContentError("registers-form", message, **values)))

    def pairs(self, node: yaml.Node) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield str(key.value), key, value
        elif not _is_empty(node):
            self.report(node, _("Here “name: …” lines are expected."))

    def strings(self, node: yaml.Node) -> Iterator[str]:
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                if isinstance(item, yaml.ScalarNode):
                    yield str(item.value)
                else:
                    self.report(item, _('Here a name is expected; one with signs stands in quotes, "Prova, Ugo".'))
        elif not _is_empty(node):
            message = _('Here a list in square brackets is expected: ["Ada Esempio", "Ugo Prova"].')
            self.report(node, message)

    def whole_strings(self, node: yaml.Node, name: str = "") -> tuple[list[str], list[str]]:
        """Return the names in a list, and the pieces of those that a comma may have torn; *name* is whose they are."""
        known = {spelling for spellings in self.canonical.values() for spelling in spellings}
        torn = torn_names(node, name, known)
        for one, other in torn:
            message = _(
                "The comma makes two names of this, “%(one)s” and “%(other)s”. Put one name into quotes, "
                '"%(one)s, %(other)s"; if they are two, each into its own: "%(one)s", "%(other)s".'
            )
            self.report(one, message, one=one.value, other=other.value)
        pieces = [str(piece.value) for pair in torn for piece in pair]
        joined = [f"{one.value}, {other.value}" for one, other in torn]
        return [*(each for each in self.strings(node) if each not in pieces), *joined], pieces

    def read(self, root: yaml.Node | None) -> None:
        if root is None:
            return
        self.withheld_unread = not (isinstance(root, yaml.MappingNode) or _is_empty(root))
        withheld: list[yaml.Node] = []
        for section, key, value in self.pairs(root):
            if section == "withheld":
                self.withheld_unread = self.withheld_unread or not _is_list_of_names(value)
                withheld.append(value)
            elif section in _SECTIONS:
                self.read_section(section, value)
            else:
                self.withheld_unread = self.withheld_unread or nearest(section, ("withheld",)) is not None
                known = (*_SECTIONS, "withheld")
                message = (
                    _("“%(name)s” means nothing here: write “%(better)s”.")
                    if (better := _meant(section, known)) in known
                    else _(
                        "“%(name)s” is no section of this file: use people, places, organisations, countries, withheld."
                    )
                )
                self.report(key, message, name=section, better=better)
        for value in withheld:  # once all names are known
            self.withheld.update(*self.whole_strings(value))

    def read_section(self, section: str, node: yaml.Node) -> None:
        for name, key, properties in self.pairs(node):
            canonical = name
            if section == "countries":
                canonical = self.country(key, name) or ""
                if not canonical:
                    continue
            else:
                self.add(section, key, name, canonical)
            if not isinstance(properties, yaml.MappingNode) and not _is_empty(properties):
                items = properties.value if isinstance(properties, yaml.SequenceNode) else [properties]
                others = ", ".join(str(item.value) for item in items)
                message = _("Other spellings are written “%(name)s: {aliases: [%(others)s]}”.")
                self.report(properties, message, name=name, others=others)
                continue
            before, form = "", ""
            for prop, prop_key, value in self.pairs(properties):
                if prop in _PROPERTIES[section]:
                    self.read_property(section, canonical, prop, value)
                elif before == "sort" and _is_empty(value):
                    message = _("A name with a comma stands in quotes: write “%(better)s”.")
                    self.report(prop_key, message, better=f'sort: "{form}, {prop}"')
                else:
                    self.report(
                        prop_key,
                        _("“%(name)s” means nothing here: write “%(better)s”."),
                        name=prop,
                        better=_meant(prop, _PROPERTIES[section]),
                    )
                before, form = prop, str(value.value)

    def read_property(self, section: str, name: str, prop: str, value: yaml.Node) -> None:
        if prop == "aliases":
            # An organisation's acronym and its name are two spellings, and both may be words of what registers show.
            aliases, pieces = (
                self.whole_strings(value, name) if section == "people" else (list(self.strings(value)), [])
            )
            self.torn += [(piece, name) for piece in pieces]
            for alias in aliases:
                self.add(section, value, alias, name)
                if section == "places" and plain(name) in self.place_countries:
                    self.place_countries[plain(alias)] = self.place_countries[plain(name)]
        elif prop == "sort":
            self.read_sort(section, name, value)
        elif prop == "public":
            self.read_public(name, value)
        elif code := self.country(value, str(value.value)):
            spellings = [alias for alias, known in self.canonical["places"].items() if known == name]
            self.place_countries.update(dict.fromkeys(spellings, code))

    def read_sort(self, section: str, name: str, node: yaml.Node) -> None:
        if isinstance(node, yaml.ScalarNode):
            self.sorted_as.setdefault(section, {})[plain(name)] = str(node.value)
        else:
            self.report(node, _("Here the name is expected as it is sorted: Lo Russo, Stefano. Put it in quotes."))

    def read_public(self, name: str, node: yaml.Node) -> None:
        if node.value in {"true", "false"}:
            self.public.update([plain(name)] if node.value == "true" else [])
        else:
            self.report(node, _("Here “true” or “false” is expected: whether search engines may list the page."))

    def add(self, section: str, node: yaml.Node, spelling: str, canonical: str) -> None:
        known = self.canonical[section].setdefault(plain(spelling), canonical)
        if known != canonical:
            self.report(
                node,
                _("“%(name)s” is given to both “%(first)s” and “%(second)s”."),
                name=spelling,
                first=known,
                second=canonical,
            )

    def country(self, node: yaml.Node, text: str) -> str | None:
        try:
            return parse_countries(text)[0]
        except (ContentError, IndexError):
            self.report(node, _("“%(name)s” is no country code."), name=text)
            return None


def _meant(prop: str, known: Collection[str]) -> str:
    """Return which of the *known* properties *prop* means, or all of them."""
    option = meanings("options").get(plain(prop), "")
    return option if option in known else nearest(prop, known) or ", ".join(sorted(known))


def _is_list_of_names(node: yaml.Node) -> bool:
    """Tell whether *node* is a list in which each item is a name; an empty one is."""
    if isinstance(node, yaml.SequenceNode):
        return all(isinstance(item, yaml.ScalarNode) for item in node.value)
    return _is_empty(node)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value
