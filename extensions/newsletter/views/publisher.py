# SPDX-License-Identifier: EUPL-1.2
"""The views ``masthead`` and ``contacts``: who publishes, from the configuration alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes

from newsletter.dates import show_day
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.publication import Publication
from newsletter.views.context import Context
from newsletter.views.facts import short_url


def look_up_masthead(context: Context, _options: Mapping[str, str]) -> tuple[Publication, str, str]:
    """Return the publication, the line that names the issue of the page, and where its facts come from."""
    issue = next((issue for issue in context.archive.issues if issue.docname == context.docname), None)
    if issue is None:
        return context.publication, "", ""
    if not issue.published_written:
        return context.publication, issue.title, issue.source
    day = show_day(issue.published, context.language)
    published = translate(_("published on %(day)s")) % {"day": day}
    return context.publication, f"{issue.title} · {published}", issue.source


def render_masthead(_context: Context, found: tuple[Publication, str, str]) -> list[nodes.Node]:
    """Return the name of the newsletter, its publisher and its period."""
    publication, issue, source = found
    masthead = nodes.container(classes=["masthead"])
    masthead += nodes.paragraph("", publication.title, classes=["masthead-title"])
    publisher = " — ".join(filter(None, (publication.publisher, publication.office)))
    masthead += nodes.paragraph("", publisher, classes=["masthead-publisher"])
    if issue:
        masthead += nodes.paragraph("", issue, classes=["masthead-issue"])
    if source:
        link = nodes.reference("", short_url(source), refuri=source)
        words = _label(_("Source"))
        masthead += nodes.paragraph("", "", words, link, classes=["masthead-source"])
    return [masthead]


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
