# SPDX-License-Identifier: EUPL-1.2
"""Links from a page to others, as they are written; Sphinx and MyST resolve them whenever the page is written."""

from __future__ import annotations

import posixpath

from docutils import nodes
from sphinx.addnodes import pending_xref

from newsletter.environment.page import Link


def links_of(docname: str, document: nodes.document) -> tuple[Link, ...]:
    """Return the links that *document*, the page *docname*, brings; those to records apart from them."""
    found = [_link(docname, node) for node in document.findall(pending_xref) if node.get("refdomain") != "newsletter"]
    missing: list[str] = document.get(_MISSING, [])
    found += [Link(anchor=target) for target in missing]
    return tuple(dict.fromkeys(found))


_MISSING = "newsletter_missing_pages"


def note_missing_page(document: nodes.document, target: str) -> None:
    """Remember that *document* has a link to *target*, which is no page and is therefore taken off: it may come."""
    document[_MISSING] = [*document.get(_MISSING, []), target]


def _link(docname: str, node: pending_xref) -> Link:
    target = str(node.get("reftarget", ""))
    if node.get("refdomain") == "doc":  # MyST's, a docname
        return Link(target, str(node.get("reftargetid") or ""))
    if node.get("reftype") == "doc":
        return Link(page_at(docname, target))
    return Link(anchor=target)


def page_at(docname: str, target: str) -> str:
    """Return the docname that *target* means on the page *docname*: a path from there, or with a slash from the top."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(docname), target)).lstrip("/")
