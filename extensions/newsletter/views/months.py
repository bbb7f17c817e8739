# SPDX-License-Identifier: EUPL-1.2
"""The view ``months``: what is on and what is coming, each month with a small calendar that leads to its days."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel import Locale
from docutils import nodes

from newsletter.archive.selection import GroupBy, Query, select
from newsletter.dates import show_day, show_month
from newsletter.dates.arithmetic import period_of
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.values import Precision
from newsletter.views.context import Context
from newsletter.views.filtering import facets_of
from newsletter.views.listing import Item, list_of, record_line
from newsletter.views.phrases import takes_place
from newsletter.views.view_node import view_node

CHOICES = tuple(kind.value for kind in Kind)


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something takes place."""

    day: date
    ids: tuple[str, ...]
    """Of what takes place: what begins on the day first."""
    begins: bool
    """Whether anything begins on the day, or all of it is on already."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month, with what begins in it or, where it is the first, is on already."""

    period: Period
    records: tuple[Record, ...]
    days: tuple[Day, ...]


def look_up(context: Context, options: Mapping[str, str]) -> tuple[Month, ...]:
    """Return the months from today's on in which something begins, or is on."""
    kind = options.get("kind", Kind.EVENT.value)
    records = select(context.archive, Query(kinds=frozenset({kind}), upcoming=True), context.today)
    first = period_of(context.today)
    begins: dict[Period, dict[str, Record]] = {}
    for record in records:
        for span in record.dates.spans:
            if span.end >= context.today:
                begins.setdefault(max(first, period_of(span.start)), {})[record.id] = record
    taking_place = [record for record in records if takes_place(record) and record.dates.precision is Precision.DAY]
    return tuple(
        Month(period, tuple(found.values()), tuple(_days(period, taking_place)))
        for period, found in sorted(begins.items())
    )


def _days(period: Period, records: Sequence[Record]) -> Iterator[Day]:
    found: dict[date, list[tuple[bool, str]]] = {}
    for record in records:
        for span in record.dates.held:
            start, end = max(span.start, period.first_day), min(span.end, period.last_day)
            for ordinal in range(start.toordinal(), end.toordinal() + 1):
                day = date.fromordinal(ordinal)
                found.setdefault(day, []).append((day != span.start, record.id))
    for day, on_it in sorted(found.items()):
        # The sort is stable: among those that begin on the day the order of records holds.
        ordered = sorted(on_it, key=lambda each: each[0])
        yield Day(day, tuple(record_id for _later, record_id in ordered), begins=not ordered[0][0])


def render(context: Context, found: tuple[Month, ...]) -> list[nodes.Node]:
    """Return a section a month: its calendar, in a page of the site, and the list; a sentence where there is none."""
    if not found:
        note = translate(_("Nothing is announced at the moment."))
        return [nodes.paragraph("", note, classes=["records-empty"])]
    anchors: dict[str, str] = {}
    for month in found:
        for record in month.records:
            if record.id not in anchors:
                anchors[record.id] = context.free_anchor(f"agenda-{record.id}")
    shown: set[str] = set()
    here = context.app.builder.get_target_uri(context.docname).rpartition("/")[2] if context.has_own_pages else ""
    return [*week_links.of(context, here), *(_month(context, month, anchors, shown) for month in found)]


class week_links(view_node[str]):  # noqa: N801 -- docutils names node classes in lower case
    """Links to what is on this week and the next, by the clock of the reader: ``filter.js`` finds it on the page."""

    template = "week_links"


def _month(context: Context, month: Month, anchors: Mapping[str, str], shown: set[str]) -> nodes.section:
    name = context.labels.label(GroupBy.MONTH, str(month.period))
    section = nodes.section(ids=[context.free_anchor(f"on-{month.period}")], classes=["month-view"])
    section += nodes.title("", name)
    if month.days:
        section += month_grid.of(context, _grid(context, month, anchors))
    section += _list(context, month, anchors, shown)
    return section


def _list(context: Context, month: Month, anchors: Mapping[str, str], shown: set[str]) -> list[nodes.Node]:
    """Return the list of the month; a record that occurs in several has its anchor in the first."""
    items = []
    for record in month.records:
        anchor = "" if record.id in shown else anchors[record.id]
        shown.add(record.id)
        items.append(Item(record.kind, record_line(context, record), anchor, facets=facets_of(record)))
    return list_of(context, items)


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in a grid."""

    day: int
    anchor: str = ""
    """Of the first of what takes place on the day."""
    words: str = ""
    """The day and what takes place on it."""
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A month as weeks from Monday to Sunday, without the days of other months."""

    month: str
    """``2026-05``."""
    caption: str
    weekdays: tuple[tuple[str, str], ...]
    """Names, whole and abbreviated."""
    weeks: tuple[tuple[Cell | None, ...], ...]


class month_grid(view_node[Grid]):  # noqa: N801 -- docutils names node classes in lower case
    """A small calendar, for pages of the site alone: the list under it says the same."""

    template = "month_grid"


def _grid(context: Context, month: Month, anchors: Mapping[str, str]) -> Grid:
    names = Locale.parse(context.language, sep="-" if "-" in context.language else "_").days["format"]
    days = {each.day: each for each in month.days}
    weeks = Calendar().monthdatescalendar(month.period.year, month.period.month)
    return Grid(
        month=str(month.period),
        caption=show_month(month.period, context.language),
        weekdays=tuple((names["wide"][day], names["abbreviated"][day]) for day in range(7)),
        weeks=tuple(
            tuple(
                _cell(context, day, days.get(day), anchors) if day.month == month.period.month else None for day in week
            )
            for week in weeks
        ),
    )


def _cell(context: Context, day: date, here: Day | None, anchors: Mapping[str, str]) -> Cell:
    if here is None:
        return Cell(day.day)
    titles = [context.archive.by_id[record_id].title for record_id in here.ids]
    words = f"{show_day(day, context.language)}: {'; '.join(titles)}"
    return Cell(day.day, anchors[here.ids[0]], words, here.begins)
