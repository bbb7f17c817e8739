# SPDX-License-Identifier: EUPL-1.2
"""A search engine asks which pages there are."""

from __future__ import annotations

from datetime import date

from lxml import etree

from newsletter.export.sitemap import sitemap_files
from tests.export.export_factory import BASE, site

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
PAGES = [("issues/2026-05", date(2026, 5, 20)), ("index", date(2026, 5, 1))]


def test_every_page_stands_once_with_its_absolute_address_and_last_change() -> None:
    files = {file.path: file.content for file in sitemap_files(site([]), [*PAGES, *PAGES])}
    root = etree.fromstring(files["sitemap.xml"])
    found = [
        (url.findtext("s:loc", namespaces=NAMESPACE), url.findtext("s:lastmod", namespaces=NAMESPACE))
        for url in root.iterfind("s:url", NAMESPACE)
    ]
    assert found == [(f"{BASE}index.html", "2026-05-01"), (f"{BASE}issues/2026-05.html", "2026-05-20")]


def test_robots_are_welcome_and_told_where_the_sitemap_is() -> None:
    files = {file.path: file.content.decode() for file in sitemap_files(site([]), PAGES)}
    assert files["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"


def test_without_a_base_address_both_files_are_there_and_promise_nothing() -> None:
    files = {file.path: file.content.decode() for file in sitemap_files(site([], base_url=""), PAGES)}
    assert "<loc>issues/2026-05.html</loc>" in files["sitemap.xml"]
    assert "Sitemap" not in files["robots.txt"]
