# SPDX-License-Identifier: EUPL-1.2
"""A date as it is written, before what it leaves out is worked out."""

from __future__ import annotations

from typing import NamedTuple


class Point(NamedTuple):
    """One written day or month, with what was said of it; at least a day or a month is there."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    month_first: bool = False
    """Whether the month stands before the day, as in *May 15* and ``2026-05-15``."""
    dotted: bool = False
    """Whether it is written ``15.05``, which may be an hour where no year follows."""

    @property
    def place_in_year(self) -> int:
        """Its place in a year of twelve months of 31 days, from 0; a month counts as its first day."""
        return ((self.month or 1) - 1) * 31 + (self.day or 1) - 1


class Phrase(NamedTuple):
    """One written occurrence: a point, or a span between two."""

    first: Point
    last: Point | None = None
    apart: bool = False
    """Whether a semicolon parts it from the one before: then the two stay two, even on days in a row."""
    called_off: bool = False
    """Whether nothing takes place then any more."""
    former: Phrase | None = None
    """The occurrence that it replaces."""

    @property
    def points(self) -> tuple[Point, ...]:
        """Its one or two points."""
        return (self.first,) if self.last is None else (self.first, self.last)

    @property
    def has_fate(self) -> bool:
        """Whether it says what became of it, and so stays an occurrence of its own."""
        return self.called_off or self.former is not None
