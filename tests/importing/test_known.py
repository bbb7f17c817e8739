# SPDX-License-Identifier: EUPL-1.2
"""What the city has written down already helps with its old newsletters, and each such guess is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.environment.i18n import translate
from newsletter.model.issue import IssueName, Period
from newsletter.tools.importer.__main__ import main
from newsletter.tools.importer.draft import FOREIGN
from newsletter.tools.importer.items import Item
from newsletter.tools.importer.make_draft import make_draft
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


ISSUE = """# Aprile 2026

## Eventi

:::{event} Staffetta
:date: 3 aprile
:place: Palestra dei Mille
:::

## Delegazioni

:::{delegation} Serbia
:date: 2 marzo
:country: RS
:place: Lumigorod
:people: Emi Esempio (Ambasciatrice); Li Prova
:hosts: Ugo Modello (Assessore allo Sport)
:::
"""


@pytest.fixture
def archive(city: Path) -> Path:
    (city / "issues").mkdir()
    (city / "issues" / "2026-04.md").write_text(ISSUE, encoding="utf-8")
    draft = ISSUE.replace("Emi Esempio (Ambasciatrice)", "Ada Bozza (Console)")
    (city / "issues" / "2026-03.md").write_text(f"---\ndraft: true\n---\n\n{draft}", encoding="utf-8")
    return city


def test_people_of_the_archive_are_known_by_their_names_alone_with_role_and_side(archive: Path) -> None:
    item = only(archive, "DELEGAZIONI\n\nSerbia - 9 aprile: Emi Esempio è tornata e ha visto Ugo Modello.\n")
    assert item.options["people"] == "Emi Esempio (Ambasciatrice)"
    assert item.options["hosts"] == "Ugo Modello (Assessore allo Sport)"
    assert {"people", "hosts"} <= item.guessed.keys()


def test_a_role_that_the_text_gives_stays_and_a_draft_tells_none(archive: Path) -> None:
    item = only(archive, "DELEGAZIONI\n\nSerbia - 9 aprile: Emi Esempio, Ministra, è tornata con Ada Bozza.\n")
    assert item.options["people"] == "Emi Esempio (Ministra)"


def test_a_place_of_the_archive_gives_guests_their_country(archive: Path) -> None:
    assert only(archive, "DELEGAZIONI\n\nDocenti di Lumigorod - 9 aprile\n").options["country"] == "RS"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Si corre tutti, alla Palestra dei Mille.", "Palestra dei Mille"),
        ("Presso il CUS Borgoluce si corre tutti.", "CUS Borgoluce"),
        ("La corsa passa presso il Molo Vecchio e presso il Faro Nuovo.", None),
    ],
)
def test_an_event_takes_the_one_place_that_its_text_names(archive: Path, text: str, place: str | None) -> None:
    item = only(archive, f"EVENTI\n\nCorsa - 9 maggio.\n{text}\n")
    assert item.options.get("place") == place
    assert ("place" in item.guessed) == (place is not None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Si canta ancora il 16 maggio. Il 23 maggio no: ci si riposa.", "9 maggio; 16 maggio; 23 maggio"),
        ("Iscrizioni entro il 2 maggio.", ""),
        ("Il 9 maggio si canta. È nato il 3 ottobre 1998.", ""),
    ],
)
def test_second_dates_of_a_text_are_proposed_as_occurrences_and_not_taken(city: Path, text: str, date: str) -> None:
    original = read_text(f"EVENTI\n\nConcerto - 9 maggio: ecco il programma.\n{text}\n")
    draft = make_draft(original, IssueName(Period(2026, 5)), city)
    assert draft.items[0].options["date"] == "9 maggio"
    assert draft.items[0].further == date
    assert (f"%+ :date: {date}\n" in draft.text) == bool(date)


FRENCH = "Agenda\n\nFête de la musique - 9 mai : les fanfares de trois villes sont sur la place avec nous.\n"
GERMAN = "Hier wird heute auch etwas auf Deutsch gesagt und niemand kann es lesen, obwohl es gut ist. " * 3


def test_blocks_say_the_language_of_their_words_where_it_is_not_the_sites(city: Path) -> None:
    assert only(city, FRENCH).options["lang"] == "fr"
    assert "lang" not in only(city, "EVENTI\n\nFesta della musica - 9 maggio: le bande sono nella piazza.\n").options


def test_a_language_that_is_not_read_is_said(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = city / "alt.txt"
    path.write_text(f"TERMINE\n\nFest - 2026-05-09\n{GERMAN}\n", encoding="utf-8")
    assert main([str(path), "--issue", "2026-05", "--source", str(city)]) == 0
    assert translate(FOREIGN) in capsys.readouterr().out
    assert f"%? {translate(FOREIGN)}" in (city / "issues" / "2026-05.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("L'Assessora alla Scuola Ada Esempio si è recata a Budapest il 9 aprile.", "HU"),
        ("Il 9 aprile il Sindaco è partito per Vienna, via Roma.", "AT"),
        ("Il 9 aprile il Sindaco è volato a Vienna e a Budapest.", None),
        ("Il 9 aprile il Sindaco è andato a Lumi. Riunione del progetto.", None),
    ],
)
def test_a_capital_in_the_text_gives_a_journey_its_country(city: Path, text: str, country: str | None) -> None:
    assert only(city, f"Cari amici,\n\n{text} Altro non si sa di lui.\n").options.get("country") == country


def test_the_office_in_a_role_is_no_name(city: Path) -> None:
    item = only(city, "MISSIONI\n\nL'Assessora alla Scuola Ada Esempio si è recata a Lumi il 9 aprile.\n")
    assert item.options["people"] == "Ada Esempio (Assessora alla Scuola)"
