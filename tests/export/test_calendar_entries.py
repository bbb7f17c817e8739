# SPDX-License-Identifier: EUPL-1.2
"""What a reader sees of one record in a calendar, now and after it has been corrected, moved or called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from newsletter.model.kinds import Kind
from newsletter.model.values import Hours, Person, Status
from tests.export.calendar_reading import days_shown, entries, entry, files, unfolded
from tests.export.export_factory import BASE, days, record, site


def test_an_event_of_several_days_ends_the_day_after_its_last_and_leaves_the_reader_free() -> None:
    festival = entry(site([record("festival", "2026-05-27/2026-05-29")]))
    assert (festival.dtstart.value, festival.dtend.value) == (date(2026, 5, 27), date(2026, 5, 30))
    assert festival.transp.value == "TRANSPARENT"
    assert festival.x_microsoft_cdo_busystatus.value == "FREE"


def test_a_record_links_its_place_in_the_issue_in_its_own_field_and_in_the_text() -> None:
    told = entry(site([record(url="https://example.org/festa", body="Due righe.\nPoi tre.")]))
    address = f"{BASE}issues/2026-05.html#2026-05-festa-della-luce"
    assert told.url.value == address
    assert told.description.value == f"Due righe.\nPoi tre.\n\nhttps://example.org/festa\n{address}"


def test_people_hosts_partners_places_and_topics_are_told() -> None:
    told = entry(
        site(
            [
                record(
                    people=(Person("Ada Esempio", "Sindaca"), Person("Bruno Prova")),
                    hosts=(Person("Carla Modello"),),
                    partners=("Ente Finto",),
                    places=("Sala Grande, Borgoluce", "Lyon"),
                    topics=("arte-e-musica", "cultura"),
                )
            ]
        )
    )
    assert told.location.value == "Sala Grande, Borgoluce; Lyon"
    assert told.description.value.startswith(
        "People: Ada Esempio (Sindaca); Bruno Prova\nReceived by: Carla Modello\nPartners: Ente Finto\n\n"
    )
    assert told.categories.value == ["Arte, musica", "Cultura"]


def test_a_mission_whose_place_is_not_known_shows_its_countries() -> None:
    assert entry(site([record(kind=Kind.MISSION, countries=("JP", "FR"))])).location.value == "Giappone, Francia"


def test_a_mission_called_by_a_place_alone_says_what_it_is() -> None:
    told = entry(site([record(kind=Kind.MISSION, title="Lione", body="Due giorni a Lione.")]))
    assert told.summary.value == "Lione"
    assert told.description.value.startswith("Mission abroad\n\nDue giorni a Lione.")


def test_an_hour_is_that_of_the_city_and_lasts_as_it_says() -> None:
    archive = site([record(hours=Hours(time(18), time(20, 30)))])
    lines = unfolded(files(archive)["calendar/all.ics"])
    assert "DTSTART;TZID=Europe/Rome:20260513T180000" in lines
    assert "DTEND;TZID=Europe/Rome:20260513T203000" in lines
    assert not any(line.startswith("TRANSP") for line in lines)
    assert entry(archive).dtstart.value.utcoffset() == timedelta(hours=2)


def test_a_mission_takes_whole_days_since_its_clock_is_not_the_city_s_and_the_text_names_the_hour() -> None:
    told = entry(site([record(kind=Kind.MISSION, hours=Hours(time(10)))]))
    assert (told.dtstart.value, told.dtend.value) == (date(2026, 5, 13), date(2026, 5, 14))
    assert told.transp.value == "TRANSPARENT"
    assert "When: " in told.description.value
    assert "lasts one hour" not in told.description.value


def test_an_end_that_is_not_known_is_an_hour_and_the_text_says_so() -> None:
    told = entry(site([record(hours=Hours(time(18)))]))
    assert told.dtend.value - told.dtstart.value == timedelta(hours=1)
    assert "The end is not known: the entry lasts one hour." in told.description.value


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2027-03-28", "013000", "033000"),  # the clock goes from 2 to 3: one hour later it is 3:30
        ("2027-10-31", "013000", "023000"),
        ("2027-10-31", "023000", "033000"),  # 2:30 comes twice; an entry ends after it begins
        ("2026-05-13", "233000", "003000"),
    ],
)
def test_an_hour_without_end_is_right_in_the_nights_when_the_clock_changes(day: str, start: str, end: str) -> None:
    hour = time(int(start[:2]), int(start[2:4]))
    lines = unfolded(files(site([record("notte", day, hours=Hours(hour))]))["calendar/all.ics"])
    assert f"DTSTART;TZID=Europe/Rome:{day.replace('-', '')}T{start}" in lines
    assert any(line.startswith("DTEND;TZID=Europe/Rome:") and line.endswith(f"T{end}") for line in lines)


def test_separate_dates_are_separate_entries_with_identifiers_of_their_own() -> None:
    archive = site([record("corso", "2026-05-13", "2026-05-20")])
    content = files(archive)["calendar/all.ics"]
    assert days_shown(content) == [("2026-05-13", "2026-05-13"), ("2026-05-20", "2026-05-20")]
    first, second = entries(content)
    assert first.uid.value != second.uid.value
    assert "All dates: 2026-05-13 / 2026-05-20." in second.description.value


def test_an_identifier_outlives_title_date_issue_file_and_address() -> None:
    before = record("festa", "2026-05-13", "2026-05-20")
    after = replace(
        before, title="Altro titolo", dates=days("2026-05-14", "2026-05-21"), issue="2026-06", docname="issues/2026-06"
    )
    old = [told.uid.value for told in entries(files(site([before]))["calendar/all.ics"])]
    new = [
        told.uid.value
        for told in entries(files(site([after], base_url="https://altrove.example/"))["calendar/all.ics"])
    ]
    assert old == new
    assert all(UUID(uid).version == 5 for uid in old)


def test_one_occurrence_has_one_identifier_in_every_file() -> None:
    archive = site([record(countries=("JP",), topics=("cultura",))])
    assert len({entries(content)[0].uid.value for content in files(archive).values()}) == 1


def test_a_revision_is_dated_by_the_sources_and_counted_so_that_it_never_falls() -> None:
    told = record(published=date(2026, 5, 1), revised=date(2026, 5, 20))
    lines = unfolded(files(site([told]))["calendar/all.ics"])
    assert {"DTSTAMP:20260520T000019Z", "LAST-MODIFIED:20260520T000019Z", "SEQUENCE:19"} <= set(lines)


@pytest.mark.parametrize(
    ("status", "former", "shown", "summary"),
    [
        (Status.CONFIRMED, None, "CONFIRMED", "Festa della Luce"),
        (Status.TENTATIVE, None, "TENTATIVE", "Festa della Luce"),
        (Status.CANCELLED, None, "CANCELLED", "ANNULLATO: Festa della Luce"),
        (Status.POSTPONED, None, "CONFIRMED", "Festa della Luce"),
        (Status.POSTPONED, "2026-05-02", "CONFIRMED", "Festa della Luce"),
    ],
)
def test_the_state_is_told_before_the_title(status: Status, former: str | None, shown: str, summary: str) -> None:
    told = entry(site([record(status=status, former_dates=days(former) if former else None)]))
    assert (told.status.value, told.summary.value) == (shown, summary)


def test_what_is_postponed_to_a_day_not_yet_known_is_off() -> None:
    told = entry(site([record(status=Status.POSTPONED, new_date_unknown=True)]))
    assert (told.status.value, told.summary.value) == ("CANCELLED", "RINVIATO: Festa della Luce")


def test_what_is_postponed_to_a_new_date_names_the_old_one() -> None:
    told = entry(site([record(status=Status.POSTPONED, former_dates=days("2026-05-02"))]))
    assert "Postponed from: 2026-05-02 / 2026-05-02." in told.description.value


def test_what_was_called_off_does_not_keep_its_hour_busy() -> None:
    told = entry(site([record(status=Status.CANCELLED, hours=Hours(time(18)))]))
    assert told.transp.value == "TRANSPARENT"


def test_a_title_in_another_language_says_so() -> None:
    lines = unfolded(files(site([record(lang="en", title="City Forum")]))["calendar/all.ics"])
    assert "SUMMARY;LANGUAGE=en:City Forum" in lines


def test_a_site_without_address_publishes_entries_without_link() -> None:
    told = entry(site([record()], base_url=""))
    assert "url" not in told.contents
    assert "description" not in told.contents
