# SPDX-License-Identifier: EUPL-1.2
"""What Sphinx complains of while it runs: passed on to the writer, and counted."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import closing, redirect_stderr
from dataclasses import dataclass

from newsletter.tools.sphinx_run import SphinxRun


@dataclass
class Complaints:
    """How often Sphinx complained, by how badly; a complaint about a source is a hint, a warning or an error."""

    hints: int = 0
    warnings: int = 0

    def hear(self, line: str) -> None:
        """Take note of one line that Sphinx wrote."""
        self.hints += "HINT: " in line
        self.warnings += any(f"{level}: " in line for level in ("WARNING", "ERROR", "CRITICAL"))


class _Ear(io.TextIOBase):
    """Where Sphinx writes its complaints when it runs in this process."""

    def __init__(self, complaints: Complaints, folder: str) -> None:
        self._complaints, self._folder, self._unfinished = complaints, folder, ""

    def write(self, text: str) -> int:
        """Take in *text*, and pass whole lines on."""
        *lines, self._unfinished = (self._unfinished + text).split("\n")
        for line in lines:
            _pass_on(f"{line}\n", self._complaints, self._folder)
        return len(text)

    def close(self) -> None:
        """Pass on what is left."""
        if self._unfinished:
            self.write("\n")
        super().close()


def _pass_on(line: str, complaints: Complaints, folder: str) -> None:
    complaints.hear(line)
    print(line.replace(folder, "", 1), end="", file=sys.__stderr__, flush=True)  # a colour may stand before it


def listen_here(command: SphinxRun) -> tuple[Complaints, int]:
    """Do what :func:`listen` does in this very process, in which nothing else of Sphinx may run later."""
    complaints = Complaints()
    with closing(_Ear(complaints, f"{command.source}/")) as ear, redirect_stderr(ear):
        return complaints, command.call_here()


def listen(command: SphinxRun) -> tuple[Complaints, int]:
    """Run *command*, passing its complaints on as they come; return them counted, and its exit code.

    Files are named from the project's folder, in which its writers stand and look for them.
    """
    complaints, folder = Complaints(), f"{command.source}/"
    with command.start(stderr=subprocess.PIPE) as process:
        for line in process.stderr or ():
            _pass_on(line, complaints, folder)
    return complaints, process.returncode
