# SPDX-License-Identifier: EUPL-1.2
"""Where a record starts: titles with their dates, in the ways in which newsletters set them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsletter.model.record import Kind
from newsletter.tools.importer.escape import escape_inline
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.when import Calendar, When, splits

_LONGEST = 160
_TITLE_AND_DATE = 2  # lines: only where the date has one of its own may the next be that of the place
_WORDS_OF_A_PLACE = 9
_WORDS_OF_A_TEXT = 3
_NO_PLACE = re.compile(r":|@|\b(?:edizione|ingresso|gratuit|prenotazion|iscrizion|info)", re.IGNORECASE)
_PIPE = re.compile(r"\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Start:
    """A record's first lines, read."""

    title: str
    when: When
    used: int
    """How many lines these are."""
    rest: str = ""
    """Text that already follows in them, as Markdown."""
    sure: bool = True
    """Whether their form leaves no doubt."""
    doubtful_place: bool = False
    """Whether the place is a line of its own under the date, which may say something else."""


def find_start(lines: Sequence[Line], kind: Kind, calendar: Calendar) -> Start | None:
    """Return the record of *kind* that starts with the first of *lines*; None where none does."""
    first = lines[0]
    if first.item and not first.stands_out and "|" not in first.text:
        return _before_its_text(first, kind, calendar) if kind is not Kind.EVENT else None
    found = _between_bars(first, kind, calendar)
    if found is None and first.gap | first.stands_out and len(first.text) > _LONGEST + 60:
        return _before_its_text(first, kind, calendar)
    if found is None and first.gap | first.stands_out:
        found = _above_its_date(lines, kind, calendar)
        if found is None and not _heads_a_title(lines, kind, calendar):
            found = _beside_its_date(first, kind, calendar)
        found = found or _below_its_date(lines, kind, calendar) or _before_its_text(first, kind, calendar)
        found = _with_place_below(found, lines) if found else None
    return found


def _with_place_below(start: Start, lines: Sequence[Line]) -> Start:
    """Take a short line of its own under the date for the place."""
    if start.when.place or start.rest or start.used + 1 >= len(lines) or start.used < _TITLE_AND_DATE:
        return start
    line, after = lines[start.used], lines[start.used + 1]
    plain = not (line.stands_out or line.item or after.item or _NO_PLACE.search(line.text))
    alone = after.gap and not after.stands_out and len(line.text.split()) <= _WORDS_OF_A_PLACE
    if not (plain and alone and line.text[:1].isupper() and line.text[-1:].isalnum()):
        return start
    return replace(start, when=replace(start.when, place=line.text), used=start.used + 1, doubtful_place=True)


def _between_bars(line: Line, kind: Kind, calendar: Calendar) -> Start | None:
    """Read ``place | date | text``, in whatever order the first parts stand."""
    parts = [part for part in _PIPE.split(line.text) if part]
    found = next(((n, when) for n, part in enumerate(parts[:3]) if (when := calendar.when(part, kind))), None)
    if found is None or len(parts) < 2:
        return None
    number, when = found
    before, after = parts[:number], parts[number + 1 :]
    title = before.pop(0) if before else after.pop(0)
    place = when.place or (before.pop(0) if before else "") or (title if kind is Kind.MISSION else "")
    rest = "".join(_with_links(line, [*before, *after]))
    return Start(title, replace(when, place=place), 1, rest) if _is_title(title) else None


def _with_links(line: Line, parts: Sequence[str]) -> str:
    """Return *parts* of *line* as Markdown, with their links where the parts can be told apart in it."""
    marked = [part for part in _PIPE.split(line.markdown) if part]
    plain = [part for part in _PIPE.split(line.text) if part]
    if len(marked) == len(plain):
        return " | ".join(marked[plain.index(part)] for part in parts)
    return " | ".join(map(escape_inline, parts))


def _above_its_date(lines: Sequence[Line], kind: Kind, calendar: Calendar) -> Start | None:
    """Read a title, of up to three lines, with a line under it that says when."""
    for used in range(1, min(4, len(lines))):
        when = calendar.when(lines[used].text, kind)
        titles = lines[:used]
        title = " ".join(line.text for line in titles)
        if (
            when
            and _is_title(title)
            and _belongs(lines[used], lines[0], when)
            and not calendar.when(lines[0].text, kind)
        ):
            return Start(title, when, used + 1)
        alike = all(line.heading == lines[0].heading and line.strong == lines[0].strong for line in lines[: used + 1])
        if when or not lines[0].stands_out or not alike or lines[used].gap:
            return None
    return None


def _belongs(date: Line, title: Line, when: When) -> bool:
    """Tell whether the line *date* is that of the *title* above it, and not a title with a date of its own."""
    if title.stands_out:
        return not (when.place and date.stands_out and date.gap)
    return not (title.text.endswith(".") or date.stands_out or (when.place and date.gap))


def _heads_a_title(lines: Sequence[Line], kind: Kind, calendar: Calendar) -> bool:
    """Tell whether the first line is nothing but a date, an hour and perhaps a place, and the title stands under it."""
    when = calendar.when(lines[0].text, kind)
    if when is None or not when.place:
        return when is not None
    return len(lines) > 1 and lines[1].stands_out and not lines[0].stands_out


def _beside_its_date(line: Line, kind: Kind, calendar: Calendar) -> Start | None:
    """Read a title and a date in one line: with a dash, a comma or a colon between them, or in parentheses."""
    for left, right in splits(line.text):
        after, before = calendar.when(right, kind), calendar.when(left, kind)
        if after and _is_title(left):
            return Start(left, after, 1, sure=line.stands_out)
        if before and not before.place and _is_title(right):
            return Start(right, before, 1, sure=line.stands_out)
    return None


def _below_its_date(lines: Sequence[Line], kind: Kind, calendar: Calendar) -> Start | None:
    """Read a date with the title under it."""
    when = calendar.when(lines[0].text, kind)
    if not when or len(lines) < 2 or not _is_title(lines[1].text) or calendar.when(lines[1].text, kind):
        return None
    return Start(lines[1].text, when, 2, sure=False)


def _before_its_text(line: Line, kind: Kind, calendar: Calendar) -> Start | None:
    """Read a title and a date with the text behind them: “Lione (Francia), 6-7 aprile: la Sindaca alla fiera”."""
    head, colon, text = line.text.partition(": ")
    if not colon or len(head) > _LONGEST or len(text.split()) < _WORDS_OF_A_TEXT:
        return None
    found = _beside_its_date(replace(line, text=head), kind, calendar)
    same = line.markdown.startswith(f"{escape_inline(head)}: ")
    rest = line.markdown[len(escape_inline(head)) + 2 :] if same else escape_inline(text)
    return replace(found, rest=rest, sure=False) if found else None


def _is_title(text: str) -> bool:
    sentence = text.endswith((".", ";")) and not text.endswith("...") and len(text.split()) > 6
    return len(text) <= _LONGEST and not sentence and bool(re.search(r"[^\W\d_]", text))
