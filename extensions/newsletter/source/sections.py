# SPDX-License-Identifier: EUPL-1.2
"""The kind of record that stands in a section, going by the section's heading."""

from __future__ import annotations

from newsletter.languages import meanings
from newsletter.model.kinds import Kind
from newsletter.model.text import plain

_LONGEST = 6  # words: beyond, a line that begins like a heading is a sentence
_KINDS = {heading: Kind(name) for heading, name in meanings("headings").items()}


def kind_of_heading(heading: str) -> Kind | None:
    """Return the kind that stands under *heading*, as a whole or by its first word; None where none is known."""
    name = plain(heading).strip(" :.")
    first, _space, rest = name.partition(" ")
    if len(name.split()) > _LONGEST:
        return None
    return _KINDS.get(name) or (_KINDS.get(first) if rest else None)
