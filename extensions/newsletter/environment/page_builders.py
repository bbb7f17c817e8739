# SPDX-License-Identifier: EUPL-1.2
"""The builders that make the pages of a site, and whether those have our theme."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

PAGE_BUILDERS = ("html", "dirhtml")
"""Names of the builders that make the site; those that make one document (epub, singlehtml) keep Sphinx's frame."""

THEME = Path(__file__).parents[1] / "theme"
"""The folder of the theme ``newsletter``."""


def is_page_builder(app: Sphinx) -> bool:
    """Tell whether the builder makes pages of a site, not of a book."""
    return app.builder.name in PAGE_BUILDERS


def theme_folders(app: Sphinx) -> list[Path]:
    """Return the folders of the theme of a build's pages, before those that it inherits from; none without pages."""
    return list(app.builder.theme.get_theme_dirs()) if is_page_builder(app) else []  # type: ignore[attr-defined] # page builders have it


def has_our_theme(app: Sphinx) -> bool:
    """Tell whether pages are made in the theme ``newsletter``, or in one that inherits from it.

    Any other theme gets plain nodes, and pages, search and assets of its own.
    """
    return THEME in theme_folders(app)
