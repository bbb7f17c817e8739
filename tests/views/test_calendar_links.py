# SPDX-License-Identifier: EUPL-1.2
"""The addresses that hand a calendar over to the programs that people have."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from newsletter.views.calendar_links import ways

ADDRESS = "https://borgoluce.example/news/calendar/countries/jp.ics"


def test_each_program_is_given_the_calendar_in_its_own_way() -> None:
    found = {way.name: way.url for way in ways(ADDRESS, "Borgoluce & il mondo – Giappone")}

    assert found["webcal"] == "webcal://borgoluce.example/news/calendar/countries/jp.ics"
    google = urlsplit(found["google"])
    assert (google.netloc, google.path) == ("calendar.google.com", "/calendar/r")
    assert parse_qs(google.query) == {"cid": [found["webcal"]]}
    for name, host in (("outlook", "outlook.live.com"), ("office", "outlook.office.com")):
        outlook = urlsplit(found[name])
        assert (outlook.netloc, outlook.path) == (host, "/calendar/0/addfromweb")
        assert parse_qs(outlook.query) == {"url": [ADDRESS], "name": ["Borgoluce & il mondo – Giappone"]}


@pytest.mark.parametrize("address", ["", "calendar/all.ics", "/calendar/all.ics", "ftp://borgoluce.example/all.ics"])
def test_a_calendar_that_is_not_on_the_web_can_be_handed_to_nobody(address: str) -> None:
    assert ways(address, "Tutto") == ()
