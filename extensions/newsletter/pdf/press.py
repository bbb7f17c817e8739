# SPDX-License-Identifier: EUPL-1.2
"""The press: Typst in this process, with our fonts alone, to PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import typst

from newsletter.pdf.annotations import LinkError
from newsletter.pdf.bound import BindingError, BoundVolume
from newsletter.pdf.code import call, string
from newsletter.pdf.finishing import finish_issue
from newsletter.pdf.notes import Notes
from newsletter.pdf.numbering import Lettering, learn, sample_characters
from newsletter.pdf.objects import UnknownFormError, read

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
FOLDER = Path(__file__).parent
FONTS = FOLDER / "fonts"
THEME = FOLDER / "theme"


class PressError(RuntimeError):
    """Typst cannot set a volume; the message is its own."""


@dataclass(frozen=True)
class Sheet:
    """All that Typst makes a PDF from, but the files that it includes."""

    source: str
    """Typst code."""
    language: str
    timestamp: datetime


@dataclass(frozen=True)
class Press:
    """Sets volumes from the folder *root*, in which the theme, the fragments and the pictures lie."""

    root: Path
    of: str = "/"
    """The word between a page's number and the number of all."""

    @staticmethod
    def version() -> str:
        """Return what the look of a PDF depends on besides its input: the versions of the programs."""
        return " ".join(f"{name} {version(name)}" for name in ("typst",))

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])

    @cached_property
    def lettering(self) -> Lettering:
        """What page numbers look like."""
        words = string(sample_characters(self.of))
        source = f'#import "/theme/volume.typ": sample\n#show: {call("sample.with", words)}\n'
        return learn(read(self._compile(source, {}, 0)), self.of)

    def lay_out(self, sheet: Sheet) -> bytes:
        """Return *sheet* as Typst makes it: links and page numbers are not yet put right. Raises PressError."""
        try:
            return self._compile(sheet.source, {"language": sheet.language}, sheet.timestamp)
        except typst.TypstError as error:
            raise PressError(_reason(error)) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            raise PressError(f"Typst broke down: {error}") from error

    def print_issue(self, sheet: Sheet) -> tuple[bytes, Notes]:
        """Return the PDF of an issue, and what its binders want to know. Raises PressError."""
        try:
            return finish_issue(self.lay_out(sheet), self.lettering)
        except (LinkError, UnknownFormError) as error:
            raise PressError(str(error)) from error

    @staticmethod
    def print_volume(volume: BoundVolume) -> tuple[bytes, int]:
        """Return the PDF of *volume*, and its number of pages. Raises PressError."""
        try:
            return volume.bind()
        except (LinkError, BindingError, UnknownFormError) as error:
            raise PressError(str(error)) from error

    def _compile(self, source: str, inputs: dict[str, str], timestamp: datetime | int) -> bytes:
        compiler = typst.Compiler(root=str(self.root), font_paths=self._fonts, sys_inputs=inputs)
        content = compiler.compile(input=source.encode(), format="pdf", pdf_standards=STANDARDS, timestamp=timestamp)
        if not isinstance(content, bytes):
            raise PressError("no PDF came out")
        return content

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
