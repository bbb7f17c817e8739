# SPDX-License-Identifier: EUPL-1.2
"""Show a picture on a page: at what size, and from which of its derivatives a browser chooses."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from docutils import nodes

from newsletter.pictures.decode import PictureFacts
from newsletter.pictures.derivatives import common_suffix
from newsletter.pictures.names import Published
from newsletter.views.cards import LEAD, STRIP, THUMBNAIL

_WIDEST = 704
"""CSS pixels: the column of text, 44 rem."""
_TALLEST = 640
"""CSS pixels: a portrait is seen whole on most screens."""
_MARGINS = "4rem"
"""The room that a telephone leaves free beside a picture."""
_VERY_DENSE = "(min-resolution: 2.5dppx)"
"""Screens of which a picture of two thirds of their dots looks as sharp, and weighs half."""
_CROPPED = {THUMBNAIL: 380, LEAD: 680, STRIP: 180}
"""Class to CSS pixels, of pictures that fill a place of three to two: the widest of three cards; the lead
story; one in the strip at the head of an issue."""
_SMALL_THUMBNAIL = "thumbnail-small"
"""The class of such a picture that has too few pixels to fill its place, and is not stretched to."""


def picture_element(node: nodes.image, picture: Published, folder: str) -> tuple[str, dict[str, str], str]:
    """Return what comes before the ``img`` tag of *node*, the attributes that are the tag's own, and what comes after.

    *folder* is the URL of the folder of images. What the author asks for in *node* is taken away, but for a share of
    the column. A picture that is made narrow to be seen whole, a poster say, leads to its largest file.
    """
    leads = _is_made_narrow(node, picture.facts)
    shown = _size(node, picture)
    common = picture.sources(common_suffix(picture.facts))
    source = _source_set(picture.sources("webp"), folder)
    shown |= {"src": f"{folder}/{quote(picture.middle)}", "srcset": _source_set(common, folder)}
    start, end = "", ""
    if source:
        start = f'<picture><source type="image/webp" srcset="{escape(source)}" sizes="{escape(shown["sizes"])}">'
        end = "</picture>"
    if leads:
        start, end = f'<a href="{folder}/{quote(picture.largest)}">{start}', f"{end}</a>"
    return start, shown, end


def _is_made_narrow(node: nodes.image, facts: PictureFacts) -> bool:
    """Tell whether the height of a screen takes a quarter of its width from a picture that leads nowhere yet."""
    cropped = not _CROPPED.keys().isdisjoint(node["classes"])
    free = not isinstance(node.parent, nodes.reference) and not cropped and _asked(node) is None
    return free and _fitting(facts)[0] < min(_WIDEST, facts.width) * 3 / 4


def _size(node: nodes.image, picture: Published) -> dict[str, str]:
    """Return the attributes ``width``, ``height`` and ``sizes``: a picture is enlarged only where an author asks."""
    if place := next((width for name, width in _CROPPED.items() if name in node["classes"]), 0):
        if picture.facts.width < place or picture.facts.height * 3 < place * 2:
            node["classes"].append(_SMALL_THUMBNAIL)
        return _shown(*_fitting(picture.facts), place)
    facts, asked = picture.facts, _asked(node)
    scale = node.attributes.pop("scale", 100) / 100
    width, height = _fitting(facts)
    node.attributes.pop("height", None)
    if asked and asked[1] == "%":
        sizes = f"(max-width: {_WIDEST + 32}px) {asked[0]:.0f}vw, {round(_WIDEST * asked[0] / 100)}px"
        return {"width": str(width), "height": str(height), "sizes": sizes}
    node.attributes.pop("width", None)
    if asked or scale != 1:
        width = max(1, round((asked[0] if asked else facts.width) * scale))
        height = max(1, round(width * facts.height / facts.width))
    return _shown(width, height, width)


def _shown(width: int, height: int, column: int) -> dict[str, str]:
    """Return the attributes of a picture of *width* by *height* that is *column* CSS pixels wide, or a screen."""
    narrow = f"(max-width: {column + 64}px)"
    sizes = f"{narrow} and {_VERY_DENSE} calc(66vw - {_MARGINS}), {narrow} calc(100vw - {_MARGINS}), {column}px"
    return {"width": str(width), "height": str(height), "sizes": sizes}


def _fitting(facts: PictureFacts) -> tuple[int, int]:
    """Return the width and height at which a picture fits into the column and onto a screen."""
    scale = min(1.0, _WIDEST / facts.width, _TALLEST / facts.height)
    return max(1, round(facts.width * scale)), max(1, round(facts.height * scale))


def _asked(node: nodes.image) -> tuple[float, str] | None:
    """Return the width that the author asks for, as a number of pixels or of percent; None where there is none."""
    if "width" not in node:
        return None
    value, unit = nodes.parse_measure(node["width"])
    return (value, unit) if unit in {"", "px", "%"} and value > 0 else None


def _source_set(files: Sequence[tuple[str, int]], folder: str) -> str:
    """Return *files*, names and widths, as a ``srcset`` of URLs in *folder*."""
    return ", ".join(f"{folder}/{quote(name)} {width}w" for name, width in files)
