# SPDX-License-Identifier: EUPL-1.2
"""Each reader gets as much of a picture as the screen, the mail or the paper shows, and no more."""

from __future__ import annotations

import pytest
from PIL import Image

from newsletter.pictures.decode import PictureError, decode, judge
from newsletter.pictures.derivatives import Derivative, Use, encode, mail_derivative, page_derivatives, print_derivative
from tests.pictures.samples import drawing, laden, opened, photograph, written


def _told(derivatives: list[Derivative]) -> list[str]:
    return [f"{each.width}.{each.suffix}" for each in derivatives]


@pytest.mark.parametrize(
    ("width", "widths"), [(4000, (480, 960, 1600)), (1600, (480, 960, 1600)), (700, (480, 700)), (300, (300,))]
)
def test_a_picture_is_made_smaller_and_never_larger(width: int, widths: tuple[int, ...]) -> None:
    facts = judge(written(photograph((width, width // 2)), "PNG"))
    assert _told(list(page_derivatives(facts))) == [f"{each}.{suffix}" for suffix in ("webp", "jpg") for each in widths]
    assert mail_derivative(facts).width == min(600, width)
    assert print_derivative(facts).width == min(1200, width)


def test_a_drawing_keeps_its_lines_and_what_is_transparent_its_ground() -> None:
    assert _told(list(page_derivatives(judge(written(drawing((700, 300)), "PNG"))))) == ["480.png", "700.png"]
    cut = photograph((700, 300)).convert("RGBA")
    cut.putalpha(Image.linear_gradient("L").resize(cut.size))
    data = written(cut, "PNG")
    assert _told(list(page_derivatives(judge(data)))) == ["480.webp", "700.webp", "480.png", "700.png"]
    for each in page_derivatives(judge(data)):
        made = opened(encode(decode(data, 1600), each)).convert("RGBA")
        top, foot = (made.getpixel((10, row))[3] for row in (2, made.height - 3))  # type: ignore[index]
        assert (top < 20, foot > 235) == (True, True)


def test_a_photograph_full_of_grain_is_light_enough_for_a_telephone() -> None:
    data = written(photograph((2000, 1500), grain=120), "JPEG", quality=97)
    assert len(data) > 2_500_000
    shown, image = [each for each in page_derivatives(judge(data)) if each.width == 960], decode(data, 1600)
    assert max(len(encode(image, each)) for each in shown) < 150_000


def test_a_portrait_is_printed_at_the_height_of_a_landscape() -> None:
    facts = judge(written(photograph((3000, 4000)), "JPEG"))
    assert print_derivative(facts).width == 900


def test_a_drawing_that_is_made_smaller_does_not_grow_heavier() -> None:
    data = written(drawing((1600, 1200)), "PNG", optimize=True)
    assert all(len(encode(decode(data, 1600), each)) < 1.5 * len(data) for each in page_derivatives(judge(data)))


def test_a_screen_saved_from_top_to_bottom_is_no_taller_than_its_formats_hold() -> None:
    data = written(photograph((600, 17_000)), "JPEG")
    made = [opened(encode(decode(data, 1600), each)).height for each in page_derivatives(judge(data))]
    assert max(made) in range(15_000, 16_384)


def test_what_a_format_cannot_hold_is_told() -> None:
    with pytest.raises(PictureError):
        encode(Image.new("RGB", (1, 20_000)), Derivative(1, "webp", Use.WHOLE))


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "gif"])
def test_the_same_picture_gives_the_same_bytes(suffix: str) -> None:
    for form in ("JPEG", "PNG", "GIF", "WEBP"):
        twice = [encode(decode(laden(form), 1600), Derivative(30, suffix)) for _time in range(2)]
        assert twice[0] == twice[1]
        assert opened(twice[0]).size == (30, 15)


def test_an_attachment_keeps_its_size() -> None:
    data = laden("GIF")
    facts = judge(data)
    whole = encode(decode(data, facts.width), Derivative(facts.width, "gif", Use.WHOLE))
    assert (opened(whole).format, opened(whole).size) == ("GIF", (40, 20))
