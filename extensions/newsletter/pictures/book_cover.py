# SPDX-License-Identifier: EUPL-1.2
"""The cover of the e-book, as the picture that libraries of readers show on their shelves."""

from __future__ import annotations

import io
from dataclasses import astuple, dataclass
from hashlib import sha256

from PIL import Image, ImageDraw, ImageOps
from PIL import __version__ as _pillow

from newsletter.pictures.decode import decode
from newsletter.pictures.font_files import font_versions
from newsletter.pictures.lettering import fitted, write
from newsletter.pictures.store import PictureStore

WIDTH, HEIGHT = 1200, 1800
"""Pixels; two to three, as most shelves have room for."""
RECIPE = "1"
"""Changes with how a cover is drawn, so that kept ones are drawn anew."""

_MARGIN = 110
_ROOM = WIDTH - 2 * _MARGIN
_WHITE, _PALE = "#ffffff", "#dbe6f1"
_CREST = 200
_BAND = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """All that a cover shows."""

    title: str
    description: str
    period: str
    """The months of the first and the newest issue, in words."""
    publisher: str
    office: str
    crest: bytes = b""
    """A picture file."""
    ground: str = "#17324d"
    """The colour that all words stand on."""
    band: str = "#0066cc"

    @property
    def digest(self) -> str:
        """The digest of all that the cover depends on."""
        return sha256(repr((RECIPE, _pillow, font_versions(), astuple(self))).encode()).hexdigest()[:32]


def kept_cover(store: PictureStore, cover: Cover) -> bytes:
    """Return *cover* as a JPEG file: drawn once, and kept in *store*."""
    name = f"cover-{cover.digest}.jpg"
    try:
        return (store.folder / name).read_bytes()
    except FileNotFoundError:
        store.keep(name, content := draw(cover))
        return content


def draw(cover: Cover) -> bytes:
    """Return *cover* as a JPEG file."""
    image = Image.new("RGB", (WIDTH, HEIGHT), cover.ground)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, HEIGHT - _BAND, WIDTH, HEIGHT), fill=cover.band)
    top = _MARGIN
    if cover.crest:
        crest = ImageOps.contain(decode(cover.crest, 4 * _CREST).convert("RGBA"), (_CREST * 2, _CREST))
        image.paste(crest, (_MARGIN, top), crest)
        top += _CREST + 40
    top = _lines(pen, top, cover.publisher, (48, 40, 34), _WHITE)
    _lines(pen, top + 8, cover.office, (36, 32, 28), _PALE)
    top = _lines(pen, 640, cover.title, (150, 124, 100, 80), _WHITE)
    pen.rectangle((_MARGIN, top + 36, _MARGIN + 160, top + 46), fill=cover.band)
    _lines(pen, top + 90, cover.description, (50, 44, 38), _PALE)
    _lines(pen, HEIGHT - 260, cover.period, (56, 48, 40), _WHITE)
    content = io.BytesIO()
    image.save(content, "JPEG", quality=85, subsampling=0)
    return content.getvalue()


def _lines(pen: ImageDraw.ImageDraw, top: int, text: str, sizes: tuple[int, ...], colour: str) -> int:
    """Write *text* from *top* on, in at most four lines; return where it ends."""
    shown = fitted(text, _ROOM, 4, sizes)
    for number, line in enumerate(shown.lines):
        write(pen, (_MARGIN, top + number * shown.leading + shown.size), line, shown.size, colour)
    return top + shown.height
