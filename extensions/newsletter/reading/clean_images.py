# SPDX-License-Identifier: EUPL-1.2
"""Drawings and pictures that pages show or attach, published as they were made anew, never as they were brought."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.page_builders import is_page_builder
from newsletter.environment.published_images import make_pictures, picture_store
from newsletter.pictures.decode import PictureError, without_warnings
from newsletter.pictures.derivatives import WRITTEN, Derivative, Use
from newsletter.pictures.drawing import DrawingError, clean_drawing
from newsletter.pictures.formats import IMAGES, PICTURES
from newsletter.pictures.names import Published
from newsletter.source.paths import is_regular


def attach_clean_images(app: Sphinx, builder: Builder) -> None:
    """Let Sphinx copy images made anew in the place of those that pages attach (``write-started``)."""
    attached = app.env.dlfiles
    if isinstance(builder, StandaloneHTMLBuilder):
        for path in [path for path in attached if path.suffix.lower() in IMAGES]:
            attached[_attachment(app, path)] = attached.pop(path)


def show_clean_images(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Put what was made of the images that pages show where Sphinx would put themselves (``html-collect-pages``).

    After pages are written, which name the files, and before files are copied. Adds no page.
    """
    images: dict[str, str] = getattr(app.builder, "images", {})
    shown = {path: images.pop(path) for path in list(images) if Path(path).suffix.lower() in IMAGES}
    pictures, store = newsletter_domain(app.env).pictures, picture_store(app.env)
    wanted = {path: _wanted(app, pictures[path]) for path in shown if path in pictures}
    make_pictures(app, wanted)
    folder = Path(app.outdir, app.builder.imagedir)
    if shown:
        folder.mkdir(parents=True, exist_ok=True)
    for path, derivatives in wanted.items():
        for each in derivatives:
            with suppress(FileNotFoundError):
                shutil.copyfile(store.file(pictures[path].facts, each), folder / pictures[path].name(each))
    for path, name in shown.items():
        if Path(path).suffix.lower() == ".svg":
            shutil.copyfile(_drawing(app, Path(path)), folder / name)
    yield from ()


def _wanted(app: Sphinx, picture: Published) -> list[Derivative]:
    """Return what is published of *picture*: a book has the widest alone."""
    if is_page_builder(app):
        return picture.derivatives
    return [each for each in picture.derivatives if picture.name(each) == picture.largest]


def clean_static_pictures(app: Sphinx, exception: Exception | None) -> None:
    """Take their metadata from the pictures of ``_static``, which Sphinx has copied as they are (``build-finished``).

    One that moves, or cannot be decoded, is left alone: it is the office's, for styles and templates.
    """
    if exception is not None or not is_page_builder(app):
        return
    for folder in (Path(app.confdir, each) for each in app.config.html_static_path):
        for source in sorted(folder.rglob("*")):
            target = Path(app.outdir, "_static", source.relative_to(folder))
            if source.suffix.lower() in PICTURES and target.is_file() and is_regular(source):
                with suppress(PictureError):
                    if not picture_store(app.env).facts(source).moving:
                        shutil.copyfile(_whole(app, source), target)


def _attachment(app: Sphinx, path: Path) -> Path:
    """Return the image at *path* made anew, in its own format and size; an empty file where it is broken."""
    if path.suffix.lower() == ".svg":
        return _drawing(app, path)
    file = Path(app.srcdir, path)
    try:
        content = _whole(app, file).read_bytes() if is_regular(file) else b""
    except PictureError:
        content = b""
    return picture_store(app.env).keep(_name(path), content)


def _whole(app: Sphinx, file: Path) -> Path:
    """Return the picture in *file* made anew, in its own format and size.

    :raises PictureError: it cannot be decoded, or is not what its name says.
    """
    store, suffix = picture_store(app.env), file.suffix.lower()[1:]
    facts = store.facts(file)
    if suffix not in WRITTEN:
        raise PictureError(file.name)
    whole = Derivative(facts.width, suffix, Use.WHOLE)
    with without_warnings():
        store.make(file, facts, [whole])
    return store.file(facts, whole)


def _drawing(app: Sphinx, path: Path) -> Path:
    """Return the drawing at *path* made anew; an empty file where it cannot be read, as since its page was read.

    It is cleaned by every build, which is quick, so that none outlives the rules that it was cleaned by.
    """
    file = Path(app.srcdir, path)
    try:
        clean = clean_drawing(file.read_bytes() if is_regular(file) else b"").data
    except DrawingError:
        clean = b""
    return picture_store(app.env).keep(_name(path), clean)


def _name(path: Path) -> str:
    """Return a file name for what is made of the image at *path*: no two may share a file that Sphinx copies."""
    return f"{sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()[:32]}{path.suffix.lower()}"
