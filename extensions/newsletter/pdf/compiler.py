# SPDX-License-Identifier: EUPL-1.2
"""The compiler: Typst, with our fonts alone, to PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

import pikepdf

from newsletter.pdf.code import string
from newsletter.pdf.scripts import RUN
from newsletter.pictures.font_files import font_folders, font_versions

STANDARDS = ["a-2a", "ua-1"]
FOLDER = Path(__file__).parent
THEME = FOLDER / "theme"
_SET_SHEET = FOLDER / "set_sheet.py"


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

    def _compile(self, source: str, inputs: Mapping[str, str], timestamp: datetime, standards: list[str]) -> bytes:
        job = {
            "root": str(self.root),
            "fonts": [str(folder) for folder in font_folders()],
            "source": source,
            "inputs": dict(inputs),
            "timestamp": timestamp.timestamp(),
            "standards": standards,
            "tags": standards is STANDARDS,
        }
        done = subprocess.run(  # noqa: S603 - Python and a file of ours
            [sys.executable, "-P", str(_SET_SHEET)], input=json.dumps(job).encode(), capture_output=True, check=False
        )
        if done.returncode == 0:
            return done.stdout
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise CompileError(
            reason if done.returncode == 1 and reason else f"Typst broke down ({done.returncode}) {reason}"
        )
