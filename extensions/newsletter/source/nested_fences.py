# SPDX-License-Identifier: EUPL-1.2
"""Blocks around a note or a figure with as many colons: the inner end would close the outer, as Markdown reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsletter.source.openings import KIND_WORDS
from newsletter.source.source_text import Fence

_FENCE = re.compile(r" {0,3}(?P<marks>:{3,}|`{3,}|~{3,})\s*(?:\{(?P<name>[\w:-]+)\})?(?P<rest>.*)$")


@dataclass(slots=True)
class Nest:
    """A directive, and the fences in it that are as long as its own."""

    first: int
    """Its first line, counted from 1."""
    marks: str
    """The character of its fence."""
    last: int = 0
    """The line that was meant to close it."""
    length: int = 0
    """The number of marks that its fence should have."""
    inner: str = ""
    """The name of the first directive in it whose end would close it."""

    @property
    def better(self) -> str:
        """The marks that its fence should have."""
        return self.marks[0] * self.length


def nests(lines: Sequence[str], fences: Sequence[Fence]) -> list[Nest]:
    """Return the directives of *lines*, in or among the outermost *fences*, that end too soon.

    Only where it is plain what was meant: each directive has an end of its own, and the last of these ends comes
    before the next block begins.
    """
    found: list[Nest] = []
    end = 0
    for fence in fences:
        if fence.first > end and fence.info.startswith("{"):
            tree = _tree(lines, fence.first)
            found += sorted((nest for nest in tree if len(nest.marks) < nest.length), key=lambda nest: nest.first)
            end = max((nest.last for nest in tree), default=end)
    return found


def with_longer_fences(lines: Sequence[str], found: Sequence[Nest]) -> list[str]:
    """Return *lines* with the fences of *found* as long as they should be."""
    longer = list(lines)
    for nest in found:
        for number in (nest.first, nest.last):
            longer[number - 1] = longer[number - 1].replace(nest.marks, nest.better, 1)
    return longer


def _tree(lines: Sequence[str], first: int) -> list[Nest]:
    """Return the fence that opens in line *first* and those in it, by their ends; none where ends are missing."""
    ended: list[Nest] = []
    around: list[Nest] = []
    for number, match in _fences(lines, first):
        marks, name = match["marks"], match["name"]
        if around and not name and not match["rest"].strip() and marks.startswith(around[-1].marks):
            nest = around.pop()
            nest.last = number
            ended.append(nest)
            if not around:
                return ended
            _contain(around[-1], nest)
        elif around and name in KIND_WORDS:
            return []
        elif name or (marks[0] != ":" and around[-1].marks[0] in {":", "`"} and marks[0] != around[-1].marks[0]):
            if around and not around[-1].inner and marks[0] == around[-1].marks[0]:
                around[-1].inner = name or ""
            around.append(Nest(number, marks))
    return []


def _contain(outer: Nest, inner: Nest) -> None:
    if outer.marks[0] == inner.marks[0]:
        outer.length = max(outer.length, len(inner.marks) + 1, inner.length + 1)


def _fences(lines: Sequence[str], first: int) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(lines[first - 1 :], start=first):
        if match := _FENCE.match(line):
            yield number, match
