# SPDX-License-Identifier: EUPL-1.2
"""Pages that no source stands behind: the search, and the page for an address that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx

from newsletter.environment.i18n import translate
from newsletter.environment.page_builders import has_our_theme
from newsletter.environment.web_site import web_site
from newsletter.search.page_texts import page_texts
from newsletter.search.search_page import search_context

NOT_FOUND = "404"
SEARCH = "search"


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the name, context and template of each (Sphinx's ``html-collect-pages``)."""
    if not has_our_theme(app):
        return
    context = search_context(web_site(app), page_texts(app.env))
    yield SEARCH, {"title": translate("Search"), **context}, "search.html"
    yield NOT_FOUND, {"title": translate("This page is not here")}, "404.html"
