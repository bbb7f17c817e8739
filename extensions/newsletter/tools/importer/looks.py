# SPDX-License-Identifier: EUPL-1.2
"""Read how the words of an HTML page look: mails say with inline styles what documents say with headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from newsletter.model.diagnostics import ContentError
from newsletter.source.urls import parse_url

BODY_SIZE = 16.0
_BOLD = frozenset({"b", "strong", "th"})
_ITALIC = frozenset({"i", "em", "cite"})
_FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_NAMED_SIZES = {"x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0}
_UNITS = {"px": 1.0, "pt": 4 / 3, "rem": BODY_SIZE}
_SIZE = re.compile(r"font-size\s*:\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})?)(?P<unit>px|pt|r?em|%)|(?P<name>[a-z-]+))")
_WEIGHT = re.compile(r"font-weight\s*:\s*(?P<weight>[a-z]+|\d{3})")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_BOLD_FROM = 600


@dataclass(frozen=True, slots=True)
class Look:
    """Hold what the elements around some words say of them."""

    link: str = ""
    bold: bool = False
    italic: bool = False
    size: float = BODY_SIZE
    hidden: bool = False

    def inside(self, element: Any) -> Look:
        """Return the look of the words in *element*, which itself looks like this."""
        style = str(element.get("style", "")).lower()
        weight = _WEIGHT.search(style)
        return replace(
            self,
            link=(readable_url(element.get("href", "")) if element.tag == "a" else "") or self.link,
            bold=_is_bold(weight["weight"]) if weight else self.bold or element.tag in _BOLD,
            italic=self.italic or element.tag in _ITALIC or "font-style:italic" in style.replace(" ", ""),
            size=_size(element, style, self.size),
            hidden=self.hidden or bool(_HIDDEN.search(style)),
        )


def _is_bold(weight: str) -> bool:
    return int(weight) >= _BOLD_FROM if weight.isdigit() else weight in {"bold", "bolder"}


def _size(element: Any, style: str, around: float) -> float:
    found = _SIZE.search(style)
    if found and found["number"]:
        factor = {"em": around, "%": around / 100}.get(found["unit"]) or _UNITS[found["unit"]]
        return float(found["number"]) * factor
    if found:
        return _NAMED_SIZES.get(found["name"], around)
    return _FONT_SIZES.get(str(element.get("size", "")), around) if element.tag == "font" else around


def readable_url(href: str) -> str:
    """Return the URL *href* where an issue may link it; empty where it may not."""
    try:
        return parse_url(href.strip())
    except ContentError:
        return ""
