# SPDX-License-Identifier: EUPL-1.2
"""Add the controls of a record and of an issue: keep its URL, take it into a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urljoin

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from newsletter.environment.domain import application
from newsletter.environment.i18n import translate
from newsletter.environment.page_builders import is_page_builder
from newsletter.export.calendar import record_calendar
from newsletter.export.calendar.occurrence import has_entries
from newsletter.model.diagnostics import _
from newsletter.model.record import Record
from newsletter.views.cards import STRIP, picture_for
from newsletter.views.context import Context
from newsletter.views.subscribe_controls import Offer, file_url, subscribe_links
from newsletter.views.view_node import view_node


@dataclass(frozen=True, slots=True)
class Controls:
    """Hold the URLs that the controls of a record lead to."""

    link: str
    """The permanent URL, seen from the page: of a record that of its own page."""
    number: str
    """The end of the anchors of the heading and of the controls on this page; empty for the issue's own."""
    mail: str
    """The URL that begins a mail about it (RFC 6068); empty where the site's own URL is not known."""
    calendar: str = ""
    """The URL of the record's calendar; empty where it has none."""


class record_controls(view_node[Controls]):  # noqa: N801 -- docutils names node classes in lower case
    """The controls of a record, or of a whole issue."""

    template = "record_controls"


class AddRecordControls(SphinxPostTransform):
    """Add to each record of the archive its controls, behind its text; and to each issue, at its end, its own."""

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
        for number, section in enumerate(self.document.findall(nodes.section)):
            told = next((records[anchor] for anchor in section["ids"] if anchor in records), None)
            if told is not None and "record" in section["classes"]:
                path = record_calendar(told)
                calendar = file_url(context.app, context.docname, path) if path else ""
                mail = _mail(context, told.title, told.own_page)
                _name(section[0], str(number))
                controls = Controls(context.url(told.own_page), str(number), mail, calendar)
                section.extend(record_controls.of(context, controls, _default(calendar)))

    def _add_to_issue(self, context: Context) -> None:
        """Offer to share the issue and, where it has dates, these and the calendar that brings those to come."""
        archive = context.archive
        issue = next((issue for issue in archive.issues if issue.docname == context.docname), None)
        title = self.document.next_node(nodes.title)
        if issue is None or title is None:
            return
        title.parent[1:1] = _strip(context, archive.by_issue[str(issue.name)])
        mail = _mail(context, issue.title, issue.docname)
        _name(title, "")
        controls = Controls(context.url(context.docname) or "#", "", mail)
        title.parent.extend(record_controls.of(context, controls))
        if not any(map(has_entries, archive.by_issue[str(issue.name)])):
            return
        calendar = subscribe_links(
            context,
            Offer("calendar/all.ics", translate(_("The whole calendar"))),
            translate(_("Subscribe to the calendar of the newsletter")),
            only=file_url(context.app, context.docname, f"calendar/issues/{issue.name}.ics"),
        )
        title.parent.extend(calendar)


def _name(heading: nodes.Node, number: str) -> None:
    """Give *heading* the anchor by which controls refer to it; nobody else does, so that it need not last."""
    assert isinstance(heading, nodes.title)  # noqa: S101 - for the type checker; sections begin with theirs
    heading["ids"].append(f"_t{number}")


_FEWEST_IN_STRIP, _MOST_IN_STRIP = 2, 5


def _strip(context: Context, records: Iterable[Record]) -> list[nodes.Node]:
    """Return a few pictures of an issue in a row, each of which leads to its record; none where there is but one."""
    pictured = ((record, list(picture_for(context, record, STRIP, names_record=True))) for record in records)
    links = [
        nodes.reference("", "", *images, refuri=f"#{record.id}", internal=True) for record, images in pictured if images
    ]
    if len(links) < _FEWEST_IN_STRIP:
        return []
    return [nodes.container("", *links[:_MOST_IN_STRIP], classes=["picture-strip"])]


def _default(calendar: str) -> Iterator[nodes.Node]:
    """Yield what a theme that is not ours has of the controls."""
    if calendar:
        link = nodes.reference("", translate(_("Add to calendar")), refuri=calendar)
        yield nodes.paragraph("", "", link, classes=["record-controls"])


def _mail(context: Context, title: str, docname: str) -> str:
    """Return the URL of a mail that tells somebody of the page *docname*."""
    base = context.publication.base_url
    if not base:
        return ""
    url = urljoin(base, context.app.builder.get_target_uri(docname))
    return f"mailto:?{urlencode({'subject': title, 'body': url}, quote_via=quote)}"
