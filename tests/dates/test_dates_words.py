# SPDX-License-Identifier: EUPL-1.2
"""A reader sees dates in calm words, in the language of the page, always with the year."""

from __future__ import annotations

from datetime import date, time

import pytest

from newsletter.dates import date_parts, parse_dates, show_dates, show_day, show_hours, show_month, show_weekday
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Hours, Precision, Span


def read(text: str) -> Dates:
    """Read *text* as the date of an event in the issue of May 2026."""
    return parse_dates(text, period=Period(2026, 5), kind=Kind.EVENT)


@pytest.mark.parametrize(
    ("written", "italian", "english"),
    [
        ("2026-05-15", "15 maggio 2026", "15 May 2026"),
        ("27-29 maggio", "27–29 maggio 2026", "27–29 May 2026"),
        ("9 aprile - 2 giugno", "9 aprile – 2 giugno 2026", "9 April – 2 June 2026"),
        ("28 dicembre - 3 gennaio", "28 dicembre 2026 – 3 gennaio 2027", "28 December 2026 – 3 January 2027"),
        ("13; 20 maggio", "13 e 20 maggio 2026", "13 and 20 May 2026"),
        ("13; 20; 27 maggio", "13, 20 e 27 maggio 2026", "13, 20 and 27 May 2026"),
        ("13-15; 20 maggio", "13–15 e 20 maggio 2026", "13–15 and 20 May 2026"),
        ("13 maggio; 3 giugno", "13 maggio e 3 giugno 2026", "13 May and 3 June 2026"),
        ("13; 20 maggio; 3 giugno", "13 e 20 maggio, 3 giugno 2026", "13 and 20 May, 3 June 2026"),
        ("15 maggio; 16 maggio", "15 maggio; 16 maggio 2026", "15 May; 16 May 2026"),
        ("28 dicembre; 3 gennaio", "28 dicembre 2026; 3 gennaio 2027", "28 December 2026; 3 January 2027"),
        (
            "10 gennaio 2026 - 20 dicembre 2026",
            "10 gennaio 2026 – 20 dicembre 2026",
            "10 January 2026 – 20 December 2026",
        ),
        (
            "2 maggio; 28 dicembre - 3 gennaio 2027; 5 gennaio",
            "2 maggio 2026; 28 dicembre 2026 – 3 gennaio 2027; 5 gennaio 2027",
            "2 May 2026; 28 December 2026 – 3 January 2027; 5 January 2027",
        ),
        ("maggio", "maggio 2026", "May 2026"),
        ("maggio-giugno", "maggio – giugno 2026", "May – June 2026"),
        ("maggio; luglio", "maggio e luglio 2026", "May and July 2026"),
        ("dicembre - gennaio 2027", "dicembre 2026 – gennaio 2027", "December 2026 – January 2027"),
    ],
)
def test_days_and_months(written: str, italian: str, english: str) -> None:
    assert show_dates(read(written), None, "it") == italian
    assert show_dates(read(written), None, "en") == english


def test_hours_follow_the_days() -> None:
    days = read("13; 20 maggio")
    open_end, evening = Hours(time(9, 5)), Hours(time(18), time(20, 30))
    assert show_dates(days, open_end, "it") == "13 e 20 maggio 2026, ore 09:05"
    assert show_dates(days, evening, "it") == "13 e 20 maggio 2026, ore 18:00–20:30"
    assert show_dates(days, evening, "en") == "13 and 20 May 2026, 18:00–20:30"
    assert show_hours(evening, "it") == "ore 18:00–20:30"


def test_each_piece_names_the_day_that_it_carries() -> None:
    assert date_parts(read("27-29 maggio"), "it") == (
        ("27", Span(date(2026, 5, 27), date(2026, 5, 27))),
        ("–", None),
        ("29 maggio 2026", Span(date(2026, 5, 29), date(2026, 5, 29))),
    )
    assert date_parts(read("maggio; luglio"), "en") == (
        ("May", Span(date(2026, 5, 1), date(2026, 5, 31))),
        (" and ", None),
        ("July 2026", Span(date(2026, 7, 1), date(2026, 7, 31))),
    )


def test_single_days_and_months() -> None:
    assert show_day(date(2026, 6, 1), "it") == "1 giugno 2026"
    assert show_month(Period(2026, 5), "it") == "maggio 2026"
    assert show_weekday(date(2026, 5, 15), "it") == "venerdì"


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-GB", "13 and 20 May 2026"),
        ("fr", "13 et 20 mai 2026"),
        ("tlh", "13 e 20 maggio 2026"),
        ("", "13 e 20 maggio 2026"),
    ],
)
def test_another_language_has_the_words_that_cldr_knows_and_else_the_italian_ones(language: str, shown: str) -> None:
    assert show_dates(read("13; 20 maggio"), None, language) == shown


def test_a_whole_month_given_by_its_days_is_shown_by_its_days() -> None:
    days = read("1-31 maggio")
    assert days.precision is Precision.DAY
    assert show_dates(days, None, "it") == "1–31 maggio 2026"
