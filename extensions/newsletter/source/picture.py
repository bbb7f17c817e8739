# SPDX-License-Identifier: EUPL-1.2
"""Pictures written anew: a reader gets what they show, and nothing of where, when and with what they were taken."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any

from PIL import (
    Image,
    ImageCms,
    ImageOps,
    WebPImagePlugin,  # noqa: F401 - Pillow would load all of its formats to find this one
)

FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
"""As Pillow names them: those that every browser shows."""
_OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "optimize": True},
    "PNG": {},  # "optimize" takes ten times as long to save a twentieth
    "GIF": {},
    "WEBP": {"quality": 88},
}
_ORIENTATION = 0x0112  # EXIF 2.32, 4.6.4
_QUARTER_TURNS = frozenset({5, 6, 7, 8})


class PictureError(ValueError):
    """A picture cannot be decoded."""


def clean_picture(data: bytes) -> bytes:
    """Return the picture *data* in its own format: upright, in sRGB, its first frame, with pixels and nothing else.

    :raises PictureError: it is broken, of more than 89 million pixels, or no JPEG, PNG, GIF or WebP.
    """
    buffer = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                form = "JPEG" if image.format == "MPO" else str(image.format)  # some cameras put two in one file
                clean = _in_srgb(ImageOps.exif_transpose(image))
        if form == "JPEG" and clean.mode not in {"L", "RGB"}:
            clean = clean.convert("RGB")
        # Pillow takes from here what it writes: comments, profiles, XMP.
        clean.info = {key: value for key, value in clean.info.items() if key == "transparency"}
        clean.save(buffer, form, **_OPTIONS[form])
    except Exception as error:  # Pillow's decoders raise a dozen unrelated classes on broken files
        raise PictureError from error
    return buffer.getvalue()


def upright_size(path: Path, formats: tuple[str, ...] = FORMATS) -> tuple[int, int] | None:
    """Return the width and height in pixels of the picture at *path* once it is upright; None where it is none."""
    try:
        with Image.open(path, formats=formats) as image:
            width, height = image.size
            turned = image.getexif().get(_ORIENTATION, 1) in _QUARTER_TURNS
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return (height, width) if turned else (width, height)


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return *image* in the colours that its ICC profile means; as it is where it has none that can be read."""
    profile = image.info.get("icc_profile")
    if not profile:
        return image
    if image.mode in {"P", "LA", "PA"}:
        image = image.convert("RGBA")
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return image
