# SPDX-License-Identifier: EUPL-1.2
"""Whether a picture can be shown: pages would have a torn frame in its place, and PDFs nothing at all."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image

from newsletter.model.diagnostics import ContentError, _
from newsletter.source.picture import FORMATS

_SMALL = (64, 64)
"""Pixels: a JPEG is decoded no larger than it must be, which takes an eighth of the time and reads the whole file."""


def judge_picture(file: Path, written: str) -> None:
    """Raise ContentError where the picture *file*, which the page calls *written*, cannot be decoded to its end."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as image:
                image.draft("RGB", _SMALL)
                image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        message = _("The image “%(path)s” has more than 89 million pixels: save it smaller.")
        raise ContentError("image-form", message, path=written) from error
    except Exception as error:  # Pillow's decoders raise a dozen unrelated classes on broken files
        message = _(
            "The image “%(path)s” cannot be shown: the file is broken, or no JPEG, PNG, GIF or WebP. Save it anew."
        )
        raise ContentError("image-form", message, path=written) from error
