# SPDX-License-Identifier: EUPL-1.2
"""Pictures judged when they are read: whether they can be shown, and what deserves a second look."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from sphinx.environment import BuildEnvironment

from newsletter.environment.published_images import picture_store, undecodable
from newsletter.model.diagnostics import ContentError, _
from newsletter.pictures.decode import PictureError, PictureFacts
from newsletter.pictures.formats import PICTURES

_HEAVIEST = 20_000_000
"""Bytes: with more, everybody who works on the newsletter waits for it."""
_MOST_PIXELS = 40_000_000
_NARROWEST = 480
"""Pixels: what a telephone has for a picture."""


def judge_picture(env: BuildEnvironment, file: Path, written: str) -> PictureFacts:
    """Return what the picture *file*, which the page calls *written*, contains.

    :raises ContentError: ``image-form`` where it cannot be decoded to its end.
    """
    try:
        return picture_store(env).facts(file)
    except PictureError as error:
        raise undecodable(written, error) from error


def picture_hints(env: BuildEnvironment, path: str, written: str) -> Iterator[ContentError]:
    """Yield what deserves a second look in the image at *path*, which the page calls *written*."""
    name, spelt = PurePosixPath(path).name, PurePosixPath(written).name
    if name not in {unicodedata.normalize(form, each) for form in ("NFC", "NFD") for each in (spelt, unquote(spelt))}:
        message = _("The file is called “%(name)s”: write capital letters just so, or others will not find it.")
        yield ContentError("image-name", message, name=name)
    if PurePosixPath(path).suffix.lower() in PICTURES:
        yield from _hints(judge_picture(env, Path(env.srcdir, path), written), written)


def _hints(facts: PictureFacts, written: str) -> Iterator[ContentError]:
    if facts.weight > _HEAVIEST:
        message = _("The file of the image “%(path)s” has %(megabytes)d MB: save it with at most 20.")
        yield ContentError("image-size", message, path=written, megabytes=facts.weight // 1_000_000)
    if facts.width * facts.height > _MOST_PIXELS:
        message = _(
            "The image “%(path)s” has %(megapixels)d million pixels, of which readers get two: save it with at most 40."
        )
        yield ContentError("image-size", message, path=written, megapixels=facts.width * facts.height // 1_000_000)
    if facts.width < _NARROWEST:
        message = _(
            "The image “%(path)s” is only %(width)d pixels wide, and is shown small: is there one of 480 or more?"
        )
        yield ContentError("image-size", message, path=written, width=facts.width)
    if facts.moving:
        message = _("The image “%(path)s” moves, or has several pages: only the first is shown.")
        yield ContentError("image-moving", message, path=written)
