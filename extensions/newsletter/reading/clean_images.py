# SPDX-License-Identifier: EUPL-1.2
"""Drawings and pictures that pages show or attach, published as they were written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from newsletter.source.drawing import DrawingError, clean_drawing
from newsletter.source.paths import is_regular
from newsletter.source.picture import PictureError, clean_picture

_CLEAN: Mapping[str, Callable[[bytes], bytes]] = {
    ".svg": lambda data: clean_drawing(data).data,
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp"), clean_picture),
}
_RECIPE = b"1"
"""Changes with how images are cleaned, so that kept ones are made anew."""


def attach_clean_images(app: Sphinx, builder: Builder) -> None:
    """Let Sphinx copy the cleaned images in the place of those that pages attach (``write-started``)."""
    attached = app.env.dlfiles
    if isinstance(builder, StandaloneHTMLBuilder):
        for path in [path for path in attached if path.suffix.lower() in _CLEAN]:
            attached[_cleaned(app, path)] = attached.pop(path)


def show_clean_images(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Let Sphinx copy the cleaned images in the place of those that pages show (``html-collect-pages``).

    After pages are written, which name the files, and before files are copied. Adds no page.
    """
    images: dict[str, str] = getattr(app.builder, "images", {})
    for source in [name for name in images if Path(name).suffix.lower() in _CLEAN]:
        images[str(_cleaned(app, Path(source)))] = images.pop(source)
    yield from ()


def _cleaned(app: Sphinx, source: Path) -> Path:
    """Return the file with the cleaned image of *source*: empty where it cannot be cleaned, as since it was read.

    It is kept under the digest of its name, as no two may share one here, and of what it contains. Drawings are
    cleaned by every build, which is quick, so that none outlives the rules that it was cleaned by.
    """
    path, suffix = Path(app.srcdir, source), source.suffix.lower()
    data = path.read_bytes() if is_regular(path) else b""
    digest = sha256(b"\0".join([_RECIPE, str(source).encode("utf-8", "surrogateescape"), data])).hexdigest()[:24]
    target = Path(app.doctreedir, "newsletter", "images", f"{digest}{suffix}")
    if suffix == ".svg" or not target.is_file():
        try:
            clean = _CLEAN[suffix](data)
        except (DrawingError, PictureError):
            clean = b""
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(clean)
        unfinished.replace(target)
    return target
