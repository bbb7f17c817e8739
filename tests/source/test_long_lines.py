# SPDX-License-Identifier: EUPL-1.2
"""A page may hold anything; where the time to read it grew with its square, these would take minutes."""

from __future__ import annotations

import pytest

from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.source.block import parse_block
from newsletter.source.fields import Block
from newsletter.source.office_notes import hidden_notes, shown_notes
from newsletter.source.openings import clean_title
from newsletter.source.people import parse_people
from newsletter.source.plan_words import fate_in_text
from newsletter.source.source_text import top_fences
from newsletter.source.stray_lines import stray_openings


def test_blanks_before_what_is_no_block() -> None:
    lines = ["Testo.", f"{' ' * 200_000}[x", "Testo."]
    assert list(stray_openings(lines, top_fences(lines))) == []


def test_notes_of_other_tools_with_blanks_in_them_or_without_an_end() -> None:
    lines = [f"[//]: # a{' ' * 200_000}b", f":place: {'<!--' * 50_000}"]
    assert [number for number, _note, _error in hidden_notes(lines, [])] == [1]
    assert list(shown_notes(lines, [])) == []


@pytest.mark.parametrize("sign", [" ", "*", "#"])
def test_signs_within_a_title(sign: str) -> None:
    title = f"a{sign * 200_000}b"
    assert clean_title(title) == title


@pytest.mark.parametrize("sign", [" ", "-"])
def test_signs_among_people_whom_nobody_receives(sign: str) -> None:
    with pytest.raises(ContentError):
        parse_people(f"{sign * 200_000}(")


def test_apostrophes_before_what_is_no_plan() -> None:
    assert fate_in_text("’" * 200_000) is None


@pytest.mark.parametrize("option", ["country", "topics", "date"])
@pytest.mark.parametrize("sign", [" ", "["])
def test_signs_within_an_option(option: str, sign: str) -> None:
    written = f":{option}: a{sign * 200_000}b"
    assert parse_block("Festa", [written], Block(Kind.EVENT, Period(2026, 5))).diagnostics
