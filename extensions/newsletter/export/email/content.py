# SPDX-License-Identifier: EUPL-1.2
"""The words of an issue as plain values, without markup, from which both parts of a mail are made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters set alike; a line feed in :attr:`text` is a line break that the author asked for."""

    text: str
    href: str = ""
    """An absolute URL, or empty."""
    strong: bool = False
    emphasis: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a rubric is a heading in a body, which is no heading of the page."""

    runs: tuple[Run, ...]
    rubric: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the text: its path from the source folder, and its text alternative."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item has blocks of its own."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


Block = Paragraph | Image | Items


@dataclass(frozen=True, slots=True)
class Told:
    """A record where the issue tells it, with the text of this telling."""

    record_id: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Records that a list in the page selects, such as what is coming, by their ids."""

    record_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the issue; the outermost is the issue itself."""

    title: str
    parts: tuple[Part, ...] = ()


Part = Block | Told | Listed | Section
