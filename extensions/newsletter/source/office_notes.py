# SPDX-License-Identifier: EUPL-1.2
"""Notes of the office to itself: in the forms of other tools, and where readers would see them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsletter.languages import any_of, words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.source.front_matter import decides
from newsletter.source.source_text import COMMENT, Fence

# “[//]: # (note)”, “[comment]: <> (note)”: a link that leads nowhere, which Markdown hides; “%% note %%” of Obsidian.
_HIDDEN = re.compile(
    r"[ ]{0,3}(?:\[[^\]^]+\]:\s*(?:#|<>)\s+[\"'(]?(?P<title>[^\s\"'(].*?)[\"')]?|%%(?P<note>[^%]+)%%.*)"
)
_BEGUN = re.compile(r"[ ]{0,3}%%[^%]*")
_ENDED = re.compile(r"[^%]*%%\s*")
_LONGEST = 10  # lines from “%%” to “%%”
_SHOWN = re.compile(
    r"(?<![\w:/])(?:\{#[^}]{1,300}#\}|/\*.{1,300}?\*/|%%[^%]{1,300}%%|\{>>.{1,300}?<<\}|\{\{!.{1,300}?\}\})|^//\s+\S.*"
)
# A heading, the opening of a block, an option: behind them a note is part of what they say.
_ONE_LINE = re.compile(r"[ ]{0,3}(?:#{1,6}\s|[:`~]{3,}\s*\{\w+\}|:[\w-]+:\s)")
_BEHIND = re.compile(r"(?:(?<=[^\s\d])|(?<=[^\W\d]\d))\s+(?:%+\s+[^\W\d].*|//\s+[^\W\d_A-ZÀ-Ý].*)")

_WORDS = re.compile(r"[ ]{0,3}:(?:place|partners|alt|credit|correction):\s")
_READERS = words_of("nothing")  # “da confermare” is said to readers as well
_NOTES = words_of("working_notes")
_FIRST = re.compile(rf"[^\w\n:%]*(?P<note>{any_of(_NOTES)})\b[^\w\n]*(?P<rest>.*)", re.IGNORECASE)
_ASIDE = re.compile(rf".*[(\[]\s*(?P<note>{any_of(_NOTES)})\s*[)\]]\s*", re.IGNORECASE)
_COMMANDS = {note for note in _NOTES - _READERS if " " in note or note in {"todo", "fixme"}}
_LOUD = re.compile(rf"\b(?:{any_of(map(str.upper, _COMMANDS))})\b.*")
_UNFILLED = re.compile(
    rf"(?<!\S)\?{{2,}}(?![\w?])|\[(?:{any_of(words_of('to_fill_in'))})\b[^\]]{{0,200}}\](?![(\[:])|"
    r"(?<=\}\s)x{2,}\s*$",
    re.IGNORECASE,
)

_MAIL = re.compile(rf"[ ]{{0,3}}\**(?:{any_of(words_of('mail_fields'))}):\**\s+\S", re.IGNORECASE)
_SURE = 3  # lines of a head in a row: “Da: Torino”, “A: Milano” may be a journey


def hidden_notes(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, str, ContentError]]:
    """Yield the notes that other tools hide in this form, each with its line, from 1, and what is our form of it."""
    for number, line in _prose(lines, fences):
        if match := _HIDDEN.fullmatch(line.rstrip()):
            note = (match["title"] or match["note"]).strip()
            message = _(
                "“%(text)s” is shown nowhere: a note to yourselves is a line “%% %(note)s”, and what readers are to "
                "see stands on another."
            )
            yield number, f"% {note}", ContentError("text-lost", message, text=line.strip(), note=note)


def shown_notes(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Yield what reads like a note of the office to itself, and is published, each with its line, from 1."""
    told = 0
    for number, line in _prose(lines, fences):
        if COMMENT.match(line) and number > told:
            below = lines[number : number + _LONGEST]
            end = next((n for n, each in enumerate(below, start=number + 1) if _ENDED.fullmatch(each)), None)
            if end and _BEGUN.fullmatch(line):
                told = end
                message = _(
                    "“%%%%” hides its own line alone: begin each line of this note, to line %(end)s, with “%% ”."
                )
                yield number, ContentError("note-published", message, end=end)
        elif not COMMENT.match(line) and not decides(line):
            yield from ((number, error) for error in _in_line(re.sub(r"`[^`]*`", "", line)))


