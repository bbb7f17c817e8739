# SPDX-License-Identifier: EUPL-1.2
"""Looking over the text of an issue before it is parsed: invisible characters, fences, silenced hints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from quopri import decodestring as decode_quoted
from typing import get_args

from newsletter.model.codes import Code
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import nearest

# Controls but tab and line ends; bidirectional overrides and isolates, which make a line read otherwise than it is;
# what has no width, but in scripts that break their lines by it; and two of the private use that have a meaning of
# ours, see assemble.title_mark(). A ninth accent on one letter, which no language writes and a PDF does not come to the
# end of.
_ACCENTS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_INVISIBLE = re.compile(
    rf"(?<={_ACCENTS}{{8}}){_ACCENTS}|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])[\u200b\u2060]|"
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ue000\ue001\ufffe\uffff]"
)
COMMENT = re.compile(r" {0,3}%")
"""The beginning of a line of comment, as MyST reads it."""
# What begins first holds to its end, so that “<!--” in a line of comment or in code begins nothing.
_NO_HTML = r" {0,3}%[^\n]*|[ >]*(?P<marks>`{3,}|~{3,})(?!\{)[^`\n]*\n(?s:.*?)(?:^[ >]*(?P=marks)|\Z)"
_CODE = r"(?<!`)(?P<ticks>`{1,2})(?!`)(?s:(?!\n[ \t>]*\n).)+?(?<!`)(?P=ticks)(?!`)"
_HTML_COMMENT = re.compile(rf"^(?:{_NO_HTML})|{_CODE}|(?P<comment><!--(?s:.*?)(?:-->|\Z))", re.MULTILINE)
_FENCE = re.compile(r"(?P<indent> {0,3})(?P<marks>:{3,}|`{3,}|~{3,})(?P<info>.*)$")
_UNSEEN = r"\u00ad\u200b-\u200f\u2060"
_BLUNTED = re.compile(rf"(?P<fence>[ \t]*(?::{{3,}}|`{{3,}}|~{{3,}}))[ \t]*(?:[^\S \t]|[{_UNSEEN}])[\s{_UNSEEN}]*")
# The kind of a block or the name of an option, in which nothing invisible has a meaning.
_NAME = re.compile(rf"[ \t{_UNSEEN}]*(?:(?:[:`][{_UNSEEN}]*){{3,}}\s*\{{[^}}]*\}}|:[{_UNSEEN}]*[^:\s]{{1,60}}:)")
_SILENCE = re.compile(r"\s*%\s*ok:(?P<codes>.*)$")
_NO_COLON = re.compile(r"\s*%\s*ok[\s=;,-]+(?P<code>[a-z-]+)\s*")
_CODES = frozenset(get_args(Code))


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced piece of a text, its lines counted from 1, both ends inclusive."""

    first: int
    last: int
    info: str
    closed: bool


@dataclass(frozen=True)
class Silence:
    """A hint that a contributor has looked at and found right, from one line to another."""

    code: str
    path: str
    first: int
    last: int


def split_lines(text: str) -> list[str]:
    """Return the lines of *text*, whatever their ends, and nothing that only looks like an end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def invisible_characters(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Return the line numbers of characters that no reader sees, and the characters."""
    for number, line in enumerate(lines, start=1):
        for match in _INVISIBLE.finditer(line):
            yield number, match.group()


def hidden_in_name(line: str) -> str:
    """Return the first character that nobody sees in the name of a block or of an option in *line*, or nothing."""
    name = _NAME.match(line)
    hidden = re.search(f"[{_UNSEEN}]", name.group()) if name else None
    return hidden.group() if hidden else ""


def with_plain_name(line: str) -> str:
    """Return *line* without what :func:`hidden_in_name` finds."""
    return _NAME.sub(lambda name: re.sub(f"[{_UNSEEN}]", "", name.group()), line, count=1)


def without_invisible(line: str) -> str:
    """Return *line* without the characters that :func:`invisible_characters` finds."""
    return _INVISIBLE.sub("", line)


def blunted_fence(line: str) -> str | None:
    """Return the closing fence that *line* would be, but for white space other than blanks and tabs after it."""
    match = _BLUNTED.fullmatch(line)
    return match["fence"] if match else None


def without_html_comments(text: str) -> str:
    """Return *text* without its comments in HTML, each line of them an empty one."""
    return _HTML_COMMENT.sub(
        lambda found: "\n" * found["comment"].count("\n") if found["comment"] else found.group(), text
    )


