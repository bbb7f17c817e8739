# SPDX-License-Identifier: EUPL-1.2
"""Issues of the newsletter: their names, periods and order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_NAME = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<suffix>[a-z0-9]+(?:-[a-z0-9]+)*))?")

_FIRST_YEAR, _LAST_YEAR = 1900, 2999  # as in dates; a year outside is mistyped


@dataclass(frozen=True, order=True)
class Period:
    """A month of a year; periods order by time."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    def plus(self, months: int) -> Period:
        """Return the period *months* later (earlier, where negative)."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Period(year, month + 1)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date.fromordinal(self.plus(1).first_day.toordinal() - 1)


@dataclass(frozen=True, order=True)
class IssueName:
    """The name of an issue's file: its period and, for a special issue, a suffix.

    The order is that of the archive: by period, a plain issue before one with a suffix.
    """

    period: Period
    suffix: str = ""

    def __str__(self) -> str:
        return f"{self.period}-{self.suffix}" if self.suffix else str(self.period)

    @classmethod
    def parse(cls, text: str) -> IssueName | None:
        """Read ``2026-05`` or ``2026-05-suffix``; None where *text* is no period."""
        match = _NAME.fullmatch(text)
        if match is None or not _FIRST_YEAR <= int(match["year"]) <= _LAST_YEAR:
            return None
        return cls(Period(int(match["year"]), int(match["month"])), match["suffix"] or "")


@dataclass(frozen=True, kw_only=True)
class Issue:
    """One published issue."""

    name: IssueName
    docname: str
    title: str
    """Its name for readers: ``maggio 2026``, or the title in its front matter."""
    published: date
    """Its publication day: the written one, or else the first of its month."""
    published_written: bool = False
    """Whether the day was written, and may be shown to readers."""
    source: str = ""
    """Address of the document that the issue was put together from."""
    description: str = ""


def default_published(name: IssueName) -> date:
    """Return the publication day of an issue that writes none: the first of its month."""
    return name.period.first_day
