# SPDX-License-Identifier: EUPL-1.2
"""What Sphinx complains of while it runs: passed on to the writer, and counted."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

from newsletter.tools.sphinx_run import SphinxRun


@dataclass
class Complaints:
    """How often Sphinx complained, by how badly; a complaint about a source is a hint, a warning or an error."""

    hints: int = 0
    warnings: int = 0
    silent: bool = True

    def hear(self, line: str) -> None:
        """Take note of one line that Sphinx wrote."""
        self.silent = self.silent and not line.strip()
        self.hints += "HINT: " in line
        self.warnings += any(f"{level}: " in line for level in ("WARNING", "ERROR", "CRITICAL"))


def listen(command: SphinxRun) -> tuple[Complaints, int]:
    """Run *command*, passing its complaints on as they come; return them counted, and its exit code.

    Files are named from the project's folder, in which its writers stand and look for them.
    """
    complaints, folder = Complaints(), f"{command.source}/"
    with command.start(stderr=subprocess.PIPE) as process:
        for line in process.stderr or ():
            complaints.hear(line)
            print(line.removeprefix(folder), end="", file=sys.stderr, flush=True)
    return complaints, process.returncode
