# SPDX-License-Identifier: EUPL-1.2
"""Pictures as print and PDF/A want them: RGB, upright, of a sensible size, whole.

Typst embeds a file as it is and never makes it smaller, so each is normalised once
and kept under the hash of its bytes.
"""

from __future__ import annotations

import hashlib
import html
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from newsletter.model.diagnostics import _
from newsletter.pdf.glyphs import OUR_FONTS
from newsletter.source.drawing import DrawingError, clean_drawing

_LONGEST_SIDE = 1600
"""Pixels: 17 cm at about 240 dpi."""
_LARGEST_SVG = 2_000_000
"""Bytes."""
_QUALITY = 82
"""Of JPEG: no loss to be seen in print at this size."""
_RECIPE = b"1"
"""Changes with how pictures are normalised, so that kept ones are made anew."""


class PictureError(ValueError):
    """A picture cannot be printed; the message, an English msgid, says why."""


@dataclass(frozen=True)
class Picture:
    """A normalised picture: its path from Typst's root, and its size in pixels (0 where it is a drawing)."""

    path: str
    width: int = 0
    height: int = 0


@dataclass
class PictureStore:
    """Keeps normalised pictures in ``images`` under *root*, Typst's root folder."""

    root: Path
    accepts: Callable[[str], bool] = lambda _path: True
    """Tells whether Typst can set the drawing at a path; an SVG can hold anything."""

    def add(self, source: Path) -> Picture:
        """Normalise *source* and return where it is kept.

        Raises PictureError where it is no picture, a broken or far too large one.
        """
        try:
            content = source.read_bytes()
        except OSError as error:
            message = _("the file cannot be read")
            raise PictureError(message) from error
        digest = hashlib.sha256(_RECIPE + content).hexdigest()[:24]
        if _is_svg(source, content):
            return self._drawing(digest, content)
        return self._raster(digest, content)

    def _drawing(self, digest: str, content: bytes) -> Picture:
        try:
            clean = clean_drawing(content).data
        except DrawingError as error:
            message = _("it is a drawing that cannot be set")
            raise PictureError(message) from error
        if OUR_FONTS.printable(_words_of(clean))[1]:
            message = _("its text has characters that none of the fonts has")
            raise PictureError(message)
        drawing = self._keep(digest, "svg", clean)
        if not self.accepts(drawing.path):
            message = _("it is a drawing that cannot be set")
            raise PictureError(message)
        return drawing

    def _raster(self, digest: str, content: bytes) -> Picture:
        for suffix in ("jpg", "png"):
            kept = self.root / "images" / f"{digest}.{suffix}"
            if kept.is_file():
                with Image.open(kept) as image:
                    return Picture(f"/images/{kept.name}", *image.size)
        suffix, normalised, (width, height) = normalise(content)
        return Picture(self._keep(digest, suffix, normalised).path, width, height)

    def _keep(self, digest: str, suffix: str, content: bytes) -> Picture:
        folder = self.root / "images"
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{digest}.{suffix}"
        if not target.is_file():
            unfinished = target.with_suffix(".part")
            unfinished.write_bytes(content)
            unfinished.replace(target)
        return Picture(f"/images/{target.name}")


def _is_svg(source: Path, content: bytes) -> bool:
    if source.suffix.lower() != ".svg" and b"<svg" not in content[:1000]:
        return False
    if len(content) > _LARGEST_SVG:
        message = _("the drawing is larger than 2 MB")
        raise PictureError(message)
    return True


def _words_of(drawing: bytes) -> str:
    """Return the text that stands in the SVG *drawing*, with everything else between its tags."""
    return html.unescape(re.sub(r"<[^>]*>", " ", drawing.decode("utf-8", "ignore")))


def normalise(content: bytes) -> tuple[str, bytes, tuple[int, int]]:
    """Return the file suffix, the bytes and the size of the picture *content*: RGB, upright, of 1600 pixels at most.

    Raises PictureError where it cannot be read whole.
    """
    try:
        with Image.open(io.BytesIO(content)) as image:
            photograph = image.format in {"JPEG", "MPO"}
            image.draft("RGB", (_LONGEST_SIDE * 2, _LONGEST_SIDE * 2))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
            flat = _flat(upright)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        message = _("it has more than 89 million pixels")
        raise PictureError(message) from error
    except Exception as error:  # Pillow's decoders raise a dozen unrelated classes on broken files
        message = _("it is broken or of an unknown kind")
        raise PictureError(message) from error
    buffer = io.BytesIO()
    if photograph:
        flat.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
        return "jpg", buffer.getvalue(), flat.size
    flat.save(buffer, "PNG", optimize=True)
    return "png", buffer.getvalue(), flat.size


def _flat(image: Image.Image) -> Image.Image:
    """Return *image* in RGB, what is transparent on white, without its metadata."""
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        flat = Image.new("RGB", layer.size, "white")
        flat.paste(layer, mask=layer.getchannel("A"))
        return flat
    flat = Image.new("RGB", image.size)
    flat.paste(_eight_bits(image).convert("RGB"))
    return flat


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of 16 bits a pixel with 8: Pillow's own conversion clips instead of scaling."""
    if image.mode in {"I;16", "I;16B", "I;16L", "I"}:
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image
