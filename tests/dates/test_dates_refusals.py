# SPDX-License-Identifier: EUPL-1.2
"""A contributor slips, and the message says what is wrong and what to write."""

from __future__ import annotations

import pytest

from newsletter.dates import parse_dates
from newsletter.model.diagnostics import ContentError, Diagnostic
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind

MAY = Period(2026, 5)


def error(text: str, language: str = "it", issue: Period = MAY) -> Diagnostic:
    """Return the diagnostic with the date *text* of an event in an issue."""
    with pytest.raises(ContentError) as caught:
        parse_dates(text, period=issue, kind=Kind.EVENT, language=language)
    return caught.value.diagnostic


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        # days that no calendar has
        (
            "31 giugno",
            "date-impossible",
            "There is no day 31 in “giugno”, which has 30 days. Did you mean “30 giugno”?",
        ),
        ("0 maggio", "date-impossible", "“1 maggio”"),
        ("29 febbraio 2026", "date-impossible", "“febbraio 2026”, which has 28 days"),
        ("31 febbraio", "date-impossible", "“febbraio 2027”, which has 28 days"),
        ("2026-02-30", "date-impossible", "“28 febbraio 2026”"),
        ("05/15/2026", "date-impossible", "There is no month 15. Did you mean “15 maggio 2026”?"),
        ("15/13/2026", "date-impossible", "There is no month 13. Months go from 1 to 12"),
        ("15/00/2026", "date-impossible", "There is no month 0"),
        ("15/515/5", "date-impossible", "There is no month 515"),
        ("13 maggio 0000", "date-impossible", "The year 0000 cannot be right"),
        ("maggio 9999", "date-impossible", "The year 9999 cannot be right"),
        # ends before starts
        ("20-13 maggio", "date-order", "Did you mean “13–20 maggio 2026”?"),
        ("20 maggio 2026 - 13 maggio 2026", "date-order", "Did you mean “13–20 maggio 2026”?"),
        ("28 dicembre 2026 - 3 gennaio 2026", "date-order", "Did you mean “28 dicembre 2026 – 3 gennaio 2027”?"),
        ("3 giugno 2027 - 5 maggio 2026", "date-order", "Did you mean “5 maggio 2026 – 3 giugno 2027”?"),
        ("1 ottobre - 30 maggio 2027", "date-order", "or “1 ottobre 2026 – 30 maggio 2027”?"),
        ("giugno - maggio 2026", "date-order", "Did you mean “maggio – giugno 2026”?"),
        # weekdays
        (
            "lunedì 15 maggio",
            "date-weekday",
            "15 maggio 2026 is a venerdì, not a lunedì. Write “venerdì 15 maggio 2026”, or “lunedì 18 maggio 2026”",
        ),
        ("giovedì 15 maggio", "date-weekday", "“giovedì 14 maggio 2026”"),
        ("ven 15 - lun 17 maggio", "date-weekday", "17 maggio 2026 is a domenica"),
        # words
        ("13 magio", "date-word", "“magio” is no word of a date. Did you mean “maggio”?"),
        ("mercoldì 13 maggio", "date-word", "Did you mean “mercoledì”?"),
        ("13 Setpember", "date-word", "Did you mean “September”?"),
        ("13 maggio circa", "date-word", "“circa” is no word of a date. Write one such as “13 maggio”"),
        ("estate 2026", "date-word", "estate"),
        ("da definire", "date-word", "definire"),
        ("x" * 3000, "date-word", "xxx…”"),
        # too long
        ("1 maggio 2026 - 3 giugno 2027", "date-span", "“1 maggio 2026 – 3 giugno 2027” is more than a year"),
        ("maggio 2026 - maggio 2027", "date-span", "more than a year"),
        ("gen, feb, mar, apr, mag, giu, lug, ago, set, ott, nov, dic 2026, gen 2027", "date-span", "more than a year"),
        # days among months
        ("maggio - 13 giugno", "date-mixed", "both days and whole months"),
        ("13 maggio; giugno", "date-mixed", "both days and whole months"),
        # the same twice
        ("13 maggio; 13 maggio", "date-overlap", "“13 maggio 2026” is given twice"),
        ("13-20 maggio; 15 maggio", "date-overlap", "“13–20 maggio 2026” and “15 maggio 2026” overlap"),
        # hours
        ("13 maggio ore 18", "date-form", "“ore” belongs to an hour. Hours go into the option “:time:”"),
        ("13 maggio 18:30", "date-form", "“:” belongs to an hour"),
        ("13 maggio 18.30", "date-form", "“18.30” belongs to an hour"),
        ("15.05", "date-form", "Write a day as “15/5”"),
        # anything else
        ("", "date-empty", "“15 maggio 2026”"),
        (" \u200b\u00a0", "date-empty", "“15 maggio 2026”"),
        ("13 maggio 26", "date-form", "Write the year with four digits: “2026”, not “26”"),
        ("13 maggio '26", "date-form", "“2026”"),
        ("15/05/26", "date-form", "“2026”"),
        ("15", "date-form", "“15 maggio”"),
        ("13 maggio e 20", "date-form", "“20 maggio”"),
        ("May 30, 2 and 4 June", "date-form", "The month of the day 2 is not clear"),
        ("dal 15 maggio", "date-form", "The span has no end"),
        ("fino al 15 maggio", "date-form", "“fino” stands where it makes no sense"),
        ("13 maggio 20 maggio", "date-form", "missing before “20”: “;” for another day"),
        ("13 maggio,", "date-form", "breaks off"),
        ("13 -", "date-form", "breaks off"),
        ("venerdì maggio", "date-form", "“venerdì” needs the number of its day"),
        ("2026", "date-form", "“2026” stands where"),
        ("20260515", "date-form", "“20260515”"),
        ("٣ maggio", "date-form", "Write the digits of a date as 0–9: “3”"),
        ("13 maggio (forse)", "date-form", "what became of it"),
        ("13\x00maggio", "date-form", "“U+0000” has no place in a date"),
        ("13 maggio " * 500, "date-form", "more than 4000 characters"),
    ],
)
def test_each_slip_has_its_own_answer(text: str, code: str, said: str) -> None:
    diagnostic = error(text)
    assert diagnostic.code == code
    assert said in diagnostic.text()


def test_a_site_in_english_names_days_in_english() -> None:
    assert error("lunedì 15 maggio", "en").text().startswith("15 May 2026 is a Friday, not a Monday")
    assert "Did you mean “30 June”?" in error("31 June", "en").text()


def test_a_message_can_be_translated_around_its_values() -> None:
    italian = {
        "There is no day %(day)s in “%(month)s”, which has %(days)s days. Did you mean “%(suggestion)s”?": (
            "Il giorno %(day)s non esiste in «%(month)s», che ha %(days)s giorni. Forse «%(suggestion)s»?"
        )
    }
    translated = error("31 giugno").text(italian.__getitem__)
    assert translated == "Il giorno 31 non esiste in «giugno», che ha 30 giorni. Forse «30 giugno»?"


def test_an_issue_of_an_unlikely_year_is_refused_rather_than_guessed_from() -> None:
    assert error("13 maggio", issue=Period(9999, 12)).code == "date-impossible"
    assert error("13 maggio", issue=Period(1, 1)).code == "date-impossible"