def top_fences(lines: Sequence[str]) -> tuple[Fence, ...]:
    """Return the outermost fences at the left margin: blocks, code and other directives.

    As in CommonMark, a fence is closed by a line of at least as many of the same marks and nothing
    else; one that nothing closes runs to the end.
    """
    fences: list[Fence] = []
    opening: re.Match[str] | None = None
    start = 0
    for number, line in enumerate(lines, start=1):
        match = _FENCE.match(line)
        if opening is None:
            # A backtick in the info string of a backtick fence makes it inline code.
            if match and not (match["marks"][0] == "`" and "`" in match["info"]) and _opens(match):
                opening, start = match, number
        elif match and not match["info"].strip() and match["marks"].startswith(opening["marks"]):
            fences.append(Fence(start, number, opening["info"].strip(), closed=True))
            opening = None
    if opening is not None:
        fences.append(Fence(start, len(lines), opening["info"].strip(), closed=False))
    return tuple(fences)


def _opens(match: re.Match[str]) -> bool:
    return match["marks"][0] != ":" or bool(match["info"].strip())


def silences(lines: Sequence[str], fences: Sequence[Fence], path: str) -> tuple[Silence, ...]:
    """Return the hints that comment lines ``% ok: code`` silence: in their block, or else in all of the file *path*."""
    found = []
    for number, line in enumerate(lines, start=1):
        if codes := _silenced(line)[0]:
            inside = next((fence for fence in fences if fence.first < number <= fence.last), None)
            first, last = (inside.first, inside.last) if inside else (1, len(lines))
            found += [Silence(code, path, first, last) for code in codes]
    return tuple(found)


# What is left of “è”, “’” and the like where UTF-8 was read as Windows-1252, and where a mail is not decoded: RFC 2045.
_GARBLED = re.compile(r"(?:[ÂÃ][^\w\s]|[ÂÃ]\u00a0|â€[^\w\s]|â‚¬)+")
_QUOTED_PRINTABLE = re.compile(r"(?:=C3=[89AB][0-9A-F]|=[CE][0-9A-F])(?![0-9A-Za-z])|(?<=[a-z])=E[0-9A-F]")


def garbled(lines: Sequence[str]) -> Iterator[tuple[int, ContentError]]:
    """Yield the lines, counted from 1, with letters that were read in a wrong encoding once, and what they were."""
    for number, line in enumerate(lines, start=1):
        if "\ufffd" in line or "ï¿½" in line:
            message = _("A letter was lost in this line, and another sign stands in its place: write it again.")
            yield number, ContentError("encoding", message)
        elif (match := _GARBLED.search(line)) and (right := _decoded(match.group())):
            message = _("“%(text)s” was read in a wrong encoding once: write “%(right)s”, and look for others.")
            yield number, ContentError("encoding", message, text=match.group(), right=right)
        elif "://" not in line and (match := _QUOTED_PRINTABLE.search(line)):
            message = _("“%(text)s” was read in a wrong encoding once: write “%(right)s”, and look for others.")
            data = decode_quoted(match.group().encode())
            right = data.decode("utf-8" if len(data) > 1 else "cp1252", errors="replace")
            yield number, ContentError("encoding", message, text=match.group(), right=right)


def _decoded(text: str) -> str:
    """Return what *text* was in UTF-8 before it was read as Windows-1252; nothing where it was none."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def no_codes(lines: Sequence[str]) -> Iterator[tuple[int, ContentError]]:
    """Yield the lines ``% ok: …`` with words that are no codes, counted from 1, and what to say of them."""
    for number, line in enumerate(lines, start=1):
        words = _silenced(line)[1]
        if (without := _NO_COLON.fullmatch(line)) and without["code"] in _CODES:
            message = _("This silences nothing yet: put a colon behind “ok”, “%% ok: %(right)s”.")
            yield number, ContentError("text-lost", message, right=without["code"])
        if not words:
            continue
        if near := nearest(words, _CODES):
            message = _("“%(words)s” is no code of a hint. Did you mean “%(near)s”?")
            yield number, ContentError("text-lost", message, words=words, near=near)
        else:
            message = _(
                "“%(words)s” is shown nowhere: after “%% ok:” stand codes of hints alone, with commas between them. "
                "Put words on a line of their own."
            )
            yield number, ContentError("text-lost", message, words=words)


def _silenced(line: str) -> tuple[tuple[str, ...], str]:
    """Return the codes in a line ``% ok: code, code``, and all words of it that are none."""
    match = _SILENCE.match(line)
    words = re.findall(r"[^\s,]+", match["codes"]) if match else []
    return tuple(word for word in words if word in _CODES), " ".join(word for word in words if word not in _CODES)
