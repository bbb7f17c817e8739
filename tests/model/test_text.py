# SPDX-License-Identifier: EUPL-1.2
"""Words as ids, in order, and compared as people compare them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.model.text import nearest, plain, slug, sort_key

often = settings(derandomize=True, max_examples=300, deadline=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EXPOSED Torino Photo Festival", "exposed-torino-photo-festival"),
        ("Rockin'1000", "rockin-1000"),
        ("B.RIGHT SPACES: Policy Lab", "b-right-spaces-policy-lab"),
        ("Città, perché? Östersund & Łódź", "citta-perche-ostersund-lodz"),
        ("Straße Æsir Øresund", "strasse-aesir-oresund"),
        ("L’arte dell'attesa", "l-arte-dell-attesa"),
        ("  ---  ", "2d-2d-2d"),
        ("東京", "6771-4eac"),
        ("会議 2026", "4f1a-8b70-2026"),
        ("لقاء 2026", "644-642-627-621-2026"),
        ("🎉 Festa dell’Europa", "festa-dell-europa"),
        ("1️⃣ Festa", "festa"),
        ("Con", "con-1"),
        ("COM1", "com1-1"),
        ("Con te", "con-te"),
        ("№ 5 ½", "no-5-1-2"),
        ("", ""),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_title_is_cut_between_words() -> None:
    cut = slug("parola " * 50)
    assert len(cut) <= 120
    assert cut.endswith("parola")
    assert len(slug("p" * 500)) == 120
    assert slug("x" * 119 + " parola") == "x" * 119


@often
@given(st.text(min_size=1))
def test_a_slug_is_always_an_id_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", made)
    assert bool(made) is bool(text.strip())
    assert slug(made) == made


def test_two_spellings_share_what_is_plain() -> None:
    assert plain("Città  d’Arte") == plain("CITTA' D'ARTE").replace("' d", " d") == "citta d'arte"
    assert plain("ﬁne") == "fine"


def test_names_stand_as_in_an_italian_index() -> None:
    names = [
        "Zeta",
        "élan",
        "Elano",
        "d'Arco",
        "Darco Bis",
        "Ångström",
        "Angolo",
        "élan vital",
        "🎉 Elano Bis",
        "3️⃣ Carta",
    ]
    assert sorted(names, key=sort_key) == [
        "Angolo",
        "Ångström",
        "3️⃣ Carta",
        "d'Arco",
        "Darco Bis",
        "élan",
        "élan vital",
        "Elano",
        "🎉 Elano Bis",
        "Zeta",
    ]


def test_the_nearest_word() -> None:
    assert nearest("CLIMMA", ["cultura", "clima"]) == "clima"
    assert nearest("Ciità", ["Città", "Cinema"]) == "Città"
    assert nearest("xyz", ["cultura", "clima"]) is None
    assert nearest("", []) is None
    assert nearest("clima" * 100_000, ["clima"]) is None
