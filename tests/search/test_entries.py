# SPDX-License-Identifier: EUPL-1.2
"""What of a record and of a page can be searched."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from newsletter.archive.names import parse_names
from newsletter.environment.page_text import own_text
from newsletter.export.site import Site
from newsletter.model.kinds import Kind
from newsletter.model.values import Person, Picture, Status
from newsletter.search.asked_by import country_words
from newsletter.search.entries import page_entries, record_entries
from newsletter.search.entry import SearchEntry, visible
from newsletter.search.facets import record_values
from newsletter.search.search_page import SearchPage, search_context
from newsletter.search.words import words

from .archive import PAGES, fictional_site, record, site_of


def entry_of(site: Site) -> SearchEntry:
    (entry,) = record_entries(site)
    return entry


def test_a_record_is_found_by_its_text_its_people_and_its_place() -> None:
    told = record(
        "visita",
        "Visita da Nagoya",
        date(2025, 12, 12),
        Kind.DELEGATION,
        people=(Person("Ada Esempio", "Sindaca"),),
        hosts=(Person("Bruno Prova"),),
        partners=("Fondazione Finta",),
        places=("Sala Colonne",),
        countries=("JP",),
        topics=("acqua",),
        picture=Picture("foto.jpg", "Una stretta di mano"),
        body="Primo paragrafo.\nSecondo paragrafo",
    )
    entry = entry_of(site_of(told))
    assert entry.url == "records/2025-12-visita.html"
    assert entry.text == "Primo paragrafo. Secondo paragrafo. Ada Esempio (Sindaca). Bruno Prova. Fondazione Finta."
    assert entry.shown == {
        "kind": "delegation",
        "label": "Delegazione ricevuta",
        "date": "12/12/2025",
        "place": "Sala Colonne, Giappone",
        "status": "",
        "lang": "",
    }
    assert "Una stretta di mano" in entry.names


def test_a_record_is_asked_for_in_both_languages_by_what_it_does_not_say() -> None:
    told = record(
        "visita",
        "Visita",
        date(2025, 12, 12),
        Kind.DELEGATION,
        countries=("JP",),
        hosts=(Person("Ada Esempio", "Sindaca"),),
    )
    entry = entry_of(site_of(told))
    asked = {"Giappone", "Japan", "giapponese", "japanese", "JP", "delegazione", "delegation"}
    assert asked <= set(entry.asked)
    assert {"mayor", "sindaco", "venuto", "came"} <= set(entry.also)


def test_a_country_is_not_asked_for_by_the_name_of_another_one() -> None:
    assert "Irlanda" not in country_words("GB")
    assert {"Scozia", "scottish", "GB"} <= set(country_words("GB"))
    assert {"IT", "Italia", "italian"} <= set(country_words("IT")), "a code that is a common word is still asked for"


def test_a_day_of_a_span_tells_less_than_a_single_day_and_a_month_has_none() -> None:
    one = entry_of(site_of(record("a", "A", date(2025, 5, 12))))
    span = entry_of(site_of(record("b", "B", date(2025, 5, 11), until=date(2025, 5, 13))))
    assert one.periods == ("2025", "@05", "@2025-05", "@05-12")
    assert "@05-12" not in span.periods
    assert span.days == ("@05-11", "@05-12", "@05-13")


def test_a_name_is_found_by_its_other_spellings_except_those_to_withhold() -> None:
    names = parse_names(
        "places:\n  Lyon: {aliases: [Lione]}\n  Segreta: {aliases: [Nascosta]}\nwithheld: [Segreta]\n"
    ).names
    site = replace(
        site_of(record("a", "Da Lione", date(2025, 5, 1)), record("b", "B", date(2025, 5, 2), places=("Lyon",))),
        other_names=names.other_names("it"),
    )
    assert "nascosta" not in site.other_names
    first, second = record_entries(site)
    assert "lyon" in first.also
    assert "lione" in second.also


def test_a_cancelled_record_says_so_and_a_confirmed_one_says_nothing() -> None:
    cancelled = record("a", "A", date(2026, 5, 1), status=Status.CANCELLED)
    assert entry_of(site_of(cancelled)).shown["status"] == "Cancelled"
    assert not entry_of(site_of(record("a", "A", date(2026, 5, 1)))).shown["status"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’acqua, 27–29 maggio", ("l", "acqua", "27", "29", "maggio")),
        ("C++ e C#, non C", ("c++", "e", "c#", "non", "c")),
        ("Łódź, Straße, Málaga", ("lodz", "strasse", "malaga")),
        ("l'O.N.U. e l'A.S.L. di J.R.", ("l", "onu", "e", "l", "asl", "di", "jr")),
        ("名古屋市 5G", ("名古", "古屋", "屋市", "5g")),
        ("東", ("東",)),
        ("부산", ("부산",)),
    ],
)
def test_a_text_is_split_into_plain_words(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == tuple(unicodedata.normalize("NFKD", word) for word in found)


@pytest.mark.parametrize(
    ("written", "shown"),
    [("una\u00a0parola\u2028altra", "una parola altra"), ("nul\x00la\x07 \ud800", "nulla"), ("\n", "")],
)
def test_characters_that_no_page_can_hold_are_left_out(written: str, shown: str) -> None:
    assert visible(written) == shown


def test_a_record_without_any_text_still_has_something_to_show() -> None:
    assert entry_of(site_of(record("vuoto", "\x07", date(2026, 5, 1)))).title == "2026-05-vuoto"


def test_a_page_is_found_by_its_introduction_and_comes_after_all_records() -> None:
    entries = {entry.url: entry for entry in page_entries(fictional_site(), PAGES)}
    assert "piroscafi" in entries["issues/2026-05.html"].text
    assert entries["issues/2026-05.html"].facets["year"] == ("2026",)
    assert {entry.first_day for entry in entries.values()} == {""}


def test_the_own_text_of_a_page_leaves_its_records_out() -> None:
    document = publish_doctree("Maggio\n======\n\n:description: Non si vede.\n\nIntroduzione *lunga*.\n\n.. commento\n")
    section = nodes.section("", nodes.title("", "Un evento"), nodes.paragraph("", "Il suo testo"), classes=["record"])
    document += [section, nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "Una voce")))]
    assert own_text(document) == ("Maggio", "Introduzione lunga.\nUna voce")


def test_a_record_counts_in_every_year_that_it_touches() -> None:
    long = record("mostra", "Mostra", date(2025, 12, 28), until=date(2027, 1, 3), countries=("JP", "FR"))
    assert record_values(long) == {
        "kind": ("event",),
        "country": ("jp", "fr"),
        "year": ("2025", "2026", "2027"),
        "topic": (),
    }


def test_the_filters_come_with_their_counts_in_an_order_a_reader_expects() -> None:
    page = search_context(fictional_site(), PAGES)["search"]
    assert isinstance(page, SearchPage)
    kind, country, year, topic = page.facets
    assert [(value.label, value.count) for value in kind.values] == [
        ("Appuntamenti", 38), ("Delegazioni ricevute", 2), ("Missioni all’estero", 1), ("Pages of the site", 4),
    ]  # fmt: skip
    assert [value.label for value in country.values] == ["Brasile", "Francia", "Giappone", "Polonia"]
    assert [value.value for value in year.values] == ["2026", "2025", "2024", "2023"]
    assert [(value.value, value.count) for value in topic.values] == [("acqua", 2), ("cultura", 3), ("scuola", 1)]
    assert page.registers == (("indexes/agenda", "Agenda"), ("indexes/paesi", "Paesi"))
