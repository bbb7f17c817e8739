# SPDX-License-Identifier: EUPL-1.2
"""The telling: one block in one issue, as its contributor wrote it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsletter.model.issue import IssueName
from newsletter.model.record import Dates, Hours, Kind, Person, Status


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the options of a block say, each under the name of its option; None where it says nothing."""

    date: Dates | None = None
    time: Hours | None = None
    place: tuple[str, ...] | None = None
    country: tuple[str, ...] | None = None
    people: tuple[Person, ...] | None = None
    hosts: tuple[Person, ...] | None = None
    partners: tuple[str, ...] | None = None
    topics: tuple[str, ...] | None = None
    url: str | None = None
    image: str | None = None
    alt: str | None = None
    credit: str | None = None
    status: Status | None = None
    updated: dt.date | None = None
    correction: str | None = None
    was: Dates | None = None
    lang: str | None = None


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One block: the record it tells, and what it says of it."""

    id: str
    kind: Kind
    title: str
    """Plain text, without markup."""
    facts: Facts
    body: str
    """The text under the facts, plain, one paragraph a line."""
    issue: IssueName
    docname: str
    path: str
    """The source file, for messages."""
    line: int
    """The line of the block's title."""
    explicit: bool = True
    """Whether the id was written, and so may name a record of an earlier issue."""
    left_out: tuple[str, ...] = ()
    """Options that were given but could not be taken."""
    sound: bool = True
    """False where a fault in the block keeps the whole record out of registers, calendars and data."""
