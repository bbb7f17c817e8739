# SPDX-License-Identifier: EUPL-1.2
"""The PDFs: docutils to Typst, volumes of issues, indexes with page numbers, PDF/UA-1 with PDF/A-2a."""

from __future__ import annotations

from sphinx.application import Sphinx

from newsletter.pdf.builder import PdfBuilder


def setup(app: Sphinx) -> None:
    """Add the builder ``newsletter-pdf`` to *app*."""
    app.add_builder(PdfBuilder)
