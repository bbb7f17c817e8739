# SPDX-License-Identifier: EUPL-1.2
"""Small operations on words: slugs, sorting as a reader expects, the nearest known word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from newsletter.languages import any_of, words_of

JOINTS = re.compile(rf"\s+{any_of(words_of('conjunctions'))}\s+|\s*[/&+]\s*|\s+[-–]\s+")
"""The words and signs between the names of a list where people forget its own sign."""

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i"}
)
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")  # the emoji 1️⃣, which is no digit
_STEM = 5  # letters
_SLUG_LIMIT = 120  # an id becomes a file name, which may have at most 255 bytes


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return *text* in lower case and without accents, with single spaces: what two spellings share."""
    if text.isascii():
        return " ".join(text.lower().split())
    # Folded again, since “№” decomposes into a capital.
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.replace("’", "'").split())


def stems(title: str, shortest: int) -> set[str]:
    """Return how the words of *title* begin that have *shortest* letters or more: “missione” and “missioni” alike."""
    return {word[:_STEM] for word in re.findall(rf"\w{{{shortest},}}", plain(title))}


def slug(text: str) -> str:
    """Return *text* as ``[a-z0-9-]+``, at most 120 characters, cut between words.

    A text without one Latin letter has the code points of its letters, so that it still has a slug of its own, before
    its numbers.
    """
    text = _KEYCAP.sub(" ", text).strip() or text
    words = re.findall(r"[a-z0-9]+", plain(text))
    if not re.search("[a-z]", "".join(words)):
        letters = [char for char in text if char.isalpha()]
        if not words and not letters:
            letters = [char for char in text if not char.isspace()]
        words = [*(f"{ord(char):x}" for char in letters), *words]
    joined = "-".join(words)
    if is_device(joined):
        return f"{joined}-1"
    if len(joined) <= _SLUG_LIMIT:
        return joined
    cut = joined[: _SLUG_LIMIT + 1]
    return (cut.rpartition("-")[0] or joined[:_SLUG_LIMIT]).strip("-")


def is_device(name: str) -> bool:
    """Tell whether Windows has a device called *name*: it can hold no such file, whatever its ending."""
    return re.fullmatch(r"con|prn|aux|nul|(?:com|lpt)[0-9]", name, re.IGNORECASE) is not None


def sort_key(text: str) -> tuple[str, str]:
    """Return the key that sorts names as an Italian index does: letters first, accents and case last."""
    return " ".join(re.sub(r"[^\w ]", "", plain(_KEYCAP.sub("", text))).split()), text


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the one of *known* that *word* most resembles, whatever its case and accents; None if none does."""
    spelt = {plain(candidate): candidate for candidate in known}
    found = get_close_matches(plain(word[:200]), spelt, n=1, cutoff=cutoff)
    return spelt[found[0]] if found else None


def edits(one: str, other: str) -> int:
    """Return how many letters have to be changed, added or taken out to turn *one* into *other* (Levenshtein)."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        diagonal, row[0] = row[0], number
        for place, counterpart in enumerate(other, start=1):
            diagonal, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, diagonal + (letter != counterpart)),
            )
    return row[-1]
