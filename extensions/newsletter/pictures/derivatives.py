# SPDX-License-Identifier: EUPL-1.2
"""The files that are made of a picture: for pages at three widths, for mails, for print, and whole for attachments."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PIL import Image

from newsletter.model.diagnostics import _
from newsletter.pictures.decode import TALLEST, PictureError, PictureFacts, shrunk

RECIPE = "4"
"""Changes with how pictures are judged and made, so that kept ones are made anew."""

MIDDLE_WIDTH = 960
"""Pixels: a dense telephone, or a column of text."""
_PAGE_WIDTHS = (480, MIDDLE_WIDTH, 1600)
_MAIL_WIDTH = 600
_LONGEST_PRINTED = 1200
"""Pixels: 17 cm at 180 dpi."""
_HEAVIEST_PRINTED = 110_000
"""Bytes."""
_SAVED_AS: dict[str, tuple[str, dict[str, Any]]] = {
    "jpg": ("JPEG", {"optimize": True, "progressive": True}),
    "webp": ("WEBP", {"method": 4}),
    "png": ("PNG", {}),  # "optimize" takes six times as long to save a thirtieth
    "gif": ("GIF", {}),
    "avif": ("AVIF", {"speed": 8}),
    "tif": ("TIFF", {"compression": "tiff_lzw"}),
    "bmp": ("BMP", {}),
}
_SAVED_AS |= {"jpeg": _SAVED_AS["jpg"], "tiff": _SAVED_AS["tif"]}
WRITTEN = frozenset(_SAVED_AS)
"""The ends of the names of files that can be made."""
_LOSSY = frozenset({"JPEG", "WEBP", "AVIF"})


class Use(StrEnum):
    """The purpose of a derivative."""

    SITE = "site"
    """Pages and mails."""
    PRINT = "print"
    WHOLE = "whole"
    """Attachments: in their own format and size."""


_QUALITIES = {Use.SITE: (80, 70, 60, 50, 40, 30, 20, 10), Use.PRINT: (80, 70, 60, 50, 40), Use.WHOLE: (90,)}
"""Of JPEG and WebP: the first at which a picture is light enough; what costs much is grain, which hides the loss."""


@dataclass(frozen=True, slots=True)
class Derivative:
    """A file to make of a picture."""

    width: int
    """Pixels."""
    suffix: str
    """The end of its name, which says its format: ``jpg``, ``webp`` or ``png``; of whole ones any that is read."""
    use: Use = Use.SITE


def page_derivatives(facts: PictureFacts) -> Iterator[Derivative]:
    """Yield what pages show, narrow ones first, none wider than the picture: WebP, then what every program shows."""
    for suffix in ("webp", common_suffix(facts)) if facts.photograph else (common_suffix(facts),):
        for width in sorted({_shown_width(facts, width) for width in _PAGE_WIDTHS}):
            yield Derivative(width, suffix)


def mail_derivative(facts: PictureFacts) -> Derivative:
    """Return what mails show."""
    return Derivative(_shown_width(facts, _MAIL_WIDTH), common_suffix(facts))


def print_derivative(facts: PictureFacts) -> Derivative:
    """Return what PDFs show."""
    longest = max(facts.width, facts.height)
    width = max(1, round(facts.width * min(1.0, _LONGEST_PRINTED / longest)))
    return Derivative(width, "jpg" if facts.photograph else "png", Use.PRINT)


def common_suffix(facts: PictureFacts) -> str:
    """Return the format that every program shows: JPEG, or PNG for drawings and what is transparent."""
    return "jpg" if facts.photograph and not facts.transparent else "png"


def width_to_decode(facts: PictureFacts, use: Use) -> int:
    """Return the width from which the derivatives of *use* are made, whichever of them are wanted."""
    return {Use.SITE: _PAGE_WIDTHS[-1], Use.PRINT: print_derivative(facts).width, Use.WHOLE: facts.width}[use]


def encode(image: Image.Image, wanted: Derivative) -> bytes:
    """Return the file *wanted* of the decoded *image*.

    :raises PictureError: the format holds no such picture.
    """
    form, options = _SAVED_AS[wanted.suffix]
    small = shrunk(image, wanted.width)
    if form == "JPEG":
        small = _on_white(small)
    if form not in _LOSSY:
        return _saved(small if wanted.use is Use.WHOLE else _with_few_colours(small), form, options)
    content = b""
    for quality in _QUALITIES[wanted.use]:
        content = _saved(small, form, {**options, "quality": quality})
        if len(content) <= _heaviest(small, wanted):
            break
    return content


def _shown_width(facts: PictureFacts, width: int) -> int:
    """Return *width*, or less where the picture has less, or would be too tall."""
    return min(width, facts.width, TALLEST * facts.width // facts.height)


def _heaviest(image: Image.Image, wanted: Derivative) -> int:
    """Return the bytes that a derivative may have: of 960 by 720 pixels, what a telephone loads in a second."""
    if wanted.use is Use.PRINT:
        return _HEAVIEST_PRINTED
    return max(150 * image.width, image.width * image.height // 10)


def _with_few_colours(image: Image.Image) -> Image.Image:
    """Return *image* with a palette, which is enough for a drawing; with all its colours where it is transparent."""
    return image.quantize(256, dither=Image.Dither.NONE) if image.mode == "RGB" else image


def _on_white(image: Image.Image) -> Image.Image:
    """Return *image* as paper shows it."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _saved(image: Image.Image, form: str, options: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    try:
        image.save(buffer, form, **options)
    except (OSError, ValueError) as error:
        message = _("it is too tall for its width")
        raise PictureError(message) from error
    return buffer.getvalue()
