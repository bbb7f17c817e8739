# SPDX-License-Identifier: EUPL-1.2
"""All pages that no source file is behind."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from sphinx.application import Sphinx

from newsletter.environment.archive_index import ArchiveIndex
from newsletter.environment.domain import newsletter_domain
from newsletter.web.group_pages import group_pages
from newsletter.web.list_pages import list_pages
from newsletter.web.own_page import OwnPage
from newsletter.web.record_pages import record_pages


def own_pages(app: Sphinx) -> tuple[OwnPage, ...]:
    """Return all of them; where a source file has the name of one, it stays what it is."""
    return _own_pages(app, newsletter_domain(app.env).index)


@lru_cache(maxsize=1)  # a build asks three times: which are stale, to write them, for the sitemap
def _own_pages(app: Sphinx, _index: ArchiveIndex) -> tuple[OwnPage, ...]:
    sources = newsletter_domain(app.env).pages.keys()
    found = chain(record_pages(app), group_pages(app), list_pages(app))
    return tuple(page for page in found if page.docname not in sources)
