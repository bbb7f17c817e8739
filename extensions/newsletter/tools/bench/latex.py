# SPDX-License-Identifier: EUPL-1.2
"""Sphinx's own way to a PDF, by xelatex: one volume of the whole archive."""

from __future__ import annotations

from pathlib import Path

from newsletter.tools.bench.measure import BuildFailed, Cost, measured
from newsletter.tools.sphinx_run import SphinxRun


def volume(source: Path, output: Path) -> Cost:
    """Set the archive of *source* as one PDF in *output*, and return what both steps cost.

    :raises BuildFailed: where one of them does.
    """
    folder = output / "latex"
    run = SphinxRun(source=source, builder="latex", output=folder, doctrees=output / "doctrees", options=["-q", "-W"])
    cost = measured(run.command()) + measured(["make", "-C", str(folder), "all-pdf", "LATEXMKOPTS=-silent"])
    if not (folder / "volume.pdf").is_file():
        raise BuildFailed(f"xelatex left no PDF in {folder}")
    return cost
