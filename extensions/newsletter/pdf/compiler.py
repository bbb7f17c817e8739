# SPDX-License-Identifier: EUPL-1.2
"""The compiler: Typst in this process, with our fonts alone, to PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import io
import json
import multiprocessing
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import cast

import pikepdf
import typst
from sphinx.util.parallel import parallel_available

from newsletter.pdf.code import string
from newsletter.pdf.scripts import RUN
from newsletter.pictures.font_files import font_folders, font_versions

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
FOLDER = Path(__file__).parent
THEME = FOLDER / "theme"


_TOO_LARGE = re.compile(rb"(?<![\w.])-?\d{10,}")
"""A number that PDF/A forbids (ISO 19005-2, 6.1.13), which Typst lets pass."""


class CompileError(RuntimeError):
    """Typst cannot set a sheet; the message is its own."""


@dataclass(frozen=True)
class Sheet:
    """The main file of a PDF, or of a part of one."""

    source: str
    """Typst code."""
    language: str
    timestamp: datetime
    bound: bool = False
    """Whether it is of a volume of issues."""
    runs: tuple[str, ...] = ()
    """The words of it whose glyphs do not tell their text."""


@dataclass(frozen=True)
class Compiler:
    """Compiles sheets in the folder *root*, in which the theme, the fragments and the pictures lie."""

    root: Path

    @staticmethod
    def version() -> str:
        """Return what the look of a PDF depends on besides its input: the versions of the programs."""
        return " ".join([*(f"{name} {version(name)}" for name in ("typst", "pikepdf")), font_versions()])

    @cached_property
    def _fonts(self) -> typst.Fonts:
        paths = [str(folder) for folder in font_folders()]
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)

    def compile(self, sheet: Sheet, pages: Mapping[str, int] = MappingProxyType({})) -> bytes:
        """Return the PDF of *sheet*, without page numbers; *pages* tells those that its text shows, by name.

        Raises CompileError.
        """
        inputs = {
            "language": sheet.language,
            "pages": json.dumps(dict(pages)),
            "bound": "yes" if sheet.bound else "",
            "runs": RUN if sheet.runs else "",
        }
        return self._compile(sheet.source, inputs, sheet.timestamp, STANDARDS)

    def set_numerals(self, total: int, of: str) -> bytes:
        """Return a PDF without tags: the footers of *total* pages, with the word *of*, then their numbers alone."""
        source = f'#import "/theme/volume.typ": numerals\n#numerals({total}, {string(of)})'
        return self._compile(source, {}, datetime.fromtimestamp(0, UTC), ["a-2b"])

    def accepts_picture(self, path: str) -> bool:
        """Tell whether Typst can set the picture at *path* in a PDF of our standards: SVG can hold anything."""
        image = f'#set text(font: "Titillium Web")\n#image({string(path)}, alt: "-", width: 50pt)'
        sheet = Sheet(f'#set document(title: "-")\n{image}', "", datetime.fromtimestamp(0, UTC))
        try:
            content = self.compile(sheet)
        except CompileError:
            return False
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pdf.pages[0].contents_coalesce()
            forms = (item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/BBox" in item)
            return not any(_TOO_LARGE.search(each.read_bytes()) for each in (pdf.pages[0].Contents, *forms))

    def _compile(
        self, source: str, inputs: dict[str, str], timestamp: datetime, standards: list[typst.PDFStandard]
    ) -> bytes:
        """Run Typst in a fork of this process, which gives the memory back that Typst keeps; here where none can be."""
        compiler = typst.Compiler(root=str(self.root), font_paths=self._fonts, sys_inputs=inputs)

        def run() -> bytes | CompileError:
            try:
                content = compiler.compile(
                    input=source.encode(),
                    format="pdf",
                    pdf_standards=standards,
                    pdf_tags=standards is STANDARDS,
                    timestamp=timestamp,
                )
            except typst.TypstError as error:
                return CompileError(_reason(error))
            except BaseException as error:
                if type(error).__name__ != "PanicException":
                    raise
                return CompileError(f"Typst broke down: {error}")
            return content if isinstance(content, bytes) else CompileError("no PDF came out")

        result = _in_fork(run) if parallel_available else run()
        if isinstance(result, CompileError):
            raise result
        return result


def _in_fork(run: Callable[[], bytes | CompileError]) -> bytes | CompileError:
    """Return what *run* returns in a fork of this process, or that it was ended there."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=lambda: sender.send(run()))
    process.start()
    sender.close()
    try:
        return cast("bytes | CompileError", receiver.recv())
    except EOFError:
        return CompileError("Typst broke down")
    finally:
        process.join()


def _reason(error: Exception) -> str:
    hints = getattr(error, "hints", None) or ()
    return " ".join([str(error), *(str(hint) for hint in hints)])