def only_notes(lines: Sequence[str]) -> tuple[int, ContentError] | None:
    """Ask about a file whose *lines* are all notes, at the first of them, counted from 1; None where one is not."""
    written = [number for number, line in enumerate(lines, start=1) if line.strip()]
    if not written or not all(COMMENT.match(lines[number - 1]) for number in written):
        return None
    message = _(
        "Each line of this file begins with “%%”, so that it adds nothing to the issue. If readers are to see it, take "
        "“%% ” off; if it is to wait, write “draft: true” in its front matter instead."
    )
    return written[0], ContentError("markup-sign", message)


def mail_heads(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Yield the first line, from 1, of the head of a mail that was copied along with its text."""
    row: list[int] = []
    for number, line in _prose(lines, fences):
        row = [*(row if row[-1:] == [number - 1] else ()), number] if _MAIL.match(line) else []
        if len(row) == _SURE:
            message = _("This is the head of a mail, and is published: take its lines out.")
            yield row[0], ContentError("note-published", message)


def _in_line(line: str) -> Iterator[ContentError]:
    own = _("“%(text)s” is published with the rest: put a note to yourselves on a line of its own, “%% %(note)s”.")
    one = _ONE_LINE.match(line)
    if match := _working_note(line, one):
        message = _(
            "“%(note)s” is published with the rest. What is for yourselves begins with “%% ”; an issue that is to wait "
            "has “draft: true” in its front matter."
        )
        message = own if one and not line.startswith("#") else message
        yield ContentError("note-published", message, text=match["note"], note=match["note"])
        return
    for found in (*_SHOWN.finditer(line), *(_BEHIND.finditer(line) if one else ()), *_in_words(line), *_loud(line)):
        text = found[0].strip()
        yield ContentError("note-published", own, text=text, note=text.strip("%{}#/*<>!- "))
    for found in _UNFILLED.finditer(line):
        message = _("“%(text)s” is published as it stands: write what is meant, or take it out.")
        yield ContentError("note-published", message, text=found[0])


def _in_words(line: str) -> Iterator[re.Match[str]]:
    """Return the comments in an option that takes any words, where they are words like others."""
    return re.finditer(r"<!--(?:(?!<!--).)*?-->", line) if _WORDS.match(line) else iter(())


def _loud(line: str) -> Iterator[re.Match[str]]:
    """Yield the words for a note in capitals within a line that is not in capitals itself, to the end of the line."""
    return iter(()) if line.isupper() else _LOUD.finditer(line)


def _working_note(line: str, one: re.Match[str] | None) -> re.Match[str] | None:
    """Return the words for a note at the beginning of a *line*, or in parentheses at the end of one that is a title."""
    match = _FIRST.fullmatch(line)
    loud = match and match["note"].isupper() and match["note"] != "XXX"  # which is a number as well
    if match and (loud or not match["rest"] or line[match.end("note") :].lstrip()[:1] in ":-–—)]"):
        return match
    aside = _ASIDE.fullmatch(line) if one else None
    return aside if aside and (line.startswith("#") or aside["note"].lower() not in _READERS) else None


def _prose(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, str]]:
    """Yield the *lines* that are no code, with their numbers from 1."""
    code = {n for each in fences if not each.info.startswith("{") for n in range(each.first, each.last + 1)}
    return ((number, line) for number, line in enumerate(lines, start=1) if number not in code and line.strip())
