# SPDX-License-Identifier: EUPL-1.2
"""The press: Typst in this process, with our fonts alone, to PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import typst

from newsletter.pdf.annotations import LinkError, finish
from newsletter.pdf.binding import bind

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_ROUNDS_REMEMBERED = 11
FOLDER = Path(__file__).parent
FONTS = FOLDER / "fonts"
THEME = FOLDER / "theme"


class PressError(RuntimeError):
    """Typst cannot set a volume; the message is its own."""


@dataclass(frozen=True)
class Target:
    """What stands for an anchor in a volume: a label, and whether it is at a heading."""

    label: str
    heading: bool


@dataclass(frozen=True)
class Paging:
    """Where a part stands in its volume; by default it is the whole of it."""

    first: int = 1
    """The number of its first page."""
    total: int = 0
    """How many pages the volume has; 0 where that is for Typst to count."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page of each label that is in another part."""


@dataclass(frozen=True)
class Sheet:
    """All that goes into one PDF but the files that it includes."""

    source: str
    """Typst code."""
    targets: Mapping[str, Target]
    language: str
    timestamp: datetime
    contents: str = ""
    """The title of the contents under an issue's heading; empty for none there."""
    alone: bool = False
    """Whether it is one issue."""
    paging: Paging = Paging()

    @property
    def inputs(self) -> dict[str, str]:
        """Return what the theme finds in ``sys.inputs``."""
        targets = {name: {"label": target.label, "heading": target.heading} for name, target in self.targets.items()}
        return {
            "targets": json.dumps(targets, sort_keys=True),
            "language": self.language,
            "contents": self.contents,
            "alone": "yes" if self.alone else "",
            "first": str(self.paging.first),
            "total": str(self.paging.total or ""),
            "pages": json.dumps(self.paging.pages, sort_keys=True),
        }


@dataclass(frozen=True)
class Press:
    """Sets volumes from the folder *root*, in which the theme, the fragments and the pictures lie."""

    root: Path

    @staticmethod
    def version() -> str:
        """Return what the look of a PDF depends on besides its input: the versions of the programs."""
        return " ".join(f"{name} {version(name)}" for name in ("typst", "pikepdf"))

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])

    def set(self, sheet: Sheet) -> tuple[bytes, int]:
        """Return the PDF of *sheet* and its number of pages. Raises PressError."""
        return self.bind([self.lay_out(sheet)])

    def lay_out(self, sheet: Sheet) -> bytes:
        """Return *sheet* as Typst makes it, its links not yet put right. Raises PressError."""
        try:
            return self._compile(sheet.source, sheet.inputs, sheet.timestamp)
        except typst.TypstError as error:
            raise PressError(_reason(error)) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            raise PressError(f"Typst broke down: {error}") from error

    @staticmethod
    def bind(parts: Sequence[bytes]) -> tuple[bytes, int]:
        """Return the PDF of *parts* that were laid out, and its number of pages. Raises PressError."""
        try:
            with bind(parts) as book:
                return finish(book)
        except LinkError as error:
            raise PressError(str(error)) from error

    def _compile(self, source: str, inputs: dict[str, str], timestamp: datetime | int) -> bytes:
        compiler = typst.Compiler(root=str(self.root), font_paths=self._fonts, sys_inputs=inputs)
        content = compiler.compile(input=source.encode(), format="pdf", pdf_standards=STANDARDS, timestamp=timestamp)
        if not isinstance(content, bytes):
            raise PressError("no PDF came out")
        return content

    def forget(self) -> None:
        """Let go of the layout of what was set: Typst keeps it for the next ten files, whichever they are."""
        for _round in range(_ROUNDS_REMEMBERED):
            self._compile('#set document(title: "-")', {}, 0)

    def accepts_picture(self, path: str) -> bool:
        """Tell whether Typst can set the picture at *path* in a PDF of our standards: SVG can hold anything."""
        source = f'#set document(title: "-")\n#set text(font: "Titillium Web")\n#image("{path}", alt: "-", width: 50pt)'
        try:
            self._compile(source, {}, 0)
        except typst.TypstError:
            return False
        return True


def _reason(error: Exception) -> str:
    hints = getattr(error, "hints", None) or ()
    return " ".join([str(error), *(str(hint) for hint in hints)])
