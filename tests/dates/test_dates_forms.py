# SPDX-License-Identifier: EUPL-1.2
"""A contributor writes a date in any usual way, and the days are understood."""

from __future__ import annotations

from datetime import date

import pytest

from newsletter.dates import parse_dates
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Precision, Span

MAY = Period(2026, 5)


def read(text: str) -> Dates:
    """Read *text* as the date of an event in the issue of May 2026."""
    return parse_dates(text, period=MAY, kind=Kind.EVENT)


def spans(*days: str) -> Dates:
    """Return the dates that ISO days (``2026-05-13``) or spans of them (``…/…``) stand for."""
    ends = [day.split("/") for day in days]
    return Dates(tuple(Span(date.fromisoformat(end[0]), date.fromisoformat(end[-1])) for end in ends))


def months(first: str, last: str) -> Dates:
    """Return the dates that run from a first day to a last day with the precision of months."""
    return Dates((Span(date.fromisoformat(first), date.fromisoformat(last)),), Precision.MONTH)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13 maggio", "2026-05-13"),
        ("13 MAGGIO 2026", "2026-05-13"),
        ("13 mag. 2026", "2026-05-13"),
        ("1º giugno", "2026-06-01"),
        ("1° giugno", "2026-06-01"),
        ("1o giugno", "2026-06-01"),
        ("primo maggio", "2026-05-01"),
        ("the first of May", "2026-05-01"),
        ("venerdì 15 maggio", "2026-05-15"),
        ("Venerdi' 15 Maggio", "2026-05-15"),
        ("venerdi 15 maggio", "2026-05-15"),
        ("ven. 15 mag", "2026-05-15"),
        ("venerdì, 15 maggio 2026", "2026-05-15"),
        ("venerdi\u0300 15 maggio", "2026-05-15"),
        ("15/05/2026", "2026-05-15"),
        ("15/5", "2026-05-15"),
        ("15.05.2026", "2026-05-15"),
        ("15-05-2026", "2026-05-15"),
        ("ven 15/05/2026", "2026-05-15"),
        ("2026-05-15", "2026-05-15"),
        ("2026/5/15", "2026-05-15"),
        ("15 May", "2026-05-15"),
        ("May 15", "2026-05-15"),
        ("May 15, 2026", "2026-05-15"),
        ("Friday, May 15th, 2026", "2026-05-15"),
        ("15th of May 2026", "2026-05-15"),
        ("2nd June", "2026-06-02"),
        ("4 Sept 2026", "2026-09-04"),
        ("4 sett. 2026", "2026-09-04"),
        ("il giorno 13 di maggio del 2026", "2026-05-13"),
        ("l'8 maggio", "2026-05-08"),
        ("29 febbraio 2028", "2028-02-29"),
        ("mar 12 maggio", "2026-05-12"),
        ("mar 12/05/2026", "2026-05-12"),
        ("12 mar 2026", "2026-03-12"),
        ("Mar 12, 2026", "2026-03-12"),
        ("  13\u00a0maggio\u200b 2026. ", "2026-05-13"),
    ],
)
def test_one_day(text: str, day: str) -> None:
    assert read(text) == spans(day)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("15-16 maggio", "2026-05-15/2026-05-16"),
        ("27–29 maggio 2026", "2026-05-27/2026-05-29"),
        ("27 — 29 maggio 2026", "2026-05-27/2026-05-29"),
        ("27 -- 29 maggio 2026", "2026-05-27/2026-05-29"),
        ("9 aprile - 2 giugno", "2026-04-09/2026-06-02"),
        ("dal 30 novembre al 5 dicembre 2023", "2023-11-30/2023-12-05"),
        ("dall'8 all'11 maggio", "2026-05-08/2026-05-11"),
        ("dall’8 all’11 maggio", "2026-05-08/2026-05-11"),
        ("dal 20 al 25/02/2026", "2026-02-20/2026-02-25"),
        ("20-25/02/2026", "2026-02-20/2026-02-25"),
        ("20/25-02-2026", "2026-02-20/2026-02-25"),
        ("dal 28/02 al 03/03/2026", "2026-02-28/2026-03-03"),
        ("dal 27 fino al 29 maggio", "2026-05-27/2026-05-29"),
        ("da venerdì 15 a domenica 17 maggio", "2026-05-15/2026-05-17"),
        ("28 dicembre 2026 - 3 gennaio 2027", "2026-12-28/2027-01-03"),
        ("28 dicembre - 3 gennaio 2027", "2026-12-28/2027-01-03"),
        ("28 dicembre 2026 - 3 gennaio", "2026-12-28/2027-01-03"),
        ("15 e 16 maggio", "2026-05-15/2026-05-16"),
        ("sabato 16 e domenica 17 maggio", "2026-05-16/2026-05-17"),
        ("13, 14 e 15 maggio", "2026-05-13/2026-05-15"),
        ("mar 12 e mer 13 maggio", "2026-05-12/2026-05-13"),
        ("15/16 maggio 2026", "2026-05-15/2026-05-16"),
        ("15-17/05/2026", "2026-05-15/2026-05-17"),
        ("15.05-17.05.2026", "2026-05-15/2026-05-17"),
        ("2026-05-27/2026-05-29", "2026-05-27/2026-05-29"),
        ("2026-05-27 - 2026-05-29", "2026-05-27/2026-05-29"),
        ("2026-05-27/29", "2026-05-27/2026-05-29"),
        ("2026-05-27/06-02", "2026-05-27/2026-06-02"),
        ("May 15-16, 2026", "2026-05-15/2026-05-16"),
        ("from May 27 to 29", "2026-05-27/2026-05-29"),
        ("May 27 through June 2, 2026", "2026-05-27/2026-06-02"),
        ("Mar 12 - Apr 3", "2026-03-12/2026-04-03"),
        ("13 maggio 2026-14 maggio 2026", "2026-05-13/2026-05-14"),
    ],
)
def test_days_in_a_row(text: str, span: str) -> None:
    assert read(text) == spans(span)


