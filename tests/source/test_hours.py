# SPDX-License-Identifier: EUPL-1.2
"""A contributor writes an hour in any usual way; one that cannot be is refused with a word of advice."""

from __future__ import annotations

from datetime import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.dates import parse_dates, show_hours
from newsletter.model.diagnostics import ContentError, Diagnostic
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Hours
from newsletter.source.hours import check_hours, parse_hours

often = settings(derandomize=True, max_examples=300, deadline=None)


@pytest.mark.parametrize(
    "text",
    [
        *("18:00", "18.00", "18", "ore 18", "Ore 18:00", "ore 18,00", "alle 18", "alle ore 18", "h 18", "h18", "h. 18"),
        *(
            "18h",
            "18 h",
            "18 h 00",
            "à 18h",
            "18h00",
            "6 pm",
            "6pm",
            "6 p.m.",
            "6:00 PM",
            "at 6 pm",
            "dalle 18",
            "\u00a018:00\u200b",
        ),
    ],
)
def test_one_hour(text: str) -> None:
    assert parse_hours(text) == Hours(time(18))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "18:00-20:30",
            "de 18h à 20h30",
            "18.00–20.30",
            "18 - 20:30",
            "18:00 — 20:30",
            "ore 18-20.30",
            "ore 18:00 – ore 20:30",
        ),
        *("dalle 18 alle 20:30", "dalle ore 18 alle ore 20.30", "dalle 18 fino alle 20:30", "DALLE 18 ALLE 20H30"),
        *("6-8:30 pm", "6 pm - 8:30 pm", "from 6 pm to 8:30 pm"),
    ],
)
def test_a_start_and_an_end(text: str) -> None:
    assert parse_hours(text) == Hours(time(18), time(20, 30))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("12 am", Hours(time(0))),
        ("12 pm", Hours(time(12))),
        ("0:05", Hours(time(0, 5))),
        ("9.30", Hours(time(9, 30))),
        ("11-1 pm", Hours(time(11), time(13))),
        ("23:00-23:59", Hours(time(23), time(23, 59))),
    ],
)
def test_hours_on_both_kinds_of_clock(text: str, hours: Hours) -> None:
    assert parse_hours(text) == hours


def error(text: str) -> Diagnostic:
    """Return the diagnostic with the hour *text*."""
    with pytest.raises(ContentError) as caught:
        parse_hours(text)
    return caught.value.diagnostic


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("25:00", "time-impossible", "There is no hour “25:00”"),
        ("24:00", "time-impossible", "Midnight is “00:00”"),
        ("18:60", "time-impossible", "“18:60”"),
        ("13 pm", "time-impossible", "“13 pm”"),
        ("0 am", "time-impossible", "“0 am”"),
        ("20:00-18:00", "time-order", "The end (18:00) comes before the start (20:00)"),
        ("23:00-01:00", "time-order", "If it ends after midnight, write only “23:00”"),
        ("18-18", "time-order", "only “18:00”"),
        ("mezzogiorno", "time-form", "Write “12:00” instead of “mezzogiorno”"),
        ("fino a mezzanotte", "time-form", "“00:00”"),
        ("", "time-form", "The time is empty"),
        ("18:5", "time-form", "“18:5” is no time"),
        ("1800", "time-form", "“18:00-20:00”"),
        ("18:00:00", "time-form", "no time"),
        ("18 circa", "time-form", "“18 circa”"),
        ("18:00; 20:00", "time-form", "write “18:00”, and the rest"),
        ("18 20", "time-form", "no time"),
        ("18 ore 20", "time-form", "write “18:00”, and the rest"),
        ("18 -", "time-form", "no time"),
        ("- 18", "time-form", "no time"),
        ("fino alle 20", "time-form", "no time"),
        ("ore", "time-form", "take the line out"),
        ("16-17-18", "time-form", "no time"),
        ("١٨:٠٠", "time-form", "no time"),
        ("18\x00", "time-form", "“18U+0000”"),
        ("9" * 5000, "time-form", "999…”"),
    ],
)
def test_each_slip_has_its_own_answer(text: str, code: str, said: str) -> None:
    diagnostic = error(text)
    assert diagnostic.code == code
    assert said in diagnostic.text()


ROME = ZoneInfo("Europe/Rome")


def checked(time_text: str, date_text: str) -> Diagnostic | None:
    """Check an hour on a date in Rome; return the diagnostic, if there is one."""
    dates = parse_dates(date_text, period=Period(2026, 5), kind=Kind.EVENT)
    try:
        check_hours(parse_hours(time_text), dates, ROME)
    except ContentError as error:
        return error.diagnostic
    return None


@pytest.mark.parametrize(
    ("time_text", "date_text"),
    [
        ("18:00-20:00", "13 maggio"),
        ("18:00", "13 maggio; 20 maggio"),
        ("01:30-03:15", "28 marzo 2027"),
        ("02:30", "31 ottobre 2027"),
    ],
)
def test_an_hour_holds_on_each_single_day(time_text: str, date_text: str) -> None:
    assert checked(time_text, date_text) is None


@pytest.mark.parametrize(
    ("time_text", "date_text", "code", "said"),
    [
        ("18:00", "maggio", "time-month", "“maggio 2026” is a whole month"),
        ("18:00", "27-29 maggio", "time-range", "“27 maggio; 28 maggio; 29 maggio 2026”"),
        ("18:00", "13 maggio; 27-29 maggio", "time-range", "“27–29 maggio 2026” is a range"),
        ("18:00", "9 aprile - 2 giugno", "time-range", "; 15 aprile 2026; …”"),
        ("02:30", "28 marzo 2027", "time-gap", "There is no 02:30 on 28 marzo 2027"),
        ("01:00-02:00", "13 maggio 2026; 28 marzo 2027", "time-gap", "Did you mean “03:00”?"),
    ],
)
def test_an_hour_needs_a_day_that_has_it(time_text: str, date_text: str, code: str, said: str) -> None:
    diagnostic = checked(time_text, date_text)
    assert diagnostic is not None
    assert diagnostic.code == code
    assert said in diagnostic.text()


minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@often
@given(st.lists(minutes, min_size=1, max_size=2, unique=True).map(sorted), st.sampled_from(["it", "en"]))
def test_what_is_shown_is_read_back(hours: list[time], language: str) -> None:
    written = Hours(*hours)
    assert parse_hours(show_hours(written, language)) == written


PIECES = "18 20:30 6 99 0 : . , h am pm - – ore alle dalle to fino ; \x00 é \u0661"
pieces = st.lists(st.sampled_from(PIECES.split(" ")), max_size=8)


@often
@given(st.one_of(st.text(max_size=200), pieces.map(" ".join), pieces.map("".join)))
def test_any_text_is_read_or_refused_with_the_one_error(text: str) -> None:
    read = read_or_refuse(text)
    if isinstance(read, Diagnostic):
        assert read.code.startswith("time-")
        assert read.text().isprintable()
    else:
        assert read.end is None or read.start < read.end


def read_or_refuse(text: str) -> Hours | Diagnostic:
    """Return the hours that *text* says, or the diagnostic with it; any other error fails the test."""
    try:
        return parse_hours(text)
    except ContentError as error:
        return error.diagnostic
