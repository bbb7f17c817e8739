# SPDX-License-Identifier: EUPL-1.2
"""Write the fictional archive that search is measured on: monthly issues of the city of Borgoluce.

An issue is the same in an archive of any length, and each call writes the same bytes. Countries and foreign cities are
real, all else is invented.
"""

from __future__ import annotations

import calendar
import random
import re
import textwrap
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SEED = "Borgoluce"
LAST = (2026, 5)
COUNT = 120
MONTHS = [
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
]
WEEKDAYS = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"]
LETTERS = str.maketrans("łŁøØđĐßæ", "lLoOdDsa")

Span = tuple[str, str]


@dataclass
class Record:
    """Hold what one record says, as its block is written and as queries ask for it."""

    id: str
    issue: str
    kind: str
    title: str
    spans: list[Span]
    shown: str
    text: str
    country: str = ""
    codes: list[str] = field(default_factory=list)
    place: str = ""
    time: str = ""
    people: str = ""
    hosts: str = ""
    partners: str = ""
    topics: list[str] = field(default_factory=list)
    status: str = ""
    lang: str = ""
    month_only: bool = False
    sport: bool = False
    planted: bool = False
    retelling: bool = False


def read(name: str) -> dict[str, Any]:
    """Read one of the TOML files that stand beside this one."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """Fold case and drop accents, as queries are compared."""
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def slug(text: str) -> str:
    """Make the part of an id that comes from a title."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")


def months(count: int) -> Iterator[tuple[int, int]]:
    """Give the months of the issues, oldest first."""
    last = LAST[0] * 12 + LAST[1] - 1
    for number in range(last - count + 1, last + 1):
        yield number // 12, number % 12 + 1


def name_of(year: int, month: int) -> str:
    """Name the issue of a month."""
    return f"{year:04}-{month:02}"


def shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """Move a month by some months."""
    number = year * 12 + month - 1 + by
    return number // 12, number % 12 + 1


# -- Dates in words ----------------------------------------------------------------------------------------------------


def day_in_words(day: date, year: bool, weekday: bool = False) -> str:
    """Write one day as a letter would."""
    number = "1º" if day.day == 1 else str(day.day)
    words = f"{number} {MONTHS[day.month - 1]}"
    return (f"{WEEKDAYS[day.weekday()]} " if weekday else "") + words + (f" {day.year}" if year else "")


def in_words(first: date, last: date, year: bool, style: int) -> str:
    """Write a day or a span of days in one of several styles."""
    if first == last:
        return day_in_words(first, year, weekday=style == 0)
    if first.year != last.year:
        return f"{day_in_words(first, True)} - {day_in_words(last, True)}"
    end = f" {last.year}" if year else ""
    if first.month != last.month:
        return f"{day_in_words(first, False)} - {day_in_words(last, False)}{end}"
    month = MONTHS[first.month - 1]
    if style == 1 and first.day not in (1, 8, 11) and last.day not in (8, 11):
        return f"dal {first.day} al {last.day} {month}{end}"
    return f"{first.day}{'–' if style == 2 else '-'}{last.day} {month}{end}"


def month_span(year: int, month: int) -> Span:
    """Give the first and last day of a month."""
    return f"{year}-{month:02}-01", f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


# -- Planted records ---------------------------------------------------------------------------------------------------


def planted_spans(when: str) -> list[Span]:
    """Read the days of a planted record."""
    spans = []
    for part in when.split("; "):
        first, _, last = part.partition("/")
        spans.append((first, last or first))
    return spans


def planted() -> list[Record]:
    """Read the planted records, in the order they are written in."""
    codes = {entry[0]: code for code, entry in read("names.toml")["countries"].items()}
    found = []
    for entry in read("planted.toml")["r"]:
        values = dict(entry)
        spans = planted_spans(values.pop("when"))
        values["topics"] = [t for t in values.get("topics", "").split(", ") if t]
        country = values.get("country", "")
        days = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans]
        shown = "; ".join(in_words(a, b, True, 3) for a, b in days)
        retold = values.pop("retold", None)
        again = values.pop("retold_text", "")
        known = [codes[country]] if country else []
        record = Record(**values, spans=spans, shown=shown, codes=known, planted=True)
        found.append(record)
        if retold:
            telling = Record(record.id, retold, record.kind, record.title, spans, shown, again)
            telling.sport, telling.planted, telling.retelling = record.sport, True, True
            found.append(telling)
    return found


# -- Ordinary records --------------------------------------------------------------------------------------------------


