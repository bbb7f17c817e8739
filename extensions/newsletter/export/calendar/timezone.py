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

from newsletter.export.calendar.clock_changes import YEARS, Change, YearlyRule, changes_in, offset_at, yearly_rule

_FIRST_YEAR = 1970
"""The year of the first onset: before any record, and one that every client can compute with."""


Season = TimezoneStandard | TimezoneDaylight


@lru_cache(maxsize=8)
def vtimezone(zone: ZoneInfo) -> bytes:
    """Return the VTIMEZONE of *zone*; of one that keeps no summer time, its STANDARD alone."""
    component = Timezone()
    component.add("tzid", zone.key)
    for part in _seasons(zone) or [_standard_only(zone)]:
        component.add_component(part)
    octets: bytes = component.to_ical()
    return octets


def _seasons(zone: ZoneInfo) -> list[Season]:
    """Return STANDARD and DAYLIGHT, or nothing where the clock does not change twice a year by a rule."""
    years = [sorted(changes_in(zone, year), key=lambda change: change.after) for year in YEARS]
    if any(len(changes) != 2 for changes in years):
        return []
    parts = []
    for changes in zip(*years, strict=True):
        found = yearly_rule([change.onset for change in changes])
        if found is None:
            return []
        rule, hour = found
        parts.append(_season(changes[0], datetime.combine(rule.day_in(_FIRST_YEAR), hour), rule))
    return parts


def _season(change: Change, onset: datetime, rule: YearlyRule | None = None) -> Season:
    part = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    part.add("dtstart", onset)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule is not None:
        part.add("rrule", rule.recurrence())
    return part


def _standard_only(zone: ZoneInfo) -> Season:
    instant = datetime(YEARS[0], 1, 1, tzinfo=UTC)
    offset = offset_at(zone, instant)
    onset = datetime.combine(datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC).date(), datetime.min.time())
    return _season(Change(onset, offset, offset, instant.astimezone(zone).tzname() or zone.key), onset)
