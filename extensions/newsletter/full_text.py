# SPDX-License-Identifier: EUPL-1.2
"""The body of each issue's page as HTML, for the feeds: read from the pages as they were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import etree, html
from sphinx.application import Sphinx

from newsletter.domain import newsletter_domain
from newsletter.web.site import web_site

_ARTICLE: Any = etree.XPath("//*[@data-article]|//main")
_LEFT_OUT: Any = etree.XPath(".//h1|.//script|.//nav|.//details[contains(@class, 'contents')]")
_WITH_CLASS: Any = etree.XPath(".//*[@class]")
_LEFT_OUT_CLASSES = frozenset({"headerlink", "record-controls", "subscribe", "masthead"})
_LINKED: Any = etree.XPath(".//*[@href or @src]")


class IssueHtml(Mapping[str, str]):
    """HTML by docname of an issue, read when it is asked for, with absolute addresses and without controls."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._site = web_site(app)
        self._docnames = [issue.docname for issue in newsletter_domain(app.env).archive.issues]

    def __getitem__(self, docname: str) -> str:
        """Return the body of the page *docname*."""
        if docname not in self._docnames:
            raise KeyError(docname)
        page = Path(self._app.builder.get_outfilename(docname))  # type: ignore[attr-defined] # HTML builders have it
        root: Any = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        article = _ARTICLE(root)[-1]
        own_class = (
            each for each in _WITH_CLASS(article) if not _LEFT_OUT_CLASSES.isdisjoint(each.get("class").split())
        )
        for unwanted in (*_LEFT_OUT(article), *own_class):
            unwanted.drop_tree()
        address_here = self._site.absolute(self._site.page_of(docname))
        for element in _LINKED(article):
            for name in ("href", "src"):
                if address := element.get(name):
                    element.set(name, address_here + address if address[0] == "#" else _absolute(address_here, address))
        return "".join(html.tostring(child, encoding="unicode") for child in article)

    def __iter__(self) -> Iterator[str]:
        """Return the docnames of all issues."""
        return iter(self._docnames)

    def __len__(self) -> int:
        """Return how many issues there are."""
        return len(self._docnames)


def _absolute(page: str, address: str) -> str:
    """Return where *address*, no place in the page itself, leads from *page*."""
    return _absolute_in(page[: page.rfind("/") + 1], address) if address[0] != "?" else urljoin(page, address)


@lru_cache(maxsize=4096)  # each issue links to the same registers
def _absolute_in(folder: str, address: str) -> str:
    return urljoin(folder, address)
