# SPDX-License-Identifier: EUPL-1.2
"""Compare two states of the archive, record by record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

Row = Mapping[str, object]
"""A record as ``data/records.json`` has it."""

_FOLLOWS_FROM_OTHERS = frozenset({"id", "page", "start", "end", "precision", "occurrences", "published"})
_ALIKE = 0.6


class Change(StrEnum):
    """The change of a record; one that fits several is what stands first."""

    ADDED = "added"
    REMOVED = "removed"
    CANCELLED = "cancelled"
    MOVED = "moved"
    """To other days or hours, or to another issue."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that is no longer what it was; None where it was not, or is no more."""

    field: str
    before: object
    after: object
    language: str = ""
    """The language of the translation that says so (BCP 47); empty for the original."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that is no longer what it was."""

    change: Change
    row: Row
    """The record as it is now; as it was, where it was removed."""
    fields: tuple[FieldChange, ...] = ()
    former_id: str = ""
    """The id that it had, where it has another now: links and calendars that name it lead nowhere."""
    undated: bool = False
    """Whether it was published, and nothing says on which day it was changed."""


def compare(before: Iterable[Row], after: Iterable[Row], unpublished: Collection[str] = ()) -> tuple[RecordChange, ...]:
    """Return what turns *before* into *after*, in the order of :class:`Change`, then of days and ids.

    :param unpublished: the issues that were not out before.
    """
    old = {str(row["id"]): row for row in before}
    new = {str(row["id"]): row for row in after}
    gone = [row for key, row in old.items() if key not in new]
    come = [row for key, row in new.items() if key not in old]
    renamed = _renamed(gone, come)
    changes = [RecordChange(Change.ADDED, row) for row in come if str(row["id"]) not in renamed]
    found_again = set(renamed.values())
    changes += [RecordChange(Change.REMOVED, row) for row in gone if str(row["id"]) not in found_again]
    for key, row in new.items():
        former = renamed.get(key, key)
        if former in old:
            changes += _altered(old[former], row, published=old[former].get("issue") not in unpublished)
    order = list(Change)
    return tuple(sorted(changes, key=lambda each: (order.index(each.change), *_order(each.row))))


def _order(row: Row) -> tuple[str, str, str]:
    return str(row.get("start") or ""), str(row.get("end") or ""), str(row["id"])


def _altered(before: Row, after: Row, *, published: bool) -> list[RecordChange]:
    """Return the change of one record, if it is one; *published* tells whether it was out before."""
    was, is_now = _facts(before), _facts(after)
    fields = tuple(
        FieldChange(name, was.get((language, name)), is_now.get((language, name)), language)
        for language, name in sorted(was.keys() | is_now.keys())
        if was.get((language, name)) != is_now.get((language, name))
    )
    former_id = str(before["id"]) if before["id"] != after["id"] else ""
    if not fields and not former_id:
        return []
    changed = {field.field for field in fields if not field.language}
    if "status" in changed and after.get("status") == "cancelled":
        change = Change.CANCELLED
    elif changed & {"days", "hours"} or before.get("issue") not in _items(after.get("issues")):
        change = Change.MOVED
    else:
        change = Change.CHANGED
    said = changed <= {"updated"} or str(after.get("updated", "")) > str(before.get("updated", ""))
    return [RecordChange(change, after, fields, former_id, undated=published and not said)]


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _occurrences(row: Row) -> list[Mapping[str, object]]:
    return [each for each in _items(row.get("occurrences")) if isinstance(each, dict)]


def days_of(row: Row) -> str:
    """Return the days of *row* as one text: the precision, then each occurrence, with what became of it.

    An occurrence is its first and its last day, the word ``cancelled`` or nothing, and the interval that it replaces.
    """
    return " ".join(
        [
            str(row.get("precision", "day")),
            *(
                f"{each['start']}/{each['end']}|{each.get('status', '')}|{each.get('was', '')}"
                for each in _occurrences(row)
            ),
        ]
    )


def hours_of(row: Row) -> str:
    """Return the hours of *row*, which hold for each occurrence: ``18:00–20:00``."""
    for each in _occurrences(row):
        return "–".join(str(each[name]) for name in ("time_start", "time_end") if each.get(name))
    return ""


def _facts(row: Row) -> dict[tuple[str, str], object]:
    """Return the fields of *row* that say something of their own, by the language of the translation and their name.

    Its days and hours are apart; the original's language is empty.
    """
    facts = {("", name): value for name, value in row.items() if name not in {*_FOLLOWS_FROM_OTHERS, "translations"}}
    facts["", "days"] = days_of(row)
    facts["", "hours"] = hours_of(row)
    translations = row.get("translations")
    for language, told in translations.items() if isinstance(translations, dict) else ():
        facts |= {(language, name): value for name, value in told.items()}
    return facts


def _renamed(gone: Sequence[Row], come: Sequence[Row]) -> dict[str, str]:
    """Return the former id of each new record that is, by kind, title and days, one that seems to have gone.

    A default id is made of the issue and the title: with another title, or in another issue, the id is another.
    Only records of one day or of one title are held against each other, so that the cost stays that of a sort.
    """
    shelves: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in gone:
        for shelf in _shelves(row):
            shelves[shelf].append(row)
    pairs = {
        (_likeness(old, new), str(new["id"]), str(old["id"]))
        for new in come
        for shelf in _shelves(new)
        for old in shelves[shelf]
    }
    found: dict[str, str] = {}
    taken: set[str] = set()
    for likeness, new_id, old_id in sorted(pairs, reverse=True):
        if likeness >= _ALIKE and new_id not in found and old_id not in taken:
            found[new_id] = old_id
            taken.add(old_id)
    return found


def _title(row: Row) -> str:
    return " ".join(str(row.get("title", "")).casefold().split())


def _shelves(row: Row) -> tuple[tuple[object, ...], ...]:
    return (row.get("kind"), "title", _title(row)), (row.get("kind"), "days", row.get("start"), row.get("end"))


def _likeness(old: Row, new: Row) -> float:
    return SequenceMatcher(None, _title(old), _title(new), autojunk=False).ratio()
