# SPDX-License-Identifier: EUPL-1.2
"""A search engine shows our public events with their day, place and state."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from newsletter.export.structured import data_json_ld, event_json_ld, issue_json_ld, json_ld_text, site_json_ld
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.values import Hours, Person, Picture, Precision, Status
from tests.export.export_factory import BASE, days, record, site


def event(told: Record) -> Any:
    """Return the structured data of *told*, as a search engine parses it."""
    found = event_json_ld(site([told]), told)
    assert found is not None
    return json.loads(json_ld_text(found))


PLACED = record("festa", "2026-05-27/2026-05-29", places=("Sala Grande, Borgoluce",))


def test_an_event_tells_name_days_place_state_and_page() -> None:
    told = event(PLACED)
    assert told["@context"] == "https://schema.org"
    assert (told["@type"], told["name"]) == ("Event", "Festa della Luce")
    assert (told["startDate"], told["endDate"]) == ("2026-05-27", "2026-05-29")
    place = "Sala Grande, Borgoluce"
    address = {"@type": "PostalAddress", "addressLocality": "Borgoluce", "addressCountry": "IT"}
    assert told["location"] == {"@type": "Place", "name": place, "address": address}
    assert told["eventStatus"] == "https://schema.org/EventScheduled"
    assert told["url"] == f"{BASE}records/2026-05-festa.html"


def test_nobody_is_made_the_organiser_of_an_event_whom_the_source_does_not_name() -> None:
    assert "organizer" not in event(replace(PLACED, partners=("Banda Immaginaria",)))
    hosted = replace(PLACED, hosts=(Person("Ada Esempio", "Sindaca"), Person("Bruno Prova")))
    assert event(hosted)["organizer"] == [
        {"@type": "Person", "name": "Ada Esempio"},
        {"@type": "Person", "name": "Bruno Prova"},
    ]


KNOWN = {"Lontano": "JP", "Lontano, Giappone": "JP"}


@pytest.mark.parametrize(
    ("place", "countries", "address"),
    [
        ("Piazza Grande, Borgoluce", (), ("Borgoluce", "IT")),
        ("Fiera Immaginaria di Borgoluce", ("JP",), ("Borgoluce", "IT")),  # guests from Japan
        ("Sala delle Prove", (), (None, "IT")),
        ("Lontano", ("FR",), ("Lontano", "JP")),  # as registers.yaml knows
        ("Lontano, Giappone", (), ("Lontano", "JP")),
        ("Altrove", ("FR",), (None, "FR")),
        ("Arena, Altrove", ("FR",), ("Altrove", "FR")),
    ],
)
def test_a_place_has_an_address_with_its_country(
    place: str, countries: tuple[str, ...], address: tuple[str | None, str]
) -> None:
    told = replace(PLACED, places=(place,), countries=countries)
    archive = replace(site([told]), country_of_place=lambda name: KNOWN.get(name, ""))
    location: Any = (event_json_ld(archive, told) or {})["location"]
    assert (location["name"], location["address"]["@type"]) == (place, "PostalAddress")
    assert (location["address"].get("addressLocality"), location["address"]["addressCountry"]) == address


def test_nothing_is_claimed_of_a_place_of_several_countries() -> None:
    told = event(replace(PLACED, places=("Altrove",), countries=("FR", "JP")))
    assert told["location"]["address"] == "Altrove"


@pytest.mark.parametrize(
    "told",
    [
        replace(PLACED, kind=Kind.MISSION),
        replace(PLACED, kind=Kind.DELEGATION),
        replace(PLACED, kind=Kind.NEWS),
        replace(PLACED, places=()),
        replace(PLACED, dates=days("2026-09-01/2026-09-30", precision=Precision.MONTH)),
    ],
)
def test_what_is_no_public_event_with_a_day_and_a_place_is_not_told(told: Record) -> None:
    assert event_json_ld(site([told]), told) is None


@pytest.mark.parametrize(
    ("day", "hours", "start", "end"),
    [
        ("2026-05-13", Hours(time(18), time(20)), "2026-05-13T18:00:00+02:00", "2026-05-13T20:00:00+02:00"),
        ("2026-12-13", Hours(time(18)), "2026-12-13T18:00:00+01:00", "2026-12-13"),
        ("2027-03-28", Hours(time(1), time(4)), "2027-03-28T01:00:00+01:00", "2027-03-28T04:00:00+02:00"),
    ],
)
def test_hours_carry_the_offset_of_that_day(day: str, hours: Hours, start: str, end: str) -> None:
    told = event(record("festa", day, hours=hours, places=("Borgoluce",)))
    assert (told["startDate"], told["endDate"]) == (start, end)


def test_separate_dates_are_events_within_the_event() -> None:
    told = event(record("corso", "2026-05-13", "2026-05-20", hours=Hours(time(18)), places=("Borgoluce",)))
    assert (told["startDate"], told["endDate"]) == ("2026-05-13T18:00:00+02:00", "2026-05-20")
    assert [part["startDate"] for part in told["subEvent"]] == [
        "2026-05-13T18:00:00+02:00",
        "2026-05-20T18:00:00+02:00",
    ]


@pytest.mark.parametrize(
    ("status", "former", "unknown", "shown"),
    [
        (Status.TENTATIVE, None, False, "EventScheduled"),
        (Status.CANCELLED, None, False, "EventCancelled"),
        (Status.POSTPONED, None, True, "EventPostponed"),
        (Status.POSTPONED, None, False, "EventRescheduled"),
        (Status.POSTPONED, "2026-05-02", False, "EventRescheduled"),
    ],
)
def test_the_state_is_one_of_the_vocabulary(status: Status, former: str | None, unknown: bool, shown: str) -> None:
    told = event(
        replace(PLACED, status=status, former_dates=days(former) if former else None, new_date_unknown=unknown)
    )
    assert told["eventStatus"] == f"https://schema.org/{shown}"
    assert told.get("previousStartDate") == former


def test_an_online_event_is_where_its_address_leads() -> None:
    online = event(replace(PLACED, places=("Online",), url="https://example.org/diretta"))
    assert online["location"] == {"@type": "VirtualLocation", "name": "Online", "url": "https://example.org/diretta"}
    assert online["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    for url in ("", "mailto:estero@borgoluce.example"):
        assert event(replace(PLACED, places=("online",), url=url))["location"]["url"] == online["url"]


@pytest.mark.parametrize("place", ["online su Zoom", "Webinar (Teams)", "in diretta streaming", "Online: la diretta"])
def test_the_ways_to_say_online_are_understood(place: str) -> None:
    assert event(replace(PLACED, places=(place,)))["location"]["@type"] == "VirtualLocation"


@pytest.mark.parametrize("place", ["Web Summit, Lontano", "Onlineria Prova", "Streamingteatro"])
def test_a_place_that_only_sounds_like_it_is_a_place(place: str) -> None:
    assert event(replace(PLACED, places=(place,)))["location"]["@type"] == "Place"


def test_an_event_in_a_hall_and_online_says_both() -> None:
    told = event(replace(PLACED, places=("Sala Grande", "online")))
    assert [location["@type"] for location in told["location"]] == ["Place", "VirtualLocation"]
    assert told["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


def test_a_picture_is_told_where_it_is_published() -> None:
    told = replace(PLACED, picture=Picture("issues/foto.png", "Una piazza"))
    assert "image" not in event(told)
    archive = replace(site([told]), image_of=lambda _path: "_images/foto.png")
    assert (event_json_ld(archive, told) or {})["image"] == [f"{BASE}_images/foto.png"]


def test_no_title_can_leave_its_script_element() -> None:
    title = "</script><!-- <script> & ]]>\u2028\u2029"
    found = event_json_ld(site([PLACED]), replace(PLACED, title=title, places=(title,), body=title))
    text = json_ld_text(found or {})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["name"] == "</script><!-- <script> & ]]>"


def test_an_issue_and_the_site_say_what_they_are() -> None:
    archive = site([PLACED])
    issue = issue_json_ld(archive, archive.archive.issues[0])
    assert (issue["@type"], issue["issueNumber"], issue["datePublished"]) == (
        "PublicationIssue",
        "2026-05",
        "2026-05-01",
    )
    assert issue["url"] == f"{BASE}issues/2026-05.html"
    home = json.loads(json_ld_text(site_json_ld(archive)))
    assert (home["@type"], home["url"]) == ("WebSite", f"{BASE}index.html")
    assert home["potentialAction"]["target"]["urlTemplate"] == f"{BASE}search.html?q={{query}}"


def test_the_data_are_a_data_set_that_search_engines_can_list() -> None:
    told: Any = data_json_ld(site([replace(PLACED, topics=("cultura",))]), "dati")
    assert (told["@type"], told["url"], told["license"]) == (
        "Dataset",
        f"{BASE}dati.html",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    assert (told["temporalCoverage"], told["dateModified"]) == ("2026-05-27/2026-05-29", "2026-05-01")
    assert told["creator"]["name"] == "Città di Borgoluce"
    assert told["creator"]["address"]["addressCountry"] == "IT"
    assert told["keywords"] == ["Events", "Cultura"]
    assert {(form["contentUrl"], form["encodingFormat"]) for form in told["distribution"]} == {
        (f"{BASE}data/records.json", "application/json"),
        (f"{BASE}data/records.csv", "text/csv"),
        (f"{BASE}data/appearances.csv", "text/csv"),
    }
