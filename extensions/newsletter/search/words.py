# SPDX-License-Identifier: EUPL-1.2
"""Split text into the words that are searched; ``search_question.js`` splits what readers type in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from newsletter.languages import words_of
from newsletter.model.text import plain

STOP_WORDS = words_of("stop_words")
"""Words that say nothing: they are neither indexed nor searched for."""

# A word may end in signs: C++, C#.
_WORD = re.compile(r"[^\W_]+(?:[+#]+(?![^\W_]))?")
_INITIALS = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of *text*, in lower case and without accents.

    Initials with full stops are one word (*U.N.*). Chinese and Japanese, which put no spaces between words, are split
    into pairs of characters.
    """
    folded = plain(text)
    if not folded.isascii():
        folded = "".join(char for char in folded if unicodedata.category(char)[0] != "M")
    return tuple(part for word in _WORD.findall(_INITIALS.sub(r"\1", folded)) for part in _pairs(word))


def _pairs(word: str) -> Iterator[str]:
    """Yield *word*, or its parts where it is written without spaces."""
    if word.isascii() or not _UNSPACED.search(word):
        yield word
        return
    yield from filter(None, _UNSPACED.split(word))
    for run in _UNSPACED.findall(word):
        yield from (run[at : at + 2] for at in range(max(len(run) - 1, 1)))


def telling_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word of *text* that is no stop word, with its spelling in the text where it stands there alone."""
    for written in text.split():
        found = words(written)
        spelling = written.strip("".join({char for char in written if not char.isalnum()})) if len(found) == 1 else ""
        yield from ((word, spelling or word) for word in found if word not in STOP_WORDS)
