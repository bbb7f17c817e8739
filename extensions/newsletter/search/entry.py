# SPDX-License-Identifier: EUPL-1.2
"""Hold the entries of the search: one a record, one a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

PageTexts = Mapping[str, tuple[str, str]]
"""The title and the own text of pages, by docname."""

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "′": "'"})
_SPACES = re.compile(r"\s+")
# Control characters, and lone surrogates, which are in no JSON that Pagefind reads.
_UNPRINTABLE = re.compile("[\u0000-\u001f\u007f-\u009f\ud800-\udfff]")
# Format characters: they would cut words, and a zero width space makes Pagefind take a text for Chinese.
_UNSEEN = re.compile("[\u00ad\u0600-\u0605\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_DASH_IN_WORD = re.compile(r"(?<=\w)[‐‑‒–—](?=\w)")
_TYPOGRAPHIC = re.compile("[’ʼ‘′‐‑‒–—]")
# Letters that Unicode does not decompose, and what readers type who do not have them on their keyboard.
_PLAIN = {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
_PLAIN |= {"ħ": "h", "ŧ": "t"}
_FOLDED = str.maketrans(_PLAIN)
_TO_FOLD = re.compile(f"[{''.join(_PLAIN)}]")


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
    """The words that a hit shows beside its text, and the tokens of its facets; searched as well."""


def searchable(text: str) -> str:
    """Return *text* as it is indexed.

    It keeps its words, with plain apostrophes and hyphens (Pagefind does not part words at the typographic ones),
    single spaces and no unseen characters.
    """
    seen = visible(text)
    if not seen.isprintable():  # as all is that is seen
        seen = _UNSEEN.sub("", seen).strip()
    if seen.isascii() or not _TYPOGRAPHIC.search(seen):
        return seen
    return _DASH_IN_WORD.sub("-", seen.translate(_APOSTROPHES))


def visible(text: str) -> str:
    """Return *text* letter by letter, on one line and without what no JSON or no page can hold."""
    if text.isprintable() and "  " not in text:  # of spaces, only the common one is printable
        return text.strip()
    return _UNPRINTABLE.sub("", _SPACES.sub(" ", text)).strip()


def plain_spellings(text: str) -> str:
    """Return the words of *text* with letters such as ``ł``, in the spelling of a keyboard without them.

    Accents need no care: Pagefind takes them off.
    """
    lowered = text.lower()
    if text.isascii() or not _TO_FOLD.search(lowered):
        return ""
    words = dict.fromkeys(re.findall(r"\w+", lowered))
    return " ".join(plain for word in words if (plain := word.translate(_FOLDED)) != word)
