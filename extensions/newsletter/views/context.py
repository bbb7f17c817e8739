# SPDX-License-Identifier: EUPL-1.2
"""Answer what a view asks: the archive, the day, and URLs from the page that it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import NoUri

from newsletter.archive.selection import GroupBy, Labels
from newsletter.dates import show_month
from newsletter.environment.archive_index import group_anchor
from newsletter.environment.config import publication
from newsletter.environment.domain import NewsletterDomain, newsletter_domain
from newsletter.environment.issue_files import today
from newsletter.environment.labels import kind_name
from newsletter.environment.page_builders import has_our_theme, is_page_builder
from newsletter.model.archive import Archive
from newsletter.model.countries import country_name
from newsletter.model.issue import IssueName
from newsletter.model.kinds import Kind
from newsletter.model.publication import Publication
from newsletter.model.record import Record
from newsletter.pictures.names import Published
from newsletter.views.pieces import Piece, as_nodes


@dataclass
class Context:
    """One build, seen from the page *docname*."""

    app: Sphinx
    docname: str
    anchors: set[str] = field(default_factory=set)
    """Anchors of groups that the page has already."""
    _urls: dict[str, str | None] = field(default_factory=dict)

    @cached_property
    def domain(self) -> NewsletterDomain:
        """The domain."""
        return newsletter_domain(self.app.env)

    @property
    def archive(self) -> Archive:
        """All that is published."""
        return self.domain.archive

    @cached_property
    def publication(self) -> Publication:
        """Who publishes it."""
        return publication(self.app.config)

    @property
    def language(self) -> str:
        """The site's language."""
        return self.publication.language

    @cached_property
    def today(self) -> date:
        """The day that divides what is past from what is upcoming."""
        return today(self.app.config)

    @cached_property
    def labels(self) -> Labels:
        """The labels of groups, by key."""
        names = self.app.config.newsletter_names
        issues = {str(issue.name): issue.title for issue in self.archive.issues}
        return Labels(
            {
                GroupBy.MONTH: self._month,
                GroupBy.COUNTRY: lambda code: country_name(code, self.language),
                GroupBy.TOPIC: lambda topic: self.publication.topics.get(topic, topic),
                GroupBy.KIND: lambda kind: kind_name(Kind(kind), plural=True),
                GroupBy.ISSUE: lambda name: issues.get(name, name),
            },
            {
                GroupBy.PERSON: lambda name: names.order("people", name),
                GroupBy.ORGANISATION: lambda name: names.order("organisations", name),
            },
        )

    def _month(self, key: str) -> str:
        name = IssueName.parse(key)
        label = show_month(name.period, self.language) if name else key
        return label[:1].upper() + label[1:]  # it is a heading

    @cached_property
    def format(self) -> str:
        """The format of the build: ``page``, in our theme, or that of another builder or theme."""
        return "page" if has_our_theme(self.app) else self.app.builder.format

    @cached_property
    def has_own_pages(self) -> bool:
        """Whether records, and what they are about, have pages of their own: in a site, not in a book."""
        return is_page_builder(self.app)

    def url(self, docname: str, anchor: str = "") -> str:
        """Return the URL of *docname* from here; empty in a format without URLs."""
        if docname not in self._urls:
            try:
                self._urls[docname] = self.app.builder.get_relative_uri(self.docname, docname)
            except NoUri:
                self._urls[docname] = None
        page = self._urls[docname]
        if page is None:
            return ""
        return f"{page}#{anchor}" if anchor else page

    def link_piece(self, text: str, docname: str, anchor: str = "", lang: str = "") -> Piece:
        """Return *text* as a link to a page, or bare where the format has no links."""
        return Piece(text, url=self.url(docname, anchor), lang=lang)

    def record_piece(self, record: Record, docname: str | None = None, text: str = "") -> Piece:
        """Return the title of *record* as a link to its own page, or to its telling on *docname*.

        What has no page of its own, as in a book, is linked in the issue that tells it last.
        """
        lang = "" if text else record.lang
        if docname is None and self.has_own_pages and record.id in self.archive.by_id:
            return self.link_piece(text or record.title, record.own_page, lang=lang)
        return self.link_piece(text or record.title, docname or record.docname, record.id, lang)

    def picture(self, record: Record) -> Published | None:
        """Return the picture of *record* as it is published; None where there is none that pages show."""
        return self.domain.pictures.get(record.picture.path) if record.picture else None

    def register_piece(self, by: GroupBy, key: str, text: str) -> Piece:
        """Return *text* as a link to the page of the group *key*, or to its place in the register by *by*.

        It is bare where there is neither.
        """
        page = self.domain.index.page_of_group(by, key)
        if page and self.has_own_pages:
            return self.link_piece(text, page)
        docname = self.domain.index.registers.get(by)
        if docname is None or key not in self.domain.index.groups[by]:
            return Piece(text)
        return self.link_piece(text, docname, group_anchor(by, key))

    def link(self, text: str, docname: str, anchor: str = "") -> nodes.Node:
        """Return *text* as a node that links to a page, or bare where the format has no links."""
        return as_nodes((self.link_piece(text, docname, anchor),))[0]

    def record_link(self, record: Record, docname: str | None = None, text: str = "") -> nodes.Node:
        """Return :meth:`record_piece` as a node."""
        return as_nodes((self.record_piece(record, docname, text),))[0]

    def free_anchor(self, anchor: str) -> str:
        """Return *anchor*, or the next free one: two lists of one page may have the same groups."""
        number, free = 1, anchor
        while free in self.anchors:
            number += 1
            free = f"{anchor}-{number}"
        self.anchors.add(free)
        return free
