# SPDX-License-Identifier: EUPL-1.2
"""A city's own colours: which there are, and whether words on them can be read (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsletter.model.kinds import Kind

_HEX = re.compile(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?")
_LEAST = 4.5  # WCAG 2.1, 1.4.3: contrast of words of any size
_WHITE = ("#ffffff",)
_LIGHT_GROUNDS = ("#f4f7fa", "#ffffff")  # --page and --surface of newsletter.css
_DARK_GROUNDS = ("#0f161e", "#17212c")

_ON_WHITE_WORDS = ("brand", "ink")
_ON_GROUNDS = ("accent", "accent-strong", *(kind.value for kind in Kind))

NAMES = (*_ON_WHITE_WORDS, *_ON_GROUNDS)
"""The colours that can be given: the band with the newsletter's name, the bar above it and the footer, links, kinds."""
DARK = "dark-"
"""Before a name: for readers who ask for a dark ground."""


def check_colours(colours: Mapping[str, str]) -> None:
    """Check that each of *colours*, by its name, is known and can be read.

    :raises ValueError: saying what is wrong.
    """
    for name, colour in colours.items():
        bare = name.removeprefix(DARK)
        if bare not in NAMES:
            raise ValueError(f"there is no colour {name!r}; there are {', '.join(NAMES)}, each also as '{DARK}…'")
        if not _HEX.fullmatch(colour):
            raise ValueError(f"{name}: {colour!r} is no colour such as '#0066cc'")
        worst = min(contrast(colour, ground) for ground in _grounds(name, bare))
        if worst < _LEAST:
            what = "white words on it" if bare in _ON_WHITE_WORDS else "words of it on the page"
            needed = f"to be read they need {_LEAST} to 1 (WCAG 2.1, 1.4.3)"
            raise ValueError(f"{name}: {what} have a contrast of {worst:.1f} to 1; {needed}")


def _grounds(name: str, bare: str) -> tuple[str, ...]:
    """Return what the colour called *name* is held against."""
    if bare in _ON_WHITE_WORDS:
        return _WHITE
    return _LIGHT_GROUNDS if name == bare else _DARK_GROUNDS


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.1, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 for black and 1 for white (WCAG 2.1, definition)."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours_css(colours: Mapping[str, str]) -> str:
    """Return the style sheet that puts *colours* in the place of the national ones.

    A band or bar of which only the light colour is given keeps it on a dark ground, since its words are white on both.
    """
    light = {name: colour for name, colour in colours.items() if not name.startswith(DARK)}
    dark = {name: colour for name, colour in light.items() if name in _ON_WHITE_WORDS}
    dark |= {name.removeprefix(DARK): colour for name, colour in colours.items() if name.startswith(DARK)}
    return "/* The colours of newsletter_colours in conf.py */\n" + "".join(
        f"@media (prefers-color-scheme: {scheme}) {{ :root {{ {' '.join(_properties(chosen))} }} }}\n"
        for scheme, chosen in (("light", light), ("dark", dark))
        if chosen
    )


def _properties(colours: Mapping[str, str]) -> list[str]:
    return [f"--{name}: {colours[name].lower()};" for name in NAMES if name in colours]
