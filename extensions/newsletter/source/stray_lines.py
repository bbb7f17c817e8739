# SPDX-License-Identifier: EUPL-1.2
"""Lines that were meant to open a block, to close one or to stand in one, and do nothing of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import FIELD_BY_NAME
from newsletter.source.fields import OPTION_WORDS
from newsletter.source.openings import KIND_WORDS, clean_title
from newsletter.source.options import malformed_option, option_name
from newsletter.source.source_text import COMMENT, Fence

# “::{event} Title”, “{event} Title”, or with too many blanks before it: an indented line is shown as code.
_UNMARKED = re.compile(
    r"(?P<indent>\s*+)(?P<marks>[:：]{0,2}|[:：`]{3,})\s*+[{(\[]\s*(?P<name>\w+)\s*[})\]]\s*(?P<title>.*)"
)
# A kind in braces behind other signs: “;;;{event} Title”, “### {event} Title”, “***{event}*** Title”.
_DISGUISED = re.compile(r"(?P<before>[^\w{]*+)\\?\{\s*(?P<name>\w+)\s*\\?\}(?!`)[^\w\s]*\s*(?P<title>.*)")
# “:::event Title”, “:::(event) Title”, “:::{ev ent} Title”: what a fence says of itself, when it is no directive.
_BRACELESS = re.compile(
    r"\\?[(\[{<«\"'“]?\s*(?P<name>\w+(?:(?<=\w) (?=\w+\s*\})\w+)?)\s*\\?[)\]}>»\"'”]?(?:(?:\s+|(?<=\W))(?P<title>.*))?"
)
_DIRECTIVE = re.compile(r"\{[\w-]+\}")
_MARKS = re.compile(r"\s*(?P<marks>:+|`+)")
_LIST_ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s|>")
_BULLET = re.compile(r"\s*(?:-\s+)?(?:[•·▪◦‣●■○]\s*|§\s*(?!\d)|o\t\s*)(?P<item>\S.*)")
# A directive that opens in an item of a list, or in what belongs to one, and the line that ends it.
_IN_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]|>)\s*[:`]{3,}\s*\{|[ \t]+[:`]{3,}\s*\{")
_TEXT = re.compile(r"[ ]{0,3}[^\s:#>`~|<%+*-]")
_OPENING = re.compile(r" {0,3}(?:[:`~]{3,})\s*\{")
_COLONS = re.compile(r" {0,3}:::[ \t]*")
_BLUNT_END = re.compile(r" {0,3}(?:::|:;:|[;；]{2,4}|：{2,4}|:{3}[.,;!]|:{3} *(?:fine|end|\{/\w*\}))[ \t]*")
_FAR_END = re.compile(r"\s+:{3,}\s*")
_END_BEHIND = re.compile(r"(?![ \t]*:{3,}).*[^\s:](?<!\\)\s*:{3,}\s*")
_END = re.compile(r"[\s>]*(?::{3,}|`{3,})\s*")
_COMMENTED_OPENING = re.compile(r" {0,3}%\s*:{2,}\s*\{")
_DEEP = 4  # columns from which an indented line is code
_TAB = 4


def stray_openings(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Return what looks like a block in *lines* and is none, each with its line number, counted from 1."""
    for fence in fences:
        if not _DIRECTIVE.match(fence.info) and (error := _unopened(_BRACELESS.fullmatch(fence.info))):
            yield fence.first, error
        elif fence.closed and (inner := _opened_inside(lines, fence)):
            yield unclosed(lines, fence, inner)
    yield from _outside(lines, fences)


