# SPDX-License-Identifier: EUPL-1.2
"""Which feeds there are, under which paths, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from newsletter.export.selections import selections
from newsletter.export.site import Site
from newsletter.model.issue import Issue
from newsletter.model.record import Record

ATOM_FEED = "feeds/atom.xml"
JSON_FEED = "feeds/feed.json"
_NEWEST = 12
"""Issues in the feed that readers subscribe to; the others stand in its archive, by year."""
_MOST = 50
"""Records in a feed of single records."""


@dataclass(frozen=True, slots=True)
class IssuePage:
    """A page of the feed of issues: the newest, to which readers subscribe, or those of a year in its archive."""

    atom: str
    """The path of its Atom document, from the root of the site."""
    json: str
    """The path of its JSON Feed document."""
    issues: tuple[Issue, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class RecordFeed:
    """A feed of single records: its path without the suffix (``feeds/countries/jp``), what it holds, its records."""

    name: str
    label: str
    records: tuple[Record, ...]
    """Newest first."""

    @property
    def path(self) -> str:
        """The path of its Atom document, from the root of the site."""
        return f"{self.name}.xml"


def issue_pages(site: Site) -> list[IssuePage]:
    """Return the pages of the feed of issues, newest first; the first is there before any issue is."""
    issues = site.archive.issues[::-1]
    pages = [IssuePage(ATOM_FEED, JSON_FEED, issues[:_NEWEST])]
    for year, members in groupby(issues[_NEWEST:], key=lambda issue: issue.name.period.year):
        name = f"feeds/archive/{year:04}"
        pages.append(IssuePage(f"{name}.xml", f"{name}.json", tuple(members)))
    return pages


def record_feeds(site: Site) -> Iterator[RecordFeed]:
    """Yield the feeds of single records, of each kind, country and topic; none is empty."""
    for path, label, records in selections(site, site.archive.records):
        yield RecordFeed(f"feeds/{path}", label, tuple(sorted(records, key=newness, reverse=True)[:_MOST]))


def newness(record: Record) -> tuple[date, tuple[date, date, str]]:
    """Return what records are sorted by in feeds: their last revision, then their own order."""
    return record.revised, record.order