class Writer:
    """Invent the ordinary records of one issue."""

    def __init__(self, year: int, month: int) -> None:
        """Prepare the material and the chance of the issue."""
        self.year, self.month = year, month
        self.issue = name_of(year, month)
        self.chance = random.Random(f"{SEED} {self.issue}")  # noqa: S311 (it must repeat)
        self.names = read("names.toml")
        self.themes = read("sentences.toml")
        self.titles: set[str] = set()
        self.cities: set[str] = set()

    def country(self, kind: str) -> tuple[str, str]:
        """Choose a country and a city not met in this issue."""
        guarded = self.names["guarded"] if kind in ("event", "news") else []
        codes = [c for c, entry in self.names["countries"].items() if entry[1] and c not in guarded]
        while True:
            code = self.chance.choice(codes)
            city = self.chance.choice(self.names["countries"][code][1])
            if city not in self.cities:
                self.cities.add(city)
                return code, city

    def filled(self, text: str, city: str) -> str:
        """Fill the gaps of a sentence or title."""
        organisation = self.chance.choice(self.names["organisations"])
        filled = text.format(city=city, org=organisation, n=self.chance.randint(3, 60))
        return filled[:1].upper() + filled[1:]

    def chosen(self, texts: list[str], city: str) -> list[str]:
        """Leave out what needs a city where there is none."""
        return [t for t in texts if city or "{city}" not in t]

    def title(self, kind: str, theme: dict[str, Any], city: str) -> str:
        """Choose a title that this issue does not have yet."""
        about = theme["about"]
        forms = {
            "event": theme["events"],
            "news": theme["news"],
            "mission": ["{city}", "Missione a {city}", "Visita di studio a {city}", *(f"{{city}}: {a}" for a in about)],
            "delegation": ["{city}", "Ospiti da {city}", "Visita da {city}", *(f"{{city}}: {a}" for a in about)],
        }[kind]
        for _ in range(40):
            title = self.filled(self.chance.choice(self.chosen(forms, city)), city)
            if title not in self.titles:
                break
        self.titles.add(title)
        return title

    def officials(self, year: int) -> list[str]:
        """List who of Borgoluce was in office in a year, with roles."""
        known = self.names["officials"].items()
        return [f"{name} ({role})" for name, (role, since, until) in known if since <= year < until]

    def days(self, kind: str) -> tuple[Span, str]:
        """Choose the days of a record, and how they are written."""
        ahead = self.chance.choice([0, 0, 0, 1]) if kind == "event" else -1
        year, month = shifted(self.year, self.month, ahead)
        if self.chance.random() < 0.08:
            return month_span(year, month), MONTHS[month - 1]
        first = date(year, month, self.chance.randint(1, 26))
        longest = {"event": 9, "mission": 5, "delegation": 2, "news": 0}[kind]
        several = self.chance.random() < (0.9 if kind == "mission" else 0.4)
        last = first + timedelta(days=self.chance.randint(1, longest) if several and longest else 0)
        if kind != "event" and last.month != month:
            last = first
        shown = in_words(first, last, self.chance.random() < 0.2, self.chance.randint(0, 4))
        return (first.isoformat(), last.isoformat()), shown

    def record(self, kind: str, theme_name: str) -> Record:
        """Invent one record."""
        chance = self.chance
        theme = self.themes[theme_name]
        code, city = self.country(kind) if kind in ("mission", "delegation") or chance.random() < 0.5 else ("", "")
        country = self.names["countries"][code][0] if code else ""
        span, shown = self.days(kind)
        title = self.title(kind, theme, city)
        sentences = chance.sample(self.chosen(theme["sentences"], city), chance.randint(2, 4))
        text = " ".join(self.filled(s, city) for s in sentences)
        record = Record(
            f"{self.issue}-{slug(title)}", self.issue, kind, title, [span], shown, text, country, [code] if code else []
        )
        record.topics = theme["topics"][: chance.randint(1, 2)] if chance.random() < 0.85 else []
        record.month_only = shown in MONTHS
        record.sport = kind == "event" and theme_name == "sport"
        self.add_people(record, code, city, int(span[0][:4]))
        if kind == "event" and span[0] == span[1] and chance.random() < 0.4:
            record.time = chance.choice(["18:00", "18.30", "ore 21", "10:00-13:00", "17:30-19:00"])
        if kind == "event" and chance.random() < 0.04:
            record.status = chance.choice(["tentative", "cancelled"])
        return record

    def add_people(self, record: Record, code: str, city: str, year: int) -> None:
        """Say where a record takes place, who appears in it, and with whom."""
        chance, names = self.chance, self.names
        own = self.officials(year)
        roles = ["Dirigente", "Docente", "Portavoce", "Responsabile dei progetti", "Consigliere comunale"]
        guest = f"{chance.choice(names['countries'][code][2])} ({chance.choice(roles)})" if code else ""
        if record.kind == "mission":
            record.place, record.people = city, "; ".join(chance.sample(own, chance.choice([1, 1, 2])))
        elif record.kind == "delegation":
            record.people = guest if chance.random() < 0.6 else ""
            record.hosts = chance.choice(own) if chance.random() < 0.6 else ""
            record.place = chance.choice(names["places"]) if chance.random() < 0.5 else ""
        elif record.kind == "event":
            record.place = chance.choice(names["places"])
            record.people = guest if guest and chance.random() < 0.25 else ""
        if chance.random() < 0.3:
            record.partners = "; ".join(chance.sample(names["organisations"], chance.randint(1, 2)))

    def records(self, already: list[Record]) -> list[Record]:
        """Invent as many records as the issue lacks beside those planted in it."""
        wanted = {"event": 9, "delegation": 4, "mission": 3, "news": 6}
        found = list(already)
        ids = {r.id for r in already}
        for kind, count in wanted.items():
            missing = count + self.chance.choice([-1, 0, 0, 1]) - sum(r.kind == kind for r in already)
            themes = self.chance.sample(sorted(self.themes), max(missing, 0))
            for theme in themes:
                record = self.record(kind, theme)
                if record.id not in ids:
                    ids.add(record.id)
                    found.append(record)
        return sorted(found, key=lambda r: (r.spans[0][0], r.id))


