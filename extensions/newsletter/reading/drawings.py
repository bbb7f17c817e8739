# SPDX-License-Identifier: EUPL-1.2
"""Drawings that pages show or attach, judged when they are read."""

from __future__ import annotations

from pathlib import Path

from newsletter.model.diagnostics import ContentError, _
from newsletter.pictures.drawing import DrawingError, clean_drawing

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
