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
        from newsletter.environment.extras import is_installed, tell_left_out  # noqa: PLC0415 -- see above

        if not is_installed("pdf"):
            from newsletter.publish.builders import PagelessBuilder  # noqa: PLC0415 -- see above

            tell_left_out("pdf")
            return PagelessBuilder(app, env)
        from newsletter.pdf.builder import PdfBuilder  # noqa: PLC0415 -- see above

        return PdfBuilder(app, env)


def setup(app: Sphinx) -> None:
    """Add the builder ``newsletter-pdf`` to *app*; where it can work, say of issues what it cannot show, too."""
    from newsletter.environment.extras import is_installed  # noqa: PLC0415 - see above
    from newsletter.environment.reading_translation import TRANSLATION_READ  # noqa: PLC0415 - see above
    from newsletter.pdf.checks import check_issue  # noqa: PLC0415 - see above

    if is_installed("pdf"):
        app.connect("doctree-read", check_issue, priority=950)
        app.connect(TRANSLATION_READ, check_issue)
    app.add_builder(cast("type[Builder]", _OnDemand()))