# -- Pages -------------------------------------------------------------------------------------------------------------


def block(record: Record) -> str:
    """Write the block of a record."""
    given = {
        "date": record.shown,
        "time": record.time,
        "place": record.place,
        "country": record.country,
        "people": record.people,
        "hosts": record.hosts,
        "partners": record.partners,
        "topics": ", ".join(record.topics),
        "status": record.status,
        "lang": record.lang,
        "id": record.id,
    }
    options = "\n".join(f":{name}: {value}" for name, value in given.items() if value)
    body = textwrap.fill(record.text, 118, break_on_hyphens=False, break_long_words=False)
    return f":::{{{record.kind}}} {record.title}\n{options}\n\n{body}\n:::\n"


def page(year: int, month: int, records: list[Record]) -> str:
    """Write an issue."""
    before_year, before_month = shifted(year, month, -1)
    before = f"{MONTHS[before_month - 1].capitalize()} {before_year}"
    events = [r for r in records if r.kind == "event" and not r.sport]
    sections = [
        ("## Top News", events),
        ("## Appuntamenti sportivi internazionali", [r for r in records if r.sport]),
        (f"## {before}", None),
        ("### Delegazioni ricevute", [r for r in records if r.kind == "delegation"]),
        ("### Missioni all'estero", [r for r in records if r.kind == "mission"]),
        ("### In primo piano", [r for r in records if r.kind == "news"]),
    ]
    parts = [f"# {MONTHS[month - 1].capitalize()} {year}\n", ":::{masthead}\n:::\n"]
    for heading, told in sections:
        if told is None or told:
            parts.append(f"{heading}\n")
            parts += [block(r) for r in told or []]
    return "\n".join([*parts, "## Contatti\n", ":::{contacts}\n:::\n"])


def issues(count: int = COUNT) -> dict[str, list[Record]]:
    """Give the records of each issue, oldest issue first."""
    hand = planted()
    found = {}
    for year, month in months(count):
        name = name_of(year, month)
        found[name] = Writer(year, month).records([r for r in hand if r.issue == name])
    return found


def archive(count: int = COUNT) -> list[Record]:
    """Give all records once; what is told again has the texts of all its tellings and the last one's issue."""
    merged: dict[str, Record] = {}
    for records in issues(count).values():
        for record in records:
            if record.retelling and record.id in merged:
                first = merged[record.id]
                first.text, first.issue = f"{first.text} {record.text}", record.issue
            else:
                merged[record.id] = record
    return list(merged.values())


def write(folder: Path, count: int = COUNT) -> None:
    """Write so many issues, which end in May 2026, into a folder."""
    (folder / "issues").mkdir(parents=True, exist_ok=True)
    for name, records in issues(count).items():
        year, month = (int(part) for part in name.split("-"))
        (folder / "issues" / f"{name}.md").write_text(page(year, month, records), encoding="utf-8", newline="\n")
