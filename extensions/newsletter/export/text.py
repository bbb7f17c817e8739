# SPDX-License-Identifier: EUPL-1.2
"""Write texts for all formats alike, so that all outputs show the same title: characters, names and people, moments.

XML 1.0 (section 2.2), RFC 5545 (section 3.1) and readers of CSV each refuse some characters; what any
of them refuses is dropped for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newsletter.model.facts import FIELDS, Field, Value
from newsletter.model.record import Record, value_of
from newsletter.model.values import Person

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACING = re.compile("[\t\n]+")


def only_valid(text: str) -> str:
    """Return *text* without control characters, lone surrogates and noncharacters; line feeds and tabs stay."""
    return text if text.isprintable() else _INVALID.sub("", text)


def _all_printable(text: str) -> bool:
    """Tell whether nothing in *text* but line feeds is unprintable, as in most texts: no expression need look at it."""
    return text.isprintable() or text.replace("\n", "").isprintable()


def paragraphs(text: str) -> str:
    """Return *text* with each kind of line break as a line feed, tabs as spaces, and only valid characters."""
    if _all_printable(text):
        return text.strip()
    return only_valid(_BREAK.sub("\n", text)).replace("\t", " ").strip()


def one_line(text: str) -> str:
    """Return *text* on one line: breaks and tabs become one space, and only valid characters stay."""
    if text.isprintable():
        return text.strip()
    valid = text if _all_printable(text) else only_valid(_BREAK.sub("\n", text))
    return _SPACING.sub(" ", valid).strip()


def abridge(text: str, limit: int) -> str:
    """Return at most *limit* characters of *text*, cut between words and closed by an ellipsis where it is longer."""
    if len(text) <= limit:
        return text
    cut = text[: max(limit - 1, 0)]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > len(cut) // 2 else cut).rstrip() + "…"


TOLD = tuple(
    field for field in FIELDS if field.label and field.value in {Value.PEOPLE, Value.ORGANISATIONS, Value.TEXT}
)
"""The fields that say something in words, for formats that have no place of their own for it."""


def show_person(person: Person) -> str:
    """Return ``Name (Role)``."""
    return f"{one_line(person.name)} ({one_line(person.role)})" if person.role else one_line(person.name)


def show_people(people: Iterable[Person]) -> str:
    """Return ``Name (Role); Name``."""
    return "; ".join(map(show_person, people))


def words_of(record: Record, field: Field) -> tuple[str, ...]:
    """Return what *record* says under *field*, one of :data:`TOLD`: each person, each organisation, or a text."""
    value = value_of(record, field)
    if not value:
        return ()
    match field.value:
        case Value.PEOPLE:
            return tuple(map(show_person, value))
        case Value.TEXT:
            return (one_line(value),)
        case _:
            return tuple(map(one_line, value))


_MINUTE = timedelta(minutes=1)


def moment(day: date, zone: ZoneInfo, hour: time = time.min) -> str:
    """Return *hour* of *day* in *zone* as ``2026-05-13T18:00:00+02:00``.

    Before standard time offsets had seconds, which RFC 3339 (section 4.2) cannot write: such a moment
    is given as if in UTC.
    """
    local = datetime.combine(day, hour, tzinfo=zone)
    offset = local.utcoffset()
    if offset is None or offset % _MINUTE:
        local = local.replace(tzinfo=UTC)
    return local.isoformat()
