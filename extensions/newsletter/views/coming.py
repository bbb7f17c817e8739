# SPDX-License-Identifier: EUPL-1.2
"""The view ``coming``: what is on in the week of the build, and what comes after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from docutils import nodes

from newsletter.archive.selection import Query, select
from newsletter.dates import show_dates
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.kinds import TRAITS
from newsletter.model.record import Record
from newsletter.model.values import Dates, Precision, Span
from newsletter.pictures.names import Published
from newsletter.views.cards import cards
from newsletter.views.context import Context
from newsletter.views.listing import bullet_list
from newsletter.views.phrases import takes_place

_MOST = 6
_TAKING_PLACE = frozenset(kind.value for kind, traits in TRAITS.items() if traits.calendar)


@dataclass(frozen=True, slots=True)
class Coming:
    """Hold what is shown."""

    week: Span
    """From Monday to Sunday: a page is read on another day than it is built, so that it says which week it means."""
    this_week: tuple[Record, ...]
    later: tuple[Record, ...]
    pictures: tuple[Published, ...] = ()
    """Those of all these."""


def look_up(context: Context, _options: Mapping[str, str]) -> Coming:
    """Return what is still to come of this week, what begins in it first, and the next that begin after it."""
    monday = context.today - timedelta(days=context.today.weekday())
    sunday = monday + timedelta(days=6)
    ahead = [
        each
        for each in select(context.archive, Query(kinds=_TAKING_PLACE, upcoming=True), context.today)
        if takes_place(each)
    ]
    on = [each for each in ahead if _is_on(each, context.today, sunday)]
    later = tuple(each for each in ahead if each not in on and each.end > sunday)[:_MOST]
    return Coming(
        Span(monday, sunday),
        tuple(sorted(on, key=lambda each: each.start < monday)),
        later,
        tuple(filter(None, map(context.picture, (*on, *later)))),
    )


def _is_on(record: Record, first: date, last: date) -> bool:
    on_days = record.dates.precision is Precision.DAY
    return on_days and any(span.start <= last and span.end >= first for span in record.dates.held)


def render(context: Context, found: Coming) -> list[nodes.Node]:
    """Return a section for this week and one for later; a sentence where nothing is ahead."""
    if not found.this_week and not found.later:
        note = translate(_("Nothing is announced at the moment."))
        return [nodes.paragraph("", note, classes=["records-empty"])]
    return list(_sections(context, found))


def _sections(context: Context, found: Coming) -> Iterator[nodes.Node]:
    if found.this_week:
        week = show_dates(Dates((found.week,)), None, context.language)
        title = translate(_("This week, %(dates)s")) % {"dates": week}
        yield _section(context, "this-week", title, bullet_list(context, found.this_week, None, None))
    if found.later:
        yield _section(context, "later", translate(_("Coming up")), cards(context, found.later, None, None))


def _section(context: Context, anchor: str, title: str, shown: Sequence[nodes.Node]) -> nodes.section:
    ids = [context.free_anchor(anchor)]
    return nodes.section("", nodes.title("", title), *shown, ids=ids, classes=[f"coming-{anchor}"])
