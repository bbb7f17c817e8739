# SPDX-License-Identifier: EUPL-1.2
"""The layout ``table``: one row a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from newsletter.core.problem import _
from newsletter.core.record import Record
from newsletter.core.selection import GroupBy
from newsletter.locale import translate
from newsletter.views.context import Context
from newsletter.views.listing import people_text, where_text
from newsletter.views.words import date_nodes, status_nodes

_COLUMNS = ((_("Date"), 20), (_("Title"), 30), (_("Where"), 20), (_("Who"), 30))


def table(context: Context, records: Iterable[Record], by: GroupBy | None, key: str | None) -> list[nodes.Node]:
    """Return *records* as a table with a caption and column headings."""
    caption = context.labels.label(by, key) if by and key else translate(_("Records"))
    columns = [(translate(name), width) for name, width in _COLUMNS]
    return [simple_table(context, caption, columns, (_row(context, record) for record in records))]


def _row(context: Context, record: Record) -> list[list[nodes.Node]]:
    return [
        list(date_nodes(record.dates, record.hours, context.language)),
        [*status_nodes(record), context.record_link(record)],
        [nodes.Text(where_text(record, context.language))],
        [nodes.Text(people_text((*record.people, *record.hosts)))],
    ]


def simple_table(
    context: Context,
    caption: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Sequence[nodes.Node]]],
) -> nodes.table:
    """Return a table; *columns* are names with relative widths, a cell is a list of inline nodes."""
    result = nodes.table("", nodes.title("", caption), classes=["records", "records-table"])
    result["ids"].append(context.free_anchor("table"))  # Sphinx links a caption to its table
    group = nodes.tgroup(cols=len(columns))
    group += [nodes.colspec(colwidth=width) for _name, width in columns]
    heads = [nodes.entry("", nodes.paragraph("", name)) for name, _width in columns]
    group += nodes.thead("", nodes.row("", *heads))
    body = nodes.tbody()
    for cells in rows:
        body += nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
    group += body
    result += group
    return result
