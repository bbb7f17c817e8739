# SPDX-License-Identifier: EUPL-1.2
"""The views ``masthead`` and ``contacts``: who publishes, from the configuration alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes

from newsletter.dates import show_day
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.publication import Publication
from newsletter.views.context import Context
from newsletter.views.facts import short_url


@dataclass(frozen=True, slots=True)
class Masthead:
    """Hold what stands at the head of an issue, or of another page."""

    publication: Publication
    issue: str = ""
    """The title of the issue; empty on other pages."""
    published: str = ""
    """The day on which it was published, in words; empty where nobody wrote it."""
    source: str = ""
    """The URL that its facts come from."""


def look_up_masthead(context: Context, _options: Mapping[str, str]) -> Masthead:
    """Return the publication and, on the page of an issue, what the issue says of itself."""
    issue = next((issue for issue in context.archive.issues if issue.docname == context.docname), None)
    if issue is None:
        return Masthead(context.publication)
    day = show_day(issue.published, context.language)
    published = translate(_("published on %(day)s")) % {"day": day} if issue.published_written else ""
    return Masthead(context.publication, issue.title, published, issue.source)


def render_masthead(context: Context, found: Masthead) -> list[nodes.Node]:
    """Return the name of the newsletter, its publisher and its period; without what our frame says already."""
    lines: list[nodes.Node] = []
    if found.issue and context.format == "page":
        if found.published:
            published = found.published[:1].upper() + found.published[1:]
            lines.append(nodes.paragraph("", published, classes=["masthead-issue"]))
    else:
        publisher = " — ".join(filter(None, (found.publication.publisher, found.publication.office)))
        lines.append(nodes.paragraph("", found.publication.title, classes=["masthead-title"]))
        lines.append(nodes.paragraph("", publisher, classes=["masthead-publisher"]))
        if found.issue:
            issue = " · ".join(filter(None, (found.issue, found.published)))
            lines.append(nodes.paragraph("", issue, classes=["masthead-issue"]))
    if found.source:
        link = nodes.reference("", short_url(found.source), refuri=found.source)
        lines.append(nodes.paragraph("", "", _label(_("Source")), link, classes=["masthead-source"]))
    return [nodes.container("", *lines, classes=["masthead"])] if lines else []


def look_up_contacts(context: Context, _options: Mapping[str, str]) -> Publication:
    """Return the publication."""
    return context.publication


def render_contacts(_context: Context, publication: Publication) -> list[nodes.Node]:
    """Return the URL of the office and how to leave the mailing list."""
    contacts = nodes.container(classes=["contacts"])
    lines = nodes.line_block()
    for line in _contact_lines(publication):
        lines += nodes.line("", "", *line)
    contacts += lines
    if publication.unsubscribe:
        contacts += nodes.paragraph("", publication.unsubscribe, classes=["unsubscribe"])
    return [contacts]


def _contact_lines(publication: Publication) -> Iterator[list[nodes.Node]]:
    for text in (publication.publisher, publication.office, publication.address):
        if text:
            yield [nodes.Text(text)]
    if publication.phone:
        yield [_label(_("Telephone")), nodes.reference("", publication.phone, refuri=publication.phone_url)]
    if publication.email:
        yield [_label(_("E-mail")), nodes.reference("", publication.email, refuri=f"mailto:{publication.email}")]
    if publication.website:
        name = publication.website.partition("//")[2].rstrip("/") or publication.website
        yield [_label(_("Web")), nodes.reference("", name, refuri=publication.website)]


def _label(word: str) -> nodes.Text:
    return nodes.Text(f"{translate(word)}: ")
