# SPDX-License-Identifier: EUPL-1.2
"""Relay the diagnostics of Sphinx to the writer while it runs, and count them."""

from __future__ import annotations

import io
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing, redirect_stderr
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TextIO

from newsletter.tools.sphinx_run import COMPLETE, SphinxRun, load_sphinx


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

    def __init__(self, counts: Counts, folder: str, out: TextIO | None) -> None:
        self._counts, self._folder, self._out, self._unfinished = counts, folder, out, ""

    def write(self, text: str) -> int:
        """Take in *text*, and relay whole lines."""
        *lines, self._unfinished = (self._unfinished + text).split("\n")
        for line in lines:
            _relay(f"{line}\n", self._counts, self._folder, self._out)
        return len(text)

    def close(self) -> None:
        """Relay what is left."""
        if self._unfinished:
            self.write("\n")
        super().close()


def _relay(line: str, counts: Counts, folder: str, out: TextIO | None) -> None:
    counts.add(line)
    print(line.replace(folder, ""), end="", file=out, flush=True)  # a message may name a file, too


def run_here(command: SphinxRun, out: TextIO | None = sys.__stderr__) -> tuple[Counts, int]:
    """Do what :func:`run_beside` does in this very process, in which nothing else of Sphinx may run later."""
    counts = Counts()
    with closing(_Relay(counts, f"{command.source}{os.sep}", out)) as relay, redirect_stderr(relay):
        return counts, command.call_here()


def run_beside(command: SphinxRun) -> tuple[Counts, int]:
    """Run *command* in a process of its own, relaying its diagnostics; return their counts and its exit code.

    Files are named from the project's folder, in which its writers stand and look for them.
    """
    counts, folder = Counts(), f"{command.source}{os.sep}"
    with command.start(stderr=subprocess.PIPE) as process:
        for line in process.stderr or ():
            _relay(line, counts, folder, sys.__stderr__)
    return counts, process.returncode


def run_in_forks(first: SphinxRun, others: Sequence[SphinxRun]) -> list[tuple[Counts, int]]:
    """Do the same for all of them at once: *first* in this very process, each of *others* in a fork of it.

    What the others report follows when they have ended, and is left out where *first* came to no end.
    """
    load_sphinx()
    context = multiprocessing.get_context("fork")
    receivers = []
    for command in others:
        receiver, sender = context.Pipe(duplex=False)
        context.Process(target=_run_and_send, args=(command, sender)).start()
        sender.close()
        receivers.append(receiver)
    results = [run_here(first)]
    for receiver in receivers:
        messages, counts, code = receiver.recv()
        if results[0][1] in COMPLETE:
            print(messages, end="", file=sys.__stderr__, flush=True)
            results.append((counts, code))
    return results


def _run_and_send(command: SphinxRun, sender: Connection) -> None:
    messages = io.StringIO()
    counts, code = run_here(command, messages)
    sender.send((messages.getvalue(), counts, code))


def together(results: Sequence[tuple[Counts, int]]) -> tuple[Counts, int]:
    """Return the counts of all runs, and the worst of their exit codes."""
    return sum((counts for counts, _code in results), start=Counts()), max(code for _counts, code in results)
