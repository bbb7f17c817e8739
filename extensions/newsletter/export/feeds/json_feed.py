# SPDX-License-Identifier: EUPL-1.2
"""JSON Feed 1.1, in pages that ``next_url`` links."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from newsletter.export.feeds.catalogue import JSON_FEED
from newsletter.export.feeds.feed_entry import FeedEntry
from newsletter.export.site import Site
from newsletter.export.text import one_line


def json_feed(site: Site, items: Sequence[bytes], following: str) -> bytes:
    """Return the document of *items*; *following* is the path of the next page, with older ones, empty on the last."""
    publication = site.publication
    author = {"name": publication.publisher or publication.title, "url": publication.website}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(publication.title),
        "description": one_line(publication.description),
        "home_page_url": site.absolute(site.page_of("index")),
        "feed_url": site.absolute(JSON_FEED),  # what identifies the feed, also in its further pages
        "next_url": following and site.absolute(following),
        "language": site.language,
        "authors": [_present(author)],
        "items": [],
    }
    head = json.dumps(_present(feed), ensure_ascii=False, indent=2).encode()
    if not items:
        return head + b"\n"
    return b"".join((head.removesuffix(b"]\n}"), b"\n    ", b",\n    ".join(items), b"\n  ]\n}\n"))


def json_item(entry: FeedEntry) -> bytes:
    """Return *entry* as an item."""
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
