# SPDX-License-Identifier: EUPL-1.2
"""What of a record and of a page can be searched."""

from __future__ import annotations

from datetime import date

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from newsletter.environment.page_text import own_text
from newsletter.export.site import Site
from newsletter.model.kinds import Kind
from newsletter.model.values import Person, Picture, Status
from newsletter.search.entries import page_entries, record_entries
from newsletter.search.entry import SearchEntry, plain_spellings, searchable
from newsletter.search.facets import EVERYTHING, record_values, token
from newsletter.search.search_page import SearchPage, search_context

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
    assert entry.url == "issues/2025-12.html#2025-12-visita"
    assert entry.content == (
        "Primo paragrafo. Secondo paragrafo. Ada Esempio (Sindaca). Bruno Prova. Fondazione Finta."
    )
    assert entry.date == "2025-12-12"
    facts = {name: entry.meta[name] for name in ("title", "kind", "date", "place", "topics", "image")}
    assert facts == {
        "title": "Visita da Nagoya",
        "kind": "Delegazioni ricevute",
        "date": "12/12/2025",
        "place": "Sala Colonne, Giappone",
        "topics": "Acqua e clima",
        "image": "Una stretta di mano",
    }


def test_a_cancelled_record_says_so_and_a_confirmed_one_says_nothing() -> None:
    cancelled = record("a", "A", date(2026, 5, 1), status=Status.CANCELLED)
    assert entry_of(site_of(cancelled)).meta["status"] == "Cancelled"
    assert "status" not in entry_of(site_of(record("a", "A", date(2026, 5, 1)))).meta


def test_typographic_apostrophes_and_dashes_part_words_but_are_shown_as_written() -> None:
    entry = entry_of(site_of(record("acqua", "L’acqua, 27–29 maggio", date(2026, 5, 27), body="dell’acqua")))
    assert entry.meta["title"] == "L'acqua, 27-29 maggio"
    assert entry.meta["title_shown"] == "L’acqua, 27–29 maggio"
    assert entry.content == "dell'acqua."


@pytest.mark.parametrize(
    ("written", "indexed"),
    [
        ("una\u200bparola", "unaparola"),
        ("una\u00a0parola\u2028altra", "una parola altra"),
        ("nul\x00la\x07 \ud800", "nulla"),
        ("a – b, c–d", "a – b, c-d"),
        ("\ufeff", ""),
    ],
)
def test_unseen_characters_do_not_get_into_the_index(written: str, indexed: str) -> None:
    assert searchable(written) == indexed


def test_letters_that_are_not_on_the_keyboard_have_a_plain_spelling() -> None:
    assert plain_spellings("Łódź, Straße e Málaga") == "lódź strasse"
    assert plain_spellings("Borgoluce") == ""


def test_a_record_without_any_text_still_has_something_to_show() -> None:
    entry = entry_of(site_of(record("vuoto", "\u200b", date(2026, 5, 1))))
    assert entry.meta["title"] == entry.content == "issues/2026-05.html#2026-05-vuoto"


def test_a_page_is_found_by_its_introduction_and_an_issue_has_its_month() -> None:
    entries = {entry.url: entry for entry in page_entries(fictional_site(), PAGES)}
    assert "piroscafi" in entries["issues/2026-05.html"].content
    assert entries["issues/2026-05.html"].date == "2026-05-01"
    assert entries["indexes/paesi.html"].date < "0001"
    assert token("kind", "page") in entries["indexes/paesi.html"].meta["facets"]


def test_the_own_text_of_a_page_leaves_its_records_out() -> None:
    document = publish_doctree("Maggio\n======\n\nIntroduzione *lunga*.\n\n.. commento\n")
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


def test_tokens_are_words_that_no_reader_types_and_no_token_begins_another() -> None:
    tokens = {token("year", str(year)) for year in range(1900, 2100)} | {EVERYTHING}
    assert len(tokens) == 201
    assert {len(one) for one in tokens} == {12}
    assert not set("".join(tokens)) & set("aeiouy0123456789")


def test_the_filters_come_with_their_counts_in_an_order_a_reader_expects() -> None:
    page = search_context(fictional_site(), PAGES)["search"]
    assert isinstance(page, SearchPage)
    kind, country, year, topic = page.facets
    assert [(value.label, value.count) for value in kind.values] == [
        ("Appuntamenti", 37), ("Delegazioni ricevute", 2), ("Missioni all’estero", 1), ("Pages of the site", 4),
    ]  # fmt: skip
    assert [value.label for value in country.values] == ["Brasile", "Francia", "Giappone", "Polonia"]
    assert [value.value for value in year.values] == ["2026", "2025", "2024", "2023"]
    assert [(value.value, value.count) for value in topic.values] == [("acqua", 2), ("cultura", 3), ("scuola", 1)]
    assert page.registers == (("indexes/agenda", "Agenda"), ("indexes/paesi", "Paesi"))
    assert page.total == len(page.facets[0].values) + 40
