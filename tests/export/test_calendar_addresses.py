# SPDX-License-Identifier: EUPL-1.2
"""Somebody subscribes to a calendar, or downloads one: which there are, and what stands in each."""

from __future__ import annotations

from newsletter.export.calendar import calendars, record_calendar
from newsletter.model.kinds import Kind
from newsletter.model.values import Precision
from tests.export.calendar_reading import days_shown, entries, files
from tests.export.export_factory import days, record, site


def test_a_record_stands_in_every_calendar_that_a_reader_may_look_for_it_in() -> None:
    mission = record("viaggio", "2026-05-13", kind=Kind.MISSION, countries=("JP", "FR"), topics=("cultura",))
    assert sorted(files(site([mission]))) == [
        "calendar/all.ics",
        "calendar/countries/fr.ics",
        "calendar/countries/jp.ics",
        "calendar/issues/2026-05.ics",
        "calendar/missions.ics",
        "calendar/records/2026-05-viaggio.ics",
        "calendar/topics/cultura.ics",
        "calendar/years/2026.ics",
    ]


def test_kinds_have_the_addresses_that_the_contract_names() -> None:
    three = [record(kind.value, kind=kind) for kind in Kind]
    published = files(site(three))
    for kind, address in (("event", "events"), ("delegation", "delegations"), ("mission", "missions")):
        (only,) = entries(published[f"calendar/{address}.ics"])
        assert only.url.value.endswith(f"#2026-05-{kind}")


def test_news_and_dates_known_to_the_month_have_no_entry_and_no_empty_calendar_is_published() -> None:
    news = record("notizia", kind=Kind.NEWS, countries=("JP",))
    vague = record("forse", dates=days("2026-09-01/2026-09-30", precision=Precision.MONTH), topics=("cultura",))
    assert files(site([news, vague])) == {}
    assert record_calendar(news) == record_calendar(vague) == ""


def test_an_archive_without_issues_has_no_calendar() -> None:
    assert files(site([])) == {}


def test_subscriptions_hold_the_twelve_months_before_the_newest_issue_and_what_is_ahead() -> None:
    archive = site(
        [
            record("troppo-vecchio", "2025-04-29/2025-04-30", issue="2025-05"),
            record("appena-dentro", "2025-04-28/2025-05-01", issue="2025-05"),
            record("futuro", "2027-01-02", issue="2026-05"),
        ]
    )
    assert days_shown(files(archive)["calendar/all.ics"]) == [
        ("2025-04-28", "2025-05-01"),
        ("2027-01-02", "2027-01-02"),
    ]
    assert days_shown(files(archive)["calendar/years/2025.ics"]) == [
        ("2025-04-28", "2025-05-01"),
        ("2025-04-29", "2025-04-30"),
    ]


def test_a_subscription_never_vanishes_but_keeps_its_latest_record() -> None:
    archive = site(
        [
            record("primo", "2019-03-04", issue="2019-03", countries=("JP",)),
            record("ultimo", "2019-06-07", issue="2019-06", countries=("JP",)),
        ],
        issues=["2026-05"],
    )
    assert days_shown(files(archive)["calendar/countries/jp.ics"]) == [("2019-06-07", "2019-06-07")]
    assert days_shown(files(archive)["calendar/all.ics"]) == [("2019-06-07", "2019-06-07")]


def test_a_year_holds_the_occurrences_that_touch_it() -> None:
    archive = site([record("cavallo", "2026-06-01", "2026-12-28/2027-01-03", "2027-02-01")])
    published = files(archive)
    assert days_shown(published["calendar/years/2026.ics"]) == [
        ("2026-06-01", "2026-06-01"),
        ("2026-12-28", "2027-01-03"),
    ]
    assert days_shown(published["calendar/years/2027.ics"]) == [
        ("2026-12-28", "2027-01-03"),
        ("2027-02-01", "2027-02-01"),
    ]


def test_every_issue_that_tells_a_record_offers_it() -> None:
    archive = site([record("detto-due-volte", issues=("2026-04", "2026-05-speciale"))])
    published = files(archive)
    assert published["calendar/issues/2026-04.ics"].count(b"BEGIN:VEVENT") == 1
    assert published["calendar/issues/2026-05-speciale.ics"].count(b"BEGIN:VEVENT") == 1


def test_the_list_of_calendars_tells_subscriptions_from_downloads_and_names_them() -> None:
    found = {calendar.url: calendar for calendar in calendars(site([record(topics=("arte-e-musica",))]))}
    assert found["calendar/all.ics"].name == "Borgoluce nel mondo"
    assert found["calendar/topics/arte-e-musica.ics"].name == "Borgoluce nel mondo – Arte musica"
    subscriptions = {address for address, calendar in found.items() if calendar.subscription}
    assert subscriptions == {"calendar/all.ics", "calendar/events.ics", "calendar/topics/arte-e-musica.ics"}


def test_the_oldest_and_the_newest_day_that_can_be_written_break_nothing() -> None:
    archive = site(
        [record("antico", "1900-01-01", issue="1900-01"), record("remoto", "2999-12-30/2999-12-31", issue="2999-12")]
    )
    assert b"DTSTART;VALUE=DATE:19000101\r\n" in files(archive)["calendar/years/1900.ics"]
    assert b"DTSTART;VALUE=DATE:29991230\r\n" in files(archive)["calendar/all.ics"]
    assert (
        b"DTSTART;VALUE=DATE:19000101\r\n"
        in files(site([record("antico", "1900-01-01", issue="1900-01")]))["calendar/all.ics"]
    )
