# SPDX-License-Identifier: EUPL-1.2
"""Words of all languages are answered together: each is written as it is looked up, and stands for one thing."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from babel import Locale

from newsletter.languages import LANGUAGES, language_of
from newsletter.languages.language import Language
from newsletter.model.country_names import bare, codes, names
from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.kinds import TRAITS, Kind
from newsletter.model.text import plain
from newsletter.model.values import Status
from newsletter.source.front_matter_diagnostics import KEYS
from newsletter.source.listing_options import LISTING_OPTIONS
from newsletter.source.sections import kind_of_heading

ANSWERED: dict[str, Collection[str]] = {
    "kinds": tuple(Kind),
    "headings": tuple(Kind),
    "options": FIELD_BY_NAME,
    "listing_options": LISTING_OPTIONS,
    "statuses": tuple(Status),
    "front_matter": KEYS,
}

each = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def test_cldr_knows_each_language() -> None:
    assert [Locale.parse(code).language for code in LANGUAGES] == list(LANGUAGES)


def test_a_language_is_found_by_its_tag_whatever_its_region() -> None:
    assert language_of("it-CH") is LANGUAGES["it"]
    assert language_of("en_GB") is LANGUAGES["en"]
    assert language_of("nap") == Language()


@each
def test_words_are_answered_with_what_there_is(language: Language) -> None:
    for name, known in ANSWERED.items():
        meant = getattr(language, name)
        assert set(meant) <= set(known), name
        assert [word for words in meant.values() for word in words if word != plain(word)] == [], name


@pytest.mark.parametrize("name", ANSWERED)
def test_a_word_stands_for_one_thing(name: str) -> None:
    meant: dict[str, set[str]] = {}
    for language in LANGUAGES.values():
        for meaning, words in getattr(language, name).items():
            for word in words:
                meant.setdefault(word, set()).add(meaning)
    assert {word: found for word, found in meant.items() if len(found) > 1} == {}


@each
def test_a_block_usually_stands_under_its_headings(language: Language) -> None:
    for kind, headings in language.headings.items():
        assert [kind_of_heading(heading) for heading in headings] == [Kind(kind)] * len(headings)
    assert TRAITS.keys() >= {Kind(kind) for kind in language.headings}


@each
def test_names_of_countries_are_read_and_former_states_have_theirs(language: Language) -> None:
    assert set(language.countries) <= set(names("en"))
    assert set(language.former_countries) <= set(LANGUAGES["en"].former_countries)
    for code, name in language.former_countries.items():
        assert codes()[bare(name)] == code
