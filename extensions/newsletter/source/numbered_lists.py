# SPDX-License-Identifier: EUPL-1.2
"""Lists whose numbers were meant to be read, and that Markdown counts anew from the first (CommonMark 0.31, 5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsletter.dates.vocabulary import MONTHS, fold
from newsletter.model.diagnostics import ContentError, _
from newsletter.source.source_text import Fence

_ITEM = re.compile(r"[ ]{0,3}(?P<number>\d{1,9})(?P<mark>[.)])[ \t]+(?P<rest>\S.*)")
_TIGHT = re.compile(r"[ ]{0,3}(?:\d{1,2}[.)]|[a-z]\))[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_MARGIN = re.compile(r"[ ]{0,3}[^\s%]")
_SURE = 2  # lines in a row that begin in the same way


def numbered_lists(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Yield the first item of each list in *lines* whose number is not shown, with its line, counted from 1.

    Items that all begin with one number are counted by whoever writes so; a list of days is told at its first.
    """
    code = {n for each in fences if not each.info.startswith("{") for n in range(each.first, each.last + 1)}
    numbers: list[int] = []  # those of the list that goes on, as written
    mark, above, told = "", "", False
    for number, line in enumerate(lines, start=1):
        match = None if number in code else _ITEM.fullmatch(line)
        begins = not above.strip() or above.startswith(":") or (match and int(match["number"]) == 1)
        if match and (begins or numbers):
            if match["mark"] != mark:
                numbers, mark, told = [], match["mark"], False
            numbers.append(int(match["number"]))
            if not told and (error := _day(match) or _skipped(match, numbers)):
                told = True
                yield number, error
        elif _MARGIN.match(line) and (not above.strip() or line.startswith((":", "#", "```"))):
            numbers, told = [], False
        above = line


def _day(match: re.Match[str]) -> ContentError | None:
    word = _WORD.match(match["rest"])
    if word is None or fold(word.group()) not in MONTHS or int(match["number"]) > 31:
        return None
    message = _(
        "“%(sign)s” begins a list, which counts its items anew, so that the days come out wrong: write “%(better)s”."
    )
    better = f"- {match['number']} {match['rest']}"
    return ContentError("markup-sign", message, sign=f"{match['number']}{match['mark']} {word.group()}", better=better)


def _skipped(match: re.Match[str], numbers: Sequence[int]) -> ContentError | None:
    shown = numbers[0] + len(numbers) - 1
    if numbers[-1] == shown or len(set(numbers)) == 1:
        return None
    message = _(
        "“%(sign)s” is shown as “%(shown)s”: a list counts its items from the first. If the number is to be read, "
        "write “%(better)s”."
    )
    sign, rest = f"{match['number']}{match['mark']}", match["rest"]
    better = f"- {match['number']}\\{match['mark']} {rest}"
    return ContentError("markup-sign", message, sign=sign, shown=f"{shown}{match['mark']}", better=better)


def tight_items(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Yield the first of some lines that begin as items of a list do, but for a blank or with letters: “1)apertura”."""
    code = {n for each in fences if not each.info.startswith("{") for n in range(each.first, each.last + 1)}
    row = 0
    for number, line in enumerate(lines, start=1):
        like = number not in code and (_TIGHT.match(line) or _LETTERED.match(line))
        row = row + 1 if like else 0
        if row == _SURE:
            message = _("These lines are no list, and run on: begin each with “1. ” or “- ”, and a blank.")
            yield number - 1, ContentError("list-sign", message)


_LETTERED = re.compile(r"[ ]{0,3}(?:[a-z]\)[ \t]|\d{1,2}[°ºª][ \t]*[.)]?[ \t]+\S|o[ ]+(?=\S+$|\S.{0,60}$))")