@pytest.mark.parametrize(
    ("text", "occurrences"),
    [
        ("13 maggio; 20 maggio", ["2026-05-13", "2026-05-20"]),
        ("13; 20 maggio", ["2026-05-13", "2026-05-20"]),
        ("20 maggio; 13 maggio", ["2026-05-13", "2026-05-20"]),
        ("15 maggio; 16 maggio", ["2026-05-15", "2026-05-16"]),
        ("13, 20 e 27 maggio;", ["2026-05-13", "2026-05-20", "2026-05-27"]),
        ("13-15 e 20 maggio", ["2026-05-13/2026-05-15", "2026-05-20"]),
        ("13-15 e 16-17 maggio", ["2026-05-13/2026-05-15", "2026-05-16/2026-05-17"]),
        ("dal 13 al 15 maggio e dal 20 al 22 giugno", ["2026-05-13/2026-05-15", "2026-06-20/2026-06-22"]),
        ("13 e 20 maggio, 3 e 10 giugno", ["2026-05-13", "2026-05-20", "2026-06-03", "2026-06-10"]),
        ("May 13, 20 and 27, 2026", ["2026-05-13", "2026-05-20", "2026-05-27"]),
        ("13 & 20 May", ["2026-05-13", "2026-05-20"]),
        ("13 maggio, 2026-05-20", ["2026-05-13", "2026-05-20"]),
    ],
)
def test_occurrences(text: str, occurrences: list[str]) -> None:
    assert read(text) == spans(*occurrences)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("maggio", "2026-05-01", "2026-05-31"),
        ("nel mese di maggio", "2026-05-01", "2026-05-31"),
        ("febbraio 2028", "2028-02-01", "2028-02-29"),
        ("2026-05", "2026-05-01", "2026-05-31"),
        ("05/2026", "2026-05-01", "2026-05-31"),
        ("May 2026", "2026-05-01", "2026-05-31"),
        ("mar 2026", "2026-03-01", "2026-03-31"),
        ("maggio-giugno 2026", "2026-05-01", "2026-06-30"),
        ("maggio/giugno 2026", "2026-05-01", "2026-06-30"),
        ("maggio e giugno", "2026-05-01", "2026-06-30"),
        ("da maggio a giugno 2026", "2026-05-01", "2026-06-30"),
        ("2026-05/2026-06", "2026-05-01", "2026-06-30"),
        ("2026-05/06", "2026-05-01", "2026-06-30"),
        ("dicembre - gennaio 2027", "2026-12-01", "2027-01-31"),
    ],
)
def test_months_stay_months(text: str, first: str, last: str) -> None:
    assert read(text) == months(first, last)


def test_every_name_that_an_office_may_use_for_a_month() -> None:
    names = {
        1: "gennaio genn gen January Jan",
        2: "febbraio febbr febb feb February Feb",
        3: "marzo mar March Mar",
        4: "aprile apr April Apr",
        5: "maggio magg mag May",
        6: "giugno giu June Jun",
        7: "luglio lug July Jul",
        8: "agosto ago August Aug",
        9: "settembre sett set September Sept Sep",
        10: "ottobre ott October Oct",
        11: "novembre nov November Nov",
        12: "dicembre dic December Dec",
    }
    for number, written in names.items():
        for name in written.split():
            for spelt in (name, name.upper(), f"{name}."):
                assert read(f"7 {spelt} 2026") == spans(f"2026-{number:02}-07"), spelt


def test_every_name_that_an_office_may_use_for_a_weekday() -> None:
    names = {
        11: "lunedì lunedi' lun Monday Mon",
        12: "martedì martedi' mart mar Tuesday Tues Tue",
        13: "mercoledì merc mer Wednesday Wed",
        14: "giovedì giov gio Thursday Thurs Thur Thu",
        15: "venerdì ven Friday Fri",
        16: "sabato sab Saturday Sat",
        17: "domenica dom Sunday Sun",
    }
    for day, written in names.items():
        for name in written.split():
            assert read(f"{name} {day} maggio 2026") == spans(f"2026-05-{day}"), name
