# SPDX-License-Identifier: EUPL-1.2
"""Reading the options of one block: what they say, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from newsletter.core.dates import far_from_issue
from newsletter.core.fields import FIELD_BY_NAME, Block, unknown_option
from newsletter.core.hours import check_hours
from newsletter.core.options import Option, option_name, split_options
from newsletter.core.problem import ContentError, Problem, _
from newsletter.core.telling import Facts


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a block."""

    problem: Problem
    line: int
    """How many lines after the first of the block's content; -1 is the line of the title."""
    vital: bool = False
    """Whether it keeps the whole record out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the options of a block say."""

    facts: Facts
    id: str | None
    """The explicit id."""
    faults: tuple[Fault, ...]
    left_out: tuple[Option, ...]
    """Options that could not be taken, as they were written."""
    body_start: int
    """The line of the content at which the body starts."""

    @property
    def sound(self) -> bool:
        """Whether the record can be trusted."""
        return not any(fault.vital for fault in self.faults)


def read_block(title: str, lines: Sequence[str], block: Block) -> Reading:
    """Read the content *lines* of a block with the given *title*."""
    options, body_start = split_options(lines, FIELD_BY_NAME)
    reader = _Reader(block)
    if not title.strip():
        reader.fault(
            ContentError(
                "title-missing",
                _("This block has no title. Write it after the name: “:::{%(kind)s} Title”."),
                kind=block.kind.value,
            ),
            -1,
            vital=True,
        )
    for option in options:
        reader.take(option)
    reader.check_together(len(options))
    for number, name in _stray_options(lines, body_start):
        reader.fault(
            ContentError(
                "option-late",
                _("“:%(name)s:” stands in the text: options come first, and a long one goes on in an indented line."),
                name=name,
            ),
            number,
        )
    facts = Facts(**{name: value for name, value in reader.values.items() if name != "id"})
    return Reading(facts, reader.values.get("id"), tuple(reader.faults), tuple(reader.left_out), body_start)


def _stray_options(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    """Find options in the paragraph that follows the options without a blank line."""
    for number in range(start, len(lines)):
        if not lines[number].strip():
            return
        name = option_name(lines[number])
        if name is not None and name in FIELD_BY_NAME:
            yield number, name


class _Reader:
    def __init__(self, block: Block) -> None:
        self.block = block
        self.values: dict[str, Any] = {}
        self.lines: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.left_out: list[Option] = []

    def fault(self, error: ContentError, line: int, *, vital: bool = False) -> None:
        self.faults.append(Fault(error.problem, line, vital))

    def take(self, option: Option) -> None:
        """Read one option, or report why it can't be."""
        field = FIELD_BY_NAME.get(option.name)
        try:
            if field is None:
                raise unknown_option(option.name)
            if option.name in self.lines:
                raise _twice(option)
            self.lines[option.name] = option.line
            if not option.value:
                raise _empty(option)
            self.values[option.name] = field.read(option.value, self.block)
        except ContentError as error:
            self.left_out.append(option)
            self.fault(error, option.line, vital=field is not None and field.vital)

    def check_together(self, after: int) -> None:
        """Check what only shows when options are seen side by side."""
        dates, hours = self.values.get("date"), self.values.get("time")
        if dates and (problem := far_from_issue(dates, self.block.period, language=self.block.language)):
            self.faults.append(Fault(problem, self.lines["date"]))
        if dates and hours:
            try:
                check_hours(hours, dates, self.block.time_zone, language=self.block.language)
            except ContentError as error:
                self.fault(error, self.lines["time"], vital=True)
        if "image" in self.values and "alt" not in self.values:
            self.fault(
                ContentError("alt-missing", _("The image has no text alternative. Add “:alt: what it shows”.")),
                self.lines.get("alt", self.lines["image"]),
            )
            self.left_out.append(Option("image", self.values.pop("image"), min(after, self.lines["image"])))


def _twice(option: Option) -> ContentError:
    return ContentError("option-twice", _("“:%(name)s:” is given twice. Keep one of them."), name=option.name)


def _empty(option: Option) -> ContentError:
    return ContentError("option-empty", _("“:%(name)s:” says nothing. Fill it in or take it out."), name=option.name)
