# SPDX-License-Identifier: EUPL-1.2
"""What is known while one document becomes Typst code."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import urljoin

from docutils import nodes

from newsletter.model.codes import Code
from newsletter.model.diagnostics import _
from newsletter.pdf.code import string
from newsletter.pdf.glyphs import MISSING, Typeface, one_line, plain_lines
from newsletter.pdf.pictures import PictureStore


class Report(Protocol):
    """Complains about something at the place of a node."""

    def __call__(
        self, node: nodes.Node, code: Code, message: str, *, find: Sequence[str] = (), **values: object
    ) -> None:
        """Warn with *message*, an English msgid with ``%(name)s`` places for *values* at the line of *find*."""


@dataclass(frozen=True)
class Addresses:
    """Where pages are: their names in the PDFs' labels and their addresses on the web."""

    base_url: str
    page_suffix: str = ".html"

    def page(self, docname: str) -> str:
        """Return the address of a page from the root of the site, with a slash before it."""
        return f"/{docname}{self.page_suffix}"

    def locate(self, address: str, docname: str) -> tuple[str, str]:
        """Return label and web address of *address*, as it is written in the page *docname*.

        The label is ``docname`` or ``docname#anchor``; the web address is empty where the site's is not known.
        """
        path, _, anchor = address.partition("#")
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


@dataclass
class Fragment:
    """One document on its way to Typst code; the renderers read and fill it."""

    docname: str
    source_dir: Path
    typeface: Typeface
    pictures: PictureStore
    addresses: Addresses
    complain: Report
    translate: Callable[[str], str] = str
    admonition_titles: Mapping[str, str] = field(default_factory=dict)
    other_issues: AbstractSet[str] = frozenset()
    """The docnames of the other issues: a volume may hold them too."""
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
    """How many of Typst's show rules are inside each other here."""
    has_masthead: bool = False
    """Whether the document names the publication and its publisher itself."""
    complained: bool = False
    """Whether something in it cannot be printed as it is."""
    has_contacts: bool = False
    """Whether the document tells how to reach the publisher."""

    def report(self, node: nodes.Node, code: Code, message: str, *, find: Sequence[str] = (), **values: object) -> None:
        """Complain about *node*, and remember that."""
        self.complained = True
        self.complain(node, code, message, find=find, **values)

    def text(self, node: nodes.Node, text: str | None = None) -> str:
        """Return the text of *node* as a literal, its spaces made one; complain about what no font can show."""
        return string(self.printable(node, one_line(node.astext() if text is None else text)))

    def lines(self, node: nodes.Node) -> str:
        """Return the text of *node* as a literal, line by line as it is."""
        return string(self.printable(node, plain_lines(node.astext())))

    def printable(self, node: nodes.Node, text: str) -> str:
        """Return *text* without what no font can show; complain about that."""
        shown, missing = self.typeface.printable(text)
        if missing and not _listed(node):
            self.report(
                node,
                "pdf-glyph",
                _("None of the fonts of the PDF has %(characters)s; it shows %(shown)s instead."),
                characters=", ".join(_named(cluster) for cluster in missing),
                shown=MISSING,
                find=(text.strip(), missing[0]),
            )
        return shown

    def leads_to_issue(self, address: str) -> bool:
        """Tell whether *address*, as it is written in the page, is of an issue."""
        docname = self.addresses.locate(address, self.docname)[0].partition("#")[0]
        return docname == self.docname or docname in self.other_issues

    def spoken(self, node: nodes.Node) -> str:
        """Return what a screen reader says for *node*: its words in one line, without complaints."""
        return self.typeface.printable(one_line(node.astext()).strip())[0][:300]

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


def _named(cluster: str) -> str:
    """Return a character, where it can be seen, with its code points."""
    codes = " ".join(f"U+{ord(character):04X}" for character in cluster)
    return f"{cluster} ({codes})" if cluster.isprintable() else codes


def _listed(node: nodes.Node) -> bool:
    """Tell whether *node* is in a list of records: their own pages complain, at the place where it can be mended."""
    parent = node.parent
    while parent is not None:
        if "records" in parent.get("classes", ()):
            return True
        parent = parent.parent
    return False
