# SPDX-License-Identifier: EUPL-1.2
"""The tables of a year's report, worked out a second time: from ``data/records.json`` alone, as a journalist would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Row = Mapping[str, Any]
KINDS = ("mission", "delegation", "event")
NO_COUNTRIES = {"EU", "UN"}


@dataclass(frozen=True)
class Journalist:
    """Somebody who has the open data, and knows which country the city lies in."""

    records: Sequence[Row]
    own: str = "IT"

    def held(self, year: int) -> list[Row]:
        return [
            row
            for row in self.records
            if row["kind"] in KINDS and row["takes_place"] == "yes" and row["start"][:4] == f"{year:04}"
        ]

    def of(self, year: int, kind: str) -> list[Row]:
        return [row for row in self.held(year) if row["kind"] == kind]

    def codes(self, year: int) -> set[str]:
        return {code for row in self.held(year) if row["kind"] != "event" for code in row["countries"]} - {self.own}

    def countries(self, year: int) -> set[str]:
        return self.codes(year) - NO_COUNTRIES

    def earlier(self, year: int) -> set[str]:
        return {
            code
            for before in {int(row["start"][:4]) for row in self.records}
            if before < year
            for code in self.countries(before)
        }

    def tells_of(self, year: int) -> bool:
        return any(row["start"][:4] == f"{year:04}" for row in self.records)

    def told_before(self, year: int) -> bool:
        return any(int(row["start"][:4]) < year for row in self.records)

    def figures(self, year: int) -> list[int | None]:
        if not self.tells_of(year):
            return [None] * 8
        return [
            len(self.of(year, "mission")),
            sum(len(days(row)) for row in self.of(year, "mission")),
            len(self.of(year, "delegation")),
            len({person["name"] for row in self.of(year, "delegation") for person in row["people"]}),
            len(self.countries(year)),
            len(self.countries(year) - self.earlier(year)) if self.told_before(year) else None,
            len(self.countries(year - 1) - self.countries(year)) if self.tells_of(year - 1) else None,
            len(self.of(year, "event")),
        ]

    def country_rows(self, year: int) -> dict[str, list[str]]:
        met = [row for before in range(1900, year + 1) for row in self.held(before) if row["kind"] != "event"]
        return {
            code: [*counts(row for row in self.held(year) if code in row["countries"]), *ends(met, code)]
            for code in self.codes(year)
        }

    def people(self, year: int) -> dict[str, list[str]]:
        appearing = [row for row in self.held(year) if row["kind"] != "event"]
        names = {person["name"] for row in appearing for person in (*row["people"], *row["hosts"])}
        return {name: self._person(appearing, name) for name in names}

    def _person(self, rows: Sequence[Row], name: str) -> list[str]:
        ordered = sorted(rows, key=lambda row: row["kind"] != "mission")
        roles = [
            person["role"] for row in ordered for person in (*row["people"], *row["hosts"]) if person["name"] == name
        ]
        among = {
            "travelled": [row for row in rows if row["kind"] == "mission" and named(row["people"], name)],
            "visited": [row for row in rows if row["kind"] == "delegation" and named(row["people"], name)],
            "received": [row for row in rows if named(row["hosts"], name)],
        }
        return ["; ".join(dict.fromkeys(filter(None, roles))), *(str(len(those)) for those in among.values())]

    def topics(self, year: int) -> dict[str, list[str]]:
        told = {topic for row in self.held(year) for topic in row["topics"]}
        return {topic: counts(row for row in self.held(year) if topic in row["topics"]) for topic in told}

    def networks(self, year: int, names: Iterable[str]) -> dict[str, list[str]]:
        if not self.tells_of(year):
            return {name: ["", "", ""] for name in names}
        return {name: counts(row for row in self.held(year) if name in row["partners"]) for name in names}

    def twin_cities(self, year: int, names: Iterable[str]) -> dict[str, list[str]]:
        if not self.tells_of(year):
            return {name: ["", "", ""] for name in names}
        return {
            name: counts(
                row for row in self.held(year) if name in " ".join((row["title"], *row["places"], *row["partners"]))
            )
            for name in names
        }

    def quarters(self, year: int) -> list[list[str]]:
        if not self.tells_of(year):
            return []
        return [
            counts(row for row in self.held(year) if (int(row["start"][5:7]) - 1) // 3 == quarter)
            for quarter in range(4)
        ]


def days(row: Row) -> set[date]:
    """Return the days on which *row* takes place; none where only the month is known."""
    spans = [
        (date.fromisoformat(each["start"]), date.fromisoformat(each["end"]))
        for each in row["occurrences"]
        if each.get("status") != "cancelled"
    ]
    if row["precision"] == "month":
        return set()
    return {start + timedelta(number) for start, end in spans for number in range((end - start).days + 1)}


def counts(rows: Iterable[Row]) -> list[str]:
    """Return how many missions, delegations and events *rows* are."""
    kinds = [row["kind"] for row in rows]
    return [str(kinds.count(kind)) for kind in KINDS]


def ends(rows: Sequence[Row], code: str) -> list[str]:
    """Return the days of the first and the last of *rows* with the country *code*, as ISO 8601."""
    those = sorted(
        (row for row in rows if code in row["countries"]), key=lambda row: (row["start"], row["end"], row["id"])
    )
    return [interval(those[0]), interval(those[-1])]


def interval(row: Row) -> str:
    """Return the spans of *row* as days or intervals of ISO 8601."""
    spans = ((each["start"], each["end"]) for each in row["occurrences"])
    return "; ".join(start if start == end else f"{start}/{end}" for start, end in spans)


def named(people: Iterable[Row], name: str) -> bool:
    """Tell whether *name* is among *people*."""
    return any(person["name"] == name for person in people)
