# SPDX-License-Identifier: EUPL-1.2
"""The view ``statistics``: missions and delegations by year or by country, drawn and in a table."""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes

from newsletter.archive.abroad import KINDS, Tally, tally_countries, tally_years
from newsletter.archive.selection import GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.labels import short_kind_name
from newsletter.model.diagnostics import _
from newsletter.views.chart import Bars, Chart, Series, bar_chart
from newsletter.views.context import Context
from newsletter.views.overview import years_in_words
from newsletter.views.pieces import Line, Piece
from newsletter.views.table import Row, line_table

CHOICES = (GroupBy.YEAR.value, GroupBy.COUNTRY.value)

_DRAWN = 15
"""Countries that a drawing shows; the table has all."""

Counted = tuple[GroupBy, tuple[Tally, ...]]


def look_up(context: Context, options: Mapping[str, str]) -> Counted:
    """Count what takes place, by what *options* name: years in their order, countries by their names."""
    by = GroupBy(options.get("by", GroupBy.YEAR.value))
    records = context.archive.records
    if by is GroupBy.YEAR:
        return by, tally_years(records)
    tallies = tally_countries(records, context.publication.country)
    return by, tuple(sorted(tallies, key=lambda each: context.labels.order(by, each.key)))


def render(context: Context, found: Counted) -> list[nodes.Node]:
    """Return the drawing, in a page of the site, and the table; a sentence where there is nothing to count."""
    by, rows = found
    if not rows:
        return [nodes.paragraph("", translate(_("There is no record here yet.")), classes=["records-empty"])]
    caption = translate(_CAPTIONS[by])
    box = nodes.container(classes=["statistics"])
    if context.format in bar_chart.formats:
        box += _drawing(context, by, rows, caption)
    box += numbers_table(context, by, rows, caption)
    return [box]


_CAPTIONS = {
    GroupBy.YEAR: _("Missions and delegations by year"),
    GroupBy.COUNTRY: _("Missions and delegations by country"),
}


def _drawing(context: Context, by: GroupBy, rows: tuple[Tally, ...], caption: str) -> nodes.container:
    series = tuple(Series(kind.value, short_kind_name(kind)) for kind in KINDS)
    drawn, note = rows, ""
    if by is GroupBy.COUNTRY:
        drawn = tuple(sorted(rows, key=lambda row: -sum(row.counts))[:_DRAWN])
        if len(rows) > _DRAWN:
            note = translate(_("The %(number)d countries with the most; the table has all.")) % {"number": _DRAWN}
    chart = Chart(caption, series, tuple(Bars(context.labels.label(by, row.key), row.counts) for row in drawn))
    box = nodes.container("", bar_chart(chart), classes=["chart-box"])
    if note:
        box += nodes.paragraph("", note, classes=["chart-note"])
    return box


def numbers_table(context: Context, by: GroupBy, rows: tuple[Tally, ...], caption: str) -> nodes.table:
    """Return *rows* as a table."""
    shown = line_table(context, caption, numbers_columns(by), (numbers_row(context, by, row) for row in rows))
    shown["classes"].append("numbers")
    return shown


def numbers_columns(by: GroupBy) -> list[tuple[str, int]]:
    """Return the headings of a table of tallies, each with its share of the width."""
    first = translate(_("Country") if by is GroupBy.COUNTRY else _("Year"))
    columns = [(first, 30), *((short_kind_name(kind), 20) for kind in KINDS)]
    return [*columns, (translate(_("Years")), 30)] if by is GroupBy.COUNTRY else columns


def numbers_row(context: Context, by: GroupBy, row: Tally) -> Row:
    """Return a row of such a table."""
    name = context.register_piece(by, row.key, context.labels.label(by, row.key))
    lines: list[Line] = [(name,), *((Piece(str(count)),) for count in row.counts)]
    if by is GroupBy.COUNTRY:
        lines.append((Piece(years_in_words(row.years)),))
    return Row(tuple(lines))
