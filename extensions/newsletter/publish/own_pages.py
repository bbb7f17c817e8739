# SPDX-License-Identifier: EUPL-1.2
"""Write the pages that no source file is behind: those that are stale, after all others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.page_builders import is_page_builder
from newsletter.incremental.output_state import read_digests
from newsletter.web.all_own_pages import own_pages
from newsletter.web.own_page import OwnPage


def collect_own_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the name, context and template of each (Sphinx's ``html-collect-pages``)."""
    if not is_page_builder(app):
        return
    before, now = read_digests(Path(app.outdir)).own, newsletter_domain(app.env).digests.own
    for page in own_pages(app):
        file = Path(app.builder.get_outfilename(page.docname))  # type: ignore[attr-defined] # page builders have it
        if before.get(page.docname) != now[page.docname] or not file.is_file():
            yield page.docname, _context(app, page), "page.html"


def _context(app: Sphinx, page: OwnPage) -> dict[str, Any]:
    text = page.text()
    document = text if isinstance(text, nodes.document) else None
    body = text if document is None else app.builder.render_partial(document[0])["fragment"]  # type: ignore[attr-defined] # page builders have it
    return {"title": page.title, "body": body, "own_page": page, "own_document": document}
