# SPDX-License-Identifier: EUPL-1.2
"""The view ``statistics``: missions and delegations by year or by country, drawn and in a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from docutils import nodes

from newsletter.archive.abroad import (
    KINDS,
    Tally,
    in_year,
    tally,
    tally_countries,
    tally_quarters,
    tally_years,
)
from newsletter.archive.selection import GroupBy
from newsletter.archive.year_report import QUARTERS
from newsletter.environment.i18n import translate
from newsletter.environment.labels import short_kind_name
from newsletter.model.diagnostics import _
from newsletter.views.chart import Bars, Chart, Series, bar_chart
from newsletter.views.context import Context
from newsletter.views.overview import years_in_words
from newsletter.views.pieces import Line, Piece
from newsletter.views.table import Row, line_table


class By(StrEnum):
    """The groups by which records are counted; the values are those of the option ``by``."""

    YEAR = "year"
    QUARTER = "quarter"
    COUNTRY = "country"
    TOPIC = "topic"


CHOICES = tuple(By)

_DRAWN = 15
"""Countries that a drawing shows; the table has all."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The numbers, what they are counted by, and the year that they are of; 0 for all years."""

    by: By
    rows: tuple[Tally, ...]
    year: int = 0


def look_up(context: Context, options: Mapping[str, str]) -> Counted:
    """Count what takes place, by what *options* name: years and quarters in their order, others by their names."""
    by, year = By(options.get("by", By.YEAR)), int(options.get("year", 0))
    records = tuple(in_year(context.archive.records, year)) if year else context.archive.records
    if by is By.YEAR:
        return Counted(by, tally_years(records), year)
    if by is By.QUARTER:
        return Counted(by, tally_quarters(records) if records else (), year)
    if by is By.COUNTRY:
        tallies = tally_countries(records, context.publication.country)
    else:
        tallies = tally(records, lambda record: record.topics)
    return Counted(by, tuple(sorted(tallies, key=lambda each: context.labels.order(GroupBy(by), each.key))), year)


def render(context: Context, found: Counted) -> list[nodes.Node]:
    """Return the drawing, in a page of the site, and the table; a sentence where there is nothing to count."""
    if not found.rows:
        return [nodes.paragraph("", translate(_("There is no record here yet.")), classes=["records-empty"])]
    caption = caption_of(found)
    box = nodes.container(classes=["statistics"])
    if context.format in bar_chart.formats:
        box += drawing(context, found, caption)
    box += numbers_table(context, found, caption)
    return [box]


_CAPTIONS = {
    By.YEAR: _("Missions and delegations by year"),
    By.QUARTER: _("Missions and delegations by quarter"),
    By.COUNTRY: _("Missions and delegations by country"),
    By.TOPIC: _("Missions and delegations by topic"),
}


def caption_of(found: Counted) -> str:
    """Return what the numbers are, in words."""
    words = translate(_CAPTIONS[found.by])
    return f"{words}, {found.year}" if found.year else words


def label_of(context: Context, by: By, key: str) -> str:
    """Return what a reader sees for *key*."""
    return translate(QUARTERS[int(key) - 1]) if by is By.QUARTER else context.labels.label(GroupBy(by), key)


def drawing(context: Context, found: Counted, caption: str) -> nodes.container:
    """Return the numbers as bars; of countries and topics those with the most."""
    series = tuple(Series(kind.value, short_kind_name(kind)) for kind in KINDS)
    drawn, note = found.rows, ""
    if found.by in {By.COUNTRY, By.TOPIC}:
        drawn = tuple(sorted(found.rows, key=lambda row: -sum(row.counts))[:_DRAWN])
        if len(found.rows) > _DRAWN:
            note = translate(_("The %(number)d rows with the most; the table has all.")) % {"number": _DRAWN}
    chart = Chart(caption, series, tuple(Bars(label_of(context, found.by, row.key), row.counts) for row in drawn))
    box = nodes.container("", bar_chart(chart), classes=["chart-box"])
    if note:
        box += nodes.paragraph("", note, classes=["chart-note"])
    return box


def numbers_table(context: Context, found: Counted, caption: str) -> nodes.table:
    """Return the numbers as a table."""
    rows = (numbers_row(context, found, row) for row in found.rows)
    shown = line_table(context, caption, numbers_columns(found), rows)
    shown["classes"].append("numbers")
    return shown


_FIRST = {By.YEAR: _("Year"), By.QUARTER: _("Quarter"), By.COUNTRY: _("Country"), By.TOPIC: _("Topic")}


def numbers_columns(found: Counted) -> list[tuple[str, int]]:
    """Return the headings of the table, each with its share of the width."""
    columns = [(translate(_FIRST[found.by]), 30), *((short_kind_name(kind), 20) for kind in KINDS)]
    return [*columns, (translate(_("Years")), 30)] if _has_years(found) else columns


def numbers_row(context: Context, found: Counted, row: Tally) -> Row:
    """Return a row of the table."""
    label = label_of(context, found.by, row.key)
    name = Piece(label) if found.by is By.QUARTER else context.register_piece(GroupBy(found.by), row.key, label)
    lines: list[Line] = [(name,), *((Piece(str(count)),) for count in row.counts)]
    if _has_years(found):
        lines.append((Piece(years_in_words(row.years)),))
    return Row(tuple(lines))


def _has_years(found: Counted) -> bool:
    return found.by in {By.COUNTRY, By.TOPIC} and not found.year
