# SPDX-License-Identifier: EUPL-1.2
"""Names that ``registers.yaml`` withholds: the one rule by which they are found in whatever is published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote

from newsletter.model.text import plain, slug

GAP = "[…]"
"""The sign in the place of a name."""

# Cyrillic and Greek letters that are drawn as Latin ones are, in capitals or small.
_DRAWN_ALIKE = dict(zip("аверосхуікмнтвαοικνρτυ", "abepocxyikmhtbaoikvptu", strict=True))
# Drawn as nothing or as a blank, though no format characters: fillers, selectors, the empty Braille pattern.
_INVISIBLE = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\U000e0000-\U000e0fff]"
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"})

_ANY = r"\0*"
"""Invisible characters, as many as there are: they part words, or stand within one."""
_BETWEEN = rf"(?:{_ANY}(?:[^\w\0]|_)){{0,5}}{_ANY}"
"""Characters between the words of a name, which may be left out: spaces, hyphens of slugs, dots, marks of Markdown."""
_TURNED = rf"(?:(?:{_ANY}(?:[^\w\0\n.,;:!?()]|_)){{0,5}}{_ANY}|\.)"
"""The same between a family name and the given name behind it: of one sentence, and not two items of a list."""
_COMMA = r"[\s\0]*,[\s\0]*"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Names to withhold, in any spelling: case, accents, spaces, hyphens, look-alikes and the order count not."""

    names: frozenset[str] = frozenset()
    """As they are written."""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the names stand in *text*, as whole words: the first character, and the one after the last."""
        pattern = _pattern(self.names)
        if pattern is None or not pattern.search(_folded(text)):
            return
        origins = [place for place, char in enumerate(text) for _letter in _letters(char)]
        origins.append(len(text))
        for match in pattern.finditer(_folded(text)):
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
        return masked != text and not any(map(str.isalnum, _folded(masked.replace(GAP, ""))))

    def mask(self, text: str) -> str:
        """Return *text* with a gap for each of the names."""
        pieces, end = [], 0
        for start, stop in self.spans(text):
            pieces += [text[end:start], GAP]
            end = stop
        return "".join([*pieces, text[end:]])


@lru_cache(maxsize=8)
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    """Return what finds *names* in a folded text: as they are, with “ue” for “ü”, as slugs, family name first."""
    written = {
        spelling
        for name in names
        for spelling in (name, unicodedata.normalize("NFC", name).translate(_UMLAUTS), slug(name))
    }
    spelt = {tuple(re.findall(r"[^\W_]+", _folded(spelling))) for spelling in written}
    words = sorted(filter(None, spelt), key=lambda spelling: (-len("".join(spelling)), spelling))
    if not words:
        return None
    straight = [_joined(spelling) for spelling in words]
    cuts = [(spelling[at:], spelling[:at]) for spelling in words for at in range(1, len(spelling))]
    turned = [f"{_joined(family)}{_TURNED}{_joined(given)}" for family, given in cuts]
    # In “Ada Rossi, Ugo Verdi” no Ugo Rossi is named.
    comma = [rf"{_joined(family)}{_COMMA}{_joined(given)}(?!\s+[^\W_])" for family, given in cuts]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(straight + turned + comma)})(?![^\W_])")


def _joined(words: tuple[str, ...]) -> str:
    return _BETWEEN.join(_ANY.join(map(re.escape, word)) for word in words)


def _folded(text: str) -> str:
    return "".join(map(_letters, text))


@cache
def _letters(char: str) -> str:
    """Return what of *char* is compared: nothing of an accent, NUL for what is invisible, a hyphen for any dash."""
    category = unicodedata.category(char)
    if _INVISIBLE.match(char) or (category in {"Cc", "Cf", "Cn"} and not char.isspace()):
        return "\0"
    if char == "\n":
        return char
    if category in {"Mn", "Me"}:
        return ""
    if category == "Pd":
        return "-"
    folded = plain(char)
    return "".join(_DRAWN_ALIKE.get(letter, letter) for letter in folded) or " "
