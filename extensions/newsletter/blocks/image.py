# SPDX-License-Identifier: EUPL-1.2
"""The picture of a block: its file, kept inside the published folders, and its figure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from docutils import nodes
from sphinx.environment import BuildEnvironment

from newsletter.core.problem import ContentError, _
from newsletter.core.telling import Facts

_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"})


def image_finder(env: BuildEnvironment, *, inside_issues: bool) -> Callable[[str], str]:
    """Return the function that finds an image of the current page, for :class:`newsletter.core.fields.Block`."""
    folder = PurePosixPath(env.docname).parent
    published = [folder.as_posix(), *env.config.html_static_path] if inside_issues else None

    def find(written: str) -> str:
        path, file = env.relfn2path(written, env.docname)
        if Path(path).suffix.lower() not in _SUFFIXES:
            raise ContentError(
                "image-form", _("“%(path)s” is no image: use a JPEG, PNG, GIF, WebP or SVG file."), path=written
            )
        resolved = Path(file).resolve()
        roots = [Path(env.srcdir, root).resolve() for root in published or ["."]]
        if not any(resolved.is_relative_to(root) for root in roots):
            raise ContentError(
                "image-outside",
                _("The image “%(path)s” lies outside the folders for images: put it beside the issue, or in _static."),
                path=written,
            )
        if not resolved.is_file():
            raise ContentError(
                "image-missing",
                _("There is no image “%(path)s”. Put it beside the issue, or correct its name."),
                path=written,
            )
        env.note_dependency(path)
        return path

    return find


def picture(facts: Facts) -> list[nodes.Node]:
    """Return the figure of a block's image; nothing where it has none."""
    if not facts.image or not facts.alt:
        return []
    figure = nodes.figure("", nodes.image(uri=f"/{facts.image}", alt=facts.alt), classes=["record-image"])
    if facts.credit:
        figure += nodes.caption("", facts.credit)
    return [figure]
