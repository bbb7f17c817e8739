# SPDX-License-Identifier: EUPL-1.2
"""Archives of any size, of invented words, the same at every run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.dates import get_month_names

from newsletter.model.issue import Period
from scripts.bench.words import ORGANISATIONS, PEOPLE, ROLES, TOWNS, VENUES, Inventor

_SECTIONS = (
    ("Appuntamenti", "event", 10),
    ("Delegazioni ricevute", "delegation", 4),
    ("Missioni all'estero", "mission", 4),
    ("In primo piano", "news", 4),
)
_LAST = Period(2026, 5)
_MONTHS = get_month_names("wide", locale="it")


@dataclass(frozen=True, slots=True)
class InventedRecord:
    """One invented record: its options, and its text."""

    kind: str
    title: str
    options: dict[str, str]
    text: str

    def block(self) -> str:
        """Return the record as a block of ours."""
        options = "".join(f":{name}: {value}\n" for name, value in self.options.items())
        return f":::{{{self.kind}}} {self.title}\n{options}\n{self.text}\n:::\n"

    def heading(self) -> str:
        """Return the same words as a plain section."""
        return f"### {self.title}\n\n{'. '.join(self.options.values())}.\n\n{self.text}\n"


@dataclass(frozen=True, slots=True)
class InventedIssue:
    """One invented issue: its month, and its records by section."""

    period: Period
    sections: Sequence[tuple[str, Sequence[InventedRecord]]]

    @property
    def entries(self) -> list[InventedRecord]:
        """All records, as they stand in the page."""
        return [entry for _title, entries in self.sections for entry in entries]

    def markdown(self, *, plain: bool) -> str:
        """Return the page, of plain sections or of blocks of ours, with the masthead that each real issue has."""
        head = "" if plain else ":::{masthead}\n:::\n\n"
        parts = [f"# {_MONTHS[self.period.month].capitalize()} {self.period.year}\n\n{head}"]
        for title, entries in self.sections:
            parts += [f"## {title}\n\n", *(f"{entry.heading() if plain else entry.block()}\n" for entry in entries)]
        return "".join(parts)


def _dates(inventor: Inventor, kind: str, period: Period) -> str:
    month = _MONTHS[(period if kind == "event" else period.plus(-1)).month]
    first = inventor.number(1, 24)
    return f"{first}-{first + inventor.number(1, 4)} {month}" if inventor.chance(0.3) else f"{first} {month}"


def _people(inventor: Inventor, count: int) -> str:
    return "; ".join(f"{name} ({inventor.one(ROLES)})" for name in inventor.some(PEOPLE, count))


def _entry(inventor: Inventor, kind: str, period: Period, topics: Sequence[str]) -> InventedRecord:
    options = {"date": _dates(inventor, kind, period)}
    if kind == "event":
        options["place"] = inventor.one(VENUES)
        if "-" not in options["date"] and inventor.chance(0.5):
            options["time"] = f"{inventor.number(9, 20)}:30"
    if kind in {"delegation", "mission"}:
        town = inventor.one(list(TOWNS))
        options |= {"place": town} if kind == "mission" else {"hosts": _people(inventor, 1)}
        options |= {"country": TOWNS[town], "people": _people(inventor, 2)}
    if inventor.chance(0.6):
        options["partners"] = "; ".join(inventor.some(ORGANISATIONS, 2))
    if topics and inventor.chance(0.7):
        options["topics"] = ", ".join(inventor.some(topics, min(2, len(topics))))
    if inventor.chance(0.2):
        options["url"] = f"https://example.org/{period}/{inventor.number(1, 10**6)}"
    paragraphs = (" ".join(inventor.sentence() for _ in range(2)) for _ in range(inventor.number(1, 3)))
    return InventedRecord(kind, inventor.title(), options, "\n\n".join(paragraphs))


def issues(count: int, topics: Sequence[str]) -> Iterator[InventedIssue]:
    """Yield *count* monthly issues of 22 records each, oldest first."""
    inventor = Inventor(count)
    for back in range(count - 1, -1, -1):
        period = _LAST.plus(-back)
        sections = [
            (title, [_entry(inventor, kind, period, topics) for _ in range(records)])
            for title, kind, records in _SECTIONS
        ]
        yield InventedIssue(period, sections)


def write_issues(folder: Path, count: int, topics: Sequence[str], *, plain: bool) -> None:
    """Write an archive of *count* issues into *folder*, as blocks of ours or as plain sections."""
    folder.mkdir(parents=True)
    for issue in issues(count, topics):
        (folder / f"{issue.period}.md").write_text(issue.markdown(plain=plain), encoding="utf-8")
