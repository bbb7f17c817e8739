# SPDX-License-Identifier: EUPL-1.2
"""A page that no source file is behind: of a record, of what records are about, of one year of a long list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from docutils import nodes
from docutils.utils import new_document
from sphinx.application import Sphinx

from newsletter.model.record import Record
from newsletter.views.context import Context
from newsletter.web.frame import Neighbour
from newsletter.web.social_cards import SharedPicture


@dataclass(frozen=True, kw_only=True, repr=False)  # Sphinx asks for the repr of all that it gives to handlers
class OwnPage:
    """Describe such a page; its text is made only where it is written."""

    docname: str
    title: str
    shown: object
    """All that it shows besides :attr:`rests_on` and what stands on every page."""
    text: Callable[[], str | nodes.document]
    """Make the text, with its heading: HTML, or nodes."""
    rests_on: str = ""
    """The docname of the page that its text is taken from."""
    published: date | None = None
    """The day on which what it tells was first published; None where it is a list."""
    changed: date
    """The day of its last change, for search engines."""
    description: str
    lang: str = ""
    """The language of the title (BCP 47) where it is not the site's."""
    role: str = "text"
    """As in :class:`Frame`."""
    indexed: bool = True
    """Whether search engines may list it."""
    up: Neighbour | None = None
    """Its place in the site."""
    previous: Neighbour | None = None
    following: Neighbour | None = None
    picture: Callable[[], SharedPicture]
    """Find what stands for it where it is shared."""
    structured: Callable[[], tuple[str, ...]] = tuple
    """Make the blocks of JSON-LD."""


def page_of_nodes(context: Context, title: str, parts: Iterable[nodes.Node]) -> nodes.document:
    """Return the document of a page with *parts* under its *title*."""
    document = new_document(context.docname)
    section = nodes.section("", nodes.title("", title), *parts, ids=[context.free_anchor("_top")])
    document += section
    return document


def neighbour(app: Sphinx, docname: str, anchor: str = "") -> Neighbour:
    """Return the page *docname* of a source file as a neighbour."""
    return Neighbour(docname, app.env.titles[docname].astext(), anchor)


def last_change(records: Iterable[Record]) -> date:
    """Return the day on which the last of *records* was revised."""
    return max(record.revised for record in records)
