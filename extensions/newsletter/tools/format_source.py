# SPDX-License-Identifier: EUPL-1.2
"""The layout of a source: one form for the same block, whoever writes it, and not a word changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from newsletter.model.facts import FIELD_BY_NAME
from newsletter.source.block import parse_block
from newsletter.source.fields import Block
from newsletter.source.options import Option, split_options
from newsletter.source.source_text import COMMENT, split_lines
from newsletter.tools.format_meaning import FENCES, block_of, meaning, tokens_of

_ORDER = {name: number for number, name in enumerate(FIELD_BY_NAME)}
_VERBATIM = FENCES | {"code_block", "html_block", "front_matter", "math_block", "amsmath"}
_COLONS = re.compile(r"[ \t]*(:{3,})", re.MULTILINE)
# Where the options themselves are in doubt, or have comments among them, each line stays where its writer sees it.
_IN_DOUBT = frozenset({"option-late", "option-form", "option-twice", "title-missing"})


class MeaningWouldChange(Exception):  # noqa: N818 - a finding, not an error
    """The layout cannot be put in order without another meaning; the text has to stay as it is."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A block at the left margin: its token, and its lines from *first* up to but not with *end*."""

    token: Token
    first: int
    end: int


def format_source(text: str, about: Block) -> str:
    """Return *text* in the canonical layout.

    Options stand in the order of the guide with one space after each name, blocks in the shortest fence of colons with
    a blank line around them and before their text; lines end in LF without trailing blanks, but for the two that
    break a line in Markdown.

    :raises MeaningWouldChange: where what comes out would not say the same; so nothing else ever comes out.
    """
    before = "\n".join(split_lines(text.removeprefix("\ufeff")))
    after = before
    for _pass in range(3):  # a fence that is made longer may show blanks within it that can go as well
        after = "\n".join([*_lines(after.split("\n"), about), ""]) if after.strip() else ""
    if after != before and meaning(after, about) != meaning(before, about):
        raise MeaningWouldChange
    return after


def _lines(lines: Sequence[str], about: Block) -> list[str]:
    tokens = tokens_of("\n".join(lines))
    places = {place.first: place for place in _places(tokens, lines)}
    verbatim = {number for token in tokens if token.map and token.type in _VERBATIM for number in range(*token.map)}
    result: list[str] = []
    number, end, after_block = 0, len(lines), False
    while end and not lines[end - 1].strip() and end - 1 not in verbatim:
        end -= 1
    while number < end:
        place = places.get(number)
        if place:
            while result and not result[-1].strip():
                result.pop()
            result += [*([""] if result else []), *_block(place, lines, about), ""]
            number, after_block = place.end, True
            continue
        line = lines[number]
        blank = not line.strip()
        if not (blank and after_block):
            following = () if number + 1 in places else lines[number + 1 : number + 2]
            result.append(line if number in verbatim else _trimmed(line, following))
            after_block = False
        number += 1
    return result[:-1] if after_block else result


def _places(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[_Place]:
    """Return the blocks that stand at the margin and are closed; others are for their writer to mend."""
    for token in tokens:
        if token.level == 0 and token.map and block_of(token):
            first, end = token.map
            closing = lines[end - 1].strip()
            closed = end - first > 1 and len(closing) >= len(token.markup) and set(closing) == {token.markup[0]}
            if closed and lines[first].startswith(token.markup):
                yield _Place(token, first, end)


def _trimmed(line: str, following: Sequence[str]) -> str:
    """Return *line* without trailing blanks, but for two where they break the line before the *following* one."""
    bare = line.rstrip(" \t")
    breaks = line.endswith("  ") and bool(bare) and any(each.strip() for each in following)
    return f"{bare}  " if breaks else bare


def _block(place: _Place, lines: Sequence[str], about: Block) -> list[str]:
    content = lines[place.first + 1 : place.end - 1]
    found = block_of(place.token)
    options, start = split_options(content, FIELD_BY_NAME)
    codes = {found.diagnostic.code for found in parse_block(found[1] if found else "", content, about).diagnostics}
    noted = any(COMMENT.match(line) for line in content[:start])
    # A fence within that is as long was not to be within: what closes the block was to close the other one.
    unclosed = any(len(match[1]) >= len(place.token.markup) for match in _COLONS.finditer("\n".join(content)))
    if found is None or noted or codes & _IN_DOUBT or (unclosed and place.token.markup[0] == ":"):
        return list(lines[place.first : place.end])
    head = [line for option in _in_order(options) for line in _option(option, options, content, start)]
    body = _body(content[start:], about)
    inside = [len(match[1]) for match in _COLONS.finditer("\n".join([*head, *body]))]
    fence = ":" * (max(inside, default=2) + 1)
    gap = [""] if body and (head or not content[start].strip()) else []
    return [f"{fence}{{{found[0]}}} {found[1]}", *head, *gap, *body, fence]


def _body(lines: Sequence[str], about: Block) -> list[str]:
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    return _lines(lines[first:], about)


def _in_order(options: Sequence[Option]) -> list[Option]:
    """Return *options* as the guide lists them; those that it does not know come last, as they were."""
    return sorted(options, key=lambda option: _ORDER.get(option.name, len(_ORDER)))


def _option(option: Option, options: Sequence[Option], content: Sequence[str], start: int) -> Iterator[str]:
    """Return the lines of *option*: its own, and those that continue it, indented by two."""
    end = next((other.line for other in options if other.line > option.line), start)
    value = split_options([content[option.line]], FIELD_BY_NAME)[0][0].value
    yield f":{option.name}: {value}".rstrip()
    yield from (f"  {line.strip()}" for line in content[option.line + 1 : end])
