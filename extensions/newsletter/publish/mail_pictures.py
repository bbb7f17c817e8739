# SPDX-License-Identifier: EUPL-1.2
"""Pictures for a mail: which the site has in a form that mail programs show, and how large to show them."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

from newsletter.export.email.entry import Picture
from newsletter.export.site import Site
from newsletter.source.picture import upright_size
from newsletter.web.look import logo, logo_file

_WIDEST = 552
"""Pixels: the width of the text."""
_HIGHEST_LOGO = 48
_FORMATS = ("JPEG", "PNG")


class MailPictures:
    """The one place that knows under which URL a mail finds a picture."""

    def __init__(self, app: Sphinx, site: Site) -> None:
        self._app = app
        self._site = site

    def picture_of(self, path: str) -> Picture | None:
        """Return the picture at *path* in the source folder; None where no mail program would show it."""
        published = self._site.image_of(path)
        return self._picture(Path(self._app.srcdir, path), published, _WIDEST, None) if published else None

    def logo(self) -> Picture | None:
        """Return the city's logo, at the height of a few lines."""
        shown, file = logo(self._app), logo_file(self._app, self._app.config)
        return self._picture(file, shown.path, _WIDEST, _HIGHEST_LOGO) if shown and file else None

    def _picture(self, file: Path, published: str, widest: int, highest: int | None) -> Picture | None:
        url = self._site.absolute(published)
        if not url.startswith("https://"):
            return None
        size = upright_size(file, _FORMATS)
        if size is None:
            return None
        width, height = size
        scale = min(1.0, widest / width, (highest or height) / height)
        return Picture(url, "", max(1, round(width * scale)), max(1, round(height * scale)))
