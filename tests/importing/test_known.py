# SPDX-License-Identifier: EUPL-1.2
"""What the city has written down already helps with its old newsletters, and each such guess is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.model.issue import IssueName, Period
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.outline import Item
from newsletter.tools.importer.text_reader import read_text

REGISTERS = """places:
  Lumigrad: {aliases: [Lumigrado], country: RS}
  Port Prova: {country: KE}
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    conf = 'language = "it"\nnewsletter_topics = {"musica": "Musica", "cibo": "Politiche alimentari"}\n'
    (tmp_path / "conf.py").write_text(conf, encoding="utf-8")
    (tmp_path / "registers.yaml").write_text(REGISTERS, encoding="utf-8")
    return tmp_path


def only(city: Path, text: str) -> Item:
    draft = make_draft(read_text(text), IssueName(Period(2026, 5)), city)
    (item,) = [*draft.items, *draft.offered]
    return item


def test_a_place_of_the_registers_gives_a_mission_its_place_and_country(city: Path) -> None:
    item = only(city, "MISSIONI\n\nIl Sindaco, Ugo Prova, si è recato a Lumigrado il 9 aprile.\n")
    assert (item.options["place"], item.options["country"]) == ("Lumigrad", "RS")
    assert {"place", "country"} <= item.guessed.keys()


def test_a_place_of_the_registers_gives_guests_their_country_and_no_place(city: Path) -> None:
    item = only(city, "DELEGAZIONI\n\nDocenti di Port Prova - 9 aprile\n")
    assert item.options["country"] == "KE"
    assert "place" not in item.options


def test_of_two_places_none_is_taken(city: Path) -> None:
    item = only(city, "MISSIONI\n\nIl Sindaco si è recato a Lumigrad e a Port Prova il 9 aprile.\n")
    assert "country" not in item.options


def test_prose_is_helped_as_well(city: Path) -> None:
    item = only(city, "Cari amici,\n\nIl 9 aprile il Sindaco si è recato a Lumigrad, come ogni anno.\n")
    assert item.options["country"] == "RS"


@pytest.mark.parametrize(
    ("title", "topics"),
    [("Festival musicale", "musica"), ("Le politiche alimentari del porto", "cibo"), ("Politiche del lavoro", None)],
)
def test_topics_are_proposed_by_their_words(city: Path, title: str, topics: str | None) -> None:
    item = only(city, f"EVENTI\n\n{title} - 9 maggio\n")
    assert item.options.get("topics") == topics
    assert ("topics" in item.guessed) == (topics is not None)
