# SPDX-License-Identifier: EUPL-1.2
"""An e-book, read as a program for readers of books reads it: from its container on."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree, html

NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
}
_SCREEN_ONLY = (
    ".//*[contains(@class, 'record-controls') or contains(concat(' ', @class, ' '), ' subscribe ')]"
    " | .//form | .//script"
)
_BLOCKS = "h1 h2 h3 h4 h5 h6 p li dt dd th td figcaption pre label"


@dataclass(frozen=True)
class Book:
    """An EPUB file."""

    content: bytes

    @cached_property
    def files(self) -> dict[str, bytes]:
        with ZipFile(io.BytesIO(self.content)) as book:
            return {name: book.read(name) for name in book.namelist()}

    def xml(self, path: str) -> Any:
        """Return a file as what it has to be: well-formed."""
        return etree.fromstring(self.files[path])

    @cached_property
    def package(self) -> Any:
        [root] = self.xml("META-INF/container.xml").xpath("//c:rootfile/@full-path", namespaces=NAMES)
        return self.xml(root)

    def metadata(self, name: str) -> list[str]:
        """Return the values of ``dc:…`` or of a property such as ``schema:accessMode``, in their order."""
        path = f"//{name}" if name.startswith("dc:") else f"//o:meta[@property='{name}']"
        return [each.text for each in self.package.xpath(path, namespaces=NAMES)]

    @property
    def pages(self) -> list[str]:
        """The paths of pages in the order in which they are read."""
        hrefs = {item.get("id"): item.get("href") for item in self.package.xpath("//o:item", namespaces=NAMES)}
        return [hrefs[each.get("idref")] for each in self.package.xpath("//o:itemref", namespaces=NAMES)]

    def links(self, page: str) -> Iterator[tuple[str, str]]:
        """Yield the words of each link of a *page* with where it leads: a path of the book, or a URL."""
        for link in self.xml(page).iter("{*}a"):
            url = link.get("href")
            yield "".join(link.itertext()), url if ":" in url else normpath(join(dirname(page), url or ""))

    def said(self, page: str) -> list[str]:
        """Return the words of each block of a *page*, in the order in which they are read."""
        return _said(self.xml(page).find("{*}body"))


def said_by_site(page: Path) -> list[str]:
    """Return the same of a *page* of the site, without what only a screen is for."""
    root: Any = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    [article] = root.xpath("//*[@data-article]")
    for screen_only in article.xpath(_SCREEN_ONLY):
        screen_only.drop_tree()
    return _said(article)


def _said(root: Any) -> list[str]:
    blocks = (each for each in root.iter("{*}*") if etree.QName(each).localname in _BLOCKS.split())
    # What a fact says stands in a paragraph of the book, and in none of the page.
    told = (
        each for each in blocks if not (_is(each, "p") and _is(each.getparent(), "dd") and len(each.getparent()) == 1)
    )
    return [words for each in told if (words := _letters("".join(each.itertext())))]


def _is(element: Any, name: str) -> bool:
    return bool(etree.QName(element).localname == name)


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text)))
