# SPDX-License-Identifier: EUPL-1.2
"""The own texts of all pages of a build."""

from __future__ import annotations

from sphinx.application import Sphinx

from newsletter.search.page_text import own_text


def page_texts(app: Sphinx) -> dict[str, tuple[str, str]]:
    """Return title and own text of each page, by docname: what stands outside records and lists."""
    return {docname: own_text(app.env.get_doctree(docname)) for docname in sorted(app.env.found_docs)}
