# SPDX-License-Identifier: EUPL-1.2
"""The lasting URLs of the site: its pages, the anchors of records, calendars, feeds; drafts have none yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

from newsletter.environment.config import redirects
from newsletter.environment.domain import newsletter_domain
from newsletter.environment.issue_files import is_published, issue_name
from newsletter.environment.web_site import web_site
from newsletter.export.calendar import calendars
from newsletter.export.feeds import issue_pages, record_feeds

_NO_SOURCE = ("404.html", "search.html")


def published_urls(app: Sphinx) -> Iterator[str]:
    """Yield the URLs that a reader may keep, from the root of the site; drafts are left out, if they were read."""
    published = {docname for docname in app.env.found_docs if _is_published(app, docname)}
    yield from _NO_SOURCE
    yield from (f"{docname}.html" for docname in published)
    for record_id, tellings in newsletter_domain(app.env).index.tellings.items():
        yield from (f"{telling.docname}.html#{record_id}" for telling in tellings if telling.docname in published)
    site = web_site(app)
    yield from (calendar.url for calendar in calendars(site))
    yield from (page.atom for page in issue_pages(site))
    yield from (feed.path for feed in record_feeds(site))
    yield from (entry.url for entry in redirects(app.config))


def _is_published(app: Sphinx, docname: str) -> bool:
    return issue_name(docname) is None or is_published(Path(app.env.doc2path(docname)), app.config)
