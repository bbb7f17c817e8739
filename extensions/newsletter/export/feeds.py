# SPDX-License-Identifier: EUPL-1.2
"""The issues as feeds, newest first, full text: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from newsletter.export.characters import one_line, only_valid
from newsletter.export.moments import moment
from newsletter.export.site import File, Site
from newsletter.model.issue import Issue

ATOM_FEED = "feeds/atom.xml"
JSON_FEED = "feeds/feed.json"
_NEVER = "1970-01-01T00:00:00+00:00"
"""When a feed without an issue was last changed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What both formats tell of an issue."""

    id: str
    url: str
    title: str
    summary: str
    published: str
    updated: str
    html: str


def feed_files(site: Site) -> Iterator[File]:
    """Yield both feeds; their addresses exist from the first day, before the first issue."""
    entries, items, updated = list[bytes](), list[bytes](), _NEVER
    for issue in reversed(site.archive.issues):  # in bytes one by one: together the texts of a long archive are large
        entry = _entry(site, issue)
        updated = max(updated, entry.updated)
        entries.append(_atom_entry(entry))
        items.append(_json_item(entry))
    yield File(ATOM_FEED, _atom(site, updated, entries))
    yield File(JSON_FEED, _json_feed(site, items))


def lasting_id(site: Site, specific: str) -> str:
    """Return a ``tag:`` URI (RFC 4151), which stays when the site moves; a ``urn:uuid:`` where none is configured."""
    namespace = site.publication.namespace
    return f"tag:{namespace}:{specific}" if namespace else f"urn:uuid:{uuid5(NAMESPACE_URL, specific)}"


def _entry(site: Site, issue: Issue) -> Entry:
    zone = site.publication.time_zone
    records = site.archive.by_issue[str(issue.name)]
    return Entry(
        id=lasting_id(site, f"issues/{issue.name}"),
        url=site.absolute(site.page_of(issue.docname)),
        title=one_line(issue.title),
        summary=one_line(issue.description),
        published=moment(issue.published, zone),
        updated=moment(max([issue.published, *(record.revised for record in records)]), zone),
        html=only_valid(site.issue_html.get(issue.docname, "")),
    )


def _atom(site: Site, updated: str, entries: list[bytes]) -> bytes:
    publication = site.publication
    title = one_line(publication.title)
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language})
    _text(feed, "id", lasting_id(site, "feeds/issues"))
    _text(feed, "title", title)
    if publication.description:
        _text(feed, "subtitle", one_line(publication.description))
    _text(feed, "updated", updated)
    author = ET.SubElement(feed, "author")
    _text(author, "name", one_line(publication.publisher) or title)
    for name, value in (("uri", publication.website), ("email", publication.email)):
        if value:
            _text(author, name, value)
    _link(feed, "self", site.absolute(ATOM_FEED), "application/atom+xml")
    _link(feed, "alternate", site.absolute(site.page_of("index")), "text/html")
    _link(feed, "license", publication.licence.url)
    _text(feed, "rights", publication.licence.label)
    ET.indent(feed)
    head: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return b"".join((head.removesuffix(b"</feed>"), *entries, b"</feed>\n"))


def _atom_entry(entry: Entry) -> bytes:
    element = ET.Element("entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "published", entry.published)
    _text(element, "updated", entry.updated)
    _link(element, "alternate", entry.url, "text/html")
    if entry.summary:
        _text(element, "summary", entry.summary)
    _text(element, "content", entry.html, type="html")
    ET.indent(element, level=1)
    octets: bytes = ET.tostring(element, encoding="utf-8")
    return b"  " + octets + b"\n"


def _text(parent: ET.Element, name: str, value: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = value


def _link(parent: ET.Element, relation: str, address: str, media_type: str = "") -> None:
    attributes = {"rel": relation, "href": address}
    ET.SubElement(parent, "link", attributes | {"type": media_type} if media_type else attributes)


def _json_feed(site: Site, items: list[bytes]) -> bytes:
    publication = site.publication
    author = {"name": publication.publisher or publication.title, "url": publication.website}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(publication.title),
        "description": one_line(publication.description),
        "home_page_url": site.absolute(site.page_of("index")),
        "feed_url": site.absolute(JSON_FEED),
        "language": site.language,
        "authors": [_present(author)],
        "items": [],
    }
    head = json.dumps(_present(feed), ensure_ascii=False, indent=2).encode()
    if not items:
        return head + b"\n"
    return b"".join((head.removesuffix(b"]\n}"), b"\n    ", b",\n    ".join(items), b"\n  ]\n}\n"))


def _json_item(entry: Entry) -> bytes:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "date_published": entry.published,
        "date_modified": entry.updated,
    }
    told = json.dumps(_present(item) | {"content_html": entry.html}, ensure_ascii=False, indent=2)
    return told.replace("\n", "\n    ").encode()  # in the text itself a line break is written as an escape


def _present(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value != ""}
