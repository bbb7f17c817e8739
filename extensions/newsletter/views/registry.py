# SPDX-License-Identifier: EUPL-1.2
"""All views by name: how each finds what it shows, and how it shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from docutils import nodes

from newsletter.environment.page import ViewUse
from newsletter.views import (
    columns,
    coming,
    corrections,
    downloads,
    facts,
    issues,
    latest_issue,
    months,
    publisher,
    records,
    reference,
    report,
    statistics,
    subscribe,
    timeline,
    world_map,
)
from newsletter.views.context import Context

YEAR = ("2026",)
"""The values that the option ``year`` takes: any year; this is an example."""
Asked = TypeVar("Asked")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class View(Generic[Asked, Found]):
    """A part of a page that is filled in from the whole archive.

    Finding is apart from showing, so that a build can tell whether a page is stale
    without making the page.
    """

    look_up: Callable[[Context, Asked], Found]
    """From what a page asks for to plain values: everything that the view shows."""
    render: Callable[[Context, Found], list[nodes.Node]]
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The options of the directive of the view's name, with the values that they take."""
    needs: tuple[str, ...] = ()
    """Those of them that have to be given."""


RECORDS = View(records.look_up, records.render)
"""Asked by ``{records}``, which reads options of its own."""
FACTS = View(facts.look_up, facts.render)
"""Asked by blocks."""
DIRECTIVES: Mapping[str, View[Mapping[str, str], Any]] = {
    "masthead": View(publisher.look_up_masthead, publisher.render_masthead),
    "contacts": View(publisher.look_up_contacts, publisher.render_contacts),
    "latest-issue": View(latest_issue.look_up, latest_issue.render),
    "coming": View(coming.look_up, coming.render),
    "issues": View(issues.look_up_issues, issues.render_issues, {"group-by": ("year",)}),
    "downloads": View(downloads.look_up, downloads.render, {"files": downloads.CHOICES}),
    "subscribe": View(
        subscribe.look_up, subscribe.render, {"calendar": subscribe.CHOICES, "layout": subscribe.LAYOUTS}
    ),
    "statistics": View(statistics.look_up, statistics.render, {"by": statistics.CHOICES, "year": YEAR}),
    "map": View(world_map.look_up, world_map.render, {"table": world_map.TABLES, "year": YEAR}),
    "report": View(report.look_up, report.render, {"part": report.PARTS, "year": YEAR}, ("year",)),
    "timeline": View(timeline.look_up, timeline.render, {"last": timeline.LAST}),
    "months": View(months.look_up, months.render, {"kind": months.CHOICES}),
    "columns": View(columns.look_up, columns.render),
    "corrections": View(corrections.look_up, corrections.render),
    "messages": View(reference.look_up_messages, reference.render_messages),
    "fields": View(reference.look_up_fields, reference.render_fields),
    "topic-list": View(reference.look_up_topics, reference.render_topics),
}
"""Asked by directives of their names."""
VIEWS: Mapping[str, View[Any, Any]] = {"records": RECORDS, "facts": FACTS, **DIRECTIVES}


def look_up(context: Context, use: ViewUse) -> object:
    """Return what *use* shows; a build asks twice: whether that has changed, and to show it."""
    return VIEWS[use.name].look_up(context, use.options)


def render(context: Context, use: ViewUse) -> list[nodes.Node]:
    """Return *use* as nodes."""
    return VIEWS[use.name].render(context, look_up(context, use))
