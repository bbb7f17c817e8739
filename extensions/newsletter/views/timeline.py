# SPDX-License-Identifier: EUPL-1.2
"""The view ``timeline``: the years in their order, with missions, delegations and the countries met first in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.abroad import COUNTED, KINDS, Tally, tally_years
from newsletter.archive.selection import GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.labels import short_kind_name
from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.views import statistics
from newsletter.views.context import Context
from newsletter.views.pieces import Line, Piece, as_nodes, joined
from newsletter.views.statistics import By
from newsletter.views.view_node import view_node


@dataclass(frozen=True, slots=True)
class Column:
    """A year: what its column shows, and what is said of it."""

    year: Line
    counts: tuple[tuple[str, int], ...]
    """The kinds, as classes, with their numbers."""
    words: Line


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years, and the number that the tallest column has."""

    columns: tuple[Column, ...]
    most: int


class timeline(view_node[Timeline]):  # noqa: N801 -- docutils names node classes in lower case
    """The years as a list of columns, for pages of the site."""

    template = "timeline"


_SMALL = 10
"""The years that a small figure has at most, the last ones."""
LAST = ("5", "10", "20")
"""The numbers of last years that may be shown."""

Found = tuple[tuple[Tally, ...], tuple[Tally, ...]]
"""The years, and the countries of all years."""


def look_up(context: Context, options: Mapping[str, str]) -> Found:
    """Count missions and delegations by year, and by country."""
    years, countries = (statistics.look_up(context, {"by": by}) for by in (By.YEAR, By.COUNTRY))
    return years.rows[-int(options.get("last", 0)) :], countries.rows


def render(context: Context, found: Found) -> list[nodes.Node]:
    """Return the years as columns or, in other formats, as a list; a sentence where there is none."""
    years, countries = found
    if not years:
        return [nodes.paragraph("", translate(_("There is no record here yet.")), classes=["records-empty"])]
    return _shown(context, tuple(_column(context, year, KINDS, _met_first(context, year, countries)) for year in years))


def small_figure(context: Context, records: Sequence[Record]) -> list[nodes.Node]:
    """Return how *records*, of one country or topic, spread over the years; nothing where it is one year alone."""
    years = tally_years(records, COUNTED)
    if context.format not in timeline.formats or len(years) < 2:
        return []
    kinds = tuple(kind for number, kind in enumerate(COUNTED) if any(year.counts[number] for year in years))
    return _shown(context, tuple(_column(context, year, kinds, ()) for year in reversed(years[-_SMALL:])))


def _shown(context: Context, columns: tuple[Column, ...]) -> list[nodes.Node]:
    most = max(sum(count for _kind, count in column.counts) for column in columns)
    return timeline.of(context, Timeline(columns, most), [_list(columns)])


def _met_first(context: Context, year: Tally, countries: tuple[Tally, ...]) -> Line:
    """Return the countries that were met first in *year*."""
    return joined(
        (
            (context.register_piece(GroupBy.COUNTRY, each.key, context.labels.label(GroupBy.COUNTRY, each.key)),)
            for each in countries
            if str(each.years[0]) == year.key
        ),
        ", ",
    )


def _column(context: Context, year: Tally, kinds: Sequence[Kind], first: Line) -> Column:
    by_kind = dict(zip(COUNTED, year.counts, strict=False))
    told = " · ".join(f"{short_kind_name(kind)}: {by_kind[kind]}" for kind in kinds)
    words = translate(_("for the first time:"))
    new = (Piece(f" · {words} "), *first) if first else ()
    return Column(
        year=(context.register_piece(GroupBy.YEAR, year.key, year.key),),
        counts=tuple((kind.value, by_kind[kind]) for kind in kinds),
        words=(Piece(told), *new),
    )


def _list(columns: tuple[Column, ...]) -> nodes.bullet_list:
    lines = ((*column.year, Piece(": "), *column.words) for column in columns)
    items = (nodes.list_item("", nodes.paragraph("", "", *as_nodes(line))) for line in lines)
    return nodes.bullet_list("", *items, classes=["timeline"])
