# SPDX-License-Identifier: EUPL-1.2
"""The HTML part: a template of tables, its style written into each element, as mail programs want it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsletter.export.email.letter import Letter
from newsletter.export.email.mail_entry import Picture
from newsletter.export.email.tags import fill_html
from newsletter.export.site import Site
from newsletter.export.text import only_valid
from newsletter.model.colours import DARK
from newsletter.model.diagnostics import _

_THEME = Path(__file__).parent / "theme"
_COLOURS = {
    "page": ("#f4f7fa", "#0f161e"),
    "surface": ("#ffffff", "#17212c"),
    "text": ("#1a2632", "#e7edf3"),
    "muted": ("#4a5a6a", "#aebccb"),
    "line": ("#d3dde7", "#33424f"),
    "brand": ("#0066cc", "#0b427f"),
    "ink": ("#17324d", "#0a1a2b"),
    "accent": ("#0066cc", "#82bcff"),
}
"""Those of the site's theme, on a light and on a dark ground; a city's own replace them by their names."""


@cache
def templates() -> Environment:
    """Return the templates of mails, which escape all that is put into them."""
    return Environment(
        loader=FileSystemLoader(_THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html_part(site: Site, letter: Letter, logo: Picture | None) -> str:
    """Return *letter* as one HTML document, which asks for nothing but its pictures."""
    words = {
        "browser": site.translate(_("Read it in the browser")),
        "continue": site.translate(_("Continue")),
        "calendar": site.translate(_("Add to your calendar")),
        "contacts": site.translate(_("Contacts")),
    }
    import css_inline  # noqa: PLC0415 - of the extra “mail”, and asked for when a mail is made

    written = (
        templates()
        .get_template("mail.html")
        .render(letter=letter, logo=logo, words=words, colours=_colours(site.publication.colours), kind_of=_kind_of)
    )
    inliner = css_inline.CSSInliner(load_remote_stylesheets=False, minify_css=True)
    html = inliner.inline(only_valid(written)).replace(' data-css-inline="keep"', "", 1)
    return fill_html(html + "\n", site.publication.email_service)


def _kind_of(part: object) -> str:
    return type(part).__name__


def _colours(chosen: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the colours by scheme and name; a band of which only the light colour is given keeps it."""
    light = {name: chosen.get(name, default) for name, (default, _dark) in _COLOURS.items()}
    dark = {name: chosen.get(DARK + name, default) for name, (_light, default) in _COLOURS.items()}
    for band in ("brand", "ink"):
        dark[band] = chosen.get(DARK + band) or chosen.get(band) or dark[band]
    return {"light": light, "dark": dark}
