# SPDX-License-Identifier: EUPL-1.2
"""The body of each issue's page as HTML, for the feeds: read from the pages as they were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree, html
from sphinx.application import Sphinx

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.web_site import web_site

_ARTICLE: Any = etree.XPath("descendant::main|descendant::*/@data-article/..")
_LEFT_OUT_CLASSES = frozenset({"headerlink", "record-controls", "subscribe", "masthead"})
_LEFT_OUT: Any = etree.XPath(".//h1|.//script|.//nav|.//details[contains(@class, 'contents')]")
_NAMED = " or ".join(f"contains(., '{name}')" for name in sorted(_LEFT_OUT_CLASSES))
_PERHAPS_LEFT_OUT: Any = etree.XPath(f"descendant::*/@class[{_NAMED}]/..")


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
        page = Path(self._app.builder.get_outfilename(docname)).read_bytes()  # type: ignore[attr-defined] # HTML builders have it
        return _body(page, self._site.absolute(self._site.page_of(docname)))

    def __iter__(self) -> Iterator[str]:
        """Return the docnames of all issues."""
        return iter(self._docnames)

    def __len__(self) -> int:
        """Return how many issues there are."""
        return len(self._docnames)


def _body(page: bytes, address: str) -> str:
    """Return the body of *page*, which stands at *address*."""
    article = _ARTICLE(html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8")))[-1]
    own_class = (
        each for each in _PERHAPS_LEFT_OUT(article) if not _LEFT_OUT_CLASSES.isdisjoint(each.get("class").split())
    )
    for unwanted in (*_LEFT_OUT(article), *own_class):
        unwanted.drop_tree()
    article.make_links_absolute(address)
    return "".join(etree.tostring(child, encoding="unicode", method="html") for child in article)
