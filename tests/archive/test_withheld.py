# SPDX-License-Identifier: EUPL-1.2
"""Somebody asks that a name be in no register and no data: it is found however it is spelt, and nothing else is."""

from __future__ import annotations

import unicodedata

import pytest

from newsletter.archive.withheld import Withheld
from newsletter.model.text import slug

WITHHELD = Withheld(frozenset({"Ugo Pròva", "Segretopoli", "Ente Nascosto", "Zelda Qüorth"}))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Ugo Pròva", "[…]"),
        ("UGO PROVA", "[…]"),
        ("Dott. Ugo Pròva jr", "Dott. […] jr"),
        ("Collega di Ugo Pròva", "Collega di […]"),
        (unicodedata.normalize("NFD", "con Ugo Pròva, poi"), "con […], poi"),
        (unicodedata.normalize("NFD", "UGO PRÒVÀ"), "[…]"),
        ("Ugo   Pròva", "[…]"),
        ("Ugo\nPròva a capo", "[…] a capo"),
        ("Ugo\u00a0Pròva", "[…]"),
        ("Ugo\u2028Pròva", "[…]"),
        ("Ugo\u00adPròva", "[…]"),
        ("Ugo Prò\u00adva", "[…]"),
        ("U\u200bgo Pròva", "[…]"),
        ("Ugo\u2011Pròva", "[…]"),
        ("Ugо Prova", "[…]"),
        ("**Ugo** Pròva", "**[…]"),
        ("Via Roma, Segretopoli", "Via Roma, […]"),
        ("Ente  Nascosto S.p.A.", "[…] S.p.A."),
        ("2026-06-incontro-con-ugo-prova", "2026-06-incontro-con-[…]"),
        ("https://example.org/ugo_prova.html", "https://example.org/[…].html"),
        ("ugo.prova@example.org", "[…]@example.org"),
        ("UgoProva", "[…]"),
        ("L'Ugo Pròva di Segretopoli", "L'[…] di […]"),
        ("Prova Ugo", "[…]"),
        ("Pròva, Ugo (Sindaco)", "[…] (Sindaco)"),
        ("persona-prova-ugo", "persona-[…]"),
        ("prova.ugo@example.org", "[…]@example.org"),
        ("Zelda Queorth", "[…]"),
        ("Zelda Quorth", "[…]"),
        ("Qüorth, Zelda", "[…]"),
    ],
)
def test_a_name_is_found_in_any_spelling(text: str, masked: str) -> None:
    assert WITHHELD.mask(text) == masked
    assert WITHHELD.holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ugo Provato",
        "Hugo Prova",
        "Segretopolitano",
        "una prova. Ugo",
        "Ada Prova, Ugo Verdi",
        "Ente non Nascosto",
        "",
        "Ugo",
    ],
)
def test_another_name_stays(text: str) -> None:
    assert WITHHELD.mask(text) == text
    assert not WITHHELD.holds(text)


@pytest.mark.parametrize(
    "invisible",
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180e\u180f\u200b\u200d\u2060\u2065\u2800\u3164\ufe0f\ufeff"
    "\uffa0\ufff0\ufffc\x08\U0001d173\U000e0041\U000e0101",
)
def test_characters_that_nobody_sees_neither_part_a_name_nor_hide_its_bounds(invisible: str) -> None:
    many = 9 * invisible
    for text in (f"Ugo{invisible}Pròva", f"U{many}go{many} {many}Pr{invisible}òva", f"Prova,{invisible}Ugo"):
        assert WITHHELD.mask(text) == "[…]"
        assert WITHHELD.mask(f"con{invisible}{text}") == f"con{invisible}[…]"
        assert WITHHELD.is_one(text + invisible)


def test_a_name_in_other_letters_is_found_in_its_slug() -> None:
    name = "Зельда Петрова"
    assert Withheld(frozenset({name})).holds(f"person-{slug(name)}")


def test_a_name_is_found_behind_the_signs_of_a_url() -> None:
    assert WITHHELD.holds("https://example.org/?chi=Ugo%20Pr%C3%B2va")


@pytest.mark.parametrize(
    ("text", "whole"), [("Ugo Prova", True), ("*Ugo* Pròva,", True), ("Ugo Pròva jr", False), ("", False)]
)
def test_a_value_that_is_a_name_alone_is_told_from_a_longer_one(text: str, whole: bool) -> None:
    assert WITHHELD.is_one(text) is whole


def test_where_nothing_is_withheld_nothing_changes() -> None:
    for names in (frozenset[str](), frozenset({"", "-", "…"})):
        assert Withheld(names).mask("Ugo Pròva - …") == "Ugo Pròva - …"
        assert not Withheld(names).holds("Ugo Pròva - …")


def test_a_long_text_is_searched_in_one_pass() -> None:
    text = "Ugo " * 50_000 + "Pròva"
    assert WITHHELD.mask(text).endswith("Ugo […]")
