# SPDX-License-Identifier: EUPL-1.2
"""The form by which a reader narrows the tables of a page down; without ``filter.js`` behind it, it is unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.selection import GroupBy
from newsletter.environment.archive_index import group_anchor
from newsletter.model.record import Record
from newsletter.model.text import sort_key
from newsletter.views.context import Context
from newsletter.views.overview import years_of
from newsletter.views.view_node import view_node

_ANCHOR = "_filter"


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices of the form: keys with their labels."""

    anchor: str
    countries: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...]


class filter_form(view_node[Filter]):  # noqa: N801 -- docutils names node classes in lower case
    """The form, for pages of the site alone."""

    template = "filter"


def filter_for(context: Context, records: Sequence[Record]) -> list[nodes.Node]:
    """Return the form for the tables of *records*: in a page of the site, once, and where there is a choice."""
    if context.format not in filter_form.formats or len(records) < 2 or _ANCHOR in context.anchors:
        return []
    context.free_anchor(_ANCHOR)
    codes = {code for record in records for code in record.countries}
    if GroupBy.COUNTRY not in context.domain.index.registers:
        codes = set()  # the rows do not link their countries, by which the script knows them
    countries = sorted(
        ((group_anchor(GroupBy.COUNTRY, code), context.labels.label(GroupBy.COUNTRY, code)) for code in codes),
        key=lambda country: sort_key(country[1]),
    )
    years = ((str(year), str(year)) for year in sorted(years_of(records), reverse=True))
    return [filter_form(Filter(_ANCHOR, tuple(countries), tuple(years)))]
