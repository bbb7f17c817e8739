# SPDX-License-Identifier: EUPL-1.2
"""Where a record starts: titles with their dates, in the ways in which offices set them, one rule for each.

A rule takes the lines from the one in question on and returns a :class:`Start`, or None; :data:`RULES` has them in
order, and the first that returns one is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from newsletter.model.diagnostics import _
from newsletter.model.record import Kind
from newsletter.tools.importer.gazetteer import country_named
from newsletter.tools.importer.headings import read_heading
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.people import read_list
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import (
    AFTER_DATE,
    END_OF_TITLE,
    LONGEST_TITLE,
    WORDS_OF_A_PLACE,
    Tail,
    is_title,
    read_tail,
    some,
    title_of,
)
from newsletter.tools.importer.when import When
from newsletter.tools.importer.wording import first_sentence

_TITLE_AND_DATE = 2  # lines: only where the date has one of its own may the next be that of the place
_LONGEST_LABEL = 60
_LONGEST_IN_ONE = 320
_NO_PLACE = re.compile(r":|@|\b(?:edizione|ingresso|gratuit|prenotazion|iscrizion|info)", re.IGNORECASE)
_PIPE = re.compile(r"\s*\|\s*")
_STRONG = re.compile(r"(?:\s*\||\s+[-–—]|[–—]|\s*\()\s*$")
_WEAK = re.compile(r"\s*[,:.]\s*$")
_SENTENCE_WITHIN = re.compile(r"(?<!\b[A-ZÀ-Ý])(?<!\b[A-Z][a-z])[.!?]\s+(?=[A-ZÀ-Ý])")
NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+(?=\D)")
_LABEL = re.compile(r"\s*:\s*$")


def bars(lines: Sequence[Line], place: Place) -> Start | None:
    """Read ``place | date | text``, in whatever order the first parts stand."""
    line = lines[0]
    cells = _cells(line)
    found = next(
        ((n, when) for n, cell in enumerate(cells[:3]) if (when := place.calendar.when(cell.text, place.kind))), None
    )
    if found is None or len(cells) < 2:
        return _bar_then_text(lines, place)
    number, when = found
    before, after = cells[:number], cells[number + 1 :]
    title = before.pop(0) if before else after.pop(0)
    stop = when.place or (before.pop(0).text if before else "")
    if not is_title(title.text):
        return None
    rest = tuple(part for cell in (*before, *after) for part in some(cell))
    return Start(title.text, replace(when, place=stop), 1, rest, _("parts between bars"), link=title.only_link)


def _cells(line: Line) -> list[Line]:
    """Return the parts of *line* between bars."""
    places, start = list[Line](), 0
    for match in [*_PIPE.finditer(line.text), None]:
        part = line.cut(start, match.start() if match else None)
        start = match.end() if match else 0
        places += [part] if part.text else []
    return places


def _bar_then_text(lines: Sequence[Line], place: Place) -> Start | None:
    """Read ``title | date - text``."""
    found = _beside(lines[0], place) if "|" in lines[0].text else None
    return replace(found, rule=_("parts between bars"), confidence=Confidence.SURE) if found else None


def above_date(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title, of up to three lines, with a line under it that says when."""
    first = lines[0]
    for used in range(1, min(4, len(lines))):
        titles, below = lines[:used], lines[used]
        title = " ".join(line.text for line in titles)
        when = place.calendar.when(below.text, place.kind)
        if when and is_title(title) and _belongs(below, first, when):
            if place.calendar.when(first.text, place.kind) or _heads_items(lines[used:], when):
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
    if title.item and date.item not in {title.item, title.item + 1}:
        return False
    if title.stands_out:
        return not (when.place and date.stands_out and date.gap)
    return not (title.text.endswith((".", ":", ";", ",")) or date.stands_out or (when.place and date.gap))


