# SPDX-License-Identifier: EUPL-1.2
"""Tables: header rows, cells over several columns or rows, columns as wide as their words ask."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from math import ceil

from docutils import nodes

from newsletter.pdf.code import EMPTY, array, call, joined, string
from newsletter.pdf.translate.blocks import heading_text
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.registry import children, render, renders

_ALIGNMENTS = {"text-left": "left", "text-center": "center", "text-right": "right"}
_WORD = re.compile(r"[^\s/\-\u200b]+")
_ROOM, _ROOM_ACROSS = 82, 120
"""The average characters that a line of a table has room for, in the text and across the whole page."""
_BROAD, _WIDE = 1.4, 2.5
"""The width of capitals and digits, and of ideographs, by that of an average character."""
_PADDING = 3
"""The average characters that have room between two columns."""
_LONGEST_DATE = 24
"""The characters of a date that stays on one line."""
_NAME = 24
"""The characters of a name that stays on one line where there is room."""
_LINES_KEPT = 12
"""The lines of a table that is not broken over two pages, about a fifth of a page."""
_LINES_OF_PICTURE = 13


@renders(nodes.table)
def render_table(fragment: Fragment, node: nodes.table) -> str:
    """Show a table, with its title as a caption."""
    group = next((child for child in node.children if isinstance(child, nodes.tgroup)), None)
    if group is None:
        return children(fragment, node)
    label = fragment.anchor(node)
    place = call("place-of", string(label)) if label else EMPTY
    titles = [child for child in node.children if isinstance(child, nodes.title)]
    caption = joined(heading_text(fragment, title) for title in titles)
    grid = _grid(fragment, group, caption)
    return joined([place, call("across", grid) if fragment.wide else grid])


def _grid(fragment: Fragment, group: nodes.tgroup, caption: str) -> str:
    head = [row for part in group.children if isinstance(part, nodes.thead) for row in part.children]
    body = [row for part in group.children if isinstance(part, nodes.tbody) for row in part.children]
    specs = [spec for spec in group.children if isinstance(spec, nodes.colspec)]
    count = max(int(group.get("cols", 0)), len(specs), 1)
    stubs = sum(1 for spec in specs if spec.get("stub"))
    shares, scale = _shares(head, body, count, _ROOM_ACROSS if fragment.wide else _ROOM)
    lines = list(_lines((*head, *body), shares))
    opening = sum(lines[: len(head) + 2])
    return call(
        "records-table",
        array(_row(fragment, row, stubs, head=True) for row in head),
        array(_row(fragment, row, stubs, head=False) for row in body),
        columns=array(f"{share:.2f}fr" for share in shares),
        caption=caption,
        scale=f"{scale:.2f}em",
        whole="true" if sum(lines) <= _LINES_KEPT else "false",
        torn="true" if max(lines, default=0) > _LINES_KEPT else "false",
        opening=str(min(opening, _LINES_KEPT)),
    )


def _row(fragment: Fragment, row: nodes.Node, stubs: int, *, head: bool) -> str:
    entries = [entry for entry in row.children if isinstance(entry, nodes.entry)]
    stub = "head-cell" if head else "stub-cell"
    other = "head-cell" if head else "table.cell"
    return array(_cell(fragment, entry, stub if index < stubs else other) for index, entry in enumerate(entries))


def _cell(fragment: Fragment, entry: nodes.entry, function: str) -> str:
    alone = len(entry.children) == 1 and isinstance(entry.children[0], nodes.paragraph)
    only = entry.children[0] if alone else entry
    body = children(fragment, only) if isinstance(only, nodes.Element) else EMPTY
    if not alone:
        body = joined(render(fragment, child) for child in entry.children)
    named = {}
    if entry.get("morecols"):
        named["colspan"] = str(int(entry["morecols"]) + 1)
    if entry.get("morerows"):
        named["rowspan"] = str(int(entry["morerows"]) + 1)
    for name, alignment in _ALIGNMENTS.items():
        if name in entry["classes"]:
            named["align"] = alignment
    return call(function, body, **named)


def _width(text: str) -> float:
    """Return about how wide *text* is, in average characters."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    broad = sum(each.isdigit() or each.isupper() for each in text)
    return len(text) + wide * (_WIDE - 1) + broad * (_BROAD - 1)


def _widest(entry: nodes.Node, text: str) -> float:
    """Return the width of the longest word of *entry*, whose words are *text*; days with their month are one."""
    dated = any("date" in each["classes"] for each in entry.findall(nodes.inline))
    dates = [each for each in text.split("; ") if len(each) <= _LONGEST_DATE] if dated else []
    return max(map(_width, (*_WORD.findall(text), *dates)), default=0)


def _shares(head: list[nodes.Node], body: list[nodes.Node], count: int, room: int) -> tuple[list[float], float]:
    """Return the shares of the columns, as wide as average characters, and the scale of the text.

    A column is at least as wide as its longest word, and wider, as there is room, by a name in one line or by the
    square root of its text; where the longest words do not fit side by side the text gets smaller, down to six tenths.
    """
    longest = [3.0] * count
    volume = [1.0] * count
    for row in (*head, *body):
        for index, entry in enumerate(row.children[:count]):
            text = entry.astext()
            if isinstance(entry, nodes.Element) and entry.get("morecols"):
                continue
            longest[index] = max(longest[index], _widest(entry, text) + _PADDING)
            volume[index] = max(volume[index], len(text) ** 0.5 * 3, _width(text[:_NAME]) + _PADDING)
    needed = sum(longest)
    if needed >= room:
        return longest, max(0.6, room / needed)
    spare = room - needed
    wanted = [max(0.0, wide - word) for wide, word in zip(volume, longest, strict=True)]
    total = sum(wanted) or 1.0
    return [word + spare * wish / total for word, wish in zip(longest, wanted, strict=True)], 1.0


def _lines(rows: Sequence[nodes.Node], shares: Sequence[float]) -> Iterator[int]:
    """Yield about how many lines each of *rows* takes in columns of *shares*."""
    for row in rows:
        cells = zip(row.children, shares, strict=False)
        yield max((_lines_of(cell, share - _PADDING) for cell, share in cells), default=1)


def _lines_of(cell: nodes.Node, width: float) -> int:
    if next(iter(cell.findall(nodes.image)), None) is not None:
        return _LINES_OF_PICTURE
    return sum(ceil(_width(line) / max(width, 1)) for line in cell.astext().split("\n") if line) or 1
