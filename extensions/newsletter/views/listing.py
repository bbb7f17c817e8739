# SPDX-License-Identifier: EUPL-1.2
"""The layout ``list``: one line a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from docutils import nodes

from newsletter.archive.selection import GroupBy
from newsletter.model.countries import country_name
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.pictures.derivatives import common_suffix
from newsletter.views.context import Context
from newsletter.views.filtering import Facets, facets_of
from newsletter.views.phrases import (
    appearances,
    date_line,
    kind_line,
    people_line,
    places_line,
    status_line,
    where_line,
)
from newsletter.views.pieces import Line, Piece, as_nodes, as_text, joined
from newsletter.views.subscribe_controls import file_url
from newsletter.views.view_node import view_node


class Item(NamedTuple):
    """A record in a list."""

    kind: Kind
    line: Line
    anchor: str = ""
    thumbnail: str = ""
    """The URL of a small picture, which says no more than the line."""
    facets: Facets = Facets()


class record_list(view_node[tuple[Item, ...]]):  # noqa: N801 -- docutils names node classes in lower case
    """A list of records."""

    template = "record_list"

    def astext(self) -> str:
        """Return the words, as an extension finds them in other nodes."""
        return "\n\n".join(as_text(item.line) for item in self.value)


def bullet_list(context: Context, records: Iterable[Record], by: GroupBy | None, key: str | None) -> list[nodes.Node]:
    """Return *records* as a list; in the group *key*, a line leaves out what the group says already."""
    lines = (
        Item(each.kind, record_line(context, each, by, key), "", _thumbnail(context, each), facets_of(each))
        for each in records
    )
    return list_of(context, lines)


def _thumbnail(context: Context, record: Record) -> str:
    """Return the URL of the smallest form of the picture of *record*; empty where a page shows none beside lines."""
    picture = context.picture(record) if context.format in record_list.formats else None
    if picture is None:
        return ""
    files = picture.sources("webp") or picture.sources(common_suffix(picture.facts))
    return file_url(context.app, context.docname, f"{context.app.builder.imagedir}/{quote(files[0][0])}")


def list_of(context: Context, items: Iterable[Item]) -> list[nodes.Node]:
    """Return *items* as a list, each with its kind in a word."""
    shown = tuple(each._replace(line=(*kind_line(each.kind), *each.line)) for each in items)
    return record_list.of(context, shown, _default(shown))


def _default(items: tuple[Item, ...]) -> Iterator[nodes.Node]:
    listed = nodes.bullet_list(classes=["records", "records-list"])
    for each in items:
        line = nodes.paragraph("", "", *as_nodes(each.line))
        ids = [each.anchor] if each.anchor else []
        listed += nodes.list_item("", line, classes=[f"record-{each.kind}"], ids=ids)
    yield listed


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
        yield places_line(record)
    else:
        yield where_line(record, context.language, without_country=not with_country)
    if by is GroupBy.PERSON:
        roles = (
            Piece(person.role, lang=lang) for person, lang in appearances(record) if person.name == key and person.role
        )
        yield tuple(roles)[:1]
    else:
        yield people_line(record)
