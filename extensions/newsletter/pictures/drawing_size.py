# SPDX-License-Identifier: EUPL-1.2
"""Count what a drawing draws: a few lines, each of which refers to the one before ten times, ask for billions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_FILTER = 1_000
_REFERENCE = re.compile(r"url\([\"']?#([\w.:-]+)")
_RULE = re.compile(r"(?P<selector>[^{}]*)\{(?P<declarations>[^{}]*)\}")


def drawn_elements(root: etree._Element, most: int) -> int:
    """Return how many elements the cleaned drawing *root* draws, each counted whenever another refers to it.

    More than *most* where there are so many, or where references run in a circle.
    """
    references = _References(root)
    sizes: dict[etree._Element, int] = {}
    under_way: set[etree._Element] = set()
    pending = [(root, False)]
    while pending:
        element, counted = pending.pop()
        if counted:
            under_way.discard(element)
            drawn = sum(sizes[child] for child in element)
            drawn += sum(sizes[part] * _times(element, part) for part in references.of(element))
            sizes[element] = min(most + 1, 1 + drawn)
        elif element in under_way:
            return most + 1
        elif element not in sizes:
            under_way.add(element)
            pending.append((element, True))
            pending += [(part, False) for part in (*element, *references.of(element))]
    return sizes[root]


def _times(element: etree._Element, part: etree._Element) -> int:
    """Return how often *part* is drawn where *element* refers to it: a marker at each point of a line.

    A filter works on all pixels, and counts as so many elements.
    """
    kind = etree.QName(part).localname
    if kind == "filter":
        return _FILTER
    return 1 + len(element.get("d", "") + element.get("points", "")) // 4 if kind == "marker" else 1


class _References:
    """Which elements of a drawing refer to which, by attributes and by style sheets."""

    def __init__(self, root: etree._Element) -> None:
        self._by_id: dict[str, list[etree._Element]] = {}
        for element in root.iter(etree.Element):
            if (name := element.get("id")) is not None:
                self._by_id.setdefault(name, []).append(element)
        sheets = "".join(element.text or "" for element in root.iter("{*}style"))
        self._rules = [
            (set(re.findall(r"[\w-]+", rule["selector"])), found)
            for rule in _RULE.finditer(sheets)
            if (found := _REFERENCE.findall(rule["declarations"]))
        ]

    def of(self, element: etree._Element) -> list[etree._Element]:
        """Return the elements that *element* refers to, or may: selectors are read as if each word were one."""
        return [part for name in self._names(element) for part in self._by_id.get(name, ())]

    def _names(self, element: etree._Element) -> Iterator[str]:
        for attribute, value in element.attrib.items():
            if etree.QName(str(attribute)).localname == "href":
                yield str(value).removeprefix("#")
            else:
                yield from _REFERENCE.findall(str(value))
        own = {etree.QName(element).localname, str(element.get("id", "")), *str(element.get("class", "")).split()}
        for words, names in self._rules:
            if words & own or not words:
                yield from names
