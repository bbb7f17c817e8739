# SPDX-License-Identifier: EUPL-1.2
"""What is known of a printed part when it is bound: what stands on which page, and what the binder has to put right.

The notes of an issue lie beside its PDF, so that the volumes that hold it need not look into it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple


class Bookmark(NamedTuple):
    """A heading among the bookmarks."""

    title: str
    level: int
    """From 1."""
    page: int
    """From 1, in the part."""
    name: str
    """Of the destination that stands at the same place; empty where there is none."""


class Crossing(NamedTuple):
    """A link to another issue: it leads to the web, unless a volume holds both."""

    annotation: int
    """The number of its annotation among the objects of the part."""
    target: str
    """The anchor that it leads to, as it is called in the sources."""
    words: str


class ContentsLine(NamedTuple):
    """A line of an issue's own contents, which shows the number of a page."""

    page: int
    """The page that it stands on, from 0, in the part."""
    annotation: int
    """That of its link among the objects of the part."""
    name: str
    """The destination that it leads to."""
    words: str
    mark: int
    """The number of the marked content that holds the number (ISO 32000-1, 14.7.4.2)."""
    right: float
    """Where the number ends, in points."""
    baseline: float


@dataclass(frozen=True)
class Notes:
    """What is known of a part."""

    count: int
    """How many pages there are."""
    names: dict[str, int]
    """The page of each named destination, from 1."""
    bookmarks: tuple[Bookmark, ...]
    """The first two levels."""
    crossings: tuple[Crossing, ...] = ()
    lines: tuple[ContentsLine, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the notes as plain values."""
        return dict(vars(self))

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Notes:
        """Return the notes that were made into plain *values*."""
        return cls(
            values["count"],
            values["names"],
            tuple(Bookmark(*each) for each in values["bookmarks"]),
            tuple(Crossing(*each) for each in values["crossings"]),
            tuple(ContentsLine(*each) for each in values["lines"]),
        )
