# SPDX-License-Identifier: EUPL-1.2
"""Drawings that pages show or attach: judged when they are read, and published as they were written anew."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from newsletter.model.diagnostics import ContentError, _
from newsletter.source.drawing import DrawingError, clean_drawing
from newsletter.source.paths import is_regular

_FEW = 5
"""Names that a message lists at most."""


def judge_drawing(path: Path, written: str) -> ContentError | None:
    """Return the diagnostic on what is left out of the drawing at *path*; None where it only draws.

    :raises ContentError: ``image-form`` where it is no drawing, or one without end; *written* names it.
    """
    try:
        removed = clean_drawing(path.read_bytes()).removed
    except (DrawingError, OSError):
        raise ContentError(
            "image-form",
            _("The drawing “%(path)s” cannot be read, or draws without end: save it anew, or as a PNG file."),
            path=written,
        ) from None
    if not removed:
        return None
    return ContentError(
        "image-form",
        _("The drawing “%(path)s” does more than draw; left out: %(names)s. If that shows, save it as a PNG file."),
        path=written,
        names=", ".join([*removed[:_FEW], *(["…"] if len(removed) > _FEW else [])]),
    )


def attach_clean_drawings(app: Sphinx, builder: Builder) -> None:
    """Let Sphinx copy the cleaned drawings in the place of those that pages attach (``write-started``)."""
    attached = app.env.dlfiles
    if isinstance(builder, StandaloneHTMLBuilder):
        for path in [path for path in attached if path.suffix.lower() == ".svg"]:
            attached[_cleaned(app, str(path))] = attached.pop(path)


def show_clean_drawings(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Let Sphinx copy the cleaned drawings in the place of those that pages show (``html-collect-pages``).

    After pages are written, which name the files, and before files are copied. Adds no page.
    """
    images: dict[str, str] = getattr(app.builder, "images", {})
    for source in [name for name in images if name.lower().endswith(".svg")]:
        images[str(_cleaned(app, source))] = images.pop(source)
    yield from ()


def _cleaned(app: Sphinx, source: str) -> Path:
    """Return the file with the cleaned drawing of *source*: empty where it cannot be cleaned, as since it was read."""
    path = Path(app.srcdir, source)
    try:
        data = clean_drawing(path.read_bytes()).data if is_regular(path) else b""
    except DrawingError:
        data = b""
    target = Path(app.doctreedir, "newsletter", "drawings", f"{sha256(source.encode()).hexdigest()[:16]}.svg")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target
