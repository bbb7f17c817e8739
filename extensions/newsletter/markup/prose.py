# SPDX-License-Identifier: EUPL-1.2
"""Plain prose: paragraphs in which Markdown has nothing to say.

Most of what a newsletter tells is of this sort. It needs no parser: its nodes are known beforehand, and an issue is
read in two thirds of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes

# A line begins so that it is no list, heading, fence, option, comment or underline; no character in it can be markup,
# an entity or an escape; and it does not end with spaces, which would be a line break.
_START = r"(?:[^\W\d_]|[0-9]+(?![0-9.)])|[(«“„‹\"'’])"
_LINE = rf"{_START}(?:[^\W_]|[ ,.;:?!()’‘“”„«»‹›–—…'\"/%°€£§+=-])*(?<! )"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*"
_PROSE = re.compile(rf"\n*{_PARAGRAPH}(?:\n\n+{_PARAGRAPH})*\n*")
_ONE = re.compile(_PARAGRAPH)
_PLAIN_LINE = re.compile(_LINE)


def is_plain_line(text: str) -> bool:
    """Tell whether *text* is one line that says what it is, with or without Markdown."""
    return _PLAIN_LINE.fullmatch(text) is not None


def prose(text: str) -> Iterator[tuple[int, str]] | None:
    """Return the paragraphs of *text*, each with the number of its first line from 0; None where Markdown has a say."""
    if not _PROSE.fullmatch(text):
        return None
    return _numbered(text)


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    line = end = 0
    for found in _ONE.finditer(text):
        line += text.count("\n", end, found.start())
        end = found.start()
        yield line, found[0]


def texts(paragraph: str) -> Iterator[nodes.Text]:
    """Return *paragraph* as MyST has it: each line, and between two of them the break."""
    for number, line in enumerate(paragraph.split("\n")):
        if number:
            yield nodes.Text("\n")
        yield nodes.Text(line)
