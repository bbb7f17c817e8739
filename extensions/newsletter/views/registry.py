# SPDX-License-Identifier: EUPL-1.2
"""All views by name: how each finds what it shows, and how it shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from docutils import nodes

from newsletter.environment.page import ViewUse
from newsletter.views import (
    columns,
    downloads,
    facts,
    issues,
    months,
    publisher,
    records,
    reference,
    statistics,
    subscribe,
)
from newsletter.views.context import Context


@dataclass(frozen=True, slots=True)
class View:
    """A part of a page that is filled in from the whole archive.

    Finding is apart from showing, so that a build can tell whether a page would look different
    without making the page.
    """

    look_up: Callable[[Context, object], object]
    """Plain values with a faithful ``repr``: everything that the view shows."""
    render: Callable[[Context, object], list[nodes.Node]]


VIEWS: Mapping[str, View] = {
    "records": View(records.look_up, records.render),
    "facts": View(facts.look_up, facts.render),
    "masthead": View(publisher.look_up_masthead, publisher.render_masthead),
    "contacts": View(publisher.look_up_contacts, publisher.render_contacts),
    "latest-issue": View(issues.look_up_latest, issues.render_latest),
    "issues": View(issues.look_up_issues, issues.render_issues),
    "downloads": View(downloads.look_up, downloads.render),
    "statistics": View(statistics.look_up, statistics.render),
    "months": View(months.look_up, months.render),
    "subscribe": View(subscribe.look_up, subscribe.render),
    "columns": View(columns.look_up, columns.render),
    "messages": View(reference.look_up_messages, reference.render_messages),
    "topic-list": View(reference.look_up_topics, reference.render_topics),
    "fields": View(reference.look_up_fields, reference.render_fields),
}


def look_up(context: Context, use: ViewUse) -> object:
    """Return what *use* shows; a build asks twice: whether that has changed, and to show it."""
    return VIEWS[use.name].look_up(context, use.options)


def render(context: Context, use: ViewUse) -> list[nodes.Node]:
    """Return *use* as nodes."""
    return VIEWS[use.name].render(context, look_up(context, use))
