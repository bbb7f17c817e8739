# SPDX-License-Identifier: EUPL-1.2
"""Pictures and drawings where Typst may read them: as they were made ready for print, or written anew."""

from __future__ import annotations

import hashlib
import html
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsletter.model.diagnostics import _
from newsletter.pdf.glyphs import OUR_FONTS
from newsletter.pictures.decode import PictureError
from newsletter.pictures.derivatives import print_derivative
from newsletter.pictures.drawing import DrawingError, clean_drawing
from newsletter.pictures.store import PictureStore

_LARGEST_SVG = 2_000_000
"""Bytes."""


@dataclass(frozen=True)
class Picture:
    """A picture to set: its path from Typst's root, and its size in pixels (0 where it is a drawing)."""

    path: str
    width: int = 0
    height: int = 0


@dataclass
class PrintedPictures:
    """Puts pictures into ``images`` under *root*, Typst's root folder."""

    root: Path
    store: PictureStore
    accepts: Callable[[str], bool] = lambda _path: True
    """Tells whether Typst can set the drawing at a path; an SVG can hold anything."""

    def add(self, source: Path) -> Picture:
        """Make *source* ready and return where it is.

        Raises PictureError where it is no picture, a broken or far too large one.
        """
        if source.suffix.lower() == ".svg":
            return self._drawing(source)
        facts = self.store.facts(source)
        wanted = print_derivative(facts)
        self.store.make(source, facts, [wanted])
        kept = self.store.file(facts, wanted)
        target = self._place(kept.name)
        if not target.is_file():
            unfinished = target.with_suffix(".part")
            shutil.copyfile(kept, unfinished)
            unfinished.replace(target)
        height = max(1, round(facts.height * wanted.width / facts.width))
        return Picture(f"/images/{kept.name}", wanted.width, height)

    def _drawing(self, source: Path) -> Picture:
        try:
            content = source.read_bytes()
        except OSError as error:
            message = _("the file cannot be read")
            raise PictureError(message) from error
        if len(content) > _LARGEST_SVG:
            message = _("the drawing is larger than 2 MB")
            raise PictureError(message)
        try:
            clean = clean_drawing(content).data
        except DrawingError as error:
            message = _("it is a drawing that cannot be set")
            raise PictureError(message) from error
        if OUR_FONTS.printable(_words_of(clean))[1]:
            message = _("its text has characters that none of the fonts has")
            raise PictureError(message)
        target = self._place(f"{hashlib.sha256(clean).hexdigest()[:32]}.svg")
        target.write_bytes(clean)
        if not self.accepts(f"/images/{target.name}"):
            message = _("it is a drawing that cannot be set")
            raise PictureError(message)
        return Picture(f"/images/{target.name}")

    def keep_drawing(self, content: bytes) -> str:
        """Put an SVG of our own where Typst may read it, and return its path from Typst's root."""
        target = self._place(f"{hashlib.sha256(content).hexdigest()[:32]}.svg")
        target.write_bytes(content)
        return f"/images/{target.name}"

    def _place(self, name: str) -> Path:
        folder = self.root / "images"
        folder.mkdir(parents=True, exist_ok=True)
        return folder / name


def _words_of(drawing: bytes) -> str:
    """Return the text that stands in the SVG *drawing*, with everything else between its tags."""
    return html.unescape(re.sub(r"<[^>]*>", " ", drawing.decode("utf-8", "ignore")))
