# SPDX-License-Identifier: EUPL-1.2
"""The records and sections of an old newsletter, as they are found in its lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsletter.model.kinds import Kind
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.start import Confidence

Look = tuple[int, bool, bool]
"""The look of a line: its level as a heading, whether it is bold, whether it shouts."""
PLAIN: Look = (0, False, False)


def look_of(line: Line) -> Look:
    """Return the level of *line* as a heading, whether it is bold, and whether it shouts."""
    return line.heading, line.strong, line.text.isupper()


@dataclass(frozen=True, slots=True)
class Guess:
    """The rule by which something is known that the newsletter does not say in so many words."""

    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a record: its file, from the folder of issues, and the words that stood for it."""

    path: str
    alt: str


@dataclass
class Item:
    """A record of the old newsletter."""

    kind: Kind
    title: str
    options: dict[str, str]
    line: int
    body: list[Line] = field(default_factory=list)
    rule: str = ""
    place: int = 0
    """Which of all lines it begins with."""
    guessed: dict[str, Guess] = field(default_factory=dict)
    """The options that are a guess; ``title`` where the record itself is."""
    named: str = ""
    """People in a list, where the newsletter has one."""
    look: Look = PLAIN
    """The look of its first line, as that of a section's heading."""
    depth: int = 0
    """The depth of the list that it is an item of; 0 where it is none."""
    pictures: list[Picture] = field(default_factory=list)
    further: str = ""
    """The value of ``date`` with the other days that the text names, where these may be occurrences."""


@dataclass
class Section:
    """A section of the old newsletter: its text, then its records."""

    title: str
    level: int
    kind: Kind | None
    name: str = ""
    """The kind of a section that holds no records of its own: ``contacts``, ``coming``, or the masthead's empty."""
    month: str = ""
    """The month that its heading names, for records that have no date of their own."""
    looks: int = 0
    """The level of its heading in the file, 0 where it has none there."""
    look: Look = PLAIN
    """The look of its heading: its level, whether it is bold, whether it shouts."""
    place: int = 0
    """Which of all lines it begins with."""
    columns: tuple[str, ...] = ()
    """The meanings of the columns of its table (:func:`~.columns.read_columns`)."""
    prose: list[Line] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
