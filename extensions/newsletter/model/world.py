# SPDX-License-Identifier: EUPL-1.2
"""The world as a drawing: the outline of each country, and where any place lies in it.

``world.json`` is made by ``scripts/world_outlines.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

WIDTH, HEIGHT = 800, 346
"""Units of the drawing: from 83.6° north to 56° south, where only Antarctica is left out."""
FILE = Path(__file__).with_name("world.json")

_SCALE = WIDTH / (2 * 2.7066299836)  # half of the equator, in the units of the projection
_NORTH = 1.312
_CENTRE = 11
"""Degrees east: the drawing is cut in the Bering Strait, where it cuts no country."""
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


@dataclass(frozen=True, slots=True)
class World:
    """Hold the outlines of countries by their two-letter codes."""

    outlines: Mapping[str, str]
    """The value of the attribute ``d`` of an SVG path (SVG 2, section 9.3)."""
    points: Mapping[str, tuple[int, int]]
    """The middle of countries that are too small to be seen, or to be hit with a finger."""

    def has(self, code: str) -> bool:
        """Tell whether the country *code* can be shown: the European Union and former states cannot."""
        return code in self.outlines or code in self.points


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Return where a place, in degrees, lies in the drawing: the projection Equal Earth (Šavrič and others, 2018)."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    east = (longitude - _CENTRE + 180) % 360 - 180
    x = radians(east) * cos(theta) / (_M * (_A1 + 3 * _A2 * square + square**3 * (7 * _A3 + 9 * _A4 * square)))
    y = theta * (_A1 + _A2 * square + square**3 * (_A3 + _A4 * square))
    return WIDTH / 2 + x * _SCALE, (_NORTH - y) * _SCALE


@lru_cache(maxsize=1)
def world() -> World:
    """Return the world, which is read once."""
    read = json.loads(FILE.read_text("utf-8"))
    return World(read["outlines"], {code: (x, y) for code, (x, y) in read["points"].items()})
