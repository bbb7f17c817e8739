# SPDX-License-Identifier: EUPL-1.2
"""Pictures as cameras, programs and pranksters make them."""

from __future__ import annotations

import io
import random
from typing import Any

from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

SECRET = b"PAROLA-SEGRETA"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
READ = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP")


def written(image: Image.Image, form: str, **options: Any) -> bytes:
    """Return *image* as a file of the format *form*."""
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def half_red(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Return a picture that is red on its left and blue on its right."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return image.convert(mode)


def photograph(size: tuple[int, int], *, grain: int = 0) -> Image.Image:
    """Return something with the colours of a photograph; with *grain*, up to 255, every pixel is its own."""
    seeds = random.Random(1)  # noqa: S311 - no secret
    image = Image.frombytes("RGB", (8, 6), seeds.randbytes(8 * 6 * 3)).resize(size, Image.Resampling.BICUBIC)
    if not grain:
        return image
    return Image.blend(image, Image.frombytes("RGB", size, seeds.randbytes(size[0] * size[1] * 3)), grain / 255)


def drawing(size: tuple[int, int]) -> Image.Image:
    """Return a plan of a few colours."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    draw.ellipse((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill="#0b427f")
    draw.line((0, 0, *size), fill="#cc3300", width=5)
    return image


def laden(form: str, *, turn: int = 1) -> bytes:
    """Return a picture of 40 to 20 pixels with all that a camera or a program puts into its file."""
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = SECRET.decode(), turn
    exif.get_ifd(0x8825)[1] = "N"
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    options: dict[str, dict[str, Any]] = {
        "JPEG": {"exif": exif, "comment": SECRET, "xmp": SECRET, "icc_profile": PROFILE, "quality": 95},
        "PNG": {"exif": exif, "pnginfo": text, "icc_profile": PROFILE},
        "GIF": {"comment": SECRET, "save_all": True, "append_images": [Image.new("RGB", (40, 20), "lime")]},
        "WEBP": {"exif": exif, "xmp": SECRET, "icc_profile": PROFILE, "lossless": True},
        "AVIF": {"exif": exif, "xmp": SECRET, "icc_profile": PROFILE, "quality": 95},
        "TIFF": {"exif": exif, "icc_profile": PROFILE},
        "BMP": {},
    }
    return written(half_red(), form, **options[form]) + b"<script>" + SECRET


def opened(data: bytes) -> Image.Image:
    """Return the picture in the file *data*."""
    return Image.open(io.BytesIO(data))


def colour(image: Image.Image, place: tuple[int, int]) -> tuple[bool, ...]:
    """Return whether red, green and blue are strong at *place*."""
    pixel = image.convert("RGB").getpixel(place)
    assert isinstance(pixel, tuple)
    return tuple(value > 127 for value in pixel)


RED, BLUE = (True, False, False), (False, False, True)
