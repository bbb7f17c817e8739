# SPDX-License-Identifier: EUPL-1.2
"""Names that ``registers.yaml`` withholds: the one rule by which they are found in whatever is published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote

from newsletter.model.text import plain

GAP = "[…]"
"""What stands in the place of a name."""

# Cyrillic and Greek letters that are drawn as Latin ones are, in capitals or small.
_DRAWN_ALIKE = dict(zip("аверосхуікмнтвαοικνρτυ", "abepocxyikmhtbaoikvptu", strict=True))
_BETWEEN = r"[\W_]{0,5}"
"""What may stand between the words of a name, or be left out: spaces, hyphens of slugs, dots, marks of Markdown."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Names to withhold, in any spelling: case, accents however encoded, spaces, hyphens and look-alikes count not."""

    names: frozenset[str] = frozenset()
    """As they are written."""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the names stand in *text*, as whole words: the first character, and the one after the last."""
        pattern = _pattern(self.names)
        if pattern is None or not pattern.search("".join(map(_letters, text))):
            return
        origins = [place for place, char in enumerate(text) for _letter in _letters(char)]
        origins.append(len(text))
        for match in pattern.finditer("".join(map(_letters, text))):
            end = origins[match.end() - 1] + 1
            while end < len(text) and not _letters(text[end]):  # an accent on its own belongs to the letter before
                end += 1
            yield origins[match.start()], end

    def holds(self, text: str) -> bool:
        """Tell whether one of the names stands in *text*, a URL or a slug among others."""
        return next(self.spans(unquote(text)), None) is not None

    def is_one(self, text: str) -> bool:
        """Tell whether *text* is one of the names, and nothing else but signs."""
        masked = self.mask(text)
        return masked != text and not any(map(str.isalnum, masked.replace(GAP, "")))

    def mask(self, text: str) -> str:
        """Return *text* with a gap for each of the names."""
        pieces, end = [], 0
        for start, stop in self.spans(text):
            pieces += [text[end:start], GAP]
            end = stop
        return "".join([*pieces, text[end:]])


@lru_cache(maxsize=8)
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    spelt = {tuple(re.findall(r"[^\W_]+", "".join(map(_letters, name)))) for name in names}
    words = sorted(filter(None, spelt), key=lambda spelling: -len("".join(spelling)))
    if not words:
        return None
    return re.compile(
        rf"(?<![^\W_])(?:{'|'.join(_BETWEEN.join(map(re.escape, spelling)) for spelling in words)})(?![^\W_])"
    )


@cache
def _letters(char: str) -> str:
    """Return what of *char* is compared: nothing of an accent or an invisible character, a hyphen for any dash."""
    category = unicodedata.category(char)
    if category == "Cf" or unicodedata.combining(char):
        return ""
    if category == "Pd":
        return "-"
    folded = plain(char)
    return "".join(_DRAWN_ALIKE.get(letter, letter) for letter in folded) or " "
