# SPDX-License-Identifier: EUPL-1.2
"""The view ``statistics``: missions and delegations by year or by country, drawn and in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.selection import GroupBy, keys
from newsletter.environment.i18n import translate
from newsletter.environment.labels import short_kind_name
from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.model.text import sort_key
from newsletter.views.chart import Bars, Chart, Series, bar_chart
from newsletter.views.context import Context
from newsletter.views.overview import years_in_words
from newsletter.views.phrases import takes_place
from newsletter.views.pieces import Line, Piece
from newsletter.views.table import line_table

KINDS = (Kind.MISSION, Kind.DELEGATION)
CHOICES = (GroupBy.YEAR.value, GroupBy.COUNTRY.value)

_DRAWN = 15
"""Countries that a drawing shows; the table has all."""


@dataclass(frozen=True, slots=True)
class Row:
    """Counts of what happened in one year, or with one country."""

    key: str
    label: str
    counts: tuple[int, ...]
    """One for each of :data:`KINDS`."""
    years: tuple[int, ...] = ()


def look_up(context: Context, options: Mapping[str, str]) -> tuple[GroupBy, tuple[Row, ...]]:
    """Count what takes place, by what *options* name: years in their order, countries by their names."""
    by = GroupBy(options.get("by", GroupBy.YEAR.value))
    counts: Counter[tuple[str, Kind]] = Counter()
    years: dict[str, set[int]] = {}
    for record in context.archive.records:
        if record.kind in KINDS and takes_place(record):
            for key in keys(record, by):
                counts[key, record.kind] += 1
                years.setdefault(key, set()).add(record.start.year)
    if by is GroupBy.YEAR and years:
        every = range(int(min(years)), int(max(years)) + 1)  # a year in which nothing happened is a number too
        years = {str(year): years.get(str(year), set()) for year in every}
    rows = (
        Row(
            key,
            context.labels.label(by, key),
            tuple(counts[key, kind] for kind in KINDS),
            tuple(sorted(years[key])) if by is GroupBy.COUNTRY else (),
        )
        for key in years
    )
    return by, tuple(sorted(rows, key=lambda row: sort_key(row.label)))


def render(context: Context, found: tuple[GroupBy, tuple[Row, ...]]) -> list[nodes.Node]:
    """Return the drawing, in a page of the site, and the table; a sentence where there is nothing to count."""
    by, rows = found
    if not rows:
        return [nodes.paragraph("", translate(_("There is no record here yet.")), classes=["records-empty"])]
    caption = translate(_CAPTIONS[by])
    box = nodes.container(classes=["statistics"])
    if context.format in bar_chart.formats:
        box += _drawing(by, rows, caption)
    box += _table(context, by, rows, caption)
    return [box]


_CAPTIONS = {
    GroupBy.YEAR: _("Missions and delegations by year"),
    GroupBy.COUNTRY: _("Missions and delegations by country"),
}


def _drawing(by: GroupBy, rows: tuple[Row, ...], caption: str) -> nodes.container:
    series = tuple(Series(kind.value, short_kind_name(kind)) for kind in KINDS)
    drawn, note = rows, ""
    if by is GroupBy.COUNTRY:
        drawn = tuple(sorted(rows, key=lambda row: -sum(row.counts))[:_DRAWN])
        if len(rows) > _DRAWN:
            note = translate(_("The %(number)d countries with the most; the table has all.")) % {"number": _DRAWN}
    chart = Chart(caption, series, tuple(Bars(row.label, row.counts) for row in drawn))
    box = nodes.container("", bar_chart(chart), classes=["chart-box"])
    if note:
        box += nodes.paragraph("", note, classes=["chart-note"])
    return box


def _table(context: Context, by: GroupBy, rows: tuple[Row, ...], caption: str) -> nodes.table:
    first = translate(_("Country") if by is GroupBy.COUNTRY else _("Year"))
    columns = [(first, 30), *((short_kind_name(kind), 20) for kind in KINDS)]
    if by is GroupBy.COUNTRY:
        columns.append((translate(_("Years")), 30))
    shown = line_table(context, caption, columns, (_lines(context, by, row) for row in rows))
    shown["classes"].append("numbers")
    return shown


def _lines(context: Context, by: GroupBy, row: Row) -> list[Line]:
    name = context.register_piece(by, row.key, row.label) if by is GroupBy.COUNTRY else Piece(row.label)
    lines: list[Line] = [(name,), *((Piece(str(count)),) for count in row.counts)]
    if by is GroupBy.COUNTRY:
        lines.append((Piece(years_in_words(row.years)),))
    return lines
