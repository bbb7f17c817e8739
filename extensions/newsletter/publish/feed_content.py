# SPDX-License-Identifier: EUPL-1.2
"""Read what issues and records say in HTML, for the feeds, from the pages as they were written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lxml import etree, html
from sphinx.application import Sphinx

from newsletter.environment.web_site import web_site
from newsletter.export.site import PageContent

_ARTICLES: Sequence[Any] = [
    etree.XPath(path) for path in ("//*[@data-article]", "//article", "//*[@role='main']", "//main")
]
"""Elements with the text of a page: in our theme, then in others, the narrowest first; else it is the whole page."""
_LEFT_OUT_CLASSES = frozenset({"headerlink", "record-controls", "subscribe", "masthead"})
_LEFT_OUT: Any = etree.XPath(".//h1|.//script|.//nav|.//details[contains(@class, 'contents')]")
_NAMED = " or ".join(f"contains(., '{name}')" for name in sorted(_LEFT_OUT_CLASSES))
_RECORDS: Any = etree.XPath("descendant::section[contains(concat(' ', @class, ' '), ' record ')]")
_TITLE: Any = etree.XPath("h2|h3|h4|h5|h6")
_PERHAPS_LEFT_OUT: Any = etree.XPath(f"descendant::*/@class[{_NAMED}]/..")


def feed_content(app: Sphinx) -> Callable[[str], PageContent]:
    """Return what reads the page of an issue, by its docname."""
    site = web_site(app)

    def read(docname: str) -> PageContent:
        page = Path(app.builder.get_outfilename(docname)).read_bytes()  # type: ignore[attr-defined] # HTML builders have it
        return page_content(page, site.absolute(site.page_of(docname)))

    return read


def page_content(page: bytes, url: str) -> PageContent:
    """Return what *page* says, which stands at *url*."""
    document: Any = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    article = next((found[-1] for path in _ARTICLES if (found := path(document))), document.body)
    own_class = (
        each for each in _PERHAPS_LEFT_OUT(article) if not _LEFT_OUT_CLASSES.isdisjoint(each.get("class").split())
    )
    for unwanted in (*_LEFT_OUT(article), *own_class):
        unwanted.drop_tree()
    for styled in article.iter("a", "dl", "dt", "time"):
        styled.attrib.pop("class", None)  # no reader has our styles
    for source in article.findall(".//picture/source"):
        source.drop_tag()
    for image in article.iter("img"):  # of one file, a JPEG or a PNG: readers of feeds resolve no URL in a srcset
        for name in ("srcset", "sizes", "loading"):
            image.attrib.pop(name, None)
    article.make_links_absolute(url)
    whole = _inside(article)
    records = {section.get("id"): section for section in _RECORDS(article)}
    for section in records.values():
        for title in _TITLE(section):
            title.drop_tree()
    return PageContent(whole, {name: _inside(section) for name, section in records.items()})


def _inside(element: Any) -> str:
    """Return the children of *element* as HTML."""
    return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element).strip()
