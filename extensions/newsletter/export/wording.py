# SPDX-License-Identifier: EUPL-1.2
"""Put what a record says into words, as contributors write it."""

from __future__ import annotations

from collections.abc import Iterable

from newsletter.export.characters import one_line
from newsletter.model.facts import FIELDS, Field, Value, value_of
from newsletter.model.record import Person, Record

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
