# SPDX-License-Identifier: EUPL-1.2
"""Find the options of a block that stand where none is read: in its text, its title, or behind a sign of comment."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from newsletter.languages import words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.text import plain
from newsletter.source.fields import OPTION_WORDS, meant_option
from newsletter.source.options import malformed_option, option_name
from newsletter.source.source_text import COMMENT, top_fences


def stray_options(
    lines: Sequence[str], start: int, kind: str, given: Collection[str]
) -> Iterator[tuple[ContentError, int]]:
    """Find options that have become text: after a line of text, after a blank line, or for want of a colon.

    Lines with one that is *given* already rather belong to another block of the *kind*, which nothing opens.
    """
    inside = {
        number - 1
        for fence in top_fences(lines)
        if fence.first > start
        for number in range(fence.first, fence.last + 1)
    }
    rules = [number for number, line in enumerate(lines) if re.fullmatch(r"-{3,}\s*", line)]
    for number in rules if not start and rules[:1] == [0] else ():
        message = _("Options stand right under the title, and in no “---”: take this line out.")
        yield ContentError("option-form", message, name="---"), number
    beside_options, another = True, False
    for number in range(start, len(lines)):
        beside_options = beside_options and bool(lines[number].strip())
        if number in inside:
            continue
        if name := option_name(lines[number], FIELD_BY_NAME):
            if not another and (again := next((each for each in _group(lines, number) if each in given), None)):
                another = True
                yield _another(again, kind, _title_above(lines, number)), number
            elif not another:
                yield _late(name), number
        elif beside_options and (found := malformed_option(lines[number], OPTION_WORDS)):
            name, value = found
            yield _malformed(meant_option(name) or name, value), number
        elif lines[number].strip():
            another = False


def _group(lines: Sequence[str], first: int) -> Iterator[str]:
    """Yield the names of the options in the lines from *first* on, down to one that has none."""
    return takewhile(bool, (option_name(line, FIELD_BY_NAME) or "" for line in lines[first:]))


def _title_above(lines: Sequence[str], number: int) -> str:
    """Return the line above line *number* where it may be a title; nothing where it is a sentence or is missing."""
    above = next((line.strip(" *_#") for line in reversed(lines[:number]) if line.strip()), "")
    return "" if above.startswith((":", "%")) or above.endswith((".", ":", ";", "!", "?")) else above


def _another(name: str, kind: str, title: str) -> ContentError:
    message = _(
        "This block has “:%(name)s:” already. If another one begins here, close this one above with a line “:::”, and "
        "begin that one with “:::{%(kind)s} %(title)s”; else take this line out."
    )
    return ContentError("option-late", message, name=name, kind=kind, title=title or "…")


def in_title(name: str) -> ContentError:
    """Return the diagnostic about the option *name* in the title of a block."""
    message = _("“:%(name)s:” stands in the title. Put each option on a line of its own under it, and “:::” after all.")
    return ContentError("option-late", message, name=name)


def _late(name: str) -> ContentError:
    return ContentError(
        "option-late",
        _(
            "“:%(name)s:” stands in the text. Put it above, among the options, without a blank line between them; "
            "a long option goes on in an indented line."
        ),
        name=name,
    )


def _malformed(name: str, value: str) -> ContentError:
    return ContentError(
        "option-form",
        _("An option has its name between two colons: write “:%(name)s: %(value)s”."),
        name=name,
        value=value,
    )


_COMMENTED = re.compile(r" {0,3}%\s*(?P<option>:.*)")


def commented_options(
    lines: Sequence[str], body_start: int, given: Collection[str]
) -> Iterator[tuple[ContentError, int]]:
    """Yield the options among and right under those of a block that are comments and not *given* in another line."""
    for number, line in enumerate(lines):
        if number >= body_start and not COMMENT.match(line):
            return
        match = _COMMENTED.match(line) if COMMENT.match(line) else None
        name = option_name(match["option"], FIELD_BY_NAME) if match else None
        if match and name and name not in given:
            message = _(
                "This line is a note to yourselves, and the block has no “:%(name)s:”: if it is to hold, take “%% ” "
                "off."
            )
            yield ContentError("markup-sign", message, name=name), number


_NOTE = re.compile(r" {0,3}%+\s*(?!ok\b|[?+:%])(?P<words>\w.*)")
_FEWEST = 3  # words of a text


def only_a_note(lines: Sequence[str], start: int) -> tuple[int, ContentError] | None:
    """Ask about a note that is all the text of a block, its *lines* from *start* on: readers may be meant to see it."""
    written = [number for number in range(start, len(lines)) if lines[number].strip()]
    notes = {number: note for number in written if (note := _NOTE.match(lines[number]))}
    of_template = any(plain(note["words"]) in words_of("samples") for note in notes.values())
    if of_template or not all(COMMENT.match(lines[number]) for number in written):
        return None
    for number, note in notes.items():
        if len(note["words"].split()) >= _FEWEST:
            message = _(
                "This block has no text but a note to yourselves, shown nowhere: if readers are to see it, take “%% ” "
                "off; if not, write “%% ok: markup-sign” below it."
            )
            return number, ContentError("markup-sign", message)
    return None
