# SPDX-License-Identifier: EUPL-1.2
"""Bars as SVG that stands in a page: no script, and no style but that of the page's own sheet.

The drawing is for the eye: the numbers stand in a table beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsletter.views.view_node import view_node


@dataclass(frozen=True, slots=True)
class Series:
    """The meaning of one colour: the name of its class, and its words in the legend."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one label, one a series."""

    label: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn; *title* is what a screen reader says of it."""

    title: str
    series: tuple[Series, ...]
    rows: tuple[Bars, ...]

    @property
    def most(self) -> int:
        """The largest value."""
        return max((value for row in self.rows for value in row.values), default=0) or 1


class bar_chart(view_node[Chart]):  # noqa: N801 -- docutils names node classes in lower case
    """Horizontal bars under a legend, for pages of the site and for print."""

    template = "bar_chart"
    formats = frozenset({"page", "pdf"})
