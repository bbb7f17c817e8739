# SPDX-License-Identifier: EUPL-1.2
"""Make ``model/world.json`` of the npm package world-atlas 2.0.2: Natural Earth's countries, which are public domain.

Done once; again only when a border has changed::

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    PYTHONPATH=extensions .venv/bin/python scripts/world_outlines.py package
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from math import dist
from pathlib import Path
from typing import Any

import pycountry

from newsletter.model.world import FILE, WIDTH, project

Point = tuple[float, float]

_TOLERANCE = 0.5
"""Units that a border may be off, half a pixel on a wide screen."""

_BY_NAME = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
"""Territories without a code in the data; those that Italy does not recognise are drawn with the state they are of."""
_CRIMEA = (45.2, 34.2)
"""Natural Earth draws who holds it; here it is Ukraine's (United Nations, General Assembly, resolution 68/262)."""
_NOT_DRAWN = frozenset({"AQ"})
_LEAST = 0.8
"""Square units of an island that is drawn."""
_SMALL = 30
"""Square units up to which a country has a point as well."""


def read_rings(path: Path) -> Iterator[tuple[str, list[Point]]]:
    """Yield the outer rings of *path*, a TopoJSON file, in units of the drawing, with the code of their country.

    Borders are simplified before they are joined to rings, so that neighbours still fit.
    """
    topology = json.loads(path.read_text("utf-8"))
    arcs = [simplified([project(*place) for place in _unpacked(arc, topology)]) for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        code = _code(country)
        shapes = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        for shape in shapes if code else []:
            ring = [point for number in shape[0] for point in _turned(arcs, number)[:-1]]
            yield ("UA" if code == "RU" and _lies_in(ring, project(*_CRIMEA)) else code), ring


def _code(country: dict[str, Any]) -> str:
    found = pycountry.countries.get(numeric=country.get("id", ""))
    return found.alpha_2 if found else _BY_NAME.get(country["properties"]["name"], "")


def _unpacked(arc: list[list[int]], topology: dict[str, Any]) -> Iterator[Point]:
    """Yield the places of an arc, north and east; TopoJSON has each as its distance from the one before."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield y * ky + dy, x * kx + dx


def simplified(line: list[Point]) -> list[Point]:
    """Return *line* without points that lie within the tolerance (Douglas and Peucker, 1973)."""
    if len(line) < 3:
        return line
    far, at = max((_distance(point, line[0], line[-1]), number) for number, point in enumerate(line[1:-1], 1))
    return [*simplified(line[: at + 1])[:-1], *simplified(line[at:])] if far > _TOLERANCE else [line[0], line[-1]]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far *point* lies from the line between *start* and *end*, or from where both are."""
    length = dist(start, end)
    if not length:
        return dist(point, start)
    (x, y), (x1, y1), (x2, y2) = point, start, end
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def _turned(arcs: list[list[Point]], number: int) -> list[Point]:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _lies_in(ring: list[Point], place: Point) -> bool:
    x, y = place
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def is_cut(ring: list[Point]) -> bool:
    """Tell whether the edge of the drawing cuts *ring*, as it does a few small islands."""
    xs = [x for x, _y in ring]
    return max(xs) - min(xs) > WIDTH / 2


def area(ring: list[Point]) -> float:
    """Return what *ring* encloses, in square units."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def middle(ring: list[Point]) -> tuple[int, int]:
    """Return the middle of the box around *ring*."""
    xs, ys = zip(*ring, strict=True)
    return round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2)


def path_data(ring: list[Point]) -> str:
    """Return *ring* as path data: whole units, each line from where the last ended (SVG 2, section 9.3.4)."""
    points = list(dict.fromkeys((round(x), round(y)) for x, y in ring))
    if len(points) < 3:
        return ""
    (x, y), *rest = points
    found = f"M{x} {y}l"
    for number, (next_x, next_y) in enumerate(rest):
        step_x, step_y = next_x - x, next_y - y
        found += f"{' ' if number and step_x >= 0 else ''}{step_x}{'' if step_y < 0 else ' '}{step_y}"
        x, y = next_x, next_y
    return found + "z"


def main(folder: Path) -> None:
    """Write the file from the *folder* of the unpacked package."""
    rings: dict[str, list[list[Point]]] = {}
    for code, ring in read_rings(folder / "countries-110m.json"):
        if code not in _NOT_DRAWN and not is_cut(ring):
            rings.setdefault(code, []).append(ring)
    outlines, points = {}, {}
    for code, found in rings.items():
        found.sort(key=area, reverse=True)
        kept = [ring for number, ring in enumerate(found) if not number or area(ring) >= _LEAST]
        if data := "".join(map(path_data, kept)):
            outlines[code] = data
        if sum(map(area, found)) <= _SMALL:
            points[code] = middle(found[0])
    finer: dict[str, list[list[Point]]] = {}
    for code, ring in read_rings(folder / "countries-50m.json"):
        finer.setdefault(code, []).append(ring)
    for code, found in finer.items():
        if code not in rings and code not in _NOT_DRAWN:
            points[code] = middle(max(found, key=area))
    content = {"outlines": dict(sorted(outlines.items())), "points": dict(sorted(points.items()))}
    FILE.write_text(json.dumps(content, indent=0, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
