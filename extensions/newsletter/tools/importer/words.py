# SPDX-License-Identifier: EUPL-1.2
"""Whether every word of the file is in the draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newsletter.tools.importer.escape import unescape

HYPHEN = re.compile("(?<=[^\\W\\d_])[-‐\xad]$")
"""The hyphen, perhaps a soft one, of a word that goes on in the next line."""
_WORD = re.compile(r"[^\W_]+")
OURS = "%?"
"""The beginning of a note in the draft that the importer wrote itself, and no line of the file."""


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return the words of *texts*, each as often as it stands there."""
    return Counter(word for text in texts for word in _WORD.findall(text.casefold()))


def broken_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the pieces of words that a hyphen at the end of one of *texts* parts from the next."""
    return frozenset(
        word
        for above, below in pairwise(texts)
        if HYPHEN.search(above)
        for word in (re.findall(r"\w+", above)[-1], re.findall(r"\w+", below + " x")[0])
    )


def words_of_draft(draft: str) -> Counter[str]:
    """Return the words of the *draft*, without those that the importer added."""
    # Notes are kept as they were, without the signs that keep characters from acting.
    lines = (
        line if line.startswith("%") else unescape(line) for line in draft.split("\n") if not line.startswith(OURS)
    )
    return count_words(lines)


def lost_words(
    texts: Sequence[str], draft: str, labels: Iterable[str] = (), broken: frozenset[str] = frozenset()
) -> Counter[str]:
    """Return the words of *texts*, each as often as it is missing in *draft*.

    :param labels: words whose sense the draft gives in another way, as “Luogo:” by ``:place:``.
    :param broken: pieces of words that stand in the draft as one.
    """
    kept = words_of_draft(draft)
    lost = count_words(texts) - kept - count_words(labels)
    pieces = {piece.casefold() for piece in broken} & lost.keys()
    for piece in pieces:
        if any(word != piece and (word.startswith(piece) or word.endswith(piece)) for word in kept):
            del lost[piece]
    return lost


def texts_with(texts: Sequence[str], lost: Counter[str]) -> list[str]:
    """Return the few of *texts* that hold the words *lost*, those first looked at that hold most of them."""
    if not lost:
        return []
    left, found = lost.copy(), set[int]()
    counted = [count_words([text]) for text in texts]
    for n in sorted(range(len(texts)), key=lambda n: -(counted[n] & lost).total()):
        here = counted[n] & left
        if here:
            found.add(n)
            left -= here
        if not left:
            break
    return [texts[n] for n in sorted(found)]
