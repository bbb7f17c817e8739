# SPDX-License-Identifier: EUPL-1.2
"""``make touch`` and ``make keep-ids``: write the lines that ``make diff`` asks for."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from newsletter.source.block_edit import write_options
from newsletter.tools.comparison import RecordChange
from newsletter.tools.console import PROJECT, run, say, split_options
from newsletter.tools.diff import compare_with

_OPTIONS = {"touch": "updated", "keep-ids": "id"}
"""The option that each command writes."""


def write_asked(project: Path, command: str, base: str, options: list[str]) -> int:
    """Write what *command* is for into the blocks of *project* that differ from the git revision *base*.

    :return: into how many.
    """
    found = compare_with(project, base, options)
    name = _OPTIONS[command]
    lines: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for change in found.changes:
        value = _value(change, name, found.after.today)
        if value and (place := found.after.blocks.get(str(change.row["id"]))):
            path, line = place
            lines[path].append((line, name, value))
            say("%(place)s: “:%(name)s: %(value)s”", place=f"{_shown(path, project)}:{line}", name=name, value=value)
    for path, written in lines.items():
        write_options(Path(path), written)
    return sum(map(len, lines.values()))


def _value(change: RecordChange, name: str, today: str) -> str:
    """Return what *change* asks to be written; nothing where it asks for nothing."""
    if name == "id":
        return change.former_id
    return today if change.undated else ""


def _shown(path: str, project: Path) -> str:
    return str(Path(path).relative_to(project)) if Path(path).is_relative_to(project) else path


def main(words: list[str]) -> int:
    """Write the lines that the command asks for, and say which."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.touch")
    parser.add_argument("command", choices=list(_OPTIONS))
    parser.add_argument("--base", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    if not write_asked(asked.source.resolve(), asked.command, asked.base, options):
        say("Nothing is missing.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
