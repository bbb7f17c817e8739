# SPDX-License-Identifier: EUPL-1.2
"""Where in the source a node stands."""

from __future__ import annotations

from docutils import nodes


def source_line(node: nodes.Element) -> int:
    """Return the line of *node*, or of what it stands in where the parser gave it none."""
    place: nodes.Element | None = node
    while place is not None and not place.line:
        place = place.parent
    return (place.line if place is not None else None) or 1


def source_file(node: nodes.Element) -> str:
    """Return the file in which *node* is written: that of its page, or of a part of it."""
    place: nodes.Element | None = node
    while place is not None and not place.source:
        place = place.parent
    if place is not None and place.source:
        return str(place.source)
    return str(node.document["source"]) if node.document is not None else ""
