# SPDX-License-Identifier: EUPL-1.2
"""Say what the cover of the book shows."""

from __future__ import annotations

from sphinx.application import Sphinx

from newsletter.dates import show_month
from newsletter.environment.config import publication
from newsletter.environment.domain import newsletter_domain
from newsletter.model.archive import Archive
from newsletter.pictures.book_cover import Cover
from newsletter.web.social_cards import crest

COVER_PAGE = "cover"
COVER_PICTURE = "cover.jpg"


def period(archive: Archive, language: str) -> str:
    """Return the months of the first and the newest issue, in words; empty where there is no issue."""
    months = dict.fromkeys(show_month(issue.name.period, language) for issue in archive.issues)
    first, *others = months or [""]
    return f"{first} – {others[-1]}" if others else first


def book_cover(app: Sphinx) -> Cover:
    """Return the cover of the book that *app* makes."""
    about = publication(app.config)
    colours = {name: about.colours[key] for name, key in (("ground", "ink"), ("band", "brand")) if key in about.colours}
    months = period(newsletter_domain(app.env).archive, about.language)
    return Cover(
        title=about.title,
        description=about.description,
        period=months[:1].upper() + months[1:],
        publisher=about.publisher,
        office=about.office,
        crest=crest(app),
        **colours,
    )
