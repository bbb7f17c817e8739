# SPDX-License-Identifier: EUPL-1.2
"""Bars as SVG that stands in a page: no script, and no style but that of the page's own sheet.

The contract's policy forbids inline styles, so sizes are presentation attributes (SVG 2, section 6.6) and colours
classes that ``newsletter.css`` knows. The drawing is for the eye: the numbers stand in a table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.views.view_node import view_node

_WIDTH = 400  # units of the drawing; at 320 px of screen its letters are still 11 px
_LABELS = 138
_VALUES = 34
_BAR, _GAP = 13, 9
_LEGEND = 30
_LETTERS = 18
"""Letters of a label that there is room for; the table has it whole."""


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
class Sign:
    """A colour in the legend, with its place."""

    name: str
    label: str
    x: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, in units of the drawing, and its number behind it."""

    name: str
    x: int
    y: int
    width: str
    height: int
    end: str
    middle: int
    value: int


@dataclass(frozen=True, slots=True)
class Row:
    """The bars of one label, with its place."""

    label: str
    x: int
    y: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn; *title* is what a screen reader says of it."""

    title: str
    width: int
    height: int
    legend: tuple[Sign, ...]
    rows: tuple[Row, ...]


class bar_chart(view_node[Chart]):  # noqa: N801 -- docutils names node classes in lower case
    """Horizontal bars under a legend, for pages of the site alone."""

    template = "bar_chart"


def draw(title: str, series: Sequence[Series], rows: Sequence[Bars]) -> Chart:
    """Return *rows* as horizontal bars under a legend of the *series*."""
    step = len(series) * _BAR + _GAP
    share = _WIDTH // max(1, len(series))
    most = max((value for row in rows for value in row.values), default=0) or 1
    return Chart(
        title,
        _WIDTH,
        _LEGEND + len(rows) * step,
        tuple(Sign(each.name, each.label, number * share) for number, each in enumerate(series)),
        tuple(_row(row, series, _LEGEND + number * step, most) for number, row in enumerate(rows)),
    )


def _row(row: Bars, series: Sequence[Series], top: int, most: int) -> Row:
    label = row.label if len(row.label) <= _LETTERS else f"{row.label[: _LETTERS - 1].rstrip()}…"
    bars = []
    for number, (each, value) in enumerate(zip(series, row.values, strict=True)):
        y = top + number * _BAR
        length = round(value / most * (_WIDTH - _LABELS - _VALUES), 1)
        end = f"{_LABELS + length + 5:g}"
        bars.append(Bar(each.name, _LABELS, y + 1, f"{length:g}", _BAR - 2, end, y + _BAR - 2, value))
    return Row(label, _LABELS - 8, f"{top + len(series) * _BAR / 2 + 5:g}", tuple(bars))
