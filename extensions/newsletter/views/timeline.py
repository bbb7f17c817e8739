# SPDX-License-Identifier: EUPL-1.2
"""The view ``timeline``: the years in their order, with missions, delegations and the countries met first in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.abroad import KINDS, Tally
from newsletter.archive.selection import GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.labels import short_kind_name
from newsletter.model.diagnostics import _
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


LAST = ("5", "10", "20")
"""How many years may be shown, the last ones."""

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
    columns = tuple(_column(context, year, countries) for year in years)
    most = max(sum(year.counts) for year in years)
    return timeline.of(context, Timeline(columns, most), [_list(columns)])


def _column(context: Context, year: Tally, countries: tuple[Tally, ...]) -> Column:
    counts = zip(KINDS, year.counts, strict=True)
    told = " · ".join(f"{short_kind_name(kind)}: {count}" for kind, count in counts)
    first = joined(
        (
            (context.register_piece(GroupBy.COUNTRY, each.key, context.labels.label(GroupBy.COUNTRY, each.key)),)
            for each in countries
            if str(each.years[0]) == year.key
        ),
        ", ",
    )
    words = translate(_("for the first time:"))
    new = (Piece(f" · {words} "), *first) if first else ()
    return Column(
        year=(context.register_piece(GroupBy.YEAR, year.key, year.key),),
        counts=tuple((kind.value, count) for kind, count in zip(KINDS, year.counts, strict=True)),
        words=(Piece(told), *new),
    )


def _list(columns: tuple[Column, ...]) -> nodes.bullet_list:
    lines = ((*column.year, Piece(": "), *column.words) for column in columns)
    items = (nodes.list_item("", nodes.paragraph("", "", *as_nodes(line))) for line in lines)
    return nodes.bullet_list("", *items, classes=["timeline"])
