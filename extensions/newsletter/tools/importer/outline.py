# SPDX-License-Identifier: EUPL-1.2
"""Lines put into sections and records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsletter.dates import parse_dates, show_month
from newsletter.languages import LANGUAGES
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.text import plain
from newsletter.model.values import Dates
from newsletter.tools.importer.apart import apart
from newsletter.tools.importer.columns import read_columns, read_row
from newsletter.tools.importer.escape import URL
from newsletter.tools.importer.forwarded import without_heads
from newsletter.tools.importer.gazetteer import country_named
from newsletter.tools.importer.headings import Heading, read_heading
from newsletter.tools.importer.imprint import is_imprint
from newsletter.tools.importer.items import PLAIN, Guess, Item, Section, look_of
from newsletter.tools.importer.kinds_by_words import kind_by_words
from newsletter.tools.importer.labels import labelled, labelled_people
from newsletter.tools.importer.lines import Line, is_running_prose
from newsletter.tools.importer.named import SENTENCE_WITH_DATE
from newsletter.tools.importer.people import find_people, read_list
from newsletter.tools.importer.personal import is_for_recipients, is_personal, target_of, without_counters
from newsletter.tools.importer.rules import find_start
from newsletter.tools.importer.short_dates import short_dates
from newsletter.tools.importer.split_dates import with_whole_dates
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import NUMBER
from newsletter.tools.importer.undated import undated
from newsletter.tools.importer.when import DATE_LABEL, Calendar, When
from newsletter.tools.importer.wording import first_sentence

_WORDS_OF_A_HEADING = 8
_AHEAD = 8
"""Lines that are looked at together; fewer are left only at the end of the newsletter."""
_DATE_LABELS = frozenset({"quando", "data", "date", "when"})
_URL_BEHIND = re.compile(rf"[\s<(:]+(?:{URL.pattern})[>)]*$", re.IGNORECASE)
_OF_THE_SHEET = re.compile(
    r"\b(?:newsletter|notiziario|bollettino|bulletin|lettre|numero|issue|anno|year|n[.°º]|no\.)", re.IGNORECASE
)


class Outline:
    """Walks the lines from the first to the last; each of them ends up somewhere."""

    def __init__(self, period: Period, language: str = "it") -> None:
        self.calendar = Calendar(period, language)
        self.sections: list[Section] = [Section("", 1, Kind.EVENT, "masthead")]
        self.asides: list[Line] = []
        self.labels: list[str] = []
        """Words such as “Luogo:”, whose sense is now an option's."""
        self.title = ""
        self._month = ""
        self._pending: tuple[When, Line] | None = None
        self._taken = False
        """Whether a record has taken the date that is pending."""
        self._own = {plain(show_month(period, each)) for each in {language, *LANGUAGES}}

    def take(self, lines: Sequence[Line]) -> None:
        """Put all of *lines* in their places."""
        lines = [*without_heads([replace(line, place=place) for place, line in enumerate(lines)])]
        self.asides += [line for line in lines if line.aside]
        whole = with_whole_dates([line for line in lines if not line.aside], self.calendar)
        rest = [part for line in whole for part in apart(line, self.calendar)]
        place = 0
        while place < len(rest):
            place += self._take_some(rest[place : place + _AHEAD])
        self._drop_pending()

    def _take_some(self, lines: Sequence[Line]) -> int:
        """Put the first of *lines* in their place; return how many."""
        line, section = lines[0], self.sections[-1]
        if self._take_people(line) or self._take_heading(lines) or self._take_alike(line) or self._take_date(lines):
            return 1
        if self._names_columns(lines):
            section.columns = read_columns(line)
            self.asides.append(line)
            return 1
        if len(lines) < _AHEAD and section.items and is_imprint(lines):
            self.sections.append(Section("", 2, None, "imprint", prose=[line], place=line.place))
            return 1
        start = self._start(lines)
        if start and (self._is_within(start, line) or not re.search(r"[^\W_]", start.title)):
            start = None  # a title of mere signs is none
        if start:
            taken = lines[: start.used]
            self.labels += [label["label"] for each in taken if (label := DATE_LABEL.match(each.text))]
            self.labels += [words for each in taken for words in self._said_in_full(each, start)]
            self.labels += start.options.values()
            self.labels += [number[0] for each in taken if (number := NUMBER.match(each.text))]
            section.items.append(self._item(start, line))
            self._taken = self._taken or (self._pending is not None and start.when is self._pending[0])
            if not line.item:
                self._pending = None
            return start.used
        self._drop_pending()
        if section.name != "contacts" and is_for_recipients(line):
            self.asides.append(line)
            return 1
        if self._opens_section(lines):
            level = max(section.level, 2)
            self.sections.append(Section(line.text, level, Kind.EVENT, "other", section.month, place=line.place))
        elif section.items:
            self._continue(section.items[-1], line)
        else:
            section.prose.append(line)
        return 1

    def _take_alike(self, line: Line) -> bool:
        """Open a section where *line* looks like the heading of this one, and unlike the titles of its records."""
        look, section = look_of(line), self.sections[-1]
        if not section.items or look != section.look or look == PLAIN or self.calendar.dates_in(line.text, Kind.NEWS):
            return False
        if look in {item.look for item in section.items} or len(line.text.split()) > _WORDS_OF_A_HEADING:
            return False
        self.sections.append(Section(line.text, 2, Kind.EVENT, "other", look=look, place=line.place))
        return True

    def _opens_section(self, lines: Sequence[Line]) -> bool:
        """Tell whether the first of *lines* looks like a heading, of words that no rule knows."""
        line, section = lines[0], self.sections[-1]
        if section.name == "masthead":
            looks = line.heading or (line.gap and (line.text.isupper() or line.strong))
            found = find_start(lines[1:], Place(Kind.EVENT, self.calendar)) if looks and len(lines) > 1 else None
            return found is not None and self._is_no_sheet(found, lines[1:])
        return bool(line.heading) and section.kind is Kind.EVENT and bool(section.items)

    def _names_columns(self, lines: Sequence[Line]) -> bool:
        """Tell whether the first of *lines* is the head of a table whose rows are records."""
        line, kind = lines[0], self.sections[-1].kind
        if not (line.cells and kind and len(lines) > 1 and lines[1].cells):
            return False
        if read_columns(line):
            return True
        return line.strong and find_start(lines[1:], Place(kind, self.calendar)) is not None

    def _take_heading(self, lines: Sequence[Line]) -> bool:
        """Open the section that the first of *lines* names."""
        line = lines[0]
        above = bool(line.item) and len(lines) > 1 and lines[1].item > line.item
        alone = (line.gap and not line.item) or line.stands_out or above
        heading = read_heading(line.text) if alone else None
        if heading is None or (not heading.known and self._has_date(lines)):
            return False
        if not heading.known and self._is_within_section(line, heading):
            return False
        if heading.name == "month":
            return self._take_month(line, heading)
        if not heading.known and not (line.stands_out or line.text.isupper() or len(lines) < 2 or lines[1].gap):
            return False
        if heading.name in {"contacts", "coming"} or heading.kind is Kind.EVENT:
            self._month = ""
        kind = Kind.NEWS if self._is_news(heading, lines) else heading.kind
        level = 3 if self._month and kind is not Kind.EVENT else 2
        month = heading.month if plain(heading.month) not in self._own else ""
        self.sections.append(
            Section(
                heading.title, level, kind, heading.name, month or self._month, line.heading, look_of(line), line.place
            )
        )
        self._pending = None
        return True

    def _is_news(self, heading: Heading, lines: Sequence[Line]) -> bool:
        """Tell whether a heading that suits dates and news alike, “In evidenza”, stands over a title without a date."""
        below = lines[1:4]
        titled = bool(below) and below[0].stands_out
        return titled and heading.either and not any(self.calendar.dates_in(line.text, Kind.NEWS) for line in below)

    def _is_within_section(self, line: Line, heading: Heading) -> bool:
        """Tell whether *line* stands where a section's titles do: below its heading, by level or by looks."""
        section = self.sections[-1]
        if section.name == "masthead":
            return heading.loose and not (section.prose or section.items or self.title)  # the newsletter's name
        if line.heading and section.looks:
            return line.heading > section.looks and (heading.loose or section.looks > 1)
        return heading.loose and not (line.heading or line.text.isupper())

    def _has_date(self, lines: Sequence[Line]) -> bool:
        """Tell whether what looks like a heading stands over a date, and is a title."""
        below = lines[1:3]
        when = self.calendar.when(below[0].text, Kind.EVENT) if below else None
        if when is None or (when.place and (lines[0].heading or lines[0].text.isupper()) and not below[0].stands_out):
            return False
        # A deeper heading under the date is the title that it belongs to.
        return not (len(below) > 1 and (below[1].item or below[1].heading > lines[0].heading > 0))

    def _take_month(self, line: Line, heading: Heading) -> bool:
        """Take a month that stands alone: the issue's own for its title, another as a look back."""
        if plain(heading.month) in self._own:
            if self.title or len(self.sections) > 1 or " " not in heading.month:
                return False
            self.title = line.text
            return True
        if " " not in heading.month and not line.stands_out:
            return False
        self._month = heading.month
        self.sections.append(Section(heading.title.strip("."), 2, Kind.EVENT, "month", heading.month, place=line.place))
        self._pending = None
        return True

    def _take_date(self, lines: Sequence[Line]) -> bool:
        """Keep a date that stands alone for the bullets, or the paragraph of news, under it."""
        line, section = lines[0], self.sections[-1]
        if line.item or section.kind is None or section.name == "masthead" or len(lines) < 2:
            return False
        when = self.calendar.when(line.text, section.kind)
        if when is None or when.place or self.calendar.when(lines[1].text, section.kind):
            return False
        if not lines[1].item and not (section.kind is Kind.NEWS and lines[1].text.endswith(".")):
            return False
        self._drop_pending()
        self._pending, self._taken = (when, line), False
        return True

    def _drop_pending(self) -> None:
        """Give up a date that no bullet under it took."""
        if self._pending and not self._taken:
            section = self.sections[-1]
            (section.items[-1].body if section.items else section.prose).append(self._pending[1])
        self._pending = None

    def _start(self, lines: Sequence[Line]) -> Start | None:
        section = self.sections[-1]
        if section.kind is None:
            return None
        last = section.items[-1].rule if section.items else ""
        place = Place(section.kind, self.calendar, self._pending[0] if self._pending else None, last)
        found = read_row(lines[0], section.columns, place) or find_start(lines, place)
        if section.name == "masthead":
            if found and is_running_prose(lines[0]):
                return None
            return found if found and self._is_no_sheet(found, lines) else None
        return found or undated(lines, place)

    def _is_no_sheet(self, start: Start, lines: Sequence[Line]) -> bool:
        """Tell whether *start* is a record, and not what says, under the newsletter's name, when it came out."""
        if start.when is None or not re.search(r"\b\d{1,2}\b", start.when.date):
            return False
        return _OF_THE_SHEET.search(" ".join(line.text for line in lines[: start.used])) is None

    def _is_within(self, start: Start, line: Line) -> bool:
        """Tell whether a dated line belongs to the programme of the record above, which spans its days."""
        items = self.sections[-1].items
        if items and line.item > items[-1].depth > 0 and start.when and self._spans(items[-1], start.when):
            return True
        if items and line.item and start.rule != items[-1].rule and items[-1].kind is Kind.EVENT:
            return start.confidence is not Confidence.SURE and self._pending is None
        if not items or start.confidence is Confidence.SURE or line.stands_out or line.item or start.when is None:
            return False
        if self._pending is not None or line.gap or start.rule == items[-1].rule:
            return False
        return self._spans(items[-1], start.when)

    def _said_in_full(self, line: Line, start: Start) -> Iterator[str]:
        """Yield the words of *line* for which the date of *start* says the day in full: “Saturday 22nd”."""
        date = start.when.date if start.when else ""
        found = short_dates(line.text, self.calendar.period) if "/" in date else ()
        yield from (line.text[first:end] for first, end, day in found if day == date)

    def _spans(self, item: Item, when: When) -> bool:
        """Tell whether *item* is of several days, and those of *when* are among them."""
        above, here = self._dates(item.options.get("date", "")), self._dates(when.date)
        return bool(above and here and above.start <= here.start and here.end <= above.end and above.start != above.end)

    def _dates(self, text: str) -> Dates | None:
        try:
            return parse_dates(text, period=self.calendar.period, kind=Kind.EVENT, language=self.calendar.language)
        except ContentError:
            return None

    def _item(self, start: Start, line: Line) -> Item:
        section = self.sections[-1]
        kind = section.kind or Kind.EVENT
        title = _URL_BEHIND.sub("", start.title) if start.link else start.title
        title = title.strip(" :|–—-") or start.title
        told = " ".join(first_sentence(each.text) for each in start.rest[:1])
        item = Item(kind, f"{title[:1].upper()}{title[1:]}", {}, line.number, list(start.rest), start.rule, line.place)
        item.look, item.depth = look_of(line), line.item
        by_words = self._kind_by_words(section, title, told)
        if section.kind is Kind.NEWS and start.rule == SENTENCE_WITH_DATE:
            by_words = kind_by_words("", title)
        if by_words:
            item.kind = by_words
            item.guessed["kind"] = Guess(_("by its words"), Confidence.LIKELY)
        when = start.when or When(section.month)
        item.options = {
            name: value for name, value in (("date", when.date), ("time", when.time), ("place", when.place)) if value
        }
        if start.confidence is not Confidence.SURE:
            item.guessed["title"] = Guess(start.rule, start.confidence)
        if not when.sure:
            item.guessed["date"] = Guess(_("the first date of the text"), Confidence.DOUBTFUL)
        if start.doubtful_place:
            item.guessed["place"] = Guess(_("the line under the date"), Confidence.DOUBTFUL)
        link = target_of(start.link) if is_personal(start.link, title) else without_counters(start.link)
        if link:
            item.options["url"] = link
        item.options |= start.options
        item.named = start.named
        return item

    def _kind_by_words(self, section: Section, title: str, told: str) -> Kind | None:
        """Return the kind that a record tells where its section does not; a country with people are guests."""
        if section.name not in {"masthead", "month", "other"}:
            return None
        by_words = kind_by_words(title, told)
        guests = section.name == "other" and country_named(title) and (read_list(told) or find_people(told).visitors)
        return by_words or (Kind.DELEGATION if guests else None)

    def _take_people(self, line: Line) -> bool:
        """Give the record above the people that *line* names after a label."""
        items, found = self.sections[-1].items, labelled_people(line.text)
        if found is None or not items or found.option in items[-1].options:
            return False
        items[-1].options[found.option] = found.value
        self.labels.append(found.label)
        return True

    def _continue(self, item: Item, line: Line) -> None:
        """Add *line* to the text of *item*, or what it says after a label to its options."""
        found = labelled(line.text)
        if found and found.option not in item.options:
            item.options[found.option] = found.value
            self.labels.append(found.label)
            return
        label, _colon, _rest = line.text.partition(":")
        when = self.calendar.when(line.text, item.kind) if plain(label) in _DATE_LABELS else None
        if when and ("date" not in item.options or "date" in item.guessed):
            item.options |= {name: value for name in ("date", "time", "place") if (value := getattr(when, name))}
            item.guessed.pop("date", None)
            self.labels.append(label)
            return
        item.body.append(line)
