# SPDX-License-Identifier: EUPL-1.2
"""Relay the diagnostics of Sphinx to the writer while it runs, and count them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import closing, redirect_stderr
from dataclasses import dataclass

from newsletter.tools.sphinx_run import SphinxRun


@dataclass
class Counts:
    """Count diagnostics by severity; errors count as warnings."""

    hints: int = 0
    warnings: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both."""
        return Counts(self.hints + other.hints, self.warnings + other.warnings)

    def add(self, line: str) -> None:
        """Count one line that Sphinx wrote."""
        self.hints += "HINT: " in line
        self.warnings += any(f"{level}: " in line for level in ("WARNING", "ERROR", "CRITICAL"))


class _Relay(io.TextIOBase):
    """Takes the place of standard error while Sphinx runs in this process."""

    def __init__(self, counts: Counts, folder: str) -> None:
        self._counts, self._folder, self._unfinished = counts, folder, ""

    def write(self, text: str) -> int:
        """Take in *text*, and relay whole lines."""
        *lines, self._unfinished = (self._unfinished + text).split("\n")
        for line in lines:
            _relay(f"{line}\n", self._counts, self._folder)
        return len(text)

    def close(self) -> None:
        """Relay what is left."""
        if self._unfinished:
            self.write("\n")
        super().close()


def _relay(line: str, counts: Counts, folder: str) -> None:
    counts.add(line)
    print(line.replace(folder, ""), end="", file=sys.__stderr__, flush=True)  # a message may name a file, too


def run_here(command: SphinxRun) -> tuple[Counts, int]:
    """Do what :func:`run_beside` does in this very process, in which nothing else of Sphinx may run later."""
    counts = Counts()
    with closing(_Relay(counts, f"{command.source}{os.sep}")) as relay, redirect_stderr(relay):
        return counts, command.call_here()


def run_beside(command: SphinxRun) -> tuple[Counts, int]:
    """Run *command* in a process of its own, relaying its diagnostics; return their counts and its exit code.

    Files are named from the project's folder, in which its writers stand and look for them.
    """
    return follow(command, command.start(stderr=subprocess.PIPE))


def follow(command: SphinxRun, process: subprocess.Popen[str]) -> tuple[Counts, int]:
    """Relay the diagnostics of a *process* that *command* has started; see :func:`run_beside`."""
    counts, folder = Counts(), f"{command.source}{os.sep}"
    with process:
        for line in process.stderr or ():
            _relay(line, counts, folder)
    return counts, process.returncode
