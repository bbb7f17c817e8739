# SPDX-License-Identifier: EUPL-1.2
"""Measure how long a writer waits in ``make serve`` from a save to the page that shows it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

_PATIENCE = 300


def saves(source: Path, times: int) -> Iterator[str]:
    """Yield the lines of a table: the medians of *times* saves of the newest issue of the project in *source*."""
    issue = max((source / "issues").glob("*.md"))
    before, block, after = issue.read_text(encoding="utf-8").rpartition(":::{event} ")
    yield from ("### Saved in `make serve`, until the page shows it", "")
    yield from ("| saved | median s | lowest–highest |", "| --- | --: | --: |")
    with _served(source) as url:
        for name, page, sign in (
            ("a text, seen on its issue", f"issues/{issue.stem}.html", "\n\n"),
            ("a title, seen on a register", "indexes/archivio.html", ""),
        ):
            taken = []
            for number in range(times):
                word = f"salvataggio{len(sign)}{number}"
                text = after.replace(sign, f"{sign}{word} ", 1)
                issue.write_text(f"{before}{block}{text}", encoding="utf-8")
                taken.append(_seconds_until(f"{url}/{page}", word))
            yield f"| {name} | {median(taken):.2f} | {min(taken):.2f}–{max(taken):.2f} |"


@contextmanager
def _served(source: Path) -> Iterator[str]:
    """Serve *source* on loopback for as long as the context lasts; give the URL once there are pages."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "newsletter.tools.serve", f"--port={port}", f"--source={source}"]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)
    try:
        _seconds_until(f"http://127.0.0.1:{port}/index.html", "<html")
        time.sleep(1)  # until it watches
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _seconds_until(url: str, words: str) -> float:
    """Return how many seconds from now the page at *url* shows *words*."""
    start = time.monotonic()
    while time.monotonic() < start + _PATIENCE:
        with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(url) as answer:  # noqa: S310 - our own
            if words in answer.read().decode():
                return time.monotonic() - start
        time.sleep(0.02)
    sys.exit(f"{url} does not show “{words}”")
