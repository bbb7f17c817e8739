# SPDX-License-Identifier: EUPL-1.2
"""The light marks in which the sources of the documents are written."""

import re
import struct
import zlib
from collections.abc import Iterator

Keys = dict[str, str]
Block = tuple[str, str]

MARKS = {
    "h3": "### ",
    "h2": "## ",
    "h1": "# ",
    "li2": "  - ",
    "li": "- ",
    "date": "~ ",
    "img": "! ",
    "row": "|",
    "raw": "<",
    "hr": "---",
}
INLINE = re.compile(
    r"\*\*(?P<b>.+?)\*\*|\*(?P<i>[^*]+)\*|\[(?P<t>[^\]]+)\]\((?P<u>[^)\s]+)\)"
    r"|\{\+(?P<ins>.+?)\+\}|\{-(?P<gone>.+?)-\}|\{#(?P<note>.+?)#\}"
)


def parse(text: str) -> list[Block]:
    """Read kind and words of each paragraph, one a line."""
    blocks = []
    for line in text.splitlines():
        if line.strip():
            kind = next((kind for kind, mark in MARKS.items() if line.startswith(mark)), "p")
            mark = "" if kind in {"p", "row", "raw"} else MARKS[kind]
            blocks.append((kind, line[len(mark) :].strip()))
    return blocks


def runs(text: str) -> Iterator[tuple[str, str, str]]:
    """Give style, words and address of each run of a paragraph."""
    at = 0
    for found in INLINE.finditer(text):
        if found.start() > at:
            yield "", text[at : found.start()], ""
        style = "t" if found["t"] else str(found.lastgroup)
        yield style, found[style], found["u"] or ""
        at = found.end()
    if text[at:]:
        yield "", text[at:], ""


def cells(row: str) -> list[str]:
    """Give the cells of a row of a table."""
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def picture(number: int) -> bytes:
    """Draw a small plain picture, another colour for each number."""
    wide, high = 60 + 4 * (number % 5), 40
    colour = bytes((40 + 53 * number % 200, 60 + 91 * number % 180, 90 + 37 * number % 150))
    rows = zlib.compress(b"".join(b"\0" + colour * wide for _ in range(high)), 9)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
