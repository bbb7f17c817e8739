# SPDX-License-Identifier: EUPL-1.2
"""All pages that no source file is behind."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx.application import Sphinx

from newsletter.environment.domain import newsletter_domain
from newsletter.web.group_pages import group_pages
from newsletter.web.list_pages import list_pages
from newsletter.web.own_page import OwnPage
from newsletter.web.record_pages import record_pages


def own_pages(app: Sphinx) -> Iterator[OwnPage]:
    """Yield all of them; where a source file has the name of one, it stays what it is."""
    sources = newsletter_domain(app.env).pages.keys()
    for pages in (record_pages, group_pages, list_pages):
        yield from (page for page in pages(app) if page.docname not in sources)
