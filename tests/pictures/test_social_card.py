# SPDX-License-Identifier: EUPL-1.2
"""A card is what a reader sees of a page in a message: all of its words, in any script, at one size for all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from newsletter.pictures.lettering import _runs, fitted
from newsletter.pictures.social_card import HEIGHT, WIDTH, Card, draw, kept_card
from newsletter.pictures.store import PictureStore
from tests.pictures.samples import drawing, photograph, written


def card(**different: object) -> Card:
    known = {"publisher": "Comune di Borgoluce", "publication": "Borgoluce nel mondo", "title": "Maggio 2026"}
    return Card(**{**known, **different})  # type: ignore[arg-type] # each of its own type


def shown(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def test_a_card_is_a_jpeg_of_the_size_that_is_asked_for(tmp_path: Path) -> None:
    picture = tmp_path / "abc-480.jpg"
    picture.write_bytes(written(photograph((480, 360)), "JPEG"))
    image = shown(draw(card(crest=written(drawing((60, 90)), "PNG"), picture=picture, date="15 maggio 2026")))

    assert (image.format, image.size) == ("JPEG", (WIDTH, HEIGHT))
    assert image.getpixel((WIDTH - 600, 300)) == pytest.approx((23, 50, 77), abs=6), "words stand beside the picture"
    assert image.getpixel((WIDTH - 200, 300)) != pytest.approx((23, 50, 77), abs=6)


@pytest.mark.parametrize("title", ["名古屋市の代表団", "وفد من مدينة", "Привет, Łódź", "ภาษาไทย", "हिन्दी", "Festa 🎉"])
def test_a_title_of_any_script_is_written_whole(title: str) -> None:
    assert "".join(characters for characters, _font in _runs(title)) == title


def test_what_no_font_has_is_left_out_and_no_box_stands_for_it() -> None:
    assert fitted("Festa \U00012000 grande\U000e0041", 900, 2, (60,)).lines == ("Festa grande",)
    assert draw(card(title="\U00012000")) == draw(card(title=""))


def test_a_long_title_becomes_smaller_and_then_ends_with_dots() -> None:
    short, long = fitted("Una visita", 600, 4, (76, 46)), fitted("Una visita " * 40, 600, 4, (76, 46))

    assert (short.size, short.lines) == (76, ("Una visita",))
    assert (long.size, len(long.lines)) == (46, 4)
    assert long.lines[-1].endswith("…")
    assert len(fitted("名古屋市の代表団が" * 9, 600, 9, (46,)).lines) > 4, "what has no spaces is broken all the same"


def test_a_card_is_drawn_once(tmp_path: Path) -> None:
    store = PictureStore(tmp_path / "kept")
    first = kept_card(store, card())
    [file] = store.folder.iterdir()
    file.write_bytes(b"as it was kept")

    assert kept_card(store, card()) == b"as it was kept"
    assert kept_card(store, card(title="Giugno 2026")) != first
    assert draw(card()) == first, "it is the same in each build"
