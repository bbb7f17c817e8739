# SPDX-License-Identifier: EUPL-1.2
"""Pictures are shown as they look, and nobody learns where, when or with what they were taken."""

from __future__ import annotations

import pytest
from PIL import Image

from newsletter.pictures.decode import PictureError, decode, judge, without_warnings
from newsletter.pictures.derivatives import Derivative, Use, encode
from tests.pictures.samples import (
    BLUE,
    PROFILE,
    READ,
    RED,
    SECRET,
    colour,
    drawing,
    half_red,
    laden,
    opened,
    photograph,
    written,
)

TURNED = ("JPEG", "PNG", "WEBP", "TIFF")


@pytest.mark.parametrize("form", READ)
def test_a_picture_keeps_its_looks_and_nothing_else(form: str) -> None:
    image = decode(laden(form), 1600)
    assert (image.size, image.info, dict(image.getexif())) == ((40, 20), {}, {})
    assert (colour(image, (5, 10)), colour(image, (35, 10))) == (RED, BLUE)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "gif", "avif", "tif", "bmp"])
def test_no_file_that_is_made_tells_more(suffix: str) -> None:
    for form in READ:
        made = encode(decode(laden(form), 1600), Derivative(40, suffix, Use.WHOLE))
        assert not [word for word in (SECRET, b"<script>", b"Exif", b"eXIf", b"ICC_", b"iCCP", b"xmp") if word in made]


@pytest.mark.parametrize("form", TURNED)
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_that_was_taken_sideways_is_upright(form: str, turn: int) -> None:
    data = laden(form, turn=turn)
    image = decode(data, 1600)
    upright = (20, 40) if turn > 4 else (40, 20)
    assert image.size == (judge(data).width, judge(data).height) == upright
    start = RED if turn in {1, 4, 5, 6} else BLUE  # EXIF 2.32, 4.6.4: where the left side of what was stored is shown
    assert colour(image, (2, 2)) == start


@pytest.mark.parametrize(
    ("mode", "form"), [("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("LA", "PNG"), ("1", "PNG"), ("CMYK", "TIFF")]
)
def test_each_kind_of_pixels_stays_what_it_looks_like(mode: str, form: str) -> None:
    before = written(half_red(mode), form)
    shown, decoded = opened(before).convert("RGB"), decode(before, 1600)
    assert [colour(decoded, place) for place in ((5, 10), (35, 10))] == [
        colour(shown, place) for place in ((5, 10), (35, 10))
    ]


def test_sixteen_bits_are_scaled_and_not_cut() -> None:
    grey = decode(written(Image.new("I;16", (40, 20), 0x8000), "PNG"), 1600)
    assert grey.getpixel((4, 4)) == (128, 128, 128)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF", "TIFF"])
@pytest.mark.parametrize("profile", [PROFILE, None], ids=["profile", ""])
def test_what_is_transparent_stays_so(form: str, profile: bytes | None) -> None:
    image = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 20, 20))
    data = written(image, form, icc_profile=profile)
    assert judge(data).transparent
    assert [decode(data, 1600).getpixel(place)[3] for place in ((5, 10), (35, 10))] == [255, 0]  # type: ignore[index]


def test_a_picture_in_other_colours_is_brought_to_srgb() -> None:
    swapped = PROFILE.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")
    data = written(Image.new("RGB", (8, 8), (120, 60, 200)), "PNG", icc_profile=swapped)
    assert decode(data, 1600).getpixel((4, 4)) != (120, 60, 200)


@pytest.mark.parametrize("options", [{"icc_profile": SECRET}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01"}])
def test_a_profile_or_exif_that_cannot_be_read_is_left_out(options: dict[str, bytes]) -> None:
    data = written(half_red(), "JPEG", **options)
    assert judge(data).width == 40
    with without_warnings():
        assert colour(decode(data, 1600), (5, 10)) == RED


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"<html>", b"<svg/>", b"%!PS-Adobe-3.0 EPSF-3.0"),
        *(laden("PNG")[:60], laden("JPEG")[:400], laden("WEBP")[:90]),
        written(Image.new("F", (30, 20), 0.5), "TIFF"),
    ],
    ids=range(8),
)
def test_what_is_no_picture_or_ends_too_soon_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError, match="broken"):
        judge(data)


def test_a_photograph_of_an_iphone_is_refused_with_what_to_do() -> None:
    for brand in (b"heic", b"mif1"):
        with pytest.raises(PictureError, match="most compatible"):
            judge(b"\0\0\0\x18ftyp" + brand + b"\0" * 400)


def test_a_picture_that_would_fill_the_memory_is_not_opened() -> None:
    with pytest.raises(PictureError, match="89 million"):
        judge(written(Image.new("1", (12_000, 9_000)), "PNG"))


def test_a_picture_that_is_a_mere_thread_is_refused() -> None:
    with pytest.raises(PictureError, match="too tall"):
        judge(written(Image.new("RGB", (1, 16_001)), "PNG"))


def test_photographs_and_drawings_are_told_apart_whatever_their_format() -> None:
    for form in ("PNG", "WEBP", "GIF"):
        assert judge(written(photograph((300, 200)), form)).photograph
        assert not judge(
            written(drawing((300, 200)), form, **({"lossless": True} if form == "WEBP" else {}))
        ).photograph
    assert judge(written(drawing((300, 200)), "JPEG")).photograph, "it has the noise of one already"
    assert judge(written(photograph((300, 200)).convert("L"), "PNG")).photograph


def test_what_moves_or_has_pages_is_known() -> None:
    frames = [half_red(), Image.new("RGB", (40, 20))]
    for form in ("GIF", "WEBP", "PNG", "TIFF"):
        assert judge(written(frames[0], form, save_all=True, append_images=frames[1:])).moving
        assert not judge(written(frames[0], form)).moving
