# SPDX-License-Identifier: EUPL-1.2
"""The words of a sentence, told apart by whether they may belong to a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsletter.languages import any_of, words_of

_ELISION = re.compile(rf"\b({any_of(words_of('elisions'))}['’])(?=\w)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_][\w’'‑-]*\.?(?=\s|$)|[^\W_][\w’'‑-]*|[^\w\s]")
_INITIAL = 2  # characters of an initial and its full stop


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of *text* as a set."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of a sentence."""

    text: str
    start: int
    end: int
    bare: str
    """The word as lists of words have it."""
    capital: bool
    """Whether it begins as names do."""

    @property
    def small(self) -> bool:
        """Whether it is a word in small letters."""
        return self.text[:1].islower()


# The same text is asked for its people, countries, places and language.
@lru_cache(maxsize=16384)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of *text*, their articles apart from what follows them: “l’ Assessore”."""
    found = list[str]()
    while text := text.strip():
        first = first_sentence(text)
        found.append(_ELISION.sub(r"\1 ", " ".join(first.split())))
        text = text[len(first) :]
    return tuple(found)


@lru_cache(maxsize=16384)
def words(sentence: str) -> tuple[Word, ...]:
    """Return the words and marks of *sentence*; a full stop at its end is a mark, that of an initial is not."""
    found: list[Word] = []
    for match in _TOKEN.finditer(sentence):
        text, start, end = match[0], match.start(), match.end()
        if text.endswith(".") and len(text) > _INITIAL:
            found += [_word(text[:-1], start, end - 1), _word(".", end - 1, end)]
        else:
            found.append(_word(text, start, end))
    return tuple(found)


def _word(text: str, start: int, end: int) -> Word:
    return Word(text, start, end, text.casefold().replace("’", "'"), text[:1].isupper())


def joined(found: Sequence[Word], sentence: str) -> str:
    """Return what *found* says in *sentence*, as it was written."""
    return re.sub(r"(['’]) (?=\w)", r"\1", sentence[found[0].start : found[-1].end]) if found else ""


_ENDS = re.compile(r"[.!?…]+[\"”»')]*(?=\s+[\"“«'(]?[^\W\d_a-zà-ÿ]|\s*$)")
_ABBREVIATIONS = vocabulary(
    """dott dr dssa prof amb cons cllr ass pres dir rev hon mr mrs ms sig ssa on arch ing avv gen col cap san ss st
    no art ca es vs dec nn d.ssa"""
)


def first_sentence(text: str) -> str:
    """Return the first sentence of *text*, with its full stop; all of it where none ends in it."""
    for match in _ENDS.finditer(text):
        before = re.search(r"([^\W\d_]+)$", text[: match.start()])
        word = before[1] if before else ""
        initial = len(word) == 1 and word.isupper()
        if not initial and word.casefold() not in _ABBREVIATIONS:
            return text[: match.end()]
    return text
