# SPDX-License-Identifier: EUPL-1.2
"""The order in which a page in columns is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

_OVER = 12.0  # points by which a box may reach over the middle and still stand on one side of it


class Box(Protocol):
    """What takes up a rectangle of a page, measured from its lower left corner."""

    x0: float
    x1: float
    y0: float
    y1: float


B = TypeVar("B", bound=Box)


def in_reading_order(boxes: Sequence[B], middle: float) -> Iterator[B]:
    """Return *boxes* from top to bottom, where they stand in two columns first the left, then the right one.

    What reaches across the *middle* of the page, such as a title, parts it: columns above it are read before it.
    """
    left, right = list[B](), list[B]()
    for box in sorted(boxes, key=lambda box: (-box.y1, box.x0)):
        if box.x0 >= middle - _OVER:
            right.append(box)
        elif box.x1 <= middle + _OVER:
            left.append(box)
        else:
            yield from (*left, *right, box)
            left, right = [], []
    yield from (*left, *right)
