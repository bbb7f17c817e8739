# SPDX-License-Identifier: EUPL-1.2
"""Pictures are published as what they show: no reader learns where, when or with what they were taken."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from newsletter.source.picture import PictureError, clean_picture, upright_size

SECRET = b"PAROLA-SEGRETA"
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _written(image: Image.Image, form: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def _half_red(mode: str = "RGB") -> Image.Image:
    """Return a picture of 40 to 20 pixels: red on its left, blue on its right."""
    image = Image.new("RGB", (40, 20), "blue")
    image.paste("red", (0, 0, 20, 20))
    return image.convert(mode)


def _laden(form: str, *, turn: int = 1) -> bytes:
    """Return a picture with all that a camera, a program or a prankster puts into its file."""
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
    }
    return _written(_half_red(), form, **options[form]) + b"<script>" + SECRET


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=FORMATS)


def _colour(image: Image.Image, place: tuple[int, int]) -> tuple[bool, ...]:
    """Return whether red, green and blue are strong at *place*."""
    pixel = image.convert("RGB").getpixel(place)
    assert isinstance(pixel, tuple)
    return tuple(value > 127 for value in pixel)


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_keeps_its_looks_and_its_format_and_nothing_else(form: str) -> None:
    laden = _laden(form)
    assert laden.count(SECRET) >= 2
    clean = clean_picture(laden)
    assert not [word for word in (SECRET, b"<script>", b"Exif", b"eXIf", b"ICC", b"iCCP") if word in clean]
    image = _opened(clean)
    assert (image.format, image.size) == (form, (40, 20))
    assert (_colour(image, (5, 10)), _colour(image, (35, 10))) == ((True, False, False), (False, False, True))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_was_taken_sideways_is_upright(form: str) -> None:
    image = _opened(clean_picture(_laden(form, turn=6)))
    assert image.size == (20, 40)
    assert (_colour(image, (10, 5)), _colour(image, (10, 35))) == ((True, False, False), (False, False, True))
    assert not image.getexif()


@pytest.mark.parametrize(
    ("mode", "form"), [("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("LA", "PNG"), ("1", "PNG"), ("I;16", "PNG")]
)
def test_each_kind_of_pixels_stays_what_it_looks_like(mode: str, form: str) -> None:
    image = Image.new("I;16", (40, 20), 40000) if mode == "I;16" else _half_red(mode)
    before = _written(image, form)
    shown, clean = _opened(before).convert("RGB"), _opened(clean_picture(before))
    assert [_colour(clean, place) for place in ((5, 10), (35, 10))] == [
        _colour(shown, place) for place in ((5, 10), (35, 10))
    ]


def test_what_is_transparent_stays_so() -> None:
    image = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 20, 20))
    for form in ("PNG", "WEBP", "GIF"):
        for profile in (PROFILE, None):
            clean = _opened(clean_picture(_written(image, form, icc_profile=profile))).convert("RGBA")
            assert [clean.getpixel(place)[3] for place in ((5, 10), (35, 10))] == [255, 0]  # type: ignore[index]


def test_the_same_picture_gives_the_same_bytes_and_a_clean_one_stays_clean() -> None:
    for form in FORMATS:
        assert clean_picture(_laden(form)) == clean_picture(_laden(form))
        assert _opened(clean_picture(clean_picture(_laden(form)))).size == (40, 20)


def test_a_profile_that_cannot_be_read_is_left_out() -> None:
    clean = clean_picture(_written(_half_red(), "PNG", icc_profile=SECRET))
    assert SECRET not in clean
    assert _colour(_opened(clean), (5, 10)) == (True, False, False)


def test_a_picture_in_other_colours_is_brought_to_srgb() -> None:
    laden = _written(Image.new("RGB", (8, 8), (120, 60, 200)), "PNG", icc_profile=_swapped_profile())
    assert _opened(clean_picture(laden)).getpixel((4, 4)) != (120, 60, 200)


def _swapped_profile() -> bytes:
    """Return the sRGB profile with its red and blue primaries exchanged."""
    return PROFILE.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"<svg/>", _laden("PNG")[:60], _written(_half_red(), "BMP")], ids=range(5)
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        clean_picture(data)


def test_a_page_keeps_as_much_room_as_the_upright_picture_takes(tmp_path: Path) -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        path = tmp_path / form
        path.write_bytes(_laden(form, turn=6))
        assert upright_size(path) == (20, 40)
        path.write_bytes(SECRET)
        assert upright_size(path) is None
