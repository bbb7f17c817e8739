# SPDX-License-Identifier: EUPL-1.2
"""Hold what every exporter is given: the archive, its publication and the URLs of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin

from newsletter.model.archive import Archive
from newsletter.model.publication import Publication
from newsletter.model.record import Record
from newsletter.model.report import Table
from newsletter.model.telling import Translated

_PLAIN = re.compile("[A-Za-z0-9_-]+(?:[/.][A-Za-z0-9_-]+)*(?:#[A-Za-z0-9_-]+)?")


@dataclass(frozen=True)
class File:
    """A file to publish: its path from the root of the site, with slashes, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PageContent:
    """The content of a page as HTML, with absolute URLs and without controls."""

    html: str = ""
    records: Mapping[str, str] = field(default_factory=dict)
    """The content of each record, without its title, by id."""


@dataclass(frozen=True)
class Site:
    """The archive as it is published under one URL."""

    publication: Publication
    archive: Archive
    page_of: Callable[[str], str]
    """The site-relative URL of a page, from its docname (``issues/2026-05.html``)."""
    translate: Callable[[str], str] = str
    """From an English interface string to the site's language."""
    country_name: Callable[[str], str] = str
    """From a country code to its name in the site's language."""
    country_of_place: Callable[[str], str] = lambda _place: ""
    """The code of the country in which a place is known to lie; empty where that is not known."""
    other_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The other names that editors know for a person, a place, an organisation or a country, by the plain name."""
    show_dates: Callable[[Record], str] = lambda record: f"{record.start} / {record.end}"
    """The days and hours of a record, in words."""
    image_of: Callable[[str], str] = lambda _path: ""
    """The site-relative URL of an image, from its path in the source folder; empty where it is not published."""
    original_language: str = ""
    """The language of the originals, where the site is made in another."""
    data_root: str = ""
    """The way from the root of the site to that of the data, which are there once for all languages."""
    languages: tuple[str, ...] = ()
    """The further languages that the records are translated into (BCP 47)."""
    languages_beside: tuple[str, ...] = ()
    """Those of them in which a site of its own is built in a folder of this one."""
    translated: Callable[[Record], Mapping[str, Translated]] = lambda _record: {}
    """The translations of a record, by language."""
    report_tables: Callable[[], Iterable[Table]] = tuple
    """Return the tables of the reports that pages show."""
    page_content: Callable[[str], PageContent] = lambda _docname: PageContent()
    """The content of an issue's page, by docname."""

    @property
    def language(self) -> str:
        """The language of the site (BCP 47)."""
        return self.publication.language.replace("_", "-")

    def record_page(self, record: Record, docname: str | None = None) -> str:
        """Return the site-relative URL of *record*, with its anchor, on its latest page or on *docname*."""
        return f"{self.page_of(docname or record.docname)}#{record.id}"

    def absolute(self, url: str) -> str:
        """Return *url* under the site's base URL; as it is, where that is not configured."""
        if _PLAIN.fullmatch(url):
            return self._folder + url
        return urljoin(self.publication.base_url, url)

    @cached_property
    def _folder(self) -> str:
        """The beginning of each URL that is neither absolute nor leads up."""
        return urljoin(self.publication.base_url, "x").removesuffix("x")
