# SPDX-License-Identifier: EUPL-1.2
"""The files under ``feeds/``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsletter.export.feeds.atom import AtomEntry, AtomHead, atom_entry, atom_feed
from newsletter.export.feeds.catalogue import IssuePage, RecordFeed, issue_pages, record_feeds
from newsletter.export.feeds.feed_entry import Entries
from newsletter.export.feeds.json_feed import json_feed, json_item
from newsletter.export.site import File, Site


def feed_files(site: Site) -> Iterator[File]:
    """Yield the pages of both feeds of issues, whose first are there before any issue is, then the feeds of records."""
    entries = Entries(site)
    feeds = list(record_feeds(site))
    wanted = {record.id for feed in feeds for record in feed.records}
    records: dict[str, AtomEntry] = {}
    pages = issue_pages(site)
    for number, page in enumerate(pages):
        atom_entries, json_items = list[AtomEntry](), list[bytes]()
        for issue in page.issues:
            content = site.page_content(issue.docname)
            entry = entries.of_issue(issue, content.html)
            atom_entries.append(atom_entry(entry))
            json_items.append(json_item(entry))
            for record in site.archive.by_issue[str(issue.name)]:
                if record.docname == issue.docname and record.id in wanted:
                    told = entries.of_record(record, content.records.get(record.id, ""))
                    records[record.id] = atom_entry(told)
        following = pages[number + 1].json if number + 1 < len(pages) else ""
        yield File(page.atom, atom_feed(site, _page_head(site, pages, number), atom_entries))
        yield File(page.json, json_feed(site, json_items, following))
    for feed in feeds:
        yield File(feed.path, atom_feed(site, _record_head(site, feed), (records[one.id] for one in feed.records)))


def _page_head(site: Site, pages: Sequence[IssuePage], number: int) -> AtomHead:
    """Return the head of the page *number*, linked to those before and after it in time (RFC 5005, section 4)."""
    links = {"prev-archive": pages[number + 1].atom} if number + 1 < len(pages) else {}
    if number:
        links["current"] = pages[0].atom
    if number > 1:
        links["next-archive"] = pages[number - 1].atom
    return AtomHead(
        name="feeds/issues",
        path=pages[number].atom,
        title=site.publication.title,
        links=links,
        archived=number > 0,
    )


def _record_head(site: Site, feed: RecordFeed) -> AtomHead:
    return AtomHead(name=feed.name, path=feed.path, title=f"{site.publication.title} – {feed.label}")
