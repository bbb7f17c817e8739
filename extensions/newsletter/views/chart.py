# SPDX-License-Identifier: EUPL-1.2
"""Bars as SVG that stands in a page: no script, and no style but that of the page's own sheet.

The contract's policy forbids inline styles, so sizes are presentation attributes (SVG 2, section 6.6) and colours
classes that ``newsletter.css`` knows. The drawing is for the eye: the numbers stand in a table beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH = 400  # units of the drawing; at 320 px of screen its letters are still 11 px
_LABELS = 138
_VALUES = 34
_BAR, _GAP = 13, 9
_LEGEND = 30
_LETTERS = 18
"""Letters of a label that there is room for; the table has it whole."""


@dataclass(frozen=True, slots=True)
class Series:
    """What one colour stands for: the name of its class, and its words in the legend."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one label, one a series."""

    label: str
    values: tuple[int, ...]


def bar_chart(title: str, series: Sequence[Series], rows: Sequence[Bars]) -> str:
    """Return *rows* as horizontal bars under a legend of the *series*; *title* is what a screen reader says of it."""
    height = _LEGEND + len(rows) * (len(series) * _BAR + _GAP)
    most = max((value for row in rows for value in row.values), default=0) or 1
    pieces = [*_legend(series)]
    for number, row in enumerate(rows):
        pieces += _row(row, series, _LEGEND + number * (len(series) * _BAR + _GAP), most)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{escape(title)}">\n{"".join(pieces)}</svg>\n'
    )


def _legend(series: Sequence[Series]) -> Iterator[str]:
    share = _WIDTH // max(1, len(series))
    for number, each in enumerate(series):
        x = number * share
        yield f'<rect class="bar bar-{each.name}" x="{x}" y="4" width="12" height="12"/>'
        yield f'<text x="{x + 18}" y="15">{escape(each.label, quote=False)}</text>\n'


def _row(row: Bars, series: Sequence[Series], top: int, most: int) -> Iterator[str]:
    label = row.label if len(row.label) <= _LETTERS else f"{row.label[: _LETTERS - 1].rstrip()}…"
    middle = top + len(series) * _BAR / 2
    yield f'<text x="{_LABELS - 8}" y="{middle + 5:g}" text-anchor="end">{escape(label, quote=False)}</text>'
    for number, (each, value) in enumerate(zip(series, row.values, strict=True)):
        y = top + number * _BAR
        length = round(value / most * (_WIDTH - _LABELS - _VALUES), 1)
        yield f'<rect class="bar bar-{each.name}" x="{_LABELS}" y="{y + 1}" width="{length:g}" height="{_BAR - 2}"/>'
        yield f'<text class="value" x="{_LABELS + length + 5:g}" y="{y + _BAR - 2}">{value}</text>\n'
