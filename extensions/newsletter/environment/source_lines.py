# SPDX-License-Identifier: EUPL-1.2
"""Where in the source a node stands."""

from __future__ import annotations

from typing import Any

from docutils import nodes


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
