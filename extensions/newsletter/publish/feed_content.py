# SPDX-License-Identifier: EUPL-1.2
"""The body of each issue's page as HTML, for the feeds: read from the pages as they were written.

To take a page apart takes as long as to write it, so that what came of it is kept, with the sum of the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import etree
from sphinx.application import Sphinx

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.web_site import web_site

# By the attribute, of which there are fewer than elements.
_ARTICLE: Any = etree.XPath("descendant::main|descendant::*/@data-article/..")
_LEFT_OUT_CLASSES = frozenset({"headerlink", "record-controls", "subscribe", "masthead"})
_LEFT_OUT: Any = etree.XPath(".//h1|.//script|.//nav|.//details[contains(@class, 'contents')]")
_NAMED = " or ".join(f"contains(., '{name}')" for name in sorted(_LEFT_OUT_CLASSES))
_PERHAPS_LEFT_OUT: Any = etree.XPath(f"descendant::*/@class[{_NAMED}]/..")
_LINKED: Any = etree.XPath("(descendant::*/@href|descendant::*/@src)/..")


_KEPT = "newsletter-full-texts"
"""The folder, beside Sphinx's own notes on pages, of what was made."""


class IssueHtml(Mapping[str, str]):
    """HTML by docname of an issue, read when it is asked for, with absolute addresses and without controls."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._site = web_site(app)
        self._docnames = [issue.docname for issue in newsletter_domain(app.env).archive.issues]
        # When all pages are read anew, which is what is done after a change of our own code, nothing kept holds.
        self._made_with = f"{self._site.publication.base_url} {min(app.env.all_docs.values(), default=0)}"

    def __getitem__(self, docname: str) -> str:
        """Return the body of the page *docname*."""
        if docname not in self._docnames:
            raise KeyError(docname)
        page = Path(self._app.builder.get_outfilename(docname)).read_bytes()  # type: ignore[attr-defined] # HTML builders have it
        address = self._site.absolute(self._site.page_of(docname))
        made_from = hashlib.sha256(f"{self._made_with} {address}".encode() + page).hexdigest()
        kept = Path(self._app.doctreedir, _KEPT, f"{docname}.html")
        body = _read(kept, made_from)
        if body is None:
            body = _body(page, address)
            _keep(kept, made_from, body)
        return body

    def __iter__(self) -> Iterator[str]:
        """Return the docnames of all issues."""
        return iter(self._docnames)

    def __len__(self) -> int:
        """Return how many issues there are."""
        return len(self._docnames)


def _body(page: bytes, address_here: str) -> str:
    """Return the body of *page*, which stands at *address_here*."""
    # Not lxml.html, which makes an object of its own of each element that is met.
    root: Any = etree.fromstring(page, parser=etree.HTMLParser(encoding="utf-8"))
    article = _ARTICLE(root)[-1]
    own_class = (
        each for each in _PERHAPS_LEFT_OUT(article) if not _LEFT_OUT_CLASSES.isdisjoint(each.get("class").split())
    )
    for unwanted in (*_LEFT_OUT(article), *own_class):
        _take_out(unwanted)
    for element in _LINKED(article):
        for name in ("href", "src"):
            if address := element.get(name):
                element.set(name, address_here + address if address[0] == "#" else _absolute(address_here, address))
    return "".join(etree.tostring(child, encoding="unicode", method="html") for child in article)


def _take_out(element: Any) -> None:
    """Take *element* out of its parent; the text behind it, which lxml counts as its own, stays."""
    parent, before = element.getparent(), element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _absolute(page: str, address: str) -> str:
    """Return where *address*, no place in the page itself, leads from *page*."""
    return _absolute_in(page[: page.rfind("/") + 1], address) if address[0] != "?" else urljoin(page, address)


@lru_cache(maxsize=4096)  # each issue links to the same registers
def _absolute_in(folder: str, address: str) -> str:
    return urljoin(folder, address)


def _read(kept: Path, made_from: str) -> str | None:
    """Return the text that was *kept*; None where it was made from something else, or was not written to its end."""
    try:
        text, _line, source = kept.read_bytes().rpartition(b"\n")
    except FileNotFoundError:
        return None
    return text.decode() if source == made_from.encode() else None


def _keep(kept: Path, made_from: str, text: str) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(f"{text}\n{made_from}".encode())
