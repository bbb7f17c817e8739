# SPDX-License-Identifier: EUPL-1.2
"""Blocks around a note or a figure with as many colons: the inner end would close the outer, as Markdown reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsletter.source.openings import KIND_WORDS
from newsletter.source.source_text import Fence

_FENCE = re.compile(r" {0,3}(?P<marks>:{3,}|`{3,}|~{3,})\s*(?P<info>(?P<brace>\{)?\s*(?P<name>[\w:-]+)?.*)$")
_DEEPEST = 8  # directives in each other; beyond, ends are missing rather than marks
_MARKS = re.compile(r":{3,}|`{3,}|~{3,}")


@dataclass(slots=True)
class Nest:
    """A directive whose fence has too few marks: some that stand in it have as many, or its end has others."""

    first: int
    """Its first line, counted from 1."""
    marks: str
    """The character of its fence."""
    last: int = 0
    """The line that was meant to close it."""
    length: int = 0
    """The number of marks that its fence should have."""
    inner: str = ""
    """The opening in it, as written, whose end would close it."""
    blunt: str = ""
    """The marks of its end, where they are fewer than those of its beginning."""

    @property
    def better(self) -> str:
        """The marks that its fence should have."""
        return self.marks[0] * max(self.length, len(self.marks))


def nests(lines: Sequence[str], fences: Sequence[Fence]) -> list[Nest]:
    """Return the directives of *lines*, in or among the outermost *fences*, that end too soon or too late.

    Only where it is plain what was meant: each directive has an end of its own, and the last of these ends comes
    before the next block begins.
    """
    found: list[Nest] = []
    end = 0
    for fence in fences:
        if fence.first > end and fence.info.startswith("{"):
            tree = _tree(lines, fence.first) or _tree(lines, fence.first, blunt=True)
            wrong = (nest for nest in tree if len(nest.marks) < nest.length or nest.blunt)
            found += sorted(wrong, key=lambda nest: nest.first)
            end = max((nest.last for nest in tree), default=end)
    return found


def with_longer_fences(lines: Sequence[str], found: Sequence[Nest]) -> list[str]:
    """Return *lines* with the fences of *found* as long as they should be."""
    longer = list(lines)
    for nest in found:
        for number in (nest.first, nest.last):
            longer[number - 1] = _MARKS.sub(nest.better, longer[number - 1], count=1)
    return longer


def _tree(lines: Sequence[str], first: int, *, blunt: bool = False) -> list[Nest]:
    """Return the fence that opens in line *first* and those in it, by their ends; none where ends are missing.

    Where *blunt*, the first fence may end with fewer marks than it has.
    """
    ended: list[Nest] = []
    around = [Nest(first, _MARKS.findall(lines[first - 1])[0])]
    for number, match in _fences(lines, first + 1):
        marks, info, nest = match["marks"], match["info"], around[-1]
        shorter = blunt and len(around) == 1 and marks[0] == nest.marks[0]
        if not info and (marks.startswith(nest.marks) or shorter):
            nest.last, nest.blunt = number, marks if len(marks) < len(nest.marks) else ""
            ended.append(around.pop())
            if not around:
                return ended
            _contain(around[-1], nest)
        elif not info and len(around) > 1 and marks.startswith(around[-2].marks):  # in code, which does not hold it
            around[-2].length = max(around[-2].length, len(marks) + 1)
            around[-2].inner = around[-2].inner or marks
        elif _opens(match, nest):
            if (match["name"] or "").lower() in KIND_WORDS or len(around) == _DEEPEST:
                return []
            if not nest.inner and marks[0] == nest.marks[0]:
                nest.inner = f"{{{match['name']}}}" if match["brace"] else info.strip()
            around.append(Nest(number, marks))
    return []


def _opens(match: re.Match[str], around: Nest) -> bool:
    """Tell whether a fence opens in one that is *around* it: a directive, a named division, or code of other marks."""
    if match["marks"][0] == ":":
        return bool(match["info"].strip())
    return bool(match["brace"]) or (match["marks"][0] != around.marks[0] and around.marks[0] == ":")


def _contain(outer: Nest, inner: Nest) -> None:
    if outer.marks[0] == inner.marks[0]:
        outer.length = max(outer.length, len(inner.marks) + 1, inner.length + 1)


def _fences(lines: Sequence[str], first: int) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(lines[first - 1 :], start=first):
        if match := _FENCE.match(line):
            yield number, match
