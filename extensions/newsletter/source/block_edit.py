# SPDX-License-Identifier: EUPL-1.2
"""Write one option into a block of a source, and leave every other byte as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newsletter.model.facts import FIELD_BY_NAME
from newsletter.source.options import split_options


def write_options(path: Path, options: Iterable[tuple[int, str, str]]) -> None:
    """Write *options* into the blocks of the file at *path*: the line of a block's title, a name and a value each."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    for line, name, value in sorted(
        options, reverse=True
    ):  # from the end, so that the lines before stay where they are
        _write(lines, line, name, value)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("".join(lines))


def _write(lines: list[str], title_line: int, name: str, value: str) -> None:
    """Put the option after the others of its block, or in place of the one of its name."""
    title = lines[title_line - 1]
    ending = title[len(title.rstrip("\r\n")) :] or "\n"
    content = [line.rstrip("\r\n") for line in lines[title_line:]]
    options, end = split_options(content, FIELD_BY_NAME)
    written = f":{name}: {value}{ending}"
    former = next((option for option in options if option.name == name), None)
    if former is None:
        lines.insert(title_line + end, written)
    else:
        lines[title_line + former.line : title_line + former.line + len(former.pieces)] = [written]
