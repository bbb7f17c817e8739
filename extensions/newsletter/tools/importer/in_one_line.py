# SPDX-License-Identifier: EUPL-1.2
"""Rules for a title and its date in one line, whatever stands between, before and behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.roles import COURTESY, ROLES
from newsletter.tools.importer.stacked import titled_below
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import (
    AFTER_DATE,
    LONGEST_TITLE,
    NUMBER,
    SMALL_PLACES,
    Tail,
    is_title,
    read_tail,
    some,
    title_of,
)
from newsletter.tools.importer.when import When, hours_at
from newsletter.tools.importer.wording import first_sentence

_LONGEST_IN_ONE = 320
_JOURNEYS = frozenset({Kind.DELEGATION, Kind.MISSION})
_WORDS_OF_A_STOP = 4
_WORDS_OF_A_VENUE = 4
_PIPE = re.compile(r"\s*\|\s*")
_OFTEN = re.compile(
    r"(?:^|[\s,(.–—-])(?P<words>(?:ogni|tutt[ie]\s+[il]e?|every|each|all)\s+[\w'’]+(?:\s+(?:di|del|of|in))?\s*[:,(]?\s*)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:il|l['’]|le|les|on)\s*", re.IGNORECASE)
"""The word before a date that stands before its title behind a mark: “Le 4 novembre : une délégation”."""
_MARKS = frozenset({":", "-", "–", "—", "|"})
_VENUE_FIRST = re.compile(r"(?P<place>[A-ZÀ-Ý][^\s:,.]*(?:\s+[^\s:,.]+){0,4})\s?:\s+(?=\S)")
"""A place between date and title: “3 May, 6.30 pm, Guildhall: Carols”."""
_VENUE_LAST = re.compile(
    rf"(?P<title>[^,]+\s[^,]+), (?P<place>(?:[A-ZÀ-Ý]|(?i:{SMALL_PLACES.pattern}))[^\s,]*(?: [^\s,]+){{0,3}})"
)
"""A title and its place: “Women’s Day breakfast, Ferry Rooms”."""
_PEOPLE = re.compile(
    rf"\b(?:con|with|avec|e|and|et|by|{'|'.join(sorted(map(re.escape, ROLES | COURTESY)))})\b", re.IGNORECASE
)
"""Words of titles in which what stands behind a comma is somebody’s name or role."""
_STRONG = re.compile(r"(?:\s*[.…]{3,}|\s*\||\s+[-–—]|[–—]|\s*\()\s*$")
_WEAK = re.compile(r"\s*[,:.]\s*$")


def bars(lines: Sequence[Line], place: Place) -> Start | None:
    """Read ``place | date | text``, in whatever order the first parts stand."""
    line = lines[0]
    if "|" not in line.text:
        return None
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
    doubtful = not stop and place.kind is Kind.EVENT and not before and len(after) == 1 and _is_venue(after[0])
    if doubtful:
        stop = after.pop().text
    rest = tuple(part for cell in (*before, *after) for part in some(cell))
    return Start(
        title.text,
        replace(when, place=stop),
        1,
        rest,
        _("parts between bars"),
        doubtful_place=doubtful,
        link=title.only_link,
    )


def _is_venue(cell: Line) -> bool:
    """Tell whether *cell*, the last behind an event's date, is a few words with a capital and no sentence."""
    text = cell.text
    return text[:1].isupper() and text[-1:].isalnum() and len(text.split()) <= _WORDS_OF_A_VENUE and not cell.links


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
    found = _beside(lines[0], place)
    return replace(found, rule=_("parts between bars"), confidence=Confidence.SURE) if found else None


