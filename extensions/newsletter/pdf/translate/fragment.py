# SPDX-License-Identifier: EUPL-1.2
"""Hold what is known while one document becomes Typst code."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from docutils import nodes

from newsletter.model.record import Record
from newsletter.pdf.code import string
from newsletter.pdf.glyphs import Typeface, one_line, plain_lines, with_apostrophes
from newsletter.pdf.pictures import PrintedPictures


@dataclass(frozen=True)
class PageUrls:
    """The names of pages in the PDFs' labels, and their URLs on the web."""

    base_url: str
    page_suffix: str = ".html"

    def page(self, docname: str) -> str:
        """Return the URL of a page from the root of the site, with a slash before it."""
        return f"/{docname}{self.page_suffix}"

    def locate(self, url: str, docname: str) -> tuple[str, str]:
        """Return label and URL of *url*, as it is written in the page *docname*.

        The label is ``docname`` or ``docname#anchor``; the URL is empty where the site's is not known.
        """
        path, _, anchor = url.partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(self.page(docname)), path)) if path else ""
        page = page or self.page(docname)
        target = page.removeprefix("/").removesuffix(self.page_suffix)
        mark = f"#{anchor}" if anchor else ""
        web = urljoin(self.base_url, page.lstrip("/") + mark) if self.base_url else ""
        return target + mark, web


class Heading(NamedTuple):
    """A heading of a PDF."""

    level: int
    """From 1."""
    name: str
    """Of its destination."""
    title: str
    """In plain words."""
    dates: str = ""
    """Of the record that it heads, with a comma before them."""
    is_record: bool = False


@dataclass
class Fragment:
    """One document on its way to Typst code; the renderers read and fill it."""

    docname: str
    source_dir: Path
    typeface: Typeface
    pictures: PrintedPictures
    urls: PageUrls
    language: str = "it"
    """Of the publication."""
    admonition_titles: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    """The records that it tells, by id."""
    other_issues: AbstractSet[str] = frozenset()
    """The docnames of the other issues: a volume may hold them too."""
    typographic_apostrophes: bool = False
    masthead: tuple[str, ...] = ()
    """The lines of its masthead, and what that says of the day, where the document has none of its own."""
    day: str = ""
    number: str = ""
    """The number of the issue, in words."""
    wide: bool = False
    """Whether its tables take the whole width of the page."""
    level: int = 1
    """The level of the next section's heading."""
    labels: dict[str, str] = field(default_factory=dict)
    """Every anchor of the document to the label that stands for it in the PDF."""
    headings: set[str] = field(default_factory=set)
    """The labels that stand at a heading: these have a named destination in the PDF."""
    jumps: set[str] = field(default_factory=set)
    """The anchors of the document that it refers to itself."""
    outline: list[Heading] = field(default_factory=list)
    """Its headings of the first three levels."""
    contents: list[str] = field(default_factory=list)
    """The lines of its contents, as expressions."""
    contacts: set[str] = field(default_factory=set)
    """The labels of headings under which there are only the publisher's contacts."""
    footnotes: dict[str, nodes.Element] = field(default_factory=dict)
    """The footnotes that are set where they are referred to, by id."""
    open_footnotes: list[str] = field(default_factory=list)
    """The footnotes that are being set right now."""
    set_footnotes: set[str] = field(default_factory=set)
    in_heading: bool = False
    depth: int = 0
    """The number of Typst's show rules inside each other here."""
    has_contacts: bool = False
    """Whether the document tells how to reach the publisher."""

    def text(self, text: str) -> str:
        """Return *text* as a literal, its spaces made one."""
        return string(self.words(text))

    def words(self, text: str) -> str:
        """Return *text* as it is printed, its spaces made one."""
        return self.printable(one_line(with_apostrophes(text) if self.typographic_apostrophes else text))

    def lines(self, text: str) -> str:
        """Return *text* as a literal, line by line as it is."""
        return string(self.printable(plain_lines(text)))

    def printable(self, text: str) -> str:
        """Return *text* without what no font can show: `checks.py` has said so."""
        return self.typeface.printable(text)[0]

    def leads_to_issue(self, url: str) -> bool:
        """Tell whether *url*, as it is written in the page, is of an issue."""
        docname = self.urls.locate(url, self.docname)[0].partition("#")[0]
        return docname == self.docname or docname in self.other_issues

    def spoken(self, node: nodes.Node) -> str:
        """Return what a screen reader says for *node*: its words in one line, without diagnostics."""
        return self.words(node.astext()).strip()[:300]

    def anchor(self, node: nodes.Element, *, heading: bool = False) -> str:
        """Note the ids of *node*; return the label that they share, empty where there are none or all are taken."""
        free = [f"{self.docname}#{name}" for name in node["ids"] if f"{self.docname}#{name}" not in self.labels]
        if not free:
            return ""
        for label in free:
            self.labels[label] = free[0]
        if heading:
            self.headings.add(free[0])
        return free[0]
