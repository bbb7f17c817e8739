# SPDX-License-Identifier: EUPL-1.2
"""The layout ``list``: one line a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes

from newsletter.archive.selection import GroupBy
from newsletter.model.countries import country_name
from newsletter.model.record import Kind, Record
from newsletter.views.context import Context
from newsletter.views.phrases import date_line, people_text, status_line, where_text
from newsletter.views.pieces import Line, Piece, as_html, as_nodes, joined, raw_html


def bullet_list(context: Context, records: Iterable[Record], by: GroupBy | None, key: str | None) -> list[nodes.Node]:
    """Return *records* as a list; in the group *key*, a line leaves out what the group says already."""
    if context.makes_pages:
        items = "".join(
            f'<li class="record-{record.kind}"><p>{as_html(record_line(context, record, by, key))}</p></li>\n'
            for record in records
        )
        return [raw_html(f'<ul class="records records-list simple">\n{items}</ul>\n')]
    listed = nodes.bullet_list(classes=["records", "records-list"])
    for record in records:
        line = nodes.paragraph("", "", *as_nodes(record_line(context, record, by, key)))
        listed += nodes.list_item("", line, classes=[f"record-{record.kind}"])
    return [listed]


def record_line(context: Context, record: Record, by: GroupBy | None = None, key: str | None = None) -> Line:
    """Return what a list says of *record*; in the group *key* without what the group says already."""
    return (context.record_piece(record), *_after_title(context, record, by, key))


def _after_title(context: Context, record: Record, by: GroupBy | None, key: str | None) -> Line:
    return (Piece(" — "), *status_line(record), *joined(_said(context, record, by, key), " · "))


def _said(context: Context, record: Record, by: GroupBy | None, key: str | None) -> Iterator[Line]:
    yield date_line(record.dates, record.hours, context.language)
    with_country = by is not GroupBy.COUNTRY
    if record.kind is Kind.DELEGATION:  # it came from the country to the place
        if with_country:
            yield (Piece(", ".join(country_name(code, context.language) for code in record.countries)),)
        yield (Piece("; ".join(record.places)),)
    else:
        yield (Piece(where_text(record, context.language, without_country=not with_country)),)
    if by is GroupBy.PERSON:
        roles = [person.role for person in (*record.people, *record.hosts) if person.name == key and person.role]
        yield (Piece(roles[0] if roles else ""),)
    else:
        yield (Piece(people_text(record.people)),)
