# SPDX-License-Identifier: EUPL-1.2
"""The one decoder: what a picture file contains, upright, in sRGB, with eight bits a channel, without its metadata."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from math import ceil

from PIL import Image, ImageCms

from newsletter.model.diagnostics import _
from newsletter.pictures.formats import FORMATS, HEIC, PHOTOGRAPHS

_ORIENTATION = 0x0112  # EXIF 2.32, 4.6.4
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_QUARTER_TURNS = frozenset({5, 6, 7, 8})
_SIXTEEN_BITS = frozenset({"I", "I;16", "I;16B", "I;16L"})
_WITH_ALPHA = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})
_TO_JUDGE = (64, 64)
"""Pixels: a JPEG is decoded no larger than it must be, which takes an eighth of the time and reads the whole file."""
_MOST_COLOURS = 65_536
TALLEST = 16_000
"""Pixels of a derivative: WebP holds 16,383, and screens saved from top to bottom have more."""
_COMMON = 16
"""Colours of which a drawing mostly consists."""


class PictureError(ValueError):
    """A picture cannot be decoded; the message, an English msgid, says why."""


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """Hold what a picture file contains."""

    digest: str
    """Of the file, in hexadecimal."""
    weight: int
    """Bytes of the file."""
    width: int
    """Pixels, once it is upright, as the height."""
    height: int
    photograph: bool
    """Whether it has the many colours of a photograph; a drawing consists of a few."""
    transparent: bool
    moving: bool
    """Whether it has several frames, or pages, of which the first alone is used."""


def judge(data: bytes) -> PictureFacts:
    """Return what the picture *data* contains, which is decoded to its end.

    :raises PictureError: it is broken, of an unknown format, of more than 89 million pixels, or a mere thread.
    """
    with without_warnings(), _opened(data) as image:
        width, height = _upright_size(image)
        moving = image.format not in PHOTOGRAPHS and bool(getattr(image, "is_animated", False))
        if image.format in PHOTOGRAPHS:
            image.draft("RGB", _TO_JUDGE)
            image.load()
            photograph, transparent = True, False
        else:
            pixels = _plain(image)
            photograph = not _is_drawing(pixels)
            transparent = pixels.mode == "RGBA" and _lowest(pixels.getchannel("A")) < 255
    if height > TALLEST * width:
        message = _("it is too tall for its width")
        raise PictureError(message)
    return PictureFacts(sha256(data).hexdigest(), len(data), width, height, photograph, transparent, moving)


def decode(data: bytes, width: int) -> Image.Image:
    """Return the picture *data* in the mode RGB or RGBA, at most *width* pixels wide, without its metadata.

    :raises PictureError: as :func:`judge`.
    """
    with _opened(data) as image:
        scale = max(1.0, _upright_size(image)[0] / width)
        image.draft("RGB", (ceil(image.width / scale), ceil(image.height / scale)))
        turn = _TURNS.get(_orientation(image))
        profile = image.info.get("icc_profile")
        upright = image.transpose(turn) if turn is not None else image
        pixels = upright if upright.mode == "CMYK" else _plain(upright)  # whose profile may be one for print
        return _without_metadata(_plain(_in_srgb(shrunk(pixels, width), profile)))


@contextmanager
def without_warnings() -> Iterator[None]:
    """Take Pillow's warnings of pictures of too many pixels for errors, and be silent about EXIF that nobody can read.

    Around all threads that decode, and not in each: filters of warnings are of the process.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def shrunk(image: Image.Image, width: int) -> Image.Image:
    """Return *image* at most *width* pixels wide."""
    if image.width <= width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        message = _("it has more than 89 million pixels")
        raise PictureError(message) from error
    except Exception as error:  # Pillow's decoders raise a dozen unrelated classes on broken files
        message = _("it is broken, or in a format that is not read")
        if data[4:8] == b"ftyp" and data[8:12] in HEIC:
            message = _("it is a HEIC file, as iPhones make them unless set to the most compatible format")
        raise PictureError(message) from error


def _orientation(image: Image.Image) -> int:
    """Return how the camera was held (EXIF 2.32, 4.6.4); 1, upright, where that cannot be read."""
    if image.format == "TIFF":  # which Pillow sets upright by itself
        return 1
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except (LookupError, OSError, SyntaxError, TypeError, ValueError, struct.error):
        return 1


def _upright_size(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    return (height, width) if _orientation(image) in _QUARTER_TURNS else (width, height)


def _plain(image: Image.Image) -> Image.Image:
    """Return *image* with eight bits for each of red, green, blue and, where it has one, its alpha channel."""
    if image.mode in {"RGB", "RGBA"} and "transparency" not in image.info:
        return image
    if image.mode == "F":  # numbers of any size, as measured: which is white, nothing says
        raise ValueError(image.mode)
    if image.mode in _SIXTEEN_BITS:  # Pillow's own conversion clips instead of scaling
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if image.mode in _WITH_ALPHA or "transparency" in image.info else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return *image* in the colours that its ICC *profile* means; as it is where there is none that can be read."""
    if not profile:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return image


def _without_metadata(image: Image.Image) -> Image.Image:
    """Return *image* without what Pillow would write into files: comments, profiles, EXIF, XMP."""
    clean = image.copy()
    clean.info = {}
    return clean


def _is_drawing(pixels: Image.Image) -> bool:
    """Tell whether a few colours cover most of the picture, as they do in drawings and on screens."""
    colours = pixels.convert("RGB").getcolors(_MOST_COLOURS)
    if colours is None:
        return False
    common = sorted((count for count, _colour in colours), reverse=True)[:_COMMON]
    return sum(common) * 3 >= pixels.width * pixels.height * 2


def _lowest(channel: Image.Image) -> float:
    lowest, _highest = channel.getextrema()
    return lowest if isinstance(lowest, int | float) else lowest[0]
