# SPDX-License-Identifier: EUPL-1.2
"""The layout ``list``: one line a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes

from newsletter.core.countries import country_name
from newsletter.core.record import Kind, Person, Record
from newsletter.core.selection import GroupBy
from newsletter.core.text import plain
from newsletter.views.context import Context
from newsletter.views.words import date_nodes, joined, person_text, status_nodes


def bullet_list(context: Context, records: Iterable[Record], by: GroupBy | None, key: str | None) -> list[nodes.Node]:
    """Return *records* as a list; in the group *key*, a line leaves out what the group says already."""
    items = nodes.bullet_list(classes=["records", "records-list"])
    for record in records:
        line = nodes.paragraph("", "", context.record_link(record), nodes.Text(" — "))
        line += status_nodes(record)
        line += list(joined(_pieces(context, record, by, key), " · "))
        items += nodes.list_item("", line, classes=[f"record-{record.kind}"])
    return [items]


def _pieces(context: Context, record: Record, by: GroupBy | None, key: str | None) -> Iterator[Iterable[nodes.Node]]:
    yield date_nodes(record.dates, record.hours, context.language)
    with_country = by is not GroupBy.COUNTRY
    if record.kind is Kind.DELEGATION:  # it came from the country to the place
        if with_country:
            yield [nodes.Text(", ".join(country_name(code, context.language) for code in record.countries))]
        yield [nodes.Text("; ".join(record.places))]
    else:
        yield [nodes.Text(where_text(record, context.language, without_country=not with_country))]
    if by is GroupBy.PERSON:
        here = [person for person in (*record.people, *record.hosts) if plain(person.name) == plain(key or "")]
        roles = [person.role for person in here if person.role]
        yield [nodes.Text(role) for role in dict.fromkeys(roles)][:1]
    elif record.people:
        yield [nodes.Text(people_text(record.people))]


def where_text(record: Record, language: str, *, without_country: bool = False) -> str:
    """Return the places of *record*, and its countries in parentheses."""
    places = "; ".join(record.places)
    countries = "" if without_country else ", ".join(country_name(code, language) for code in record.countries)
    if not places or not countries:
        return places or countries
    return f"{places} ({countries})"


def people_text(people: Iterable[Person]) -> str:
    """Return names with their roles."""
    return "; ".join(person_text(person) for person in people)
