# SPDX-License-Identifier: EUPL-1.2
"""A client that trusts the time zone in the file shows the hour that the city's clock shows."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject  # type: ignore[import-untyped]  # publishes no types
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # publishes no types

from newsletter.export.calendar.timezone import vtimezone
from newsletter.model.values import Hours
from tests.export.calendar_reading import entries, files, unfolded
from tests.export.export_factory import record, site

EVENING = Hours(time(18), time(20))
ZONES = [
    "Europe/Rome",
    "Europe/Dublin",  # its winter is the exception, by law
    "America/New_York",
    "America/Santiago",  # changes on the Sunday after a given day, in the south
    "America/Nuuk",  # changes on a Saturday evening
    "Asia/Jerusalem",  # changes on the Friday before the last Sunday
    "Africa/Cairo",  # changes at the end of a day
    "Australia/Lord_Howe",  # by half an hour
    "Asia/Tokyo",
    "UTC",
]


def component(zone: str) -> Any:
    """Return the VTIMEZONE of *zone*, as vobject reads it without its own idea of time zones."""
    return vobject.base.readOne(vtimezone(ZoneInfo(zone)).decode(), transform=False)


def offset(text: str) -> timedelta:
    """Return ``+0200`` as an offset."""
    sign = -1 if text.startswith("-") else 1
    return sign * timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", [2026, 2027, 2028, 2041])
def test_the_rules_change_the_clock_at_the_moment_at_which_the_city_does(zone: str, year: int) -> None:
    for season in component(zone).components():
        if "rrule" not in season.contents:
            continue
        start = datetime.strptime(season.dtstart.value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 # an onset is local
        rule = rrulestr(season.rrule.value, dtstart=start)
        (onset,) = rule.between(datetime(year, 1, 1), datetime(year + 1, 1, 1))  # noqa: DTZ001 # the same
        before, after = offset(season.tzoffsetfrom.value), offset(season.tzoffsetto.value)
        instant = (onset - before).replace(tzinfo=UTC)
        assert (instant - timedelta(minutes=1)).astimezone(ZoneInfo(zone)).utcoffset() == before
        assert (instant + timedelta(minutes=1)).astimezone(ZoneInfo(zone)).utcoffset() == after
        assert (instant + timedelta(minutes=1)).astimezone(ZoneInfo(zone)).tzname() == season.tzname.value


@pytest.mark.parametrize("zone", ZONES)
def test_a_zone_has_one_winter_and_at_most_one_summer_and_no_list_of_dates(zone: str) -> None:
    content = vtimezone(ZoneInfo(zone))
    summers = 0 if zone in {"Asia/Tokyo", "UTC"} else 1
    assert content.count(b"BEGIN:STANDARD") == 1
    assert content.count(b"BEGIN:DAYLIGHT") == summers
    assert content.count(b"RRULE:FREQ=YEARLY") == 2 * summers
    assert b"RDATE" not in content


def test_the_clock_of_rome_is_written_as_everybody_writes_it() -> None:
    lines = vtimezone(ZoneInfo("Europe/Rome")).decode().split("\r\n")
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in lines
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in lines


def shown(zone: str, *days: str, hours: Hours = EVENING) -> list[Any]:
    """Return the entries of Borgoluce, were it in *zone*, as a client sees them that knows no zone but the file's."""
    content = files(site([record("festa", *days, hours=hours)], time_zone=ZoneInfo(zone)))["calendar/all.ics"]
    return entries(content)


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Asia/Gaza"])
def test_a_clock_without_a_rule_has_its_hours_in_utc(zone: str) -> None:
    """They stop for Ramadan: 2027 in February, by the moon."""
    days = ["2027-01-13", "2027-02-16", "2027-03-05", "2027-06-15"]

    told = shown(zone, *days)

    for entry, day in zip(told, days, strict=True):
        assert entry.dtstart.value.tzinfo is not None
        assert entry.dtstart.value == datetime.fromisoformat(f"{day}T18:00").replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Rome", "1965-06-02"),  # before the first onset of the rule
        ("Europe/Rome", "1985-10-10"),  # summer time ended in September
        ("America/Sao_Paulo", "2018-01-10"),  # kept summer time in those years, and does no more
    ],
)
def test_an_hour_of_the_past_is_what_it_was(zone: str, day: str) -> None:
    [entry] = shown(zone, day)

    assert entry.dtstart.value == datetime.fromisoformat(f"{day}T18:00").replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", ["2026-01-15", "2026-07-15", "2026-03-28", "2026-10-24"])
def test_what_the_rule_gives_rightly_is_the_hour_of_the_city(zone: str, day: str) -> None:
    content = files(site([record("festa", day, hours=EVENING)], time_zone=ZoneInfo(zone)))["calendar/all.ics"]

    assert f"DTSTART;TZID={zone}:{day.replace('-', '')}T180000" in unfolded(content)
