# SPDX-License-Identifier: EUPL-1.2
"""The builders that make the pages of a site."""

from __future__ import annotations

from sphinx.application import Sphinx

PAGE_BUILDERS = ("html", "dirhtml")
"""Names of the builders that make the site; those that make one document (epub, singlehtml) keep Sphinx's frame."""


def is_page_builder(app: Sphinx) -> bool:
    """Tell whether the builder makes pages of a site, not of a book."""
    return app.builder.name in PAGE_BUILDERS
