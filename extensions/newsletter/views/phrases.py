# SPDX-License-Identifier: EUPL-1.2
"""Put a record's days, places, people and state into a few words, for lists and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from docutils import nodes

from newsletter.dates import date_parts, show_hours
from newsletter.environment.labels import kind_name, status_name
from newsletter.model.countries import country_name
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.values import Dates, Hours, Person, Precision, Status
from newsletter.views.pieces import Line, Piece, as_nodes


@lru_cache(maxsize=16384)  # a record says its days on many pages
def date_line(dates: Dates, hours: Hours | None, language: str) -> Line:
    """Return dates in words; a piece that names a day or month knows it."""
    pieces = [
        Piece(text, day=_iso(span.start.isoformat(), dates) if span else "")
        for text, span in date_parts(dates, language)
    ]
    if hours is not None:
        pieces.append(Piece(f", {show_hours(hours, language)}"))
    return tuple(pieces)


def _iso(day: str, dates: Dates) -> str:
    return day[:7] if dates.precision is Precision.MONTH else day


def date_nodes(dates: Dates, hours: Hours | None, language: str) -> Iterator[nodes.Node]:
    """Return dates in words; a piece that names a day is an ``inline`` of class ``date`` with it."""
    yield from as_nodes(date_line(dates, hours, language))


def takes_place(record: Record) -> bool:
    """Tell whether *record* takes place on its days: not so what was cancelled, or postponed to a day not yet known."""
    return not record.is_off


def person_text(person: Person) -> str:
    """Return a name with its role."""
    return f"{person.name} ({person.role})" if person.role else person.name


def people_text(people: Iterable[Person]) -> str:
    """Return names with their roles."""
    return "; ".join(person_text(person) for person in people)


def people_line(record: Record) -> Line:
    """Return the people of *record* with their roles."""
    return (Piece(people_text(record.people), lang=record.lang_of("people")),)


def guests(record: Record) -> Iterator[tuple[Person, str]]:
    """Yield the visitors, travellers or speakers of *record*, each with the language of the role."""
    return ((person, record.lang_of("people")) for person in record.people)


def hosts(record: Record) -> Iterator[tuple[Person, str]]:
    """Yield those who received them, each with the language of the role."""
    return ((person, record.lang_of("hosts")) for person in record.hosts)


def appearances(record: Record) -> Iterator[tuple[Person, str]]:
    """Yield all who appear in *record*, each with the language of the role."""
    yield from guests(record)
    yield from hosts(record)


def places_line(record: Record) -> Line:
    """Return the places of *record*."""
    return (Piece("; ".join(record.places), lang=record.lang_of("place")),)


def where_line(record: Record, language: str, *, without_country: bool = False) -> Line:
    """Return the places of *record*, and its countries in parentheses."""
    countries = "" if without_country else ", ".join(country_name(code, language) for code in record.countries)
    if not record.places or not countries:
        return (Piece(countries),) if countries else places_line(record)
    return (*places_line(record), Piece(f" ({countries})"))


def kind_line(kind: Kind) -> Line:
    """Return the name of *kind*, to stand before a title: what colours tell is told in words too (WCAG 2.1, 1.4.1)."""
    return (Piece(kind_name(kind), kind=kind), Piece(" "))


def status_line(record: Record) -> Line:
    """Return a word on the state of *record*; nothing where it is confirmed."""
    if record.status is Status.CONFIRMED:
        return ()
    return (Piece(status_name(record.status), status=record.status), Piece(" · "))


def status_nodes(record: Record) -> list[nodes.Node]:
    """Return a word on the state of *record* as nodes; none where it is confirmed."""
    return as_nodes(status_line(record))
