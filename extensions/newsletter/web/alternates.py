# SPDX-License-Identifier: EUPL-1.2
"""Lead from a page to the same page in the other languages of the site."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from babel import Locale
from sphinx.application import Sphinx

from newsletter.environment.site_languages import is_translated, original_language, site_languages
from newsletter.web.frame import Alternate
from newsletter.web.pages import NOT_FOUND


def alternates(app: Sphinx, pagename: str) -> tuple[Alternate, ...]:
    """Return the page in each language, in the order of ``conf.py``; nothing where only one is built."""
    languages = site_languages(app.config)
    if len(languages) < 2 or not app.config.newsletter_all_languages:
        return ()
    path, base = app.builder.get_target_uri(pagename), app.config.html_baseurl
    here = app.config.language if is_translated(app.config) else ""
    up = "../" * (path.count("/") + bool(here))
    root = urljoin(base, "../" if here else ".") if base else ""
    if pagename == NOT_FOUND:  # the host shows it at any depth
        up = urlsplit(root).path or "/"

    def alternate(language: str) -> Alternate:
        original = language == original_language(app.config)
        inside = path if original else f"{language}/{path}"
        own_name = Locale.parse(language, sep="-").get_display_name() or language
        return Alternate(
            language=language,
            label=own_name[:1].upper() + own_name[1:],
            path=up + inside,
            url=urljoin(root, inside) if root else "",
            is_here=language == app.config.language,
            is_original=original,
        )

    return tuple(map(alternate, languages))
