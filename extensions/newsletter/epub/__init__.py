# SPDX-License-Identifier: EUPL-1.2
"""The archive as an e-book: Sphinx's own EPUB 3 builder on the plain nodes of the issues and of their registers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:  # Sphinx's builder of books takes its time to load; most builds make none
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

THEME = "newsletter-epub"


class _OnDemand:
    """Stands for the builder until a build asks for it."""

    name = "newsletter-epub"

    def __call__(self, app: Sphinx, env: BuildEnvironment) -> Builder:
        from newsletter.epub.builder import BookBuilder  # noqa: PLC0415 -- see above

        return BookBuilder(app, env)


def setup(app: Sphinx) -> None:
    """Add the builder ``newsletter-epub`` and its theme to *app*."""
    app.add_html_theme(THEME, str(Path(__file__).with_name("theme")))
    app.add_builder(cast("type[Builder]", _OnDemand()))
