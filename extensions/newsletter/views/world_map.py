# SPDX-License-Identifier: EUPL-1.2
"""The view ``map``: where missions went and delegations came from, on a map of the world with a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.abroad import KINDS, Tally
from newsletter.archive.selection import GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.labels import short_kind_name
from newsletter.model.diagnostics import _
from newsletter.model.publication import TwinCity
from newsletter.model.world import HEIGHT, WIDTH, project, world
from newsletter.views import statistics
from newsletter.views.context import Context
from newsletter.views.table import Row
from newsletter.views.view_node import view_node

TABLES = ("folded", "none")
"""The place of the numbers: in a table to unfold under the map; or elsewhere on the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country on the map."""

    met: str
    """``mission``, ``delegation`` or ``both``: a class, and what tells its pattern."""
    words: str
    """Its name, and what there was."""
    url: str
    outline: str
    """Path data; empty where it is too small to be drawn."""
    point: tuple[int, int] | None
    """The middle of a small one."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A twin city on the map, in whole units of the drawing."""

    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class WorldMap:
    """All that the map shows, and says beside it."""

    anchor: str
    title: str
    width: int
    height: int
    land: str
    """Path data of all other countries."""
    places: tuple[Place, ...]
    twins: tuple[Twin, ...]
    legend: tuple[tuple[str, str], ...]
    """The classes of places that there are, and what each means."""
    elsewhere: str
    """The names of those that no map has."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    """The numbers; empty where they stand elsewhere on the page."""

    @property
    def has_links(self) -> bool:
        """Whether the table has anything that can be focused."""
        return any(piece.url for row in self.rows for line in row.cells for piece in line)


class world_map(view_node[WorldMap]):  # noqa: N801 -- docutils names node classes in lower case
    """The map, for pages of the site and for print: the table says the same."""

    template = "world_map"
    formats = frozenset({"page", "pdf"})


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what the view shows: the numbers of each country, the twin cities, and where the table stands."""

    counted: statistics.Counted
    twins: tuple[TwinCity, ...]
    table: str


def look_up(context: Context, options: Mapping[str, str]) -> Found:
    """Count missions and delegations by country, of one year or of all."""
    counted = statistics.look_up(context, {**options, "by": statistics.By.COUNTRY})
    return Found(counted, context.publication.twin_cities, options.get("table", TABLES[0]))


def render(context: Context, found: Found) -> list[nodes.Node]:
    """Return the map or, in other formats, its table; a sentence where there is nothing to show."""
    if not found.counted.rows:
        return [nodes.paragraph("", translate(_("There is no record here yet.")), classes=["records-empty"])]
    if context.format in world_map.formats:
        printed = context.format == "pdf" and found.table != "none"
        table = (
            [statistics.numbers_table(context, found.counted, statistics.caption_of(found.counted))] if printed else []
        )
        return [world_map(map_of(context, found)), *table]
    caption = statistics.caption_of(found.counted)
    return [statistics.numbers_table(context, found.counted, caption)] if found.table != "none" else []


def map_of(context: Context, found: Found) -> WorldMap:
    """Return what the map of *found* shows."""
    drawn = world()
    met = {each.key for each in found.counted.rows}
    places = tuple(_place(context, each) for each in found.counted.rows)
    elsewhere = [context.labels.label(GroupBy.COUNTRY, code) for code in sorted(met) if not drawn.has(code)]
    present = {place.met for place in places}
    columns = statistics.numbers_columns(found.counted)
    rows = (statistics.numbers_row(context, found.counted, each) for each in found.counted.rows)
    return WorldMap(
        anchor=context.free_anchor("map"),
        title=statistics.caption_of(found.counted),
        width=WIDTH,
        height=HEIGHT,
        land="".join(outline for code, outline in drawn.outlines.items() if code not in met),
        places=places,
        twins=tuple(_twins(found.twins)),
        legend=tuple((name, words) for name, words in _legend() if name in present),
        elsewhere=", ".join(elsewhere),
        columns=tuple(heading for heading, _width in columns),
        rows=tuple(rows) if found.table != "none" else (),
    )


def _place(context: Context, tally: Tally) -> Place:
    label = context.labels.label(GroupBy.COUNTRY, tally.key)
    counted = [(kind, count) for kind, count in zip(KINDS, tally.counts, strict=True) if count]
    words = ", ".join(f"{short_kind_name(kind)}: {count}" for kind, count in counted)
    return Place(
        met="both" if len(counted) > 1 else counted[0][0].value,
        words=f"{label}. {words}",
        url=context.register_piece(GroupBy.COUNTRY, tally.key, label).url,
        outline=world().outlines.get(tally.key, ""),
        point=world().points.get(tally.key),
    )


def _twins(cities: tuple[TwinCity, ...]) -> Iterator[Twin]:
    for city in cities:
        x, y = project(city.latitude, city.longitude)
        yield Twin(city.name, round(x), round(y))


def _legend() -> Iterator[tuple[str, str]]:
    yield "both", translate(_("Missions and delegations"))
    yield from ((kind.value, short_kind_name(kind)) for kind in KINDS)
