# SPDX-License-Identifier: EUPL-1.2
"""The body of each issue's page as HTML, for the feeds: read from the pages as they were written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import html
from sphinx.application import Sphinx

from newsletter.domain import newsletter_domain
from newsletter.web.site import web_site

_LEFT_OUT_CLASSES = ("headerlink", "record-controls", "subscribe", "masthead")
_LEFT_OUT = "|".join(
    [
        ".//h1|.//script|.//nav|.//details[contains(@class, 'contents')]",
        *(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" for name in _LEFT_OUT_CLASSES),
    ]
)


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
        article = root.xpath("//*[@data-article]|//main")[-1]
        for unwanted in article.xpath(_LEFT_OUT):
            unwanted.drop_tree()
        base = self._site.absolute(self._site.page_of(docname))
        article.rewrite_links(lambda address: urljoin(base, address))
        return "".join(html.tostring(child, encoding="unicode") for child in article)

    def __iter__(self) -> Iterator[str]:
        """Return the docnames of all issues."""
        return iter(self._docnames)

    def __len__(self) -> int:
        """Return how many issues there are."""
        return len(self._docnames)
