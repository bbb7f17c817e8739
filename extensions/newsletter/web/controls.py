# SPDX-License-Identifier: EUPL-1.2
"""Add the controls of a record and of an issue: keep its URL, take it into a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from newsletter.environment.domain import application
from newsletter.environment.i18n import translate
from newsletter.environment.page_builders import is_page_builder
from newsletter.export.calendar import record_calendar
from newsletter.export.calendar.occurrence import has_entries
from newsletter.model.diagnostics import _
from newsletter.views.context import Context
from newsletter.views.facts import record_facts
from newsletter.views.subscribe_controls import Offer, file_url, subscribe_links
from newsletter.views.view_node import view_node


@dataclass(frozen=True, slots=True)
class Controls:
    """Hold the URLs that the controls of a record lead to."""

    anchor: str
    title: str
    calendar: str
    """The URL of the record's calendar; empty where it has none."""


class record_controls(view_node[Controls]):  # noqa: N801 -- docutils names node classes in lower case
    """The controls of a record."""

    template = "record_controls"


class AddRecordControls(SphinxPostTransform):
    """Add to each record of the archive its controls, after its facts; and to each issue, at its end, its own."""

    default_priority = 820
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002 -- the signature is Sphinx's
        """See :class:`docutils.transforms.Transform`."""
        context = Context(application(self.env), self.env.docname)
        if is_page_builder(context.app):
            self._add_to_records(context)
            self._add_to_issue(context)

    def _add_to_records(self, context: Context) -> None:
        records = context.archive.by_id
        for section in self.document.findall(nodes.section):
            told = next((records[anchor] for anchor in section["ids"] if anchor in records), None)
            if told is not None and "record" in section["classes"]:
                path = record_calendar(told)
                calendar = file_url(context.app, context.docname, path) if path else ""
                controls = record_controls.of(context, Controls(told.id, told.title, calendar), _default(calendar))
                section.insert(_after_facts(section), controls)

    def _add_to_issue(self, context: Context) -> None:
        """Offer the dates of the issue, and the calendar that brings those of the next ones; none where it has none."""
        archive = context.archive
        issue = next((issue for issue in archive.issues if issue.docname == context.docname), None)
        title = self.document.next_node(nodes.title)
        if issue is None or title is None or not any(map(has_entries, archive.by_issue[str(issue.name)])):
            return
        controls = subscribe_links(
            context,
            Offer("calendar/all.ics", translate(_("The whole calendar"))),
            translate(_("Subscribe to the calendar of the newsletter")),
            only=file_url(context.app, context.docname, f"calendar/issues/{issue.name}.ics"),
        )
        title.parent.extend(controls)


def _default(calendar: str) -> Iterator[nodes.Node]:
    """Yield what a theme that is not ours has of the controls."""
    if calendar:
        link = nodes.reference("", translate(_("Add to calendar")), refuri=calendar)
        yield nodes.paragraph("", "", link, classes=["record-controls"])


def _after_facts(section: nodes.section) -> int:
    """Return the place in *section* after its facts, or where there are none after its title."""
    for kind in (record_facts, nodes.field_list, nodes.title):
        place = section.first_child_matching_class(kind)
        if place is not None:
            return place + 1
    return 0
