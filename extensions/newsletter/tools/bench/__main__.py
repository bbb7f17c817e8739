# SPDX-License-Identifier: EUPL-1.2
"""Measure, side by side and in turns, and print a table."""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from pathlib import Path

from sphinx import __display_version__ as sphinx_version

from newsletter.tools.bench.contestants import CONTESTANTS
from newsletter.tools.bench.measure import Cost, cold_build, middle
from newsletter.tools.console import PROJECT, run


def measure(project: Path, workplace: Path, count: int, repetitions: int) -> dict[str, Cost]:
    """Return the median cost of each contestant at *count* issues; taking turns on the machine."""
    costs: dict[str, list[Cost]] = {name: [] for name in CONTESTANTS}
    for number, write in enumerate(CONTESTANTS.values()):
        write(project, workplace / f"{count}-{number}", count)
    for repetition in range(repetitions):
        for number, name in enumerate(CONTESTANTS):
            print(f"  {count} issues, round {repetition + 1} of {repetitions}: {name}…", file=sys.stderr, flush=True)
            costs[name].append(cold_build(workplace / f"{count}-{number}", workplace / "output"))
    return {name: middle(each) for name, each in costs.items()}


def table(results: dict[int, dict[str, Cost]]) -> str:
    """Return the medians, and their ratio to plain Sphinx, as a Markdown table."""
    lines = [
        "| issues | cold build, one process | CPU s | wall s | peak MB | CPU, ratio |",
        "| --: | --- | --: | --: | --: | --: |",
    ]
    for count, costs in results.items():
        plain = costs["plain Sphinx"]
        for name, cost in costs.items():
            ratio = cost.cpu / plain.cpu
            lines.append(f"| {count} | {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.memory:.0f} | {ratio:.2f} |")
    sizes, growths = sorted(results), list[str]()
    for name in CONTESTANTS if len(sizes) > 1 else ():
        growth = results[sizes[-1]][name].cpu / results[sizes[0]][name].cpu
        growths.append(f"{name} {growth:.1f}")
    if growths:
        lines += ["", f"CPU from {sizes[0]} to {sizes[-1]} issues, times: {', '.join(growths)}."]
    return "\n".join(lines)


def main(words: list[str]) -> int:
    """Measure archives of the sizes named, 22 records an issue."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.bench")
    parser.add_argument("sizes", nargs="*", type=int, default=[12, 120])
    parser.add_argument("--repetitions", type=int, default=3)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="newsletter-bench-") as name:
        results = {count: measure(PROJECT, Path(name), count, asked.repetitions) for count in asked.sizes}
    print(f"Sphinx {sphinx_version}, Python {platform.python_version()}, {platform.platform()}\n")
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
