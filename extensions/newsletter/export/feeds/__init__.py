# SPDX-License-Identifier: EUPL-1.2
"""Feeds: the issues in full, and single records by kind, country and topic; Atom (RFC 4287) and JSON Feed 1.1."""

from newsletter.export.feeds.catalogue import ATOM_FEED, JSON_FEED, RecordFeed, issue_pages, record_feeds
from newsletter.export.feeds.feed_files import feed_files

__all__ = ["ATOM_FEED", "JSON_FEED", "RecordFeed", "feed_files", "issue_pages", "record_feeds"]
