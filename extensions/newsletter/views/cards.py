# SPDX-License-Identifier: EUPL-1.2
"""The layout ``cards``: a sphinx-design grid, one card a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docutils import nodes
from sphinx_design.shared import create_component

from newsletter.archive.selection import GroupBy
from newsletter.model.record import Record
from newsletter.views.context import Context
from newsletter.views.phrases import date_nodes, kind_line, people_line, status_nodes, where_line
from newsletter.views.pieces import as_nodes

THUMBNAIL = "sd-card-img-top"
"""The class of the picture of a card, in the words of sphinx-design."""
LEAD = "lead-picture"
"""The class of the picture of the story that a page begins with."""
STRIP = "strip-picture"
"""The class of the small pictures at the head of an issue."""


def cards(context: Context, records: Iterable[Record], _by: GroupBy | None, _key: str | None) -> list[nodes.Node]:
    """Return *records* as cards."""
    return [grid([_card(context, record) for record in records], ["records", "records-cards"])]


def grid(columns: Sequence[nodes.Node], classes: Sequence[str]) -> nodes.Node:
    """Return *columns* in a grid of one to three columns, by the width of the screen."""
    row_classes = ["sd-row", "sd-row-cols-1", "sd-row-cols-xs-1", "sd-row-cols-sm-2", "sd-row-cols-md-3", "sd-g-3"]
    items = [create_component("grid-item", ["sd-col", "sd-d-flex-row"], children=[column]) for column in columns]
    row = create_component("grid-row", row_classes, children=items)
    return create_component("grid-container", ["sd-container-fluid", "sd-mb-4", *classes], children=[row])


def _card(context: Context, record: Record) -> nodes.Node:
    title = nodes.paragraph("", "", nodes.strong("", "", context.record_link(record)), classes=["sd-card-title"])
    lines: list[nodes.Node] = [
        nodes.paragraph("", "", *as_nodes(kind_line(record.kind)[:1]), classes=["record-kind"]),
        title,
        nodes.paragraph("", "", *status_nodes(record), *date_nodes(record.dates, record.hours, context.language)),
    ]
    said = (as_nodes(line) for line in (where_line(record, context.language), people_line(record)))
    lines += [nodes.paragraph("", "", *words) for words in said if words]
    body = create_component("card-body", ["sd-card-body"], children=lines)
    shown = [*picture_for(context, record, THUMBNAIL), body]
    return create_component("card", ["sd-card", "sd-w-100", f"record-{record.kind}"], children=shown)


def picture_for(context: Context, record: Record, shown_as: str, *, names_record: bool = False) -> Iterator[nodes.Node]:
    """Yield the picture of *record* for a page, of the class *shown_as*; elsewhere it stands by the record's text.

    Where it is a link to the record, its text alternative says where that leads: it *names the record*.
    """
    if record.picture is None or context.format != "page":
        return
    path = record.picture.path
    if path.lower().endswith(".svg") or context.picture(record):
        # Sphinx looks for candidates while it reads, and this page is read already.
        alt, lang = (record.title, record.lang) if names_record else (record.picture.alt, record.lang_of("alt"))
        image = nodes.image(uri=path, alt=alt, candidates={"*": path}, classes=[shown_as])
        if lang and lang != context.language:
            image["lang"] = lang
        yield image
