# SPDX-License-Identifier: EUPL-1.2
"""docutils to Typst: one function for each kind of node, found through a registry."""

from newsletter.pdf.translate import (
    blocks,
    containers,
    drawings,
    footnotes,
    images,
    inline,
    lists,
    records,
    references,
    tables,
)
from newsletter.pdf.translate.document import translate_document
from newsletter.pdf.translate.fragment import Fragment, Heading, PageUrls

__all__ = ["RENDERING_MODULES", "Fragment", "Heading", "PageUrls", "translate_document"]

RENDERING_MODULES = (blocks, containers, drawings, footnotes, images, inline, lists, records, references, tables)
"""The modules that fill the registry by being imported."""
