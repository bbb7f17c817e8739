# SPDX-License-Identifier: EUPL-1.2
"""A time zone as clients understand it: one STANDARD, one DAYLIGHT, each with one rule (RFC 5545, section 3.6.5).

What icalendar derives from a ``ZoneInfo`` is a list of dates (RDATE), which Outlook cannot use. The rule written
here is the one that holds for the years to come; a zone's past rules are left out.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from newsletter.export.calendar.clock import FIRST_YEAR, Clock, clock_of
from newsletter.export.calendar.clock_changes import YEARS, Change, YearlyRule, offset_at

_Season = TimezoneStandard | TimezoneDaylight


@lru_cache(maxsize=8)
def vtimezone(zone: ZoneInfo) -> bytes:
    """Return the VTIMEZONE of *zone*; of one that keeps no summer time, its STANDARD alone.

    Nothing where its clock changes by no rule: all its hours are in UTC.
    """
    clock = clock_of(zone)
    if clock is None:
        return b""
    component = Timezone()
    component.add("tzid", zone.key)
    for part in _seasons(clock) or [_standard_only(zone)]:
        component.add_component(part)
    octets: bytes = component.to_ical()
    return octets


def _seasons(clock: Clock) -> list[_Season]:
    return [_season(season.change, season.onset(FIRST_YEAR), season.rule) for season in clock.seasons]


def _season(change: Change, onset: datetime, rule: YearlyRule | None = None) -> _Season:
    part = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    part.add("dtstart", onset)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule is not None:
        part.add("rrule", rule.recurrence())
    return part


def _standard_only(zone: ZoneInfo) -> _Season:
    instant = datetime(YEARS[0], 1, 1, tzinfo=UTC)
    offset = offset_at(zone, instant)
    onset = datetime.combine(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC).date(), datetime.min.time())
    return _season(Change(onset, offset, offset, instant.astimezone(zone).tzname() or zone.key), onset)
