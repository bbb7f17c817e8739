# SPDX-License-Identifier: EUPL-1.2
"""Atom (RFC 4287), with an archive as in RFC 5005, section 4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from newsletter.export.feeds.feed_entry import FeedEntry, lasting_id
from newsletter.export.site import Site
from newsletter.export.text import one_line

_HISTORY = "http://purl.org/syndication/history/1.0"
_NEVER = "1970-01-01T00:00:00+00:00"
"""The last change of a feed without an entry."""


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """An entry as bytes, which several feeds may hold: together the texts of a long archive are large."""

    octets: bytes
    updated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomHead:
    """The head of a feed, above its entries."""

    name: str
    """The path that its lasting identifier is made from; a page of an archive has that of its feed."""
    path: str
    title: str
    links: Mapping[str, str] = field(default_factory=dict)
    """Paths of the other pages of its archive, by relation (``prev-archive``)."""
    archived: bool = False
    """Whether it is a page of an archive, to which nobody subscribes."""


def atom_feed(site: Site, head: AtomHead, entries: Iterable[AtomEntry]) -> bytes:
    """Return the document of *entries* under *head*."""
    entries = list(entries)
    publication = site.publication
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language})
    if head.archived:
        feed.set("xmlns:fh", _HISTORY)
    _text(feed, "id", lasting_id(site, head.name))
    _text(feed, "title", one_line(head.title))
    if publication.description:
        _text(feed, "subtitle", one_line(publication.description))
    _text(feed, "updated", max((entry.updated for entry in entries), default=_NEVER))
    author = ET.SubElement(feed, "author")
    _text(author, "name", one_line(publication.publisher or publication.title))
    for name, value in (("uri", publication.website), ("email", publication.email)):
        if value:
            _text(author, name, value)
    _link(feed, "self", site.absolute(head.path), "application/atom+xml")
    _link(feed, "alternate", site.absolute(site.page_of("index")), "text/html")
    for relation, path in head.links.items():
        _link(feed, relation, site.absolute(path), "application/atom+xml")
    _link(feed, "license", publication.licence.url)
    _text(feed, "rights", publication.licence.label)
    if head.archived:
        ET.SubElement(feed, "fh:archive")
    ET.indent(feed)
    octets: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return b"".join((octets.removesuffix(b"</feed>"), *(entry.octets for entry in entries), b"</feed>\n"))


def atom_entry(entry: FeedEntry) -> AtomEntry:
    """Return *entry* as an ``atom:entry``."""
    element = ET.Element("entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "published", entry.published)
    _text(element, "updated", entry.updated)
    _link(element, "alternate", entry.url, "text/html")
    for term, label in entry.topics:
        ET.SubElement(element, "category", {"term": term, "label": one_line(label)})
    if entry.summary:
        _text(element, "summary", entry.summary)
    _text(element, "content", entry.html, type="html")
    ET.indent(element, level=1)
    octets: bytes = ET.tostring(element, encoding="utf-8")
    return AtomEntry(b"  " + octets + b"\n", entry.updated)


def _text(parent: ET.Element, name: str, value: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = value


def _link(parent: ET.Element, relation: str, url: str, media_type: str = "") -> None:
    attributes = {"rel": relation, "href": url}
    ET.SubElement(parent, "link", attributes | {"type": media_type} if media_type else attributes)
