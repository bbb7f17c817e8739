# SPDX-License-Identifier: EUPL-1.2
"""The social card: the picture that a message shows beside a link to a page (Open Graph protocol, ``og:image``)."""

from __future__ import annotations

import io
from dataclasses import astuple, dataclass, replace
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps
from PIL import __version__ as _pillow

from newsletter.pictures.decode import decode
from newsletter.pictures.font_files import font_versions
from newsletter.pictures.lettering import Lines, fitted, write
from newsletter.pictures.store import PictureStore

WIDTH, HEIGHT = 1200, 630
"""Pixels: what all that show such pictures ask for."""
RECIPE = "1"
"""Changes with how a card is drawn, so that kept ones are drawn anew."""

_MARGIN = 72
_PICTURE = 460
"""Pixels of its width that a picture takes."""
_WHITE, _PALE = "#ffffff", "#dbe6f1"
_CREST = 88
_BAND, _TOP, _FOOT = 16, 150, 110
"""Pixels of the band at the lower edge, and of the room for head and foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that a card shows."""

    publisher: str
    publication: str
    title: str
    line: str = ""
    """Under the title: a description."""
    date: str = ""
    crest: bytes = b""
    """A picture file."""
    picture: Path | None = None
    """A JPEG or PNG file whose name tells what is in it, as those in the cache do."""
    ground: str = "#17324d"
    """The colour that all words stand on."""
    band: str = "#0066cc"

    @property
    def digest(self) -> str:
        """The digest of all that the card depends on."""
        shown = astuple(replace(self, picture=None)), self.picture.name if self.picture else ""
        return sha256(repr((RECIPE, _pillow, font_versions(), shown)).encode()).hexdigest()[:32]


def kept_card(store: PictureStore, card: Card) -> bytes:
    """Return *card* as a JPEG file: drawn once, and kept in *store*."""
    name = f"card-{card.digest}.jpg"
    try:
        return (store.folder / name).read_bytes()
    except FileNotFoundError:
        content = draw(card)
        store.keep(name, content)
        return content


def draw(card: Card) -> bytes:
    """Return *card* as a JPEG file."""
    image = Image.new("RGB", (WIDTH, HEIGHT), card.ground)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, HEIGHT - _BAND, WIDTH, HEIGHT), fill=card.band)
    room = WIDTH - 2 * _MARGIN
    if card.picture:
        with Image.open(card.picture) as picture:
            shown = ImageOps.fit(picture.convert("RGB"), (_PICTURE, HEIGHT - _BAND), Image.Resampling.BILINEAR)
        image.paste(shown, (WIDTH - _PICTURE, 0))
        room -= _PICTURE - _MARGIN // 2
    _head(image, pen, card, room)
    _middle(pen, card, room)
    name = "" if card.publication == card.title else card.publication
    _lines(pen, (_MARGIN, HEIGHT - 98), fitted(" · ".join(filter(None, (name, card.date))), room, 1, (32, 26)), _PALE)
    content = io.BytesIO()
    image.save(content, "JPEG", quality=85, subsampling=0)
    return content.getvalue()


def _head(image: Image.Image, pen: ImageDraw.ImageDraw, card: Card, room: int) -> None:
    """Draw the crest, and the publisher beside it."""
    left = _MARGIN
    if card.crest:
        crest = ImageOps.contain(decode(card.crest, 4 * _CREST).convert("RGBA"), (_CREST * 2, _CREST))
        image.paste(crest, (left, 52), crest)
        left += crest.width + 24
    _lines(pen, (left, 76), fitted(card.publisher, room - left + _MARGIN, 1, (34, 28, 22)), _PALE)


def _middle(pen: ImageDraw.ImageDraw, card: Card, room: int) -> None:
    """Write the title and the line under it, in the middle of the room between head and foot."""
    title, under = fitted(card.title, room, 4, (76, 64, 54, 46)), fitted(card.line, room, 2, (34, 30))
    tall = title.height + under.height + 16
    top = _TOP + (HEIGHT - _TOP - _FOOT - tall) // 2
    _lines(pen, (_MARGIN, top), title, _WHITE)
    _lines(pen, (_MARGIN, top + title.height + 16), under, _PALE)


def _lines(pen: ImageDraw.ImageDraw, corner: tuple[int, int], shown: Lines, colour: str) -> None:
    """Write *shown* with its upper left corner at *corner*."""
    left, top = corner
    for number, line in enumerate(shown.lines):
        write(pen, (left, top + number * shown.leading + shown.size), line, shown.size, colour)
