# SPDX-License-Identifier: EUPL-1.2
"""The contents of one page: its sections, the groups of its lists among them, without the page's own title."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from docutils import nodes

_FEWEST = 3
"""Entries under which a list of contents helps nobody."""

_MOST_BESIDE = 120
"""Entries over which the list is printed once, folded, and not beside the text too."""

_DEPTH = 3
"""Levels under the page's title."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A section, with those in it."""

    anchor: str
    title: str
    below: tuple[ContentsEntry, ...]
    lang: str = ""
    """The language of the title (BCP 47) where it is not the site's."""

    @property
    def count(self) -> int:
        """The number of entries, with those below."""
        return 1 + sum(entry.count for entry in self.below)


@dataclass(frozen=True, slots=True)
class Contents:
    """The sections of a page."""

    entries: tuple[ContentsEntry, ...] = ()

    @property
    def beside(self) -> bool:
        """Whether the list is short enough to stand beside the text on wide screens."""
        return 0 < sum(entry.count for entry in self.entries) <= _MOST_BESIDE


def page_contents(document: nodes.document) -> Contents:
    """Return the contents of the finished *document*; empty ones where there are too few sections.

    Sphinx's own ``toc`` is taken when a page is read and does not know the groups that lists bring in later.
    Groups that have a list of links of their own on the page are left out.
    """
    top = list(_sections(document))
    listed = cache(lambda: _has_list_of_groups(document))  # hardly a page has groups at all
    entries = tuple(_entries(top[0] if len(top) == 1 else document, 1, listed, ""))
    return Contents(entries if sum(entry.count for entry in entries) >= _FEWEST else ())


def _has_list_of_groups(document: nodes.document) -> bool:
    lists = chain(document.findall(nodes.bullet_list), document.findall(nodes.table))
    return any("records-groups" in node["classes"] for node in lists)


def _entries(parent: nodes.Element, depth: int, listed: Callable[[], bool], lang: str) -> Iterator[ContentsEntry]:
    for section in _sections(parent):
        title = section.next_node(nodes.title)
        if title is None or not section["ids"] or ("records-group" in section["classes"] and listed()):
            continue
        inside = section.get("lang", lang)
        below = tuple(_entries(section, depth + 1, listed, inside)) if depth < _DEPTH else ()
        yield ContentsEntry(section["ids"][0], title.astext(), below, title.get("lang", inside))


def _sections(parent: nodes.Element) -> Iterator[nodes.section]:
    return (child for child in parent.children if isinstance(child, nodes.section))