def beside(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title and its date in one line, with a mark between them, perhaps a place, perhaps text behind."""
    line = lines[0]
    when = place.calendar.when(line.text, place.kind)
    if when and (not when.place or titled_below(lines)):
        return None
    return _beside(line, place)


def _beside(line: Line, place: Place) -> Start | None:
    text = line.text
    for date in place.calendar.dates_in(text[:_LONGEST_IN_ONE], place.kind)[:2]:
        before, lead = text[: date.start], line.lead
        often = _OFTEN.search(before, lead)  # “every Tuesday: 4, 11 and 18 June”
        kept = line.cut(often.start("words"), date.start) if often else Line(())
        before = before[: often.start("words")] if often else before
        strong, weak = _STRONG.search(before), _WEAK.search(before)
        if lead and date.start >= lead:
            between = before[lead:].strip(" :|(–—-,.")
            title = text[:lead] if not between else ""
            strong = strong or (weak if title else None)
        else:
            title = before[: strong.start()] if strong else before[: weak.start()] if weak else ""
            if place.kind in _JOURNEYS and not (strong or weak) and text[date.end : date.end + 1] == ":":
                title = before  # “Lumi 2-4 marzo: Ada Esempio (assessora) …”
        title = title.strip(" :|–—-,…(").removesuffix(".")
        if not title or not is_title(title) or first_sentence(title) != title:
            continue
        tail = read_tail(line, date.end, in_brackets=before.rstrip().endswith("("))
        if not tail.mark and (whole := place.calendar.when(text[date.start :], place.kind)):
            tail = Tail(whole.time, whole.place)
        alone = not tail.rest and len(text) <= LONGEST_TITLE
        stopped = line.gap and before.endswith(". ") and tail.mark in {",", "."}
        stop = place.kind in _JOURNEYS and len(title.split()) <= _WORDS_OF_A_STOP and bool(tail.rest)
        named = stop and title[0].isupper() and tail.mark in {".", ":", "-", "–", "—"}
        if not (strong or line.stands_out or alone or stopped or named or (tail.mark == ":" and line.gap)):
            continue
        if not date.has_day and not (alone or tail.mark in {"|", "-", "–", "—", ")", ":"}):
            continue
        when = When(date.text, tail.time, tail.place)
        sure = line.stands_out or lead or (strong is not None and (line.gap or line.item))
        return Start(
            NUMBER.sub("", title, count=1) if not line.stands_out else title,
            when,
            1,
            (*some(kept), *tail.rest),
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
    article = _ARTICLE.match(line.text, start) if dates and dates[0].start > start else None
    if (
        not dates
        or dates[0].start != (article.end() if article else start)
        or (when and (not when.place or titled_below(lines)))
    ):
        return None
    date = dates[0]
    time, end = hours_at(line.text, date.end)
    opening = AFTER_DATE.match(line.text[end:])
    mark = (opening["mark"] if opening else "") or ""
    rest = line.cut(end + (opening.end() if opening else 0))
    if (
        not rest.text
        or (article and mark not in _MARKS)
        or (not mark and not (line.gap or line.item or line.lead))
        or not (date.has_day or date.has_year or mark)
    ):
        return None
    venue = _VENUE_FIRST.match(rest.text) if mark == "," else None
    rest = rest.cut(venue.end()) if venue else rest
    title, behind = title_of(rest)
    if not title or (title[0].islower() and mark != ":" and not (venue or line.lead)):
        return None
    title, inner = _without_hour(title)
    stop = venue["place"] if venue else inner.place
    told = None if stop or place.kind is not Kind.EVENT else _VENUE_LAST.fullmatch(title)
    doubtful = told is not None and (told["title"].isupper() or not _PEOPLE.search(title))
    if told and doubtful:
        title, stop = told["title"], told["place"]
    return Start(
        title,
        When(f"{article[0] if article else ''}{date.text}", time or inner.time, stop),
        1,
        behind,
        _("a date before its title"),
        Confidence.LIKELY,
        doubtful,
        link=rest.cut(0, len(title)).only_link,
    )


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


def _without_hour(title: str) -> tuple[str, Tail]:
    """Return *title* without the hour and the place that it ends with: “Coffee with the Consul, 11am, Town Hall”."""
    comma = title.find(",")
    while comma > 0:
        time, end = hours_at(title, comma)
        if time and title[end : end + 1] in {"", ","}:
            return title[:comma], Tail(time, title[end:].strip(" ,"))
        comma = title.find(",", comma + 1)
    return title, Tail()
