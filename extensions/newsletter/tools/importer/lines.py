# SPDX-License-Identifier: EUPL-1.2
"""The lines of an old newsletter, whatever file it came in, with what their looks say of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a reader saw it."""

    text: str
    """The plain words, with single spaces."""
    number: int
    """Which line of the source it is, counted from 1; in a PDF which page."""
    markdown: str = ""
    """The same with its links, safe as Markdown."""
    heading: int = 0
    """The level of a heading, 1 to 6; 0 for other lines."""
    strong: bool = False
    """Whether all of it is bold."""
    gap: bool = True
    """Whether it starts a paragraph."""
    item: bool = False
    """Whether it is an item of a list."""
    links: tuple[str, ...] = ()
    """The addresses that it links."""
    aside: bool = False
    """Whether it belongs to the sheet and not to the text: a page number, a running head."""

    @property
    def stands_out(self) -> bool:
        """Whether its looks make it a title."""
        return bool(self.heading or self.strong)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line that look alike."""

    text: str
    link: str = ""
    """The address that they link."""
    bold: bool = False
    size: float = 0.0
