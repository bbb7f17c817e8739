# SPDX-License-Identifier: EUPL-1.2
"""The view ``report``: a year in figures, tables and sentences, whole or one part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.abroad import COUNTED
from newsletter.archive.selection import GroupBy
from newsletter.archive.year_report import report_table
from newsletter.environment.i18n import translate
from newsletter.environment.labels import short_kind_name
from newsletter.environment.site_languages import data_root
from newsletter.model.countries import ORGANISATIONS
from newsletter.model.diagnostics import _
from newsletter.model.report import Cell, Days, Named, Register, Table, Title
from newsletter.views import world_map
from newsletter.views.chart import Bars, Chart, Series, bar_chart
from newsletter.views.context import Context
from newsletter.views.phrases import date_line, status_line
from newsletter.views.pieces import Line, Piece, joined
from newsletter.views.report_words import YearTold, in_words, method, year_told
from newsletter.views.subscribe_controls import file_url
from newsletter.views.table import Row, line_table

_TITLES = {
    "figures": _("The year in figures"),
    "map": _("Where we went, who came"),
    "countries": _("Country by country"),
    "missions": _("Missions abroad"),
    "delegations": _("Delegations received"),
    "people": _("People"),
    "topics": _("Topics"),
    "networks": _("Networks and twin cities"),
    "quarters": _("Quarter by quarter"),
    "method": _("How it was counted"),
}
PARTS = tuple(_TITLES)
"""The parts of a report, in their order; the values of the option ``part``."""
_TABLES_OF = {"networks": ("networks", "twin-cities"), "map": (), "method": ()}
"""The tables of a part, where these are not one of its name."""
_WIDTHS = {"title": 30, "people": 30, "partners": 25, "hosts": 25, "roles": 30, "date": 18, "figure": 50, "country": 22}


@dataclass(frozen=True, slots=True)
class Found:
    """Hold all that the parts show."""

    year: int
    """0 where the page says none, as was reported."""
    parts: tuple[str, ...]
    whole: bool
    """Whether each part has a heading of its own."""
    tables: Mapping[str, Table]
    told: YearTold | None
    map: world_map.Found | None


def look_up(context: Context, options: Mapping[str, str]) -> Found:
    """Work out the parts that *options* name; all by default."""
    number = int(options.get("year", 0))
    parts = (options["part"],) if "part" in options else PARTS
    if not number:
        return Found(0, parts, "part" not in options, {}, None, None)
    about = context.publication
    year = context.domain.index.year(number, about.country)
    tables = {name: report_table(year, name, about) for part in parts for name in _TABLES_OF.get(part, (part,))}
    shown = world_map.look_up(context, {"year": str(number), "table": "none"}) if "map" in parts else None
    told = year_told(year) if {"figures", "method"} & set(parts) else None
    return Found(number, parts, "part" not in options, tables, told, shown)


def render(context: Context, found: Found) -> list[nodes.Node]:
    """Return the parts, each under its heading where the whole report is asked for."""
    if not found.year:
        return []
    shown: list[nodes.Node] = []
    for part in found.parts:
        content = list(_part(context, found, part))
        if found.whole and content:
            section = nodes.section(ids=[context.free_anchor(f"report-{part}")])
            section += [nodes.title("", translate(_TITLES[part])), *content]
            shown.append(section)
        else:
            shown += content
    return shown


def _part(context: Context, found: Found, part: str) -> Iterator[nodes.Node]:
    if part == "figures" and found.told is not None:
        yield from in_words(context, found.told)
    if part == "map" and found.map is not None:
        yield from world_map.render(context, found.map)
    if part == "method" and found.told is not None:
        yield from method(found.told)
    for name in _TABLES_OF.get(part, (part,)):
        yield from _table(context, found.tables[name], has_other=part == "networks")


def _note(message: str) -> nodes.paragraph:
    return nodes.paragraph("", translate(message), classes=["records-empty"])


def _table(context: Context, table: Table, *, has_other: bool) -> Iterator[nodes.Node]:
    """Yield *table* with a link to its file, quarters with their drawing; a sentence where it is empty."""
    if not table.rows:
        if not has_other:
            yield _note(_("There is nothing to tell of this year."))
        return
    caption = f"{translate(table.caption)}, {table.year}"
    if table.name == "quarters" and context.format in bar_chart.formats:
        yield nodes.container("", bar_chart(_chart(table, caption)), classes=["chart-box"])
    columns = [(translate(heading.label), _WIDTHS.get(heading.name, 12)) for heading in table.headings]
    ordered = sorted(table.rows, key=_order(context))
    rows = [Row(tuple(_line(context, table, cell) for cell in row)) for row in ordered]
    shown = line_table(context, caption, columns, rows)
    shown["classes"].append("numbers")
    yield shown
    url = file_url(context.app, context.docname, f"{data_root(context.app.config)}{table.path}")
    if url and context.format == "page":
        words = translate(_("These numbers as a table for spreadsheets (CSV)"))
        yield nodes.paragraph("", "", nodes.reference("", words, refuri=url), classes=["table-file"])


def _order(context: Context) -> Callable[[tuple[Cell, ...]], tuple[bool, str, str]]:
    """Return what rows are sorted by: countries and people by their names, others stay as they are.

    Organisations of states stand behind the countries.
    """

    def order(row: tuple[Cell, ...]) -> tuple[bool, str, str]:
        first = row[0]
        if isinstance(first, tuple) and first[0].register in {Register.COUNTRY, Register.PERSON}:
            return first[0].key in ORGANISATIONS, *context.labels.order(GroupBy(first[0].register), first[0].key)
        return False, "", ""

    return order


def _line(context: Context, table: Table, cell: Cell) -> Line:
    match cell:
        case Title(record):
            return (*status_line(record), context.record_piece(record))
        case Days(record):
            return date_line(record.dates, None, context.language)
        case tuple():
            separator = "; " if cell and cell[0].register is not Register.COUNTRY else ", "
            return joined((_named(context, name) for name in cell), separator)
        case int():
            return (Piece(str(cell)),)
        case str() if table.words:
            return (Piece(translate(cell)),)
    return (Piece("–" if cell is None else cell),)


def _named(context: Context, name: Named) -> Line:
    by = GroupBy(name.register)
    shown = context.register_piece(by, name.key, context.labels.label(by, name.key))
    return (shown, Piece(f" ({name.role})")) if name.role else (shown,)


def _chart(table: Table, caption: str) -> Chart:
    series = tuple(Series(kind.value, short_kind_name(kind)) for kind in COUNTED)
    bars = (
        Bars(translate(str(row[0])), tuple(cell for cell in row[1:] if isinstance(cell, int))) for row in table.rows
    )
    return Chart(caption, series, tuple(bars))
