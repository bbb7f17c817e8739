# SPDX-License-Identifier: EUPL-1.2
"""Lines put into sections and records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsletter.dates import show_month
from newsletter.model.countries import read_countries
from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import Period
from newsletter.model.record import Kind
from newsletter.model.text import plain
from newsletter.source.sections import kind_of_heading
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.titles import Start, find_start
from newsletter.tools.importer.when import Calendar, When

_WITHOUT_RECORDS = ("approfondimenti", "contatti", "contacts", "contatto", "coming soon", "in arrivo")
_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w ]{1,24}?)\s*:\s*(?P<value>\S.{0,300})")
_LABELS = {
    **dict.fromkeys(("luogo", "dove", "sede", "where", "place"), "place"),
    **dict.fromkeys(("ora", "orario", "ore", "time"), "time"),
    **dict.fromkeys(("partner", "partners", "in collaborazione con", "organizzatori", "enti partner"), "partners"),
    **dict.fromkeys(("paese", "paesi", "country"), "country"),
}
_ARTICLE = re.compile(r"^(?:le|i|gli|la|il|the)\s+", re.IGNORECASE)
_SHORT = 80
_YEARS = 20  # around the issue's, in which a month that heads a section may be: somebody may have mistyped the issue


@dataclass
class Item:
    """A record of the old newsletter."""

    kind: Kind
    title: str
    options: dict[str, str]
    line: int
    body: list[Line] = field(default_factory=list)
    rest: str = ""
    guessed: list[str] = field(default_factory=list)
    """The names of the options that are a guess; ``title`` where the record itself is."""


@dataclass
class Section:
    """A section of the old newsletter: its text, then its records."""

    title: str
    level: int
    kind: Kind | None
    name: str = ""
    """What the section is, where it holds no records of its own: ``contacts``, ``coming``, or the masthead's empty."""
    prose: list[Line] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


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
        self._months = {
            plain(show_month(Period(year, month), language)): show_month(Period(year, month), language)
            for year in range(period.year - _YEARS, period.year + _YEARS + 1)
            for month in range(1, 13)
        }
        self._bare_months = {month.rpartition(" ")[0] for month in self._months}

    def take(self, lines: Sequence[Line]) -> None:
        """Put all of *lines* in their places."""
        self.asides += [line for line in lines if line.aside]
        rest = [line for line in lines if not line.aside]
        place = 0
        while place < len(rest):
            place += self._take_some(rest[place:])

    def _take_some(self, lines: Sequence[Line]) -> int:
        """Put the first of *lines* in their place; return how many."""
        line, section = lines[0], self.sections[-1]
        if self._take_heading(line):
            return 1
        start = self._start(lines)
        if start:
            section.items.append(self._item(start, line))
            return start.used
        if line.heading and section.kind is Kind.EVENT and section.name != "masthead" and section.items:
            self.sections.append(Section(line.text, section.level, section.kind))
        elif section.items:
            self._continue(section.items[-1], line)
        else:
            section.prose.append(line)
        return 1

    def _take_heading(self, line: Line) -> bool:
        """Open the section that *line* names."""
        name = plain(line.text).strip(" :.")
        alone = line.gap and len(line.text) <= _SHORT and not line.item
        if not (alone or line.stands_out) or "|" in line.text:
            return False
        if name in self._months or (line.stands_out and name in self._bare_months):
            if self._months.get(name) == show_month(self.calendar.period, self.calendar.language):
                return self._take_own_month(line)
            self._month = _calm(line.text).strip(".")
            self.sections.append(Section(self._month, 2, Kind.EVENT, "month"))
            return True
        special = next((word for word in _WITHOUT_RECORDS if name == word or name.startswith(f"{word} ")), "")
        kind = kind_of_heading(_ARTICLE.sub("", line.text))
        if special and len(name.split()) <= 6:
            self._month = "" if special != "approfondimenti" else self._month
            name = {"contatti": "contacts", "contatto": "contacts", "contacts": "contacts"}.get(special, "")
            name = name or ("prose" if special == "approfondimenti" else "coming")
            self.sections.append(Section(_calm(line.text), 2, Kind.EVENT if name == "coming" else None, name))
            return True
        if kind:
            level = 3 if self._month and kind is not Kind.EVENT else 2
            self._month = self._month if level == 3 or kind is not Kind.EVENT else ""
            self.sections.append(Section(_calm(line.text), level, kind))
            return True
        return False

    def _take_own_month(self, line: Line) -> bool:
        """Take the issue's own month for its title, the first time."""
        if self.title or len(self.sections) > 1:
            return False
        self.title = line.text
        return True

    def _start(self, lines: Sequence[Line]) -> Start | None:
        section = self.sections[-1]
        if section.kind is None:
            return None
        found = find_start(lines, section.kind, self.calendar)
        if section.name == "masthead":
            # The month that stands under the newsletter's name is the issue's, and makes no record of that name.
            return found if found and re.search(r"\b\d{1,2}\b", found.when.date) else None
        if found:
            return found
        return self._without_date(lines, section.kind)

    def _without_date(self, lines: Sequence[Line], kind: Kind) -> Start | None:
        """Take a title without a date for a record's: its date is in the text below, or the month looked back on."""
        line = lines[0]
        lead = line.strong and len(lines) > 1 and not lines[1].gap  # “Lisbona: visita al museo”, its first word bold
        sentence = line.text.endswith((".", ";", ",", ":")) and not lead
        if line.item or len(line.text) > _SHORT * 2 or sentence:
            return None
        follows = len(lines) > 1 and not lines[1].stands_out
        date = self.calendar.first_date(lines[1].text, kind) if follows else ""
        if kind is Kind.EVENT:
            return Start(line.text, When(date), 1, sure=False) if date and line.stands_out else None
        shaped = line.stands_out or (line.gap and follows and not lines[1].gap and len(line.text) <= _SHORT)
        return Start(line.text, When(date or self._month), 1, sure=False) if shaped and follows else None

    def _item(self, start: Start, line: Line) -> Item:
        kind = self.sections[-1].kind or Kind.EVENT
        options = {"date": start.when.date, "time": start.when.time, "place": start.when.place}
        title = start.title.strip(" :|–—-") or start.title
        item = Item(
            kind,
            f"{title[:1].upper()}{title[1:]}",
            {k: v for k, v in options.items() if v},
            line.number,
            rest=start.rest,
        )
        if not start.sure:
            item.guessed.append("title")
            item.guessed += ["date"] if start.used == 1 and start.when.date not in line.text else []
        if not start.when.sure:
            item.guessed.append("date")
        item.guessed += ["place"] if start.doubtful_place else []
        if len(line.links) == 1 and start.used > len(start.rest):
            item.options["url"] = line.links[0]
        if kind is Kind.MISSION and (stops := _stops(start.when.place)):
            item.options["place"] = stops
            item.guessed.append("place")
        countries = _countries(title, start.when.place) if kind in {Kind.DELEGATION, Kind.MISSION} else ""
        if countries:
            item.options["country"] = countries
            item.guessed.append("country")
        return item

    def _continue(self, item: Item, line: Line) -> None:
        """Add *line* to the text of *item*, or what it says after a label to its options."""
        match = _LABELLED.fullmatch(line.text)
        name = _LABELS.get(plain(match["label"])) if match else None
        if match and name and name not in item.options:
            item.options[name] = match["value"].strip()
            self.labels.append(match["label"])
            return
        label, _colon, _rest = line.text.partition(":")
        when = self.calendar.when(line.text, item.kind) if plain(label) in {"quando", "data", "date", "when"} else None
        if when and "date" not in item.options:
            item.options |= {name: value for name in ("date", "time", "place") if (value := getattr(when, name))}
            self.labels.append(label)
            return
        item.body.append(line)


def _stops(place: str) -> str:
    """Return *place* as a list of stops, where it is nothing but names between commas; empty where it is not.

    In “Lisbona, Portogallo” the second is the country and no stop, and stays where it is.
    """
    parts = [part.strip() for part in place.split(",")]
    names = all(re.fullmatch(r"[^\W\d_a-zà-ÿ][\w'’ -]{1,40}", part) and len(part.split()) <= 3 for part in parts)
    return "; ".join(parts) if len(parts) > 1 and names and not _countries(place) else ""


def _calm(heading: str) -> str:
    """Return *heading* in small letters where it shouts: “TOP NEWS”."""
    heading = heading.strip(" :")
    return heading.capitalize() if heading.isupper() else heading


def _countries(*texts: str) -> str:
    """Return the countries that *texts* name as a whole, between commas or in parentheses; empty where they do not."""
    for text in texts:
        parts: list[str] = [text, *re.findall(r"\(([^()]+)\)", text), *re.split(r"\s*[,;|–—-]\s+|\s*/\s*", text)]
        for part in parts:
            try:
                if len(part) > 2 and read_countries(part):
                    return part
            except ContentError:
                continue
    return ""
