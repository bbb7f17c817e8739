# SPDX-License-Identifier: EUPL-1.2
"""Pictures for a mail: which the site has in a form that mail programs show, and how large to show them."""

from __future__ import annotations

from urllib.parse import quote

from sphinx.application import Sphinx

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.published_images import picture_store
from newsletter.export.email.mail_entry import Picture
from newsletter.export.site import Site
from newsletter.pictures.decode import PictureError, PictureFacts
from newsletter.web.look import logo, logo_file

_WIDEST = 552
"""Pixels: the width of the text."""
_HIGHEST_LOGO = 48
_FOR_MAIL = frozenset({".jpg", ".jpeg", ".png"})


class MailPictures:
    """The one place that knows under which URL a mail finds a picture."""

    def __init__(self, app: Sphinx, site: Site) -> None:
        self._app = app
        self._site = site

    def picture_of(self, path: str) -> Picture | None:
        """Return the picture at *path* in the source folder; None where no mail program would show it."""
        picture = newsletter_domain(self._app.env).pictures.get(path)
        if picture is None:
            return None
        published = f"{self._app.builder.imagedir}/{quote(picture.for_mail)}"
        return self._picture(published, picture.facts, _WIDEST, picture.facts.height)

    def logo(self) -> Picture | None:
        """Return the city's logo, at the height of a few lines."""
        shown, file = logo(self._app), logo_file(self._app, self._app.config)
        if shown is None or file is None or file.suffix.lower() not in _FOR_MAIL:
            return None
        try:
            facts = picture_store(self._app.env).facts(file)
        except PictureError:
            return None
        return self._picture(shown.path, facts, _WIDEST, _HIGHEST_LOGO)

    def _picture(self, published: str, facts: PictureFacts, widest: int, highest: int) -> Picture | None:
        url = self._site.absolute(published)
        if not url.startswith("https://"):
            return None
        scale = min(1.0, widest / facts.width, highest / facts.height)
        return Picture(url, "", max(1, round(facts.width * scale)), max(1, round(facts.height * scale)))
