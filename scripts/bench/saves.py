# SPDX-License-Identifier: EUPL-1.2
"""Measure how long a writer waits in ``make serve`` from a save to the page that shows it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

_PATIENCE = 300  # seconds


def saves(source: Path, times: int) -> Iterator[str]:
    """Yield the lines of a table: the medians of *times* saves of the newest issue of the project in *source*."""
    issue = max((source / "issues").glob("*.md"))
    before, block, after = issue.read_text(encoding="utf-8").rpartition(":::{event} ")
    yield from ("### Saved in `make serve`, until the page has it", "")
    yield from ("| saved | median s | lowest–highest |", "| --- | --: | --: |")
    with _served(source) as pages:
        for name, page, sign in (
            ("a text, on the page of its issue", pages / "issues" / f"{issue.stem}.html", "\n\n"),
            ("a title, on a register", pages / "indexes" / "archivio.html", ""),
        ):
            taken = []
            for number in range(times):
                word = f"salvataggio{len(sign)}{number}"
                text = after.replace(sign, f"{sign}{word} ", 1)
                issue.write_text(f"{before}{block}{text}", encoding="utf-8")
                taken.append(_seconds_until(lambda: word in page.read_text("utf-8", "replace")))  # noqa: B023 - called at once
            yield f"| {name} | {median(taken):.2f} | {min(taken):.2f}–{max(taken):.2f} |"


@contextmanager
def _served(source: Path) -> Iterator[Path]:
    """Serve *source* on loopback for as long as the context lasts; give the folder of its pages once it listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "newsletter.tools.serve", f"--port={port}", f"--source={source}"]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)
    try:
        _seconds_until(lambda: _listens(port))
        time.sleep(1)  # until it watches
        yield source / "_build" / "preview" / "html"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _seconds_until(done: Callable[[], bool]) -> float:
    """Return how many seconds it takes from now until *done*."""
    start = time.monotonic()
    while not done():
        if time.monotonic() > start + _PATIENCE:
            sys.exit("make serve does not show what was saved")
        time.sleep(0.02)
    return time.monotonic() - start
