# SPDX-License-Identifier: EUPL-1.2
"""What the sections of an issue are usually called, and the kind of record that stands in each."""

from __future__ import annotations

from collections.abc import Mapping

from newsletter.core.record import Kind
from newsletter.core.text import plain

USUAL_HEADINGS: Mapping[Kind, tuple[str, ...]] = {
    Kind.EVENT: ("top news", "appuntamenti", "eventi", "agenda", "prossimi appuntamenti", "calendario", "events"),
    Kind.DELEGATION: ("delegazioni", "delegazioni ricevute", "visite ricevute", "delegations received", "delegations"),
    Kind.MISSION: ("missioni", "missioni all'estero", "missions abroad", "missions"),
    Kind.NEWS: ("in primo piano", "notizie", "altre notizie", "primo piano", "in the foreground"),
}

_LONGEST = 6  # words: beyond, a line that begins like a heading is a sentence
_KINDS = {heading: kind for kind, headings in USUAL_HEADINGS.items() for heading in headings}


def kind_of_heading(heading: str) -> Kind | None:
    """Return the kind that stands under *heading*, as a whole or by its first word; None where none is known."""
    name = plain(heading).strip(" :.")
    first, _space, rest = name.partition(" ")
    if len(name.split()) > _LONGEST:
        return None
    return _KINDS.get(name) or (_KINDS.get(first) if rest else None)
