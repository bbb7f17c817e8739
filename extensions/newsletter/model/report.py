# SPDX-License-Identifier: EUPL-1.2
"""The tables of a year's report: declared once, shown on pages, printed, and published as CSV."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsletter.model.record import Record

FOLDER = "reports"
_PAGE = re.compile(rf"{FOLDER}/(\d{{4}})")


class Register(StrEnum):
    """The sorts of things that a name in a table may name; the values are those by which lists are grouped."""

    COUNTRY = "country"
    PERSON = "person"
    ORGANISATION = "organisation"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a register has: a country's code, a topic's slug, a person as they were called."""

    register: Register
    key: str
    role: str = ""
    """A person's at that time."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a record."""

    record: Record


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a record."""

    record: Record


Cell = int | str | None | Title | Days | tuple[Named, ...]
"""A number, words as they were written, nothing, or what a page can link."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column."""

    name: str
    """In the CSV; it never changes."""
    label: str
    """For readers: a message, or a year."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the report of a year."""

    year: int
    name: str
    """``missions``: the part of the report, and the name of its file."""
    caption: str
    """A message."""
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    words: bool = False
    """Whether the first column has messages, to be translated for readers."""

    @property
    def path(self) -> str:
        """Return the address of its CSV, from the root of the site."""
        return f"data/{FOLDER}/{self.year:04}-{self.name}.csv"


def report_year(docname: str) -> int | None:
    """Return the year whose report the page *docname* is; None where it is none."""
    match = _PAGE.fullmatch(docname)
    return int(match[1]) if match else None
