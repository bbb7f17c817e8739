# SPDX-License-Identifier: EUPL-1.2
"""An editor is shown what was perhaps written twice: once for one thing, and not what is meant to differ."""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase

import pytest

from newsletter.archive.duplicates import duplicates
from newsletter.model.record import Record
from newsletter.model.values import Person
from tests.archive_factory import archive, record


def told(*records: Record) -> list[tuple[str, str, object]]:
    """Return the hints: of which record, with which code, naming which other."""
    found = ((which.id, error.diagnostic) for which, error in duplicates(archive(*records)))
    return [(name, diagnostic.code, diagnostic.values.get("other")) for name, diagnostic in found]


def titled(number: int, title: str, **different: object) -> Record:
    return record(f"2026-05-{number:05}", title=title, **different)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Festival della fotografia", "Festival della fotogrfia"),
        ("Festival della fotografia", "Festival della Fotografìa"),
        ("Incontro sul clima", "Incontro sul cilma"),
    ],
)
def test_a_title_one_letter_apart_is_told(one: str, other: str) -> None:
    hints = told(titled(1, one), titled(2, other, dates=record("x", "2026-05-20").dates))
    assert hints == [("2026-05-00002", "title-alike", one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Working Paper Number II", "Working Paper Number IV"),
        ("Bollettino #58", "Bollettino #77"),
        ("Concerto numero 7", "Concerto numero 8"),
        ("Incontro con George II", "Incontro con George VI"),
        ("Volo per ATX", "Volo per ATL"),
        ("Terza edizione, 2025", "Terza edizione, 2026"),
    ],
)
def test_numbers_and_acronyms_are_meant_to_differ(one: str, other: str) -> None:
    assert told(titled(1, one), titled(2, other)) == []
    assert told(titled(1, "Uno", partners=(one,)), titled(2, "Due", partners=(other,))) == []
    assert told(titled(1, "Uno", people=(Person(one),)), titled(2, "Due", people=(Person(other),))) == []
    assert told(titled(1, "Uno", places=(one,)), titled(2, "Due", places=(other,))) == []


@pytest.mark.parametrize(
    ("place", "country", "other", "abroad"),
    [("Malta", "MT", "Manta", "EC"), ("Galle", "LK", "Halle", "DE"), ("Yalta", "UA", "Malta", "MT")],
)
def test_cities_of_two_countries_are_two_cities(place: str, country: str, other: str, abroad: str) -> None:
    here, there = titled(1, "Uno", places=(place,), countries=(country,)), titled(2, "Due", places=(other,))
    assert told(here, titled(2, "Due", places=(other,), countries=(abroad,))) == []
    assert told(here, titled(2, "Due", places=(other,), countries=(country,))) == [(there.id, "place-alike", place)]
    assert told(here, there) == [(there.id, "place-alike", place)]


def test_a_person_is_told_once_by_the_earliest_spelling() -> None:
    names = ("Ada Esempio", "Ada Esempoi", "Ada Esempioo", "Ada Esempio")
    records = [titled(number, f"Voce {number}", people=(Person(name),)) for number, name in enumerate(names)]
    assert told(*records) == [
        ("2026-05-00001", "person-alike", "Ada Esempio"),
        ("2026-05-00002", "person-alike", "Ada Esempio"),
    ]


def test_one_event_told_again_without_an_id_has_one_hint_a_telling() -> None:
    titles = ("Festival della fotografia", "Festival della fotogrfia", "Il festival della fotografia", "Festival foto")
    hints = told(*(titled(number, title) for number, title in enumerate(titles)))
    assert hints == [(f"2026-05-0000{number}", "same-thing", "2026-05-00000") for number in (1, 2)]


def test_thousands_of_titles_that_differ_by_a_number_or_a_letter_bring_at_most_one_hint_each() -> None:
    numbered = [titled(number, f"Evento numero {number}") for number in range(2_000)]
    spelt = [titled(n, f"Festa {a}{b} della città") for n, (a, b) in enumerate(product(ascii_lowercase, repeat=2))]
    assert told(*numbered) == []
    hints = told(*spelt)
    assert 1 <= len(hints) == len({name for name, *_rest in hints})