def beside(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title and its date in one line, with a mark between them, perhaps a place, perhaps text behind."""
    line = lines[0]
    when = place.calendar.when(line.text, place.kind)
    if when and (not when.place or _titled_below(lines)):
        return None
    return _beside(line, place)


def _titled_below(lines: Sequence[Line]) -> bool:
    below = lines[1] if len(lines) > 1 else None
    return bool(below and below.stands_out and not lines[0].stands_out and not read_heading(below.text))


def _beside(line: Line, place: Place) -> Start | None:
    text = line.text
    for date in place.calendar.dates_in(text[:_LONGEST_IN_ONE], place.kind)[:2]:
        before, lead = text[: date.start], line.lead
        strong, weak = _STRONG.search(before), _WEAK.search(before)
        if lead and date.start >= lead:
            between = text[lead : date.start].strip(" :|(–—-,.")
            title = text[:lead] if not between else ""
            strong = strong or (weak if title else None)
        else:
            title = before[: strong.start()] if strong else before[: weak.start()] if weak else ""
        title = title.strip(" :|–—-,").removesuffix(".")
        if not title or not is_title(title) or _SENTENCE_WITHIN.search(title):
            continue
        tail = read_tail(line, date.end, in_brackets=before.rstrip().endswith("("))
        if not tail.mark and (whole := place.calendar.when(text[date.start :], place.kind)):
            tail = Tail(whole.time, whole.place)
        alone = not tail.rest and len(text) <= LONGEST_TITLE
        stopped = line.gap and before.endswith(". ") and tail.mark in {",", "."}
        if not (strong or line.stands_out or alone or stopped or (tail.mark == ":" and line.gap)):
            continue
        if not date.has_day and not (alone or tail.mark in {"|", "-", "–", "—", ")", ":"}):
            continue
        when = When(date.text, tail.time, tail.place)
        sure = line.stands_out or lead or (strong is not None and (line.gap or line.item))
        return Start(
            NUMBER.sub("", title, count=1) if not line.stands_out else title,
            when,
            1,
            tail.rest,
            _("a title beside its date"),
            Confidence.SURE if sure else Confidence.LIKELY,
            link=line.cut(0, date.start).only_link,
        )
    return None


def date_first(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a date with the title behind it: “November 21st-23rd 2013 Delegation of …. They …”."""
    line = lines[0]
    number = NUMBER.match(line.text)
    start = number.end() if number and not place.calendar.when(line.text, place.kind) else 0
    dates = place.calendar.dates_in(line.text[:_LONGEST_IN_ONE], place.kind)
    when = place.calendar.when(line.text, place.kind)
    if not dates or dates[0].start != start or (when and (not when.place or _titled_below(lines))):
        return None
    date = dates[0]
    hours = re.match(r"\s*,?\s*(?:(?:alle\s+)?ore\s+|at\s+|h\.?\s*)\d{1,2}(?:[.:]\d{2})?(?!\d)", line.text[date.end :])
    end = date.end + (hours.end() if hours else 0)
    opening = AFTER_DATE.match(line.text[end:])
    mark = (opening["mark"] if opening else "") or ""
    rest = line.cut(end + (opening.end() if opening else 0))
    if not rest.text or (not mark and not (line.gap or line.item or line.lead)) or (not date.has_day and not mark):
        return None
    title, behind = title_of(rest)
    if not title or (title[0].islower() and mark != ":"):
        return None
    time = re.sub(r"^\s*,?\s*", "", hours[0]) if hours else ""
    return Start(
        title,
        When(date.text, time),
        1,
        behind,
        _("a date before its title"),
        Confidence.LIKELY,
        link=rest.cut(0, len(title)).only_link,
    )


def below_date(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title under a date that stands alone."""
    when = place.calendar.when(lines[0].text, place.kind)
    if when is None or len(lines) < 2 or lines[1].item or place.calendar.when(lines[1].text, place.kind):
        return None
    below = lines[1]
    if (when.place and not _titled_below(lines)) or (below.stands_out and read_heading(below.text)):
        return None
    if not is_title(below.text) or (below.text.endswith(".") and not below.stands_out):
        return None
    if below.lead:
        title, rest = title_of(below)
    else:
        title, rest = below.text, ()
    sure = Confidence.SURE if below.stands_out or below.lead else Confidence.LIKELY
    return Start(title, when, 2, rest, _("a date above its title"), sure, link=below.only_link)


def date_last(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title, standing out, that ends with its date without a mark: “Concerto dal 14 al 16 marzo”."""
    line = lines[0]
    dates = place.calendar.dates_in(line.text, place.kind) if line.stands_out else []
    if not dates or dates[-1].end < len(line.text.rstrip(" .")) or not dates[-1].has_day:
        return None
    title = line.text[: dates[-1].start].strip(" :|–—-,")
    if not is_title(title):
        return None
    return Start(title, When(dates[-1].text), 1, (), _("a title that ends with its date"), link=line.only_link)


def named_guests(lines: Sequence[Line], place: Place) -> Start | None:
    """Read ``country: name, role; name, role`` under delegations, and the like under missions."""
    line = lines[0]
    if place.kind not in {Kind.DELEGATION, Kind.MISSION} or line.cells:
        return None
    head, colon, _text = line.text.partition(":")
    start = len(head) + len(colon)
    if line.lead and _LABEL.search(line.text[: line.lead] + ":") and line.lead <= _LONGEST_LABEL + 2:
        head = line.text[: line.lead].strip(" :|–—-")
        rest = line.cut(line.lead + len(re.match(r"[\s:|–—-]*", line.text[line.lead :])[0]))  # type: ignore[index]
    elif colon and len(head) <= _LONGEST_LABEL and head[:1].isupper() and (line.item or line.gap):
        rest = line.cut(start)
        if not line.item and not country_named(head) and not read_list(rest.text):
            return None
    else:
        return None
    if not head or not rest.text or _SENTENCE_WITHIN.search(head) or len(head.split()) > WORDS_OF_A_PLACE:
        return None
    sure = place.kind is Kind.DELEGATION and country_named(head) and read_list(rest.text)
    return Start(
        head,
        None,
        1,
        some(rest),
        _("who it was, behind a colon"),
        Confidence.SURE if sure else Confidence.LIKELY,
        named=rest.text,
        link=line.cut(0, len(head)).only_link,
    )


def numbered(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title in bold or capitals before a sentence that has the date: “1. ALBANIA - Il 24 maggio …”."""
    line = lines[0]
    number = NUMBER.match(line.text)
    begin = number.end() if number else 0
    end = END_OF_TITLE.search(line.text, begin)
    head = line.text[begin : end.start()] if end else ""
    if line.lead and line.lead > begin:
        head, begin_rest = line.text[begin : line.lead].strip(" :|–—-."), line.lead
    elif end and (head.isupper() or number or place.kind in {Kind.DELEGATION, Kind.MISSION}):
        begin_rest = end.end()
    else:
        return None
    rest = line.cut(begin_rest + len(re.match(r"[\s:|.–—-]*", line.text[begin_rest:])[0]))  # type: ignore[index]
    dates = place.calendar.dates_in(first_sentence(rest.text), place.kind)
    if not dates or not is_title(head) or len(head.split()) > WORDS_OF_A_PLACE or not (line.gap or line.item):
        return None
    return Start(
        head,
        When(dates[0].text, sure=False),
        1,
        some(rest),
        _("a title before a sentence that has the date"),
        Confidence.LIKELY,
    )


def pending(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a bullet under a date that stands alone: its title, or its first sentence."""
    line = lines[0]
    if place.pending is None or not line.item:
        return None
    return _sentence(line, place.pending)


def news(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a bullet among the news: its first sentence is its title."""
    line = lines[0]
    if place.kind is not Kind.NEWS or not line.item:
        return None
    return _sentence(line, None)


def _sentence(line: Line, when: When | None) -> Start | None:
    title, rest = title_of(line) if line.lead else ("", ())
    if title:
        return Start(
            title, when, 1, rest, _("a bullet with a title"), Confidence.LIKELY, link=line.cut(0, line.lead).only_link
        )
    sentence = first_sentence(line.text)
    title = sentence.removesuffix(".")
    if len(title) > 2 * LONGEST_TITLE:
        return None
    rest = some(line.cut(len(sentence)))
    return Start(title, when, 1, rest, _("the first sentence of a bullet"), Confidence.DOUBTFUL)


RULES: tuple[Callable[[Sequence[Line], Place], Start | None], ...] = (
    bars,
    pending,
    above_date,
    beside,
    date_last,
    below_date,
    date_first,
    numbered,
    named_guests,
    news,
)


def find_start(lines: Sequence[Line], place: Place) -> Start | None:
    """Return the record that starts with the first of *lines*; None where none does."""
    for rule in RULES:
        found = rule(lines, place)
        if found:
            return _with_place_below(found, lines)
    return None


def _with_place_below(start: Start, lines: Sequence[Line]) -> Start:
    """Take a short line of its own under the date for the place."""
    when = start.when
    if when is None or when.place or start.rest or start.used + 1 >= len(lines) or start.used < _TITLE_AND_DATE:
        return start
    line, after = lines[start.used], lines[start.used + 1]
    plain = not (line.stands_out or line.item or after.item or _NO_PLACE.search(line.text))
    alone = after.gap and not after.stands_out and len(line.text.split()) <= WORDS_OF_A_PLACE and not line.gap
    if not (plain and alone and line.text[:1].isupper() and line.text[-1:].isalnum()):
        return start
    return replace(start, when=replace(when, place=line.text), used=start.used + 1, doubtful_place=True)
