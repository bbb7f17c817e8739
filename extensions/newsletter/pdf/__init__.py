# SPDX-License-Identifier: EUPL-1.2
"""The PDFs: docutils to Typst, volumes of issues, indexes with page numbers, PDF/UA-1 with PDF/A-2a."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:  # tools ask for the exit status alone, and Sphinx takes its time
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

INCOMPLETE = 3
"""The exit status of a build some of whose PDFs could not be made; all else is in its place."""


class _OnDemand:
    """Stands for the builder until a build asks for it.

    It brings Typst and Pillow, which take a tenth of a second to load; most builds make no PDF.
    """

    name = "newsletter-pdf"

    def __call__(self, app: Sphinx, env: BuildEnvironment) -> Builder:
        from newsletter.pdf.builder import PdfBuilder  # noqa: PLC0415 -- see above

        return PdfBuilder(app, env)


def setup(app: Sphinx) -> None:
    """Add the builder ``newsletter-pdf`` to *app*, and what it cannot show to what is said of issues."""
    from newsletter.pdf.checks import check_issue  # noqa: PLC0415 - see above

    app.connect("doctree-read", check_issue, priority=950)
    app.add_builder(cast("type[Builder]", _OnDemand()))
