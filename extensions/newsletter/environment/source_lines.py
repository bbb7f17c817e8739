# SPDX-License-Identifier: EUPL-1.2
"""Find the place of a node in the source."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from docutils import nodes

from newsletter.dates.vocabulary import WEEKDAYS, fold
from newsletter.model.text import plain

_DIRECTIVE = re.compile(r"[ >]*(?::{3,}|`{3,}|~{3,})\{")
_OPTION = re.compile(r"[ >]*:(?P<name>[a-z-]+):")


def source_line(node: nodes.Element) -> int:
    """Return the line of *node*, or of what it stands in where the parser gave it none."""
    return _of_nearest(node, "line") or 1


def source_file(node: nodes.Element) -> str:
    """Return the file in which *node* is written: that of its page, or of a part of it."""
    return _of_nearest(node, "source") or (str(node.document["source"]) if node.document is not None else "")


def _of_nearest(node: nodes.Element, attribute: str) -> Any:
    """Return *attribute* of *node* or, where it has none, of the nearest node around it that has one."""
    place: nodes.Element | None = node
    while place is not None and not getattr(place, attribute):
        place = place.parent
    return getattr(place, attribute, None)


def option_line(path: str, line: int, names: Collection[str]) -> int:
    """Return the line of the first of the options *names* of the directive that begins at *line* of the file *path*.

    *line* itself where no directive begins there, or none of its options has such a name.
    """
    lines = _lines(path)[line - 1 :]
    if not lines or not _DIRECTIVE.match(lines[0]):
        return line
    for number, text in enumerate(lines[1:], line + 1):
        option = _OPTION.match(text)
        if option is None:
            break
        if option["name"] in names:
            return number
    return line


def line_with(path: str, option: str, value: str) -> int:
    """Return the first line of the file *path* that gives *option*, ``:person:``, the plain *value*; 1 if none does."""
    found = (n for n, line in enumerate(map(plain, _lines(path)), 1) if line.startswith(option) and value in line)
    return next(found, 1)


def says_year(path: str, line: int) -> bool:
    """Tell whether the *line* of the file *path* has a year, or a weekday, which confirms that of its day."""
    text = "".join(_lines(path)[line - 1 : line])
    words = map(fold, re.findall(r"[^\W\d_]+", text))
    return re.search(r"\b\d{4}\b|\d[./-]\d+[./-]\d", text) is not None or not WEEKDAYS.keys().isdisjoint(words)


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
