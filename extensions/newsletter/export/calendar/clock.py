# SPDX-License-Identifier: EUPL-1.2
"""The rule by which a city's clock changes in the years to come, and the hours that it gives rightly.

A calendar holds this rule and nothing else of the zone: what was otherwise in past years, or follows no rule (clocks in
Casablanca and Gaza stop for Ramadan), a client could not know. Such an hour is written in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from newsletter.export.calendar.clock_changes import YEARS, Change, YearlyRule, changes_in, offset_at, yearly_rule

FIRST_YEAR = 1970
"""The year of the first onset: one that every client can compute with."""


@dataclass(frozen=True, slots=True)
class Season:
    """A change of the clock that comes once a year."""

    change: Change
    rule: YearlyRule
    hour: time

    def onset(self, year: int) -> datetime:
        """Return when it comes in *year*, on the clock that it ends."""
        return datetime.combine(self.rule.day_in(year), self.hour)


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of *zone*: its seasons, none where it never changes."""

    zone: ZoneInfo
    seasons: tuple[Season, ...]

    def gives(self, local: datetime) -> bool:
        """Tell whether a client that knows nothing but the rule takes the hour *local* for what it is in the city."""
        if local.year < FIRST_YEAR:
            return False
        here = local.replace(tzinfo=self.zone)
        instant = here.astimezone(UTC)
        return here.utcoffset() == self._offset(instant)

    def _offset(self, instant: datetime) -> timedelta | None:
        if not self.seasons:
            return offset_at(self.zone, datetime(YEARS[0], 1, 1, tzinfo=UTC))
        onsets = [
            ((season.onset(year) - season.change.before).replace(tzinfo=UTC), season.change.after)
            for season in self.seasons
            for year in range(max(instant.year - 1, FIRST_YEAR), instant.year + 1)
        ]
        return max(((onset, offset) for onset, offset in onsets if onset <= instant), default=(instant, None))[1]


@lru_cache(maxsize=8)
def clock_of(zone: ZoneInfo) -> Clock | None:
    """Return the clock of *zone*; None where it changes by no yearly rule."""
    years = [sorted(changes_in(zone, year), key=lambda change: change.after) for year in YEARS]
    if not any(years):
        return Clock(zone, ())
    if any(len(changes) != 2 for changes in years):
        return None
    seasons = []
    for changes in zip(*years, strict=True):
        found = yearly_rule([change.onset for change in changes])
        if found is None:
            return None
        seasons.append(Season(changes[0], *found))
    return Clock(zone, tuple(seasons))
