# SPDX-License-Identifier: EUPL-1.2
"""The contents of one page: its sections, the groups of its lists among them, without the page's own title."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import chain

from docutils import nodes

_FEWEST = 3
"""Entries under which a list of contents helps nobody."""

_MOST_BESIDE = 120
"""Entries over which the list is printed once, folded, and not beside the text too."""

_DEPTH = 3
"""Levels under the page's title."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of links to the sections of a page, as HTML, and how many they are."""

    html: str = ""
    entries: int = 0

    @property
    def beside(self) -> bool:
        """Whether the list is short enough to stand beside the text on wide screens."""
        return 0 < self.entries <= _MOST_BESIDE


def page_contents(document: nodes.document) -> Contents:
    """Return the contents of the finished *document*; empty ones where there are too few sections.

    Sphinx's own ``toc`` is taken when a page is read and does not know the groups that lists bring in later.
    Groups that have a list of links of their own on the page are left out.
    """
    top = list(_sections(document))
    listed = cache(lambda: _has_list_of_groups(document))  # hardly a page has groups at all
    html = _list(top[0] if len(top) == 1 else document, 1, listed)
    entries = html.count("<li>")
    return Contents(html, entries) if entries >= _FEWEST else Contents()


def _has_list_of_groups(document: nodes.document) -> bool:
    lists = chain(document.findall(nodes.bullet_list), document.findall(nodes.table))
    return any("records-groups" in node["classes"] for node in lists)


def _list(parent: nodes.Element, depth: int, listed: Callable[[], bool]) -> str:
    items = []
    for section in _sections(parent):
        title = section.next_node(nodes.title)
        if title is None or not section["ids"] or ("records-group" in section["classes"] and listed()):
            continue
        below = _list(section, depth + 1, listed) if depth < _DEPTH else ""
        items.append(f'<li><a href="#{escape(section["ids"][0])}">{escape(title.astext())}</a>{below}</li>\n')
    return f"<ul>\n{''.join(items)}</ul>\n" if items else ""


def _sections(parent: nodes.Element) -> Iterator[nodes.section]:
    return (child for child in parent.children if isinstance(child, nodes.section))
