# SPDX-License-Identifier: EUPL-1.2
"""Write for search engines ``sitemap.xml`` (sitemaps.org 0.9) and ``robots.txt`` (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.etree import ElementTree as ET

from newsletter.export.site import File, Site


def sitemap_files(site: Site, pages: Iterable[tuple[str, date]]) -> Iterator[File]:
    """Yield both files; *pages* are document names with the day of their last change.

    The protocol wants absolute addresses: without a configured base URL those of the sitemap are relative to the
    site's root, and ``robots.txt`` names no sitemap.
    """
    root = ET.Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    changes = {site.absolute(site.page_of(docname)): changed for docname, changed in pages}
    for address, changed in sorted(changes.items()):
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = address
        ET.SubElement(url, "lastmod").text = changed.isoformat()
    ET.indent(root)
    octets: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    yield File("sitemap.xml", octets + b"\n")
    yield File("robots.txt", _robots(site).encode())


def _robots(site: Site) -> str:
    rules = "User-agent: *\nAllow: /\n"
    if not site.publication.base_url:
        return rules
    maps = ("sitemap.xml", *(f"{language}/sitemap.xml" for language in site.languages_beside))
    return f"{rules}\n" + "".join(f"Sitemap: {site.absolute(path)}\n" for path in maps)
