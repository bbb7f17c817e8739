# SPDX-License-Identifier: EUPL-1.2
"""Which characters the fonts can show, and text made printable with it.

PDF/UA-1 and PDF/A-2a forbid a missing glyph (ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8), and Typst then gives no
file at all; so every character is looked up before Typst sees it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsletter.pictures.font_files import font_files

MISSING = "[?]"
"""The sign for one or more characters in a row that no font has."""

_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_NO_BREAK_SPACES = re.compile("[\u2007\u202f]")
_LINE_BREAKS = re.compile(r"\r\n?|[\f\v\x85\u2028\u2029]")
_DROPPED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2061-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+")
"""Invisible characters that steer direction or look: nothing is lost with them, and a stray one reorders a line."""

_BEHIND_LETTERS, _WITHIN_WORDS = re.compile(r"(?<=[^\W\d_])'"), re.compile(r"(?<=[^\W\d_])'(?=\w)")
_OPENS_QUOTATION = re.compile(r"(?<!\w)'")

_ALWAYS = frozenset("\n \u00a0\u00ad\u200b\u200c\u200d\u2060")
"""Characters that Typst sets without a glyph."""

_JOINERS = frozenset("\u200c\u200d\u2060")
"""Characters that hold pictographs together: of a family that no font has, one mark is to remain."""

_SIMPLE = re.compile(r"[ -~\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*")
"""Text that needs no look-up: ASCII, Latin-1 and common punctuation, which each of our fonts has."""

_LONGEST_WORD = 42
"""Characters without a place to break after which one is made: more would leave a narrow column."""
_BREAKING = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
"""Scripts without spaces, which break by rules of their own."""
_LONG_WORD = re.compile(rf"[^\s\u00ad\u200b/?\-{_BREAKING}]{{{_LONGEST_WORD},}}")


@dataclass(frozen=True)
class Typeface:
    """The fonts that text is set in, and what they can show."""

    files: tuple[Path, ...]
    """The first choice first."""

    def shows(self, cluster: str) -> bool:
        """Tell whether one of the fonts has all of *cluster*, a character with the marks on it."""
        if cluster in _ALWAYS:
            return True
        forms = [[ord(c) for c in form if c not in _ALWAYS] for form in _forms(cluster)]
        return any(_characters(path).issuperset(form) for path in self.files for form in forms)

    def printable(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return *text* as it can be set, and the clusters of it that cannot.

        Runs of what cannot be shown become :data:`MISSING`; invisible controls of direction are left out.
        """
        if _SIMPLE.fullmatch(text):
            return _breakable(text), ()
        kept: list[str] = []
        missing: list[str] = []
        for cluster in _clusters(_DROPPED.sub("", text)):
            if self.shows(cluster):
                if cluster not in _JOINERS or kept[-1:] != [MISSING]:
                    kept.append(cluster)
                continue
            missing.append(cluster)
            if not kept or kept[-1] != MISSING:
                kept.append(MISSING)
        return _breakable("".join(kept)), tuple(dict.fromkeys(missing))


OUR_FONTS = Typeface(font_files())
"""The fonts that every PDF is set in."""


@cache
def _characters(font: Path) -> frozenset[int]:
    """Return the code points that *font* has; of a collection, which has the same in each, its first font."""
    # Most texts need none; it has no types.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(font, fontNumber=0, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def _forms(cluster: str) -> Iterable[str]:
    yield cluster
    if len(cluster) > 1:
        yield unicodedata.normalize("NFC", cluster)
        yield unicodedata.normalize("NFD", cluster)


def _clusters(text: str) -> Iterator[str]:
    """Split *text* into base characters, each with the combining marks that follow it."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or unicodedata.category(text[index]) not in {"Mn", "Me", "Mc"}:
            yield text[start:index]
            start = index


def _breakable(text: str) -> str:
    return _LONG_WORD.sub(_with_breaks, text) if len(text) >= _LONGEST_WORD else text


def _with_breaks(match: re.Match[str]) -> str:
    word = match[0]
    return "\u200b".join(word[at : at + 30] for at in range(0, len(word), 30))


def one_line(text: str) -> str:
    """Return *text* with every run of white space, of whatever width, as one space; no-break spaces stay."""
    return _NO_BREAK_SPACES.sub("\u00a0", _SPACES.sub(" ", text))


def with_apostrophes(text: str) -> str:
    """Return *text* with typographic apostrophes; where ``'`` opens a quotation too, only those within words."""
    return (_WITHIN_WORDS if _OPENS_QUOTATION.search(text) else _BEHIND_LETTERS).sub("’", text)


def has_visible(text: str) -> bool:
    """Tell whether anything of *text* is to be seen."""
    return any(not character.isspace() and character not in _ALWAYS for character in _DROPPED.sub("", text))


def plain_lines(text: str) -> str:
    """Return *text* with its lines, ended by line feeds alone, and its tabs as four spaces."""
    return _LINE_BREAKS.sub("\n", text).replace("\t", "    ")
