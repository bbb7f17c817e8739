# SPDX-License-Identifier: EUPL-1.2
"""A page on which the sender looks at a mail: wide, on a phone, dark, without pictures, and as text."""

from __future__ import annotations

import re

from newsletter.export.email.html import templates
from newsletter.export.email.letter import Letter
from newsletter.export.site import Site
from newsletter.model.diagnostics import _

_DARK = "@media (prefers-color-scheme: dark)"


def preview_page(site: Site, letter: Letter, text: str, html: str) -> str:
    """Return the page, which holds the mail itself and needs nothing else."""
    light = html.replace(_DARK, "@media not all")
    dark = html.replace(_DARK, "@media all")
    views = (
        (site.translate(_("Desktop, 600 pixels")), "desktop", 600, light),
        (site.translate(_("Phone, 360 pixels")), "phone", 360, light),
        (site.translate(_("Dark")), "dark", 600, dark),
        (site.translate(_("Pictures off")), "bare", 600, re.sub(r"(<img[^>]*?) src=\"[^\"]*\"", r"\1", light)),
    )
    words = {
        "button": site.translate(_("Copy for Outlook")),
        "copied": site.translate(_("Copied: now paste it into a new message.")),
        "failed": site.translate(_("The browser does not allow it: select the mail above and copy it.")),
        "text": site.translate(_("Text part")),
    }
    return templates().get_template("preview.html").render(letter=letter, views=views, text=text, words=words)
