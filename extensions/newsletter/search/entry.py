# SPDX-License-Identifier: EUPL-1.2
"""What the search can find: one entry a record, one a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "′": "'"})
_SPACES = re.compile(r"\s+")
# Control and format characters: they would cut words (and a zero width space makes Pagefind take a text for Chinese),
# and a lone surrogate is in no JSON that Pagefind reads.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_DASH_IN_WORD = re.compile(r"(?<=\w)[‐‑‒–—](?=\w)")
# Letters that Unicode does not decompose, and what readers type who do not have them on their keyboard.
_FOLDED = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t"}
)


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One hit that the search can give."""

    url: str
    """Site-relative, with the anchor."""
    content: str
    """Plain text, searched and shown in part."""
    date: str
    """The first day (ISO), by which hits are sorted."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """What a hit shows beside its text, and the tokens of its facets; searched as well."""


def searchable(text: str) -> str:
    """Return *text* as it is indexed.

    It keeps its words, with plain apostrophes and hyphens (Pagefind does not part words at the typographic ones),
    single spaces and no unseen characters.
    """
    spaced = _SPACES.sub(" ", text.translate(_APOSTROPHES))
    seen = "".join(char for char in spaced if unicodedata.category(char) not in _UNSEEN)
    return _DASH_IN_WORD.sub("-", seen).strip()


def plain_spellings(text: str) -> str:
    """Return the words of *text* with letters such as ``ł``, in the spelling of a keyboard without them.

    Accents need no care: Pagefind takes them off.
    """
    words = dict.fromkeys(re.findall(r"\w+", text.lower()))
    return " ".join(plain for word in words if (plain := word.translate(_FOLDED)) != word)
