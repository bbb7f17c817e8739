# SPDX-License-Identifier: EUPL-1.2
"""Find where a record starts: titles with their dates, in the ways in which offices set them, one rule for each.

A rule takes the lines from the one in question on and returns a :class:`Start`, or None; :data:`RULES` has them in
order, and the first that returns one is right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsletter.tools.importer.bullets import news, paragraph, pending
from newsletter.tools.importer.in_one_line import bars, beside, date_first, date_last
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.named import named_guests, numbered, reported
from newsletter.tools.importer.stacked import above_date, above_text, below_date, with_place_below
from newsletter.tools.importer.start import Place, Start

RULES: tuple[Callable[[Sequence[Line], Place], Start | None], ...] = (
    bars,
    pending,
    above_date,
    above_text,
    beside,
    date_last,
    below_date,
    date_first,
    numbered,
    named_guests,
    news,
    reported,
    paragraph,
)


def find_start(lines: Sequence[Line], place: Place) -> Start | None:
    """Return the record that starts with the first of *lines*; None where none does."""
    for rule in RULES:
        found = rule(lines, place)
        if found:
            return with_place_below(found, lines)
    return None
