# SPDX-License-Identifier: EUPL-1.2
"""One of several dates says what became of it, as an office writes it."""

from __future__ import annotations

import pytest

from newsletter.dates import parse_dates, show_dates
from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Span
from tests.archive_factory import dates


def read(text: str) -> Dates:
    return parse_dates(text, period=Period(2026, 5), kind=Kind.EVENT)


def only(text: str) -> Span:
    [span] = dates(text).spans
    return span


@pytest.mark.parametrize("word", ["annullato", "Annullata", "cancelled", "annulé"])
def test_one_of_several_dates_is_called_off(word: str) -> None:
    told = read(f"13 maggio; 20 maggio ({word})")

    assert told.spans == dates("2026-05-13", "2026-05-20").spans
    assert told.called_off == (only("2026-05-20"),)
    assert told.held == (only("2026-05-13"),)


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("27 maggio (era 20 maggio)", "2026-05-27", "2026-05-20"),
        ("27 maggio (era il 20)", "2026-05-27", "2026-05-20"),
        ("27 maggio (spostato dal 20)", "2026-05-27", "2026-05-20"),
        ("27-29 maggio (era 20-22 maggio)", "2026-05-27/2026-05-29", "2026-05-20/2026-05-22"),
        ("2 gennaio 2027 (era 28 dicembre)", "2027-01-02", "2026-12-28"),
        ("28 December (formerly 2 January)", "2026-12-28", "2027-01-02"),
        ("27 maggio (era 20 maggio 2025)", "2026-05-27", "2025-05-20"),
    ],
)
def test_a_date_names_the_one_that_it_replaces(text: str, now: str, before: str) -> None:
    told = read(text)

    assert (told.spans, told.moved) == ((only(now),), ((only(now), only(before)),))


def test_days_in_a_row_stay_apart_where_one_has_a_fate_of_its_own() -> None:
    assert len(read("13 e 14 maggio (annullato)").spans) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("13 maggio; 20 maggio (annullato)", "13 maggio; 20 maggio 2026 (annullato)"),
        ("13 maggio; 27 maggio (era 20); 3 giugno", "13 maggio; 27 maggio (era 20 maggio); 3 giugno 2026"),
    ],
)
def test_the_fate_is_shown_behind_its_day(text: str, words: str) -> None:
    assert show_dates(read(text), None, "it") == words


@pytest.mark.parametrize(
    "text", ["13 maggio ()", "13 maggio (annullato", "13 maggio (rinviato)", "13 maggio (in piazza)"]
)
def test_what_is_no_fate_is_refused(text: str) -> None:
    with pytest.raises(ContentError):
        read(text)


def test_a_former_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ContentError, match="28 febbraio"):
        read("13 marzo (era 30 febbraio)")
