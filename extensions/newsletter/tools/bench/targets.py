# SPDX-License-Identifier: EUPL-1.2
"""What was promised of the costs, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsletter.tools.bench.contestants import FLOOR, LATEX, OURS, OURS_WITHOUT_SEARCH, PLAIN, PYSTEMMER
from newsletter.tools.bench.measure import Cost
from newsletter.tools.bench.results import Results

_Figure = Callable[[Cost], float]
_Measured = Callable[[Results], float | None]


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: that what is *measured* is at most *limit*."""

    what: str
    limit: float
    unit: str
    measured: _Measured


def _cpu(cost: Cost) -> float:
    return cost.cpu


def _wall(cost: Cost) -> float:
    return cost.wall


def _ready(cost: Cost) -> float:
    return cost.ready


def _memory(cost: Cost) -> float:
    return cost.together


def _value(figure: _Figure, scenario: str, issues: int, contestant: str) -> _Measured:
    def measured(results: Results) -> float | None:
        cost = results.median(scenario, issues, contestant)
        return figure(cost) if cost else None

    return measured


def _ratio(one: _Measured, other: _Measured) -> _Measured:
    def measured(results: Results) -> float | None:
        above, below = one(results), other(results)
        return above / below if above is not None and below else None

    return measured


def _added(one: _Measured, other: _Measured) -> _Measured:
    """Return by how many per cent *one* is more than *other*."""

    def measured(results: Results) -> float | None:
        ratio = _ratio(one, other)(results)
        return None if ratio is None else 100 * (ratio - 1)

    return measured


_OURS_COLD = _value(_cpu, "cold", 120, OURS)
_FLOOR_UNCHANGED = _value(_wall, "unchanged", 120, FLOOR)

TARGETS = (
    Target(
        *("cold build at 120, CPU, to plain Sphinx", 0.6, "×"), _ratio(_OURS_COLD, _value(_cpu, "cold", 120, PLAIN))
    ),
    Target(
        *("cold build at 120, CPU, to plain Sphinx with PyStemmer", 1.0, "×"),
        _ratio(_OURS_COLD, _value(_cpu, "cold", 120, PYSTEMMER)),
    ),
    Target(
        *("what the extension adds to plain Sphinx at 120, CPU, neither with a search", 35, "%"),
        _added(_value(_cpu, "cold", 120, OURS_WITHOUT_SEARCH), _value(_cpu, "cold", 120, FLOOR)),
    ),
    Target(
        *("cold build at 120 with `-j 2`, wall, to our own with one process", 0.8, "×"),
        _ratio(_value(_wall, "parallel", 120, OURS), _value(_wall, "cold", 120, OURS)),
    ),
    Target(
        *("nothing changed at 120, wall, to plain Sphinx with nothing to do", 1.5, "×"),
        _ratio(_value(_wall, "unchanged", 120, OURS), _FLOOR_UNCHANGED),
    ),
    Target(
        *("one title edited at 120, wall, to the same in plain Sphinx without search", 2.0, "×"),
        _ratio(_value(_wall, "edited", 120, OURS), _value(_wall, "edited", 120, FLOOR)),
    ),
    Target(*("cold build, CPU, from 120 to 600 issues", 5.5, "×"), _ratio(_value(_cpu, "cold", 600, OURS), _OURS_COLD)),
    Target(*("peak memory at 600 issues, all processes together", 600, "MB"), _value(_memory, "cold", 600, OURS)),
    Target(
        *("all PDFs at 120, CPU, to xelatex for the one volume", 0.5, "×"),
        _ratio(_value(_cpu, "pdf", 120, OURS), _value(_cpu, "pdf", 120, LATEX)),
    ),
    Target(*("one title edited at 120: until its own PDF is ready", 3.0, "s"), _value(_ready, "pdf-edited", 120, OURS)),
)