def stray_ends(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[int]:
    """Yield the lines at the margin that are an end of nothing, and would take what follows as their content."""
    fenced = {number for fence in fences for number in range(fence.first, fence.last + 1)}
    return (n for n, line in enumerate(lines, start=1) if n not in fenced and re.fullmatch(r":{3,}[ \t]*", line))


def _outside(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    fenced = {number for fence in fences for number in range(fence.first, fence.last + 1)}
    told = False  # whether what follows, up to its end, belongs to a line that was reported
    opened = options = False  # whether that looks like an opening; whether the lines above, to an empty one, are told
    last = 0  # the line of the last end of nothing
    within = 0  # directives in an item of a list that have no end yet
    for number, line in enumerate(lines, start=1):
        if number in fenced:
            told, within, opened, options = False, 0, False, False
            continue
        options = options and bool(line.strip())
        within += _IN_ITEM.match(line) is not None
        match = _UNMARKED.fullmatch(line)
        if match and match["name"].lower() in KIND_WORDS:
            match = match if _is_none(match, lines[: number - 1]) else None
        else:
            match = _disguised(line)
        if match:
            told = opened = True
            yield number, _opening(match["name"], match["title"])
        elif within and _END.fullmatch(line):
            within -= 1
        elif re.fullmatch(r" {0,3}:{2,}\s*", line):
            if not told:
                yield number, _unopened_end(lines, number, [fence for fence in fences if last < fence.last < number])
            last = number
            told = opened = False
        elif not opened and not options and line.startswith(":") and (name := option_name(line, FIELD_BY_NAME)):
            told = options = True
            yield number, _option_alone(name, lines, number)


def _disguised(line: str) -> re.Match[str] | None:
    match = _DISGUISED.fullmatch(line)
    if match is None or match["name"].lower() not in KIND_WORDS or COMMENT.match(line):
        return None
    return None if re.search(r":{3}|`{3}|~{3}", match["before"]) else match


def conflicts(lines: Sequence[str]) -> Iterator[tuple[int, ContentError]]:
    """Yield the lines, counted from 1, with a mark of git where two versions of a text could not be joined."""
    for number, line in enumerate(lines, start=1):
        if re.match(r"<{7}(?: |$)", line) or re.fullmatch(r">{7}(?: .*)?", line):
            message = _(
                "Two versions of the text stand here, one from “<<<<<<<” to “=======”, the other down to “>>>>>>>”: "
                "keep one, and take these lines out."
            )
            yield number, ContentError("markup", message)


def _is_none(match: re.Match[str], above: Sequence[str]) -> bool:
    """Tell whether what looks like an opening line is none; in a list or a quote other diagnostics speak of it."""
    if match["marks"][:3] in {":::", "```"} and len(match["indent"].expandtabs(_TAB)) < _DEEP:
        return False
    start = next((line for line in reversed(above) if line.strip() and line[0] not in " \t"), "")
    return not match["indent"] or not _LIST_ITEM.match(start)


def _unopened(match: re.Match[str] | None) -> ContentError | None:
    name = match["name"].replace(" ", "") if match else ""
    return _opening(name, match["title"] or "") if match and name.lower() in KIND_WORDS else None


def _opening(name: str, title: str) -> ContentError:
    return ContentError(
        "block-unopened",
        _("This line opens no block. Write it at the margin, like this: “:::{%(kind)s} %(title)s”."),
        kind=KIND_WORDS[name.lower()].value,
        title=clean_title(title),
    )


def _commented_opening(lines: Sequence[str], number: int) -> int | None:
    """Return the line of the opening of a block that is a comment, where such lines stand just above line *number*."""
    for above in range(number - 1, 0, -1):
        if not COMMENT.match(lines[above - 1]):
            return None
        if _COMMENTED_OPENING.match(lines[above - 1]):
            return above
    return None


def _unopened_end(lines: Sequence[str], number: int, before: Sequence[Fence]) -> ContentError:
    """Return the diagnostic about an end of nothing at line *number*, with the blocks and the like *before* it."""
    if above := _commented_opening(lines, number):
        message = _("The block of line %(above)s begins with “%% ”, and this “:::” does not: put “%% ” before it, too.")
        return ContentError("block-unopened", message, above=above)
    if before and any(_TEXT.match(line) for line in lines[before[-1].last : number - 1]):
        message = _(
            "This “:::” closes no block: that of line %(first)s ended in line %(last)s. Take that “:::” out if the "
            "text between the two belongs to the block, else this one."
        )
        return ContentError("block-unopened", message, first=before[-1].first, last=before[-1].last)
    return ContentError("block-unopened", _("This “:::” closes no block: take it out."))


def text_behind_ends(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Yield the lines of text right under the end of a block, which may have been meant for it."""
    for fence in fences:
        name = fence.info[1:].partition("}")[0]
        if fence.closed and name in KIND_WORDS and fence.last < len(lines) and _TEXT.match(lines[fence.last]):
            message = _(
                "This text stands under the end of the block, and is no part of it. If it belongs to the block, put "
                "it before “:::”, else leave an empty line."
            )
            yield fence.last + 1, ContentError("option-words", message)


def blunt_ends(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, str, ContentError]]:
    """Yield the lines that were meant to close one of *fences*, what closes it, and what is wrong in the line."""
    for fence in fences:
        marks = _MARKS.match(lines[fence.first - 1]) if fence.info.startswith("{") else None
        mark = marks["marks"] if marks else ""
        other = {":::": _BLUNT_END, "```": None if fence.closed else _COLONS}.get(mark)
        far, listed = 0, mark != ":::"  # the first end with blanks before it; whether it may be one in a list
        for number in range(fence.first + 1, fence.last + 1) if other else ():
            line = lines[number - 1]
            listed = listed or bool(_IN_ITEM.match(line))
            far = far or (number if _FAR_END.fullmatch(line) and not listed else 0)
            if other and other.fullmatch(line):
                message = _("“%(text)s” closes no block, and is read as its end: write “%(mark)s”.")
                yield number, mark, ContentError("block-unclosed", message, text=line.strip(), mark=mark)
                break
            if far and (_OPENING.match(line) or (number == fence.last and not fence.closed)):
                message = _("Blanks stand before this “:::”, which is read as the end of the block: take them out.")
                yield far, mark, ContentError("block-unclosed", message)
            if _OPENING.match(line):
                break


def _option_alone(name: str, lines: Sequence[str], number: int) -> ContentError:
    if above := _commented_opening(lines, number):
        message = _(
            "“:%(name)s:” stands in no block: before the line that opens one, line %(above)s, “%% ” still stands."
        )
        return ContentError("block-unopened", message, name=name, above=above)
    return ContentError(
        "block-unopened",
        _(
            "“:%(name)s:” stands in no block. Is the line that opens one missing above it, such as "
            "“:::{event} Title”, or does “%% ” still stand before that line?"
        ),
        name=name,
    )


def _opened_inside(lines: Sequence[str], fence: Fence) -> int | None:
    """Return the line in *fence* where another block opens that takes its end; None where none does."""
    if fence.info[1:].partition("}")[0] not in KIND_WORDS:
        return None
    marks = _MARKS.match(lines[fence.first - 1])
    length = len(marks["marks"]) if marks else 3
    for number in range(fence.first + 1, fence.last):
        found = re.match(r" {0,3}(?P<marks>:{3,}|`{3,})\{[\w-]+\}", lines[number - 1])
        if found and marks and found["marks"][0] == marks["marks"][0] and len(found["marks"]) == length:
            return number
    return None


def unclosed(lines: Sequence[str], fence: Fence, inner: int | None = None) -> tuple[int, ContentError]:
    """Return what to say of a block that has no end, or none before the one that opens in line *inner*, and where."""
    marks = lines[fence.first - 1].strip().partition("{")[0].strip()
    for number in range(fence.first + 1, inner or fence.last + 1):
        if _END_BEHIND.fullmatch(lines[number - 1]):
            message = _("“%(marks)s” closes a block on a line of its own only: put it on the next line.")
            return number, ContentError("block-unclosed", message, marks=marks)
    message = (
        _("This block is not closed: put a line “%(marks)s” before line %(line)s.")
        if inner
        else _("This block is not closed: put a line “%(marks)s” after its text.")
    )
    return fence.first, ContentError("block-unclosed", message, marks=marks, line=inner)


def word_list_items(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Ask about the first line of each list whose items begin with a bullet, as they come out of Word."""
    before = False
    blocks = {n for each in fences if each.info.startswith("{") for n in range(each.first, each.last + 1)}
    for number, line in enumerate(lines, start=1):
        bullet = None if number in blocks and malformed_option(line, OPTION_WORDS) else _BULLET.match(line)
        if bullet and not before:
            message = _("A list is made with hyphens alone: write “%(better)s”, and each of the following lines so.")
            yield number, ContentError("list-sign", message, better=f"- {bullet['item']}")
        before = bullet is not None or (before and not line.strip())
