# SPDX-License-Identifier: EUPL-1.2
"""The controls by which a reader subscribes to a calendar: folded under one line, or spelt out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from newsletter.environment.config import publication
from newsletter.environment.i18n import translate
from newsletter.environment.page_builders import is_page_builder
from newsletter.model.diagnostics import _
from newsletter.views.calendar_links import Way, ways
from newsletter.views.context import Context
from newsletter.views.view_node import view_node

WHOLE = "calendar/all.ics"
"""The path of the calendar of everything."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A calendar to subscribe to: its path from the root of the site, and what it holds, in the site's language."""

    path: str
    label: str
    feed: str = ""
    """The path of the feed of the same records, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLinks:
    """The ways in to a calendar."""

    label: str
    """Its description for those who hear a link."""
    ways: tuple[Way, ...]
    url: str
    """Absolute, for programs of any other sort; empty where the site has no URL."""
    file: str
    feed: str = ""
    """The URL of the feed of the same records, where there is one."""
    words: str = ""
    """The line under which the ways are folded; its label where empty."""
    only: str = ""
    """The URL of a file with the dates of the issue alone."""
    explained: bool = False
    """Whether the ways stand open, each with what it does."""


class calendar_links(view_node[CalendarLinks]):  # noqa: N801 -- docutils names node classes in lower case
    """The ways in to a calendar; other builders show a link alone, or nothing."""

    template = "calendar_links"


def file_url(app: Sphinx, docname: str, path: str) -> str:
    """Return the URL of the published file *path*, seen from the page *docname*.

    Outside of the pages of the site it is absolute, or empty where the site has no URL.
    """
    if is_page_builder(app):
        return relative_uri(app.builder.get_target_uri(docname), path)
    base = publication(app.config).base_url
    return f"{base}{path}" if base else ""


def subscribe_links(
    context: Context, offer: Offer, words: str = "", *, only: str = "", explained: bool = False
) -> list[nodes.Node]:
    """Return the ways in to *offer*; see :class:`CalendarLinks`."""
    about = publication(context.app.config)
    url = f"{about.base_url}{offer.path}" if about.base_url else ""
    # What a reader's program may call the calendar: that of everything has the name of the newsletter.
    title = about.title if offer.path == WHOLE else f"{about.title} – {offer.label}"
    file = file_url(context.app, context.docname, offer.path)
    value = CalendarLinks(
        label=offer.label,
        ways=ways(url, title),
        url=url,
        file=file,
        feed=offer.feed and file_url(context.app, context.docname, offer.feed),
        words=words,
        only=only,
        explained=explained,
    )
    return calendar_links.of(context, value, _default(value))


def _default(links: CalendarLinks) -> Iterator[nodes.Node]:
    if links.file:
        label = translate(_("Calendar: %(name)s")) % {"name": links.label}
        yield nodes.paragraph("", "", nodes.reference("", label, refuri=links.file))
