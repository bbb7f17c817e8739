# SPDX-License-Identifier: EUPL-1.2
"""``make check``: read all sources strictly, drafts included, and fail on any warning."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from newsletter.tools.console import PROJECT, run, split_options
from newsletter.tools.sphinx_run import SphinxRun
from newsletter.tools.workspace import alone, busy, prepare, toolchain


def check(source: Path, options: list[str]) -> int:
    """Check the sources in *source*; return the exit code of Sphinx.

    A source that was read without a word need not be read again. One that was complained about must be, or the next
    check would say nothing of it: so after a check that was not silent the next one starts from the beginning.
    """
    root = source / "_build" / "check"
    with alone(root):
        prepare(root / "read", toolchain(Path(__file__).resolve().parents[2]))
        with busy(root / "read"):
            silent, code = _echo(
                SphinxRun(
                    source=source,
                    builder="newsletter-check",
                    output=root,
                    doctrees=root / "read",
                    settings={"newsletter_drafts": "1"},
                    options=["-q", "-W", "--keep-going", *options],
                )
            )
        if code or not silent:
            shutil.rmtree(root / "read")
    return code


def _echo(command: SphinxRun) -> tuple[bool, int]:
    """Run *command*, passing its complaints on as they come; return whether there was none, and its exit code."""
    silent = True
    with command.start(stderr=subprocess.PIPE) as process:
        for line in process.stderr or ():
            silent = silent and not line.strip()
            print(line, end="", file=sys.stderr, flush=True)
    return silent, process.returncode


def main(words: list[str]) -> int:
    """Check the project; what follows ``--`` is for Sphinx."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.check")
    parser.add_argument("--jobs", default="auto")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    return check(asked.source.resolve(), ["-j", asked.jobs, *options])


if __name__ == "__main__":
    sys.exit(run(main))
