# SPDX-License-Identifier: EUPL-1.2
"""Tell which records answer a query of ``queries.json``, and how good the first five hits of a search are."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LETTERS = str.maketrans("łŁøØđĐßæ’", "lLoOdDsa'")
FIRST = 5

Facts = Mapping[str, Any]
Query = Mapping[str, Any]


def plain(text: str) -> str:
    """Fold case and drop accents."""
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def visible(record: Facts) -> str:
    """Join the words of a record that readers see."""
    names = ("title", "text", "place", "country", "people", "hosts", "partners")
    return plain(" ".join([*(record[name] for name in names), *record["topics"]]))


def begins_word(needle: str, text: str) -> bool:
    """Tell whether a word of a plain text begins with a needle."""
    return re.search(r"(?<!\w)" + re.escape(plain(needle)), text) is not None


def touches(record: Facts, first: str, last: str) -> bool:
    """Tell whether a record lasts into a span of days."""
    return any(start <= last and end >= first for start, end in record["spans"])


def touches_day(record: Facts, day: str) -> bool:
    """Tell whether a record holds a day, of any year if the day has none; what only has a month does not."""
    if record["month_only"]:
        return False
    spans = [(a, b, {f"{y}-{day}" for y in (a[:4], b[:4])} if len(day) == 5 else {day}) for a, b in record["spans"]]
    return any(a <= each <= b for a, b, days in spans for each in days)


def holds(rule: Mapping[str, Any], record: Facts) -> bool:
    """Tell whether a record fulfils all that a rule asks."""
    text = visible(record)
    tests: dict[str, Callable[[Any], bool]] = {
        "kind": lambda value: record["kind"] == value,
        "country": lambda value: value in record["codes"],
        "topic": lambda value: value in record["topics"],
        "person": lambda value: plain(value) in plain(f"{record['people']}; {record['hosts']}"),
        "traveller": lambda value: plain(value) in plain(record["people"]),
        "text": lambda value: all(begins_word(v, text) for v in ([value] if isinstance(value, str) else value)),
        "year": lambda value: touches(record, f"{value}-01-01", f"{value}-12-31"),
        "month": lambda value: touches(record, f"{value}-01", f"{value}-31"),
        "date": lambda value: touches_day(record, value),
        "day": lambda value: touches_day(record, value),
        "from": lambda value: touches(record, value, "9999"),
    }
    return all(tests[name](value) for name, value in rule.items())


def relevant(query: Query, records: Sequence[Facts]) -> set[str]:
    """List the ids of the records that answer a query in an archive."""
    ids = set(query["ids"]) & {r["id"] for r in records}
    return ids | {r["id"] for r in records if any(holds(rule, r) for rule in query["rules"])}


def precision(query: Query, hits: Sequence[str], records: Sequence[Facts], said: bool = False) -> float:
    """Count the relevant among the first five hits, of the five that could be or of as many as there are.

    Hits are ids of records, or addresses of other pages: those of `pages` are passed over, any other is a wrong hit. A
    query without answer is right with no hit at all, or if the engine `said` that what it shows is only near.
    """
    answers = relevant(query, records)
    counted = [hit for hit in dict.fromkeys(hits) if hit not in query["pages"]][:FIRST]
    if query["class"] == "none":
        return float(not counted or said)
    return sum(hit in answers for hit in counted) / min(FIRST, len(answers))


def load(path: Path = HERE / "queries.json") -> list[Query]:
    """Read the queries."""
    queries: list[Query] = json.loads(path.read_text(encoding="utf-8"))["queries"]
    return queries


def doubts(query: Query, records: Sequence[Facts]) -> list[str]:
    """Say what is wrong with a query in an archive."""
    known = {r["id"] for r in records}
    found = [f"no record {each}" for each in query["ids"] if each not in known]
    answers = relevant(query, records)
    if query["class"] == "none":
        words = [w for w in re.findall(r"\w+", query["q"]) if len(w) > 3]
        found += [f"{r['id']} has {w}" for r in records for w in words if begins_word(w, visible(r))]
    if bool(answers) == (query["class"] == "none"):
        found.append(f"{len(answers)} answers")
    return found
