# SPDX-License-Identifier: EUPL-1.2
"""The telling: one block in one issue, as its contributor wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsletter.model.facts import Facts
from newsletter.model.issue import IssueName
from newsletter.model.kinds import Kind


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
    option_lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each option, by its name."""
    option_langs: Mapping[str, str] = field(default_factory=dict)
    """The language of options that a translation leaves in that of the original, by their names."""
    explicit: bool = True
    """Whether the id was written, and so may name a record of an earlier issue."""
    left_out: tuple[str, ...] = ()
    """Options that were given but could not be taken."""
    sound: bool = True
    """False where an error in the block keeps the whole record out of registers, calendars and data."""


@dataclass(frozen=True, kw_only=True)
class Translated:
    """Hold what a translation says of a block of one issue."""

    id: str
    language: str
    title: str
    """Plain text, without markup."""
    body: str
    facts: Facts
    """Those that are given again in the words of the language."""
    path: str = ""
    """The file of the translation, for messages."""
    line: int = 0
    """The line of the block's title in it."""
    option_lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each option, by its name."""
