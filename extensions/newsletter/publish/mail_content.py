# SPDX-License-Identifier: EUPL-1.2
"""The words of an issue's page as plain values, for its mail: read from the resolved doctree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote, urljoin

from docutils import nodes
from sphinx import addnodes

from newsletter.archive.names import Names
from newsletter.archive.selection import Listing
from newsletter.environment.block_draft import draft_of, is_block
from newsletter.environment.page import ViewUse
from newsletter.environment.placeholder import placeholders, view_of
from newsletter.export.email.content import Block, Image, Items, Listed, Paragraph, Part, Run, Section, Told

_VIEW = "newsletter_mail_view"
_SCHEMES = ("https://", "http://", "mailto:", "tel:")
# Notes lead to places that a mail has not; the picture of a record comes from the record itself.
_LEFT_OUT = (nodes.comment, nodes.system_message, nodes.footnote, nodes.footnote_reference, nodes.citation, nodes.title)
_LEFT_OUT_CLASSES = frozenset({"record-note", "record-image"})


def set_views_aside(document: nodes.document) -> None:
    """Keep the views of *document* from being filled in: a mail has its own ways to show records."""
    for place in list(placeholders(document)):
        place.replace_self(nodes.container("", **{_VIEW: view_of(place)}))


@dataclass(frozen=True, kw_only=True)
class ContentReader:
    """Reads a resolved page whose views were set aside."""

    page: str
    """The absolute URL of the page."""
    downloads: str
    """The absolute URL of the folder of attachments, with a slash at the end."""
    names: Names
    select: Callable[[Listing], tuple[str, ...]]
    """From a list in the page to the ids of the records that it shows."""

    def read(self, document: nodes.document) -> Section:
        """Return the page as a section, under its own title."""
        [whole, *_others] = [node for node in document.children if isinstance(node, nodes.section)]
        return self._section(whole)

    def _section(self, node: nodes.section) -> Section:
        return Section(self._shown(node[0].astext()), tuple(self._parts(node)))

    def _parts(self, node: nodes.Element) -> Iterator[Part]:
        for child in node.children:
            if isinstance(child, nodes.section) and is_block(child):
                yield Told(draft_of(child).id, tuple(self._blocks(child)))
            elif isinstance(child, nodes.section):
                yield self._section(child)
            elif isinstance(child, nodes.Element) and _VIEW in child:
                yield from self._view(child[_VIEW])
            else:
                yield from self._blocks_of(child)

    def _view(self, use: ViewUse) -> Iterator[Part]:
        if isinstance(use.options, Listing):
            yield Listed(self.select(use.options))

    def _blocks(self, node: nodes.Element) -> Iterator[Block]:
        for child in node.children:
            yield from self._blocks_of(child)

    def _blocks_of(self, node: nodes.Node) -> Iterator[Block]:
        """Yield what *node* shows; what has no form of its own in a mail is shown as the paragraphs in it."""
        if not isinstance(node, nodes.Element) or isinstance(node, _LEFT_OUT):
            return
        if not _LEFT_OUT_CLASSES.isdisjoint(node.get("classes", ())):
            return
        if isinstance(node, nodes.image):
            yield Image(node["uri"], self._shown(node.get("alt", "")))
        elif isinstance(node, nodes.bullet_list | nodes.enumerated_list):
            items = tuple(tuple(self._blocks(item)) for item in node.children if isinstance(item, nodes.Element))
            yield Items(items, ordered=isinstance(node, nodes.enumerated_list))
        elif isinstance(node, nodes.row):
            yield from self._row(node)
        elif isinstance(node, nodes.line_block):
            lines = [self._without_withheld(self._runs(line)) for line in node.findall(nodes.line)]
            yield Paragraph(tuple(run for line in lines for run in (*line, Run("\n")))[:-1])
        elif isinstance(node, nodes.TextElement):
            runs = self._without_withheld(self._runs(node))
            if any(run.text.strip() for run in runs):
                yield Paragraph(runs, rubric=isinstance(node, nodes.rubric | nodes.term))
        else:
            yield from self._blocks(node)

    def _row(self, row: nodes.row) -> Iterator[Paragraph]:
        cells = [
            [run for block in self._blocks(cell) if isinstance(block, Paragraph) for run in block.runs]
            for cell in row.children
            if isinstance(cell, nodes.Element)
        ]
        runs = [run for cell in cells if cell for run in (*cell, Run(" · "))]
        if runs:
            yield Paragraph(tuple(runs[:-1]))

    def _runs(self, node: nodes.Node, style: Run | None = None) -> tuple[Run, ...]:
        """Return the words of *node*, each stretch in the style of the elements around it."""
        style = style or Run("")
        if isinstance(node, nodes.Text):
            return (replace(style, text=node.astext().replace("\n", " ")),)
        if isinstance(node, nodes.raw):
            is_break = "html" in node.get("format", "").split() and node.astext().lstrip().startswith("<br")
            return (Run("\n"),) if is_break else ()
        if isinstance(node, nodes.image):
            return (replace(style, text=node.get("alt", "")),)
        if not isinstance(node, nodes.Element) or isinstance(node, _LEFT_OUT):
            return ()
        inner = self._styled(node, style)
        return tuple(run for child in node.children for run in self._runs(child, inner))

    def _without_withheld(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Return *runs*; as one, bare of style and links, where a name to withhold is in them: it may span several."""
        text = "".join(run.text for run in runs)
        shown = self._shown(text)
        return runs if shown == text else (Run(shown),)

    def _styled(self, node: nodes.Element, style: Run) -> Run:
        if isinstance(node, nodes.strong):
            return replace(style, strong=True)
        if isinstance(node, nodes.emphasis | nodes.title_reference):
            return replace(style, emphasis=True)
        if isinstance(node, nodes.literal):
            return replace(style, code=True)
        if isinstance(node, nodes.reference):
            return replace(style, href=self._url(f"#{node['refid']}" if "refid" in node else node.get("refuri", "")))
        if isinstance(node, addnodes.download_reference) and "filename" in node:
            return replace(style, href=self.downloads + quote(node["filename"]))
        return style

    def _url(self, written: str) -> str:
        """Return where *written* leads from the page; empty where a mail program would not follow it."""
        url = urljoin(self.page, written)
        return url if url.lower().startswith(_SCHEMES) else ""

    def _shown(self, text: str) -> str:
        return self.names.withheld.mask(text)
