# SPDX-License-Identifier: EUPL-1.2
"""Write words of any script into a picture, each with the first of our fonts that has its characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

from newsletter.pictures.font_files import FONTS, font_files

_STRONG = 600
"""The weight of words, of those fonts that have several."""
_FIRST = tuple(FONTS / f"{name}-SemiBold.ttf" for name in ("TitilliumWeb", "SourceSans3"))
_NO_GLYPH = "\U0010ffff"
"""A character that no font has: what is drawn for it is the box."""
_ELLIPSIS = "…"

Run = tuple[str, Path]
"""Characters in a row, and the font that has them all."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Words that fit: what to write, line by line, and how large."""

    lines: tuple[str, ...]
    size: int
    """Pixels."""

    @property
    def leading(self) -> int:
        """Pixels from line to line."""
        return round(self.size * 1.2)

    @property
    def height(self) -> int:
        """Pixels of all lines."""
        return self.leading * len(self.lines)


def fitted(text: str, width: int, most: int, sizes: tuple[int, ...]) -> Lines:
    """Return *text* in at most *most* lines of *width* pixels, as large as *sizes* allow, the largest of them first.

    What none of our fonts can show is left out; what does not fit even in the smallest size ends with an ellipsis.
    """
    text = "".join(characters for characters, _font in _runs(text))
    for size in sizes:
        lines = list(_wrapped(text, width, size))
        if len(lines) <= most:
            return Lines(tuple(lines), size)
    last = lines[most - 1]
    while last and _length(last + _ELLIPSIS, size) > width:
        last = last[:-1].rstrip()
    return Lines((*lines[: most - 1], last + _ELLIPSIS), size)


def write(draw: ImageDraw.ImageDraw, place: tuple[float, float], line: str, size: int, colour: str) -> None:
    """Write *line* with its base line beginning at *place*."""
    x, y = place
    for characters, font in _runs(line):
        loaded = _font(font, size)
        draw.text((x, y), characters, fill=colour, font=loaded, anchor="ls")
        x += loaded.getlength(characters)


def _wrapped(text: str, width: int, size: int) -> Iterator[str]:
    """Yield the lines of *text*: broken at spaces, and within a word where that alone is wider."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if _length(longer, size) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while _length(line, size) > width:
            end = next(number for number in range(1, len(line) + 1) if _length(line[:number], size) > width) - 1
            yield line[: max(1, end)]
            line = line[max(1, end) :]
    if line:
        yield line


def _length(text: str, size: int) -> float:
    return sum(_font(font, size).getlength(characters) for characters, font in _runs(text))


@lru_cache(maxsize=256)
def _runs(text: str) -> tuple[Run, ...]:
    """Return *text* in runs of one font each; marks, joiners and spaces go with what stands before them."""
    runs: list[Run] = []
    for character in unicodedata.normalize("NFC", " ".join(text.split())):
        follows = unicodedata.category(character) in {"Zs", "Mn", "Mc", "Me"} or character in "\u200c\u200d"
        font = runs[-1][1] if runs and follows else _font_of(character)
        if font is None:
            continue
        if runs and runs[-1][1] == font:
            runs[-1] = (runs[-1][0] + character, font)
        else:
            before = runs[-1][0] if runs else ""
            if before.endswith(" "):  # else the space would stand on the left of words written from the right
                runs[-1] = (before.rstrip(" "), runs[-1][1])
            runs.append((" " * (len(before) - len(before.rstrip(" "))) + character, font))
    return tuple(runs)


@lru_cache(maxsize=4096)
def _font_of(character: str) -> Path | None:
    """Return the first font that has *character*; None where none has, and for what steers direction and look."""
    if unicodedata.category(character) in {"Cf", "Co", "Cs", "Cn"} or "\ufe00" <= character <= "\ufe0f":
        return None
    if character == " ":
        return _FIRST[0]
    upright = [path for path in font_files() if "Italic" not in path.name and "Code" not in path.name]
    for path in dict.fromkeys((*_FIRST, *upright)):
        font = _font(path, 24)
        if bytes(font.getmask(character)) != bytes(font.getmask(_NO_GLYPH)):
            return path
    return None


@lru_cache(maxsize=128)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(path, size)
    if "[wght]" in path.name or "-VF" in path.name:
        font.set_variation_by_axes([_STRONG])
    return font
