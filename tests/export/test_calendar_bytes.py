# SPDX-License-Identifier: EUPL-1.2
"""Calendars as bytes: what Google, Outlook, Apple, Thunderbird and Nextcloud need, whatever contributors write."""

from __future__ import annotations

import re
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from newsletter.export.calendar.contentline import content_line, escape
from newsletter.export.site import Site
from newsletter.model.values import Hours, Person
from tests.export.calendar_reading import entries, entry, files, unfolded
from tests.export.export_factory import record, site

HOSTILE = [
    'Virgole, punti; barre \\ e "virgolette"',
    "C:\\Nuova\\nota",
    "a capo\r\nBEGIN:VEVENT\nSUMMARY:intruso\rfine",
    "separatori\u2028di\u2029riga\x85e\x0bdi\x0cpagina",
    "nullo\x00campanella\x07fuga\x1bcanc\x7f",
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd \u200f \u0645\u0631\u062d\u0628\u0627 \u202eoccultato\u202c",
    "🎪🎻" * 40,
    "è" * 300,
    "parola " * 43,
    "\\" * 300,
    "ﬁne\ufffe\uffff",
    "END:VCALENDAR",
]


def well_formed(content: bytes) -> bool:
    """Tell whether the lines are those of RFC 5545, section 3.1."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    for line in lines:
        assert len(line) <= 75
        assert not re.search(rb"[\x00-\x1f\x7f]", line)
        assert not re.search("[\x80-\x9f\u2028\u2029]", line.decode())
    named = re.compile(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:")
    assert all(named.match(line) for line in unfolded(content)[:-1])
    return True


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_a_calendar_and_every_reader_sees_it(text: str) -> None:
    told = record(
        title=text, body=text, places=(text,), partners=(text,), people=(Person(text, text),), hours=Hours(time(18))
    )
    archive = site([told])
    for content in files(archive).values():
        assert well_formed(content)
        assert content.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    shown = entry(archive).summary.value
    (event,) = IcsCalendarStream.calendar_from_ics(files(archive)["calendar/all.ics"].decode()).events
    assert shown == event.summary
    assert len(shown.splitlines()) == 1


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(max_size=300))
def test_a_line_of_any_text_is_folded_between_characters_and_comes_back_whole(text: str) -> None:
    line = content_line("SUMMARY", escape(text))
    assert all(len(part) <= 75 for part in line.split(b"\r\n"))
    for part in line.removesuffix(b"\r\n").split(b"\r\n "):
        assert part.decode()
        assert not re.search(r"(?<!\\)(\\\\)*\\$", part.decode())
    assert line.replace(b"\r\n ", b"").decode() == f"SUMMARY:{escape(text)}\r\n"


def test_the_text_of_an_entry_has_at_most_a_thousand_characters_and_keeps_its_addresses() -> None:
    told = entry(site([record(body="molte parole " * 4000, partners=("Ente",) * 400, url="https://example.org/x")]))
    assert len(told.description.value) <= 1000
    assert "https://example.org/x\nhttps://newsletter.borgoluce.example/" in told.description.value
    assert "…\n\n" in told.description.value


def test_a_calendar_says_its_name_without_commas_and_when_to_look_again() -> None:
    archive = site([record()], title="Borgoluce, città; e \\ mondo")
    lines = unfolded(files(archive)["calendar/all.ics"])
    assert "NAME:Borgoluce città e mondo" in lines
    assert "X-WR-CALNAME:Borgoluce città e mondo" in lines
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    assert "X-PUBLISHED-TTL:PT12H" in lines
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert any(line.startswith("PRODID:-//") for line in lines)


def test_no_calendar_is_an_invitation() -> None:
    for content in files(site([record(people=(Person("Ada Esempio", "Sindaca"),))])).values():
        assert not re.search(rb"^(METHOD|ORGANIZER|ATTENDEE)", content, re.MULTILINE)


def test_the_time_zone_stands_only_where_an_hour_needs_it() -> None:
    archive = site([record("giorno", "2026-05-13"), record("ora", "2026-06-13", hours=Hours(time(18)))])
    published = files(archive)
    assert published["calendar/all.ics"].count(b"BEGIN:VTIMEZONE") == 1
    assert published["calendar/records/2026-05-ora.ics"].count(b"BEGIN:VTIMEZONE") == 1
    assert b"VTIMEZONE" not in published["calendar/records/2026-05-giorno.ics"]


def test_no_identifier_comes_twice_in_a_file_and_two_newsletters_share_none() -> None:
    records = [record(f"n{number}", "2026-05-13", "2026-05-20") for number in range(30)]
    here, there = (_uids(site(records, namespace=namespace)) for namespace in ("a.example,2026", "b.example,2026"))
    assert len(set(here)) == len(here) == 60
    assert not set(here) & set(there)


def _uids(archive: Site) -> list[str]:
    return [told.uid.value for told in entries(files(archive)["calendar/all.ics"])]


def test_a_file_that_would_pass_one_megabyte_leaves_the_texts_out_but_no_entry() -> None:
    crowd = [record(f"n{number}", body="parole inventate " * 60) for number in range(900)]
    published = files(site(crowd))
    content = published["calendar/all.ics"]
    assert len(content) <= 1_000_000
    assert content.count(b"BEGIN:VEVENT") == 900
    assert b"parole inventate" in published["calendar/records/2026-05-n1.ics"]


def test_two_exports_are_identical() -> None:
    archive = [record("a", hours=Hours(time(18))), record("b", topics=("cultura",))]
    assert files(site(archive)) == files(site(reversed(archive)))
