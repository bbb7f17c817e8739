# SPDX-License-Identifier: EUPL-1.2
"""The archive as the pages of a build address it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from sphinx.application import Sphinx
from sphinx.config import Config

from newsletter.archive.year_report import TABLES, report_table
from newsletter.dates import show_dates
from newsletter.environment.config import publication
from newsletter.environment.domain import newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.site_languages import data_root, is_translated, original_language, site_languages
from newsletter.export.site import Site
from newsletter.model.countries import country_code, country_name
from newsletter.model.record import Record
from newsletter.model.report import Table


def _languages_beside(config: Config) -> tuple[str, ...]:
    built = config.newsletter_all_languages and not is_translated(config)
    return site_languages(config)[1:] if built else ()


def _report_tables(app: Sphinx) -> Iterator[Table]:
    """Yield the tables of the reports of all years that pages show, whole or in part, in their order."""
    domain, about = newsletter_domain(app.env), publication(app.config)
    views = (use.options for page in domain.pages.values() for use in page.views if use.name == "report")
    for number in sorted({int(options.get("year", 0)) for options in views if isinstance(options, dict)} - {0}):
        year = domain.index.year(number, about.country)
        yield from (report_table(year, name, about) for name in TABLES)


def web_site(app: Sphinx) -> Site:
    """Return what everything that is published is made from."""
    about = publication(app.config)

    def dates_in_words(record: Record) -> str:
        return show_dates(record.dates, record.hours, about.language)

    def published_image(path: str) -> str:
        """Return where the build puts the image at *path*, which is known once pages are read."""
        return f"{app.builder.imagedir}/{quote(app.env.images[path][1])}" if path in app.env.images else ""

    names = app.config.newsletter_names

    def country_of_place(place: str) -> str:
        """Return the country that ``registers.yaml`` gives, or that stands after the last comma (“Kyoto, Giappone”)."""
        last = place.rpartition(",")[2].strip()
        named = country_code(last, names.countries) if len(last) > 2 else None  # “Chieri, TO” has a province
        return next(iter(names.countries_of((place,))), named or "")

    return Site(
        publication=about,
        archive=newsletter_domain(app.env).archive,
        page_of=app.builder.get_target_uri,
        translate=translate,
        country_name=lambda code: country_name(code, about.language),
        country_of_place=country_of_place,
        other_names=names.other_names(about.language),
        show_dates=dates_in_words,
        image_of=published_image,
        original_language=original_language(app.config) if is_translated(app.config) else "",
        data_root=data_root(app.config),
        languages=site_languages(app.config)[1:],
        languages_beside=_languages_beside(app.config),
        translated=newsletter_domain(app.env).index.translated,
        report_tables=lambda: _report_tables(app),
    )
