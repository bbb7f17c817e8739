# SPDX-License-Identifier: EUPL-1.2
"""The surname in a name, guessed: the last word, with the particles before it."""

from __future__ import annotations

import re

from newsletter.model.text import plain

_PARTICLES = frozenset(
    (
        *("lo", "la", "li", "le", "de", "de'", "d'", "di", "da", "del", "dello", "della", "dell'", "dei", "degli"),
        *("delle", "dal", "dallo", "dalla", "dall'", "dai", "dagli", "dalle", "du", "des", "do", "dos", "das", "los"),
        *("las", "van", "von", "vom", "zu", "zum", "zur", "der", "den", "dem", "ten", "ter", "het", "'t", "af", "av"),
        *("al", "el", "bin", "ibn", "ben", "bint", "abu", "y", "san", "santa", "st", "st.", "mac", "o'"),
    )
)
_GENERATION = re.compile(r"(?:[JS]r|[23]rd|2nd|\dth)\.?", re.IGNORECASE)
"""Additions to the name of a son or grandson: “Whipps, Jr”."""
_NUMBERED = re.compile(r"[IVX]{2,}")
"""The same after a comma: “King, III”; one letter might be a given name."""
_REIGN = re.compile(r"[IVX]+")
"""Additions to the name of one who reigns, and has no surname: “Leone XIV”."""


def surname_first(name: str) -> str:
    """Return *name* with its surname before the rest, as a register sorts it; as it stands where there is only one.

    >>> surname_first("Stefano Lo Russo")
    'Lo Russo Stefano'

    Nothing tells a second surname from a second given name, or that a family name stands first: ``registers.yaml``
    says how such a name is sorted.
    """
    words = name.replace(",", " ").split()
    last = words[-1] if words else ""
    addition = _GENERATION.fullmatch(last) or ("," in name and _NUMBERED.fullmatch(last))
    end = len(words) - 1 if addition else len(words)
    if end < 2 or (not addition and ("," in name or _REIGN.fullmatch(last))):
        return " ".join(words)
    start = end - 1
    while start > 1 and is_particle(words[start - 1]):
        # “Ortega y Gasset” are two surnames, joined.
        start -= 2 if words[start - 1] == "y" and start > 2 else 1
    return " ".join((*words[start:end], *words[:start], *words[end:]))


def is_particle(word: str) -> bool:
    """Tell whether *word* is one that stands before a surname: “Lo”, “De”, “van”."""
    return plain(word) in _PARTICLES
