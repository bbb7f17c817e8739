# SPDX-License-Identifier: EUPL-1.2
"""Rules for a title and its date in lines of their own, one above the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsletter.model.diagnostics import _
from newsletter.tools.importer.headings import read_heading
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.people import find_people
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import LONGEST_TITLE, SMALL_PLACES, WORDS_OF_A_PLACE, is_title, read_tail, title_of
from newsletter.tools.importer.when import FoundDate, When

_TITLE_AND_DATE = 2  # lines: only where the date has one of its own may the next be that of the place
_PLACE_LABEL = re.compile(r"(?:luogo|dove|sede|where|place|venue|ore|orario|time)\s*:", re.IGNORECASE)
_NO_PLACE = re.compile(r":|@|\b(?:edizione|ingresso|gratuit|prenotazion|iscrizion|info)", re.IGNORECASE)


def above_date(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title, of up to three lines, with a line under it that says when."""
    first = lines[0]
    if len(lines) > 1 and first.lead and first.item and first.item == lines[1].item:
        return None  # two of a list, each with its own title
    for used in range(1, min(4, len(lines))):
        titles, below = lines[:used], lines[used]
        title = " ".join(line.text for line in titles)
        when = place.calendar.when(below.text, place.kind)
        if when and is_title(title) and _belongs(below, first, when):
            theirs = not first.stands_out and titled_below(lines[used:])
            if (
                place.calendar.when(first.text, place.kind)
                or _date_at_start(first, place)
                or _heads_items(lines[used:], when)
                or theirs
            ):
                return None
            sure = first.stands_out or first.gap
            return Start(
                title,
                when,
                used + 1,
                rule=_("a title above its date"),
                link=first.only_link,
                confidence=Confidence.SURE if sure else Confidence.LIKELY,
            )
        alike = all(line.heading == first.heading and line.strong == first.strong for line in lines[: used + 1])
        if when or not first.stands_out or not alike or (below.gap and not first.heading):
            return None
    return None


def _heads_items(lines: Sequence[Line], when: When) -> bool:
    """Tell whether a date alone stands over bullets, whose date it is."""
    return len(lines) > 1 and bool(lines[1].item) and not lines[0].item and not when.place and len(lines[1].text) > 60


def _belongs(date: Line, title: Line, when: When) -> bool:
    """Tell whether the line *date* is that of the *title* above it, and not a title with a date of its own."""
    within = not date.item and not date.gap  # the second line of a bullet
    if title.item and date.item not in {title.item, title.item + 1} and not within:
        return False
    if title.stands_out:
        return not (when.place and date.stands_out and date.gap)
    if date.gap and not title.gap:
        return False  # the title is the last line of the paragraph above
    return not (title.text.endswith((".", ":", ";", ",")) or date.stands_out or (when.place and date.gap))


def above_text(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title, by its looks, over a paragraph that begins with its date: “9 October, 10 am. Meet at the …”."""
    if len(lines) < 2 or not lines[0].stands_out or lines[1].stands_out or lines[1].item or lines[1].cells:
        return None
    title, below = lines[0], lines[1]
    date = _date_at_start(below, place)
    if date is None or not is_title(title.text) or place.calendar.when(title.text, place.kind):
        return None
    if len(lines) > 2 and not lines[2].stands_out and _date_at_start(lines[2], place):
        return None  # the heading of a list of dated lines
    tail = read_tail(below, date.end)
    if not tail.rest or tail.mark not in {".", ":", "-", "–", "—", ",", "|"}:
        return None
    when = When(date.text, tail.time, tail.place)
    return Start(
        title.text, when, 2, tail.rest, _("a title above a text that begins with its date"), link=title.only_link
    )


def _date_at_start(line: Line, place: Place) -> FoundDate | None:
    dates = place.calendar.dates_in(line.text[:LONGEST_TITLE], place.kind)
    return dates[0] if dates and dates[0].start == 0 and dates[0].has_day else None


def below_date(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title under a date that stands alone."""
    when = place.calendar.when(lines[0].text, place.kind)
    if when is None or len(lines) < 2 or lines[1].item or place.calendar.when(lines[1].text, place.kind):
        return None
    below = lines[1]
    below_venue = SMALL_PLACES.match(when.place) and not below.gap and not below.text.endswith((".", "!"))
    if (when.place and not (titled_below(lines) or below_venue)) or (below.stands_out and read_heading(below.text)):
        return None
    if (
        not is_title(below.text)
        or _PLACE_LABEL.match(below.text)
        or (below.text.endswith(".") and not below.stands_out)
    ):
        return None
    if below.lead:
        title, rest = title_of(below)
    else:
        title, rest = below.text, ()
    sure = Confidence.SURE if below.stands_out or below.lead else Confidence.LIKELY
    return Start(title, when, 2, rest, _("a date above its title"), sure, link=below.only_link)


def titled_below(lines: Sequence[Line]) -> bool:
    """Tell whether a plain line stands over one that is a title by its looks."""
    below = lines[1] if len(lines) > 1 else None
    return bool(below and below.stands_out and not lines[0].stands_out and not read_heading(below.text))


def with_place_below(start: Start, lines: Sequence[Line]) -> Start:
    """Take a short line of its own under the date for the place."""
    when = start.when
    if when is None or when.place or start.rest or start.used + 1 >= len(lines) or start.used < _TITLE_AND_DATE:
        return start
    line, after = lines[start.used], lines[start.used + 1]
    other = _NO_PLACE.search(line.text) or find_people(line.text).visitors
    plain = not (line.stands_out or line.item or after.item or other)
    alone = after.gap and not after.stands_out and len(line.text.split()) <= WORDS_OF_A_PLACE and not line.gap
    if not (plain and alone and line.text[:1].isupper() and line.text[-1:].isalnum()):
        return start
    return replace(start, when=replace(when, place=line.text), used=start.used + 1, doubtful_place=True)
