# SPDX-License-Identifier: EUPL-1.2
"""Measure, side by side and in turns, and print tables in Markdown."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from newsletter.tools.bench.contestants import CONTESTANTS
from newsletter.tools.bench.machine import machine
from newsletter.tools.bench.report import as_json, report
from newsletter.tools.bench.scenarios import SCENARIOS
from newsletter.tools.bench.session import Session
from newsletter.tools.console import PROJECT, run


def _parser() -> argparse.ArgumentParser:
    names = [contestant.name for contestant in CONTESTANTS]
    parser = argparse.ArgumentParser(prog="newsletter.tools.bench", description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[12, 120, 600], metavar="ISSUES")
    parser.add_argument("--repetitions", type=int, default=3, metavar="ROUNDS")
    parser.add_argument("--only", nargs="+", choices=[scenario.name for scenario in SCENARIOS], help="what to measure")
    parser.add_argument("--contestants", nargs="+", choices=names, default=names, metavar="NAME", help=", ".join(names))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every single round there, too")
    return parser


def main(words: list[str]) -> int:
    """Measure what the words ask for."""
    asked = _parser().parse_args(words)
    scenarios = [scenario for scenario in SCENARIOS if not asked.only or scenario.name in asked.only]
    where = machine()
    with tempfile.TemporaryDirectory(prefix="newsletter-bench-") as name:
        contestants = (each for each in CONTESTANTS if each.name in asked.contestants)
        session = Session(PROJECT, Path(name), scenarios, contestants)
        results = session.measure(sorted(set(asked.sizes)), asked.repetitions)
    if asked.json:
        asked.json.write_text(as_json(results, where), encoding="utf-8")
    print(f"{where}  \nMedians of {asked.repetitions}.\n\n{report(results)}", end="")
    return 1 if results.failed else 0


if __name__ == "__main__":
    sys.exit(run(main))
