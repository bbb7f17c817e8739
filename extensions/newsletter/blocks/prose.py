# SPDX-License-Identifier: EUPL-1.2
"""The text of a block, where it is prose: one node, whatever it shows.

As paragraphs, words and links the same would be ten nodes, which every pass over a page visits. Pages of the site take
it as HTML; for all other formats :mod:`newsletter.blocks.spell_out` makes it those nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from newsletter.markup.prose import Paragraph, Run, paragraphs


class prose(nodes.General, nodes.Element):  # noqa: N801 -- docutils names node classes in lower case
    """Paragraphs of prose."""

    def __init__(self, text: str = "", path: str = "", line: int = 0, **attributes: Any) -> None:
        super().__init__(text, **attributes)
        self.source, self.line = path, line

    def copy(self) -> prose:
        """Return a copy; docutils copies attributes alone."""
        return prose(self.rawsource, self.source or "", self.line or 0, **self.attributes)

    def astext(self) -> str:
        """Return what a reader sees, a paragraph between two empty lines."""
        return "\n\n".join(paragraph.words for paragraph in self.paragraphs())

    def paragraphs(self) -> Iterator[Paragraph]:
        """Return the paragraphs, numbered by the lines of the file."""
        return (Paragraph((self.line or 0) + each.line, each.text) for each in paragraphs(self.rawsource))

    def links(self) -> Iterator[tuple[int, Run]]:
        """Return the words that lead somewhere, each with its line."""
        if "](" not in self.rawsource:
            return iter(())
        lines = (line for paragraph in self.paragraphs() for line in paragraph.lines())
        return ((number, run) for number, runs in lines for run in runs if run.address)
