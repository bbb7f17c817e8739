# SPDX-License-Identifier: EUPL-1.2
"""The layout ``table``: one row a record, with the columns that its kind calls for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from docutils import nodes

from newsletter.archive.selection import GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.model.countries import country_name
from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.values import Person
from newsletter.views.context import Context
from newsletter.views.filtering import Facets, facets_of
from newsletter.views.phrases import appearances, date_line, guests, hosts, kind_line, places_line, status_line
from newsletter.views.pieces import Line, Piece, as_nodes, as_text, joined
from newsletter.views.view_node import view_node


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its share of the width, and what it says of a record."""

    heading: str
    width: int
    cell: Callable[[Context, Record], Line]


def _countries(context: Context, record: Record) -> Line:
    named = ((GroupBy.COUNTRY, code, country_name(code, context.language)) for code in record.countries)
    return joined(((context.register_piece(*country),) for country in named), ", ")


def _where(context: Context, record: Record) -> Line:
    countries = _countries(context, record)
    if not record.places or not countries:
        return countries or places_line(record)
    return (*places_line(record), Piece(" ("), *countries, Piece(")"))


def _people(context: Context, people: Iterable[tuple[Person, str]]) -> Line:
    return joined(
        (
            (
                context.register_piece(GroupBy.PERSON, person.name, person.name)._replace(lang=lang),
                Piece(f" ({person.role})" if person.role else "", lang=lang),
            )
            for person, lang in people
        ),
        "; ",
    )


def _partners(context: Context, record: Record) -> Line:
    lang = record.lang_of("partners")
    pieces = (context.register_piece(GroupBy.ORGANISATION, name, name)._replace(lang=lang) for name in record.partners)
    return joined(((piece,) for piece in pieces), "; ")


_DATE = Column(_("Date"), 20, lambda context, record: date_line(record.dates, record.hours, context.language))
_KIND_AND_TITLE = Column(
    _("Title"),
    30,
    lambda context, record: (*kind_line(record.kind), *status_line(record), context.record_piece(record)),
)
"""The title where the columns do not tell the kind."""
_TITLE = Column(_("Title"), 30, lambda context, record: (*status_line(record), context.record_piece(record)))
_WHERE = Column(_("Where"), 20, _where)
_WHO = Column(_("Who"), 30, lambda context, record: _people(context, appearances(record)))
_FROM = Column(_("From"), 15, _countries)
_GUESTS = Column(_("Guests"), 30, lambda context, record: _people(context, guests(record)))
_HOSTS = Column(_("Received by"), 20, lambda context, record: _people(context, hosts(record)))
_TRAVELLERS = Column(_("Travellers"), 25, lambda context, record: _people(context, guests(record)))
_PARTNERS = Column(_("Partners"), 20, _partners)

_COLUMNS = (_DATE, _KIND_AND_TITLE, _WHERE, _WHO)
_COLUMNS_OF = {
    Kind.DELEGATION: (_DATE, _TITLE, _FROM, _GUESTS, _HOSTS),
    Kind.MISSION: (_DATE, _TITLE, _WHERE, _TRAVELLERS, _PARTNERS),
}


def table(context: Context, records: Sequence[Record], by: GroupBy | None, key: str | None) -> list[nodes.Node]:
    """Return *records* as a table with a caption and column headings, which readers may filter."""
    kinds = {record.kind for record in records}
    kind = kinds.pop() if len(kinds) == 1 else None
    caption = kind_name(kind, plural=True) if kind else translate(_("Records"))
    if by and key:
        caption = f"{caption}: {context.labels.label(by, key)}"
    columns = _COLUMNS_OF.get(kind, _COLUMNS) if kind else _COLUMNS
    headings = [(translate(column.heading), column.width) for column in columns]
    rows = (
        Row(tuple(column.cell(context, record) for column in columns), facets=facets_of(record)) for record in records
    )
    shown = line_table(context, caption, headings, rows)
    shown["classes"].append("filterable")
    return [shown]


class Row(NamedTuple):
    """A row of a table."""

    cells: tuple[Line, ...]
    anchor: str = ""
    facets: Facets = Facets()


class table_rows(view_node[tuple[Row, ...]]):  # noqa: N801 -- docutils names node classes in lower case
    """The rows of a table, of lines."""

    template = "table_rows"

    def astext(self) -> str:
        """Return the words, as an extension finds them in other nodes."""
        return "\n\n".join(as_text(line) for row in self.value for line in row.cells)

    @property
    def has_links(self) -> bool:
        """Whether anything in the rows leads somewhere."""
        return any(piece.url for row in self.value for line in row.cells for piece in line)


def line_table(context: Context, caption: str, columns: Sequence[tuple[str, int]], rows: Iterable[Row]) -> nodes.table:
    """Return a table of lines; *columns* are names with relative widths."""
    value = tuple(rows)
    default = (_row([as_nodes(cell) for cell in row.cells], row.anchor) for row in value)
    return _table(context, caption, columns, table_rows.of(context, value, default))


def simple_table(
    context: Context,
    caption: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Sequence[nodes.Node]]],
) -> nodes.table:
    """Return a table; *columns* are names with relative widths, a cell is a list of inline nodes."""
    return _table(context, caption, columns, map(_row, rows))


def _row(cells: Iterable[Sequence[nodes.Node]], anchor: str = "") -> nodes.row:
    entries = (nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells)
    return nodes.row("", *entries, ids=[anchor] if anchor else [])


def _table(
    context: Context, caption: str, columns: Sequence[tuple[str, int]], rows: Iterable[nodes.Node]
) -> nodes.table:
    result = nodes.table("", nodes.title("", caption), classes=["records", "records-table"])
    result["ids"].append(context.free_anchor("table"))  # Sphinx links a caption to its table
    group = nodes.tgroup(cols=len(columns))
    group += [nodes.colspec(colwidth=width) for _name, width in columns]
    heads = [nodes.entry("", nodes.paragraph("", name)) for name, _width in columns]
    group += nodes.thead("", nodes.row("", *heads))
    group += nodes.tbody("", *rows)
    result += group
    return result
