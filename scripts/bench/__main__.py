# SPDX-License-Identifier: EUPL-1.2
"""Measure builds side by side by hyperfine, and print a table in Markdown."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from newsletter.tools.console import PROJECT
from scripts.bench.cases import CHECKED, Group, groups
from scripts.bench.saves import saves
from scripts.bench.sources import write_ours

_SAVES = 10
_HEAD = ("| | CPU s | wall s | lowest–highest | CPU, times | wall, times |", "| --- | --: | --: | --: | --: | --: |")


def measured(group: Group, runs: int, scratch: Path) -> list[dict[str, Any]]:
    """Return what hyperfine finds of each case of *group*: means in seconds, of a process and all that it started."""
    found = scratch / "hyperfine.json"
    words = ["hyperfine", "--runs", str(runs), "--export-json", str(found)]
    for case in group.cases:
        words += ["--prepare", case.before, "--command-name", case.name, case.command]
    subprocess.run(words, check=True, stdout=sys.stderr)
    results: list[dict[str, Any]] = json.loads(found.read_text(encoding="utf-8"))["results"]
    return results


def table(group: Group, results: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a table of *results*."""
    yield from (f"### {group.title}", "", *_HEAD)
    first_cpu, first_wall = results[0]["user"] + results[0]["system"], results[0]["median"]
    for each in results:
        cpu, wall = each["user"] + each["system"], each["median"]
        yield (
            f"| {each['command']} | {cpu:.2f} | {wall:.2f} | {each['min']:.2f}–{each['max']:.2f} "
            f"| {cpu / first_cpu:.2f} | {wall / first_wall:.2f} |"
        )
    yield ""


def peak_memory(command: list[str]) -> int:
    """Return the most megabytes that *command* and all that it started were seen to hold together (Linux)."""
    process = subprocess.Popen(command, start_new_session=True)
    peak = 0
    while process.poll() is None:
        sizes = subprocess.run(
            ["ps", "-o", "rss=", "-s", str(process.pid)], capture_output=True, text=True, check=False
        ).stdout
        peak = max(peak, sum(map(int, sizes.split())))
        time.sleep(0.05)
    if process.returncode:
        sys.exit(f"{command} failed")
    return round(peak * 1024 / 1e6)


def machine() -> str:
    """Return what all figures depend on."""
    packages = " ".join(f"{name} {version(name)}" for name in ("Sphinx", "myst-parser", "docutils"))
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start; "
        f"{platform.platform()}, Python {platform.python_version()}, {packages}."
    )


def main(words: list[str]) -> int:
    """Measure what *words* ask for."""
    parser = argparse.ArgumentParser(prog="scripts.bench", description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[12, 36, 120], metavar="ISSUES")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--memory", type=int, metavar="ISSUES", help="measure the memory of one build of so many, alone"
    )
    asked = parser.parse_args([word for word in words if word != "--"])
    if shutil.which("hyperfine") is None:
        sys.exit("Serve hyperfine. Su Debian e Ubuntu: sudo apt install hyperfine")
    print(machine(), end="\n\n")
    with tempfile.TemporaryDirectory(prefix="newsletter-bench-") as name:
        scratch = Path(name)
        if asked.memory:
            write_ours(PROJECT, scratch / "ours", asked.memory)
            build = [sys.executable, "-m", "newsletter.tools.build", "html", f"--source={scratch / 'ours'}"]
            print(f"Memory of `make html` with {asked.memory} issues, all processes: {peak_memory(build)} MB.")
            return 0
        for group in groups(PROJECT, scratch, asked.sizes):
            print("\n".join(table(group, measured(group, asked.runs, scratch))), flush=True)
        if CHECKED in asked.sizes:
            print("\n".join(saves(scratch / str(CHECKED) / "ours", _SAVES)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
