# SPDX-License-Identifier: EUPL-1.2
"""``make review``: write down what a reviewer has to know, as data that another job posts."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsletter.tools.console import PROJECT, run, split_options
from newsletter.tools.review.report import review


def main(words: list[str]) -> int:
    """Compare with the revision that ``--base`` names; print the report as Markdown and write it as data."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.review")
    parser.add_argument("--base", default="")
    parser.add_argument("--out", type=Path, default=None)
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    source = asked.source.resolve()
    report = review(source, asked.base, options)
    out = asked.out or source / "_build" / "review" / "review.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(report.as_json(), encoding="utf-8")
    print(report.as_markdown(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
