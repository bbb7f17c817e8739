# SPDX-License-Identifier: EUPL-1.2
"""Hold the first lines of a record, read, with the rule that did it: the answer of a recogniser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.when import Calendar, When


class Confidence(Enum):
    """The confidence in what a rule read; the values are words for editors."""

    SURE = _("sure")
    LIKELY = _("likely")
    DOUBTFUL = _("doubtful")


@dataclass(frozen=True, slots=True)
class Start:
    """A record's first lines, read."""

    title: str
    when: When | None
    used: int
    """The number of these lines."""
    rest: tuple[Line, ...] = ()
    """Text that already follows in them."""
    rule: str = ""
    """The name of the rule, translatable."""
    confidence: Confidence = Confidence.SURE
    doubtful_place: bool = False
    """Whether the place is a line of its own under the date, which may say something else."""
    named: str = ""
    """People in a list, “name, role; name, role”, where the line is nothing else."""
    link: str = ""
    """The URL that the title links."""
    options: Mapping[str, str] = field(default_factory=dict)
    """Further options, as the columns of a table give them."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of lines in the newsletter."""

    kind: Kind
    calendar: Calendar
    pending: When | None = None
    """A date that stood alone above, for what follows."""
    last: str = ""
    """The rule by which the record above in the same section was found; empty where none is above."""
