# SPDX-License-Identifier: EUPL-1.2
"""The entries of feeds, as values that both formats write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from newsletter.export.calendar.entry_text import location, summary
from newsletter.export.feeds.catalogue import newness
from newsletter.export.site import Site
from newsletter.export.text import moment, one_line, only_valid
from newsletter.model.issue import Issue
from newsletter.model.record import Record


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """The entry of an issue or of a record in a feed."""

    id: str
    url: str
    title: str
    summary: str
    published: str
    updated: str
    html: str
    topics: tuple[tuple[str, str], ...] = ()
    """Slugs and labels."""


class Entries:
    """Makes the entries of *site*, no two of which were updated in one moment.

    The sources know days. What was revised on one day is told apart by seconds after midnight, so that readers keep
    our order, as they do by ``atom:updated``.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        archive = site.archive
        issues = ((_revised(site, issue), str(issue.name)) for issue in archive.issues)
        self._issue_moments = _moments(site, sorted(issues))
        self._record_moments = _moments(site, ((r.revised, r.id) for r in sorted(archive.records, key=newness)))

    def of_issue(self, issue: Issue, html: str) -> FeedEntry:
        """Return the entry of *issue*, whose page says *html*."""
        site = self._site
        return FeedEntry(
            id=lasting_id(site, f"issues/{issue.name}"),
            url=site.absolute(site.page_of(issue.docname)),
            title=one_line(issue.title),
            summary=one_line(issue.description),
            published=moment(issue.published, site.publication.time_zone),
            updated=self._issue_moments[str(issue.name)],
            html=only_valid(html),
        )

    def of_record(self, record: Record, html: str) -> FeedEntry:
        """Return the entry of *record*, of which its page says *html*."""
        site = self._site
        labels = site.publication.topics
        return FeedEntry(
            id=lasting_id(site, f"records/{record.id}"),
            url=site.absolute(site.record_page(record)),
            title=summary(site, record),
            summary=" · ".join(filter(None, (site.show_dates(record), location(site, record)))),
            published=moment(record.published, site.publication.time_zone),
            updated=self._record_moments[record.id],
            html=only_valid(html),
            topics=tuple((topic, labels.get(topic, topic)) for topic in record.topics),
        )


def lasting_id(site: Site, specific: str) -> str:
    """Return a ``tag:`` URI (RFC 4151), which stays when the site moves; a ``urn:uuid:`` where none is configured."""
    namespace = site.publication.namespace
    return f"tag:{namespace}:{specific}" if namespace else f"urn:uuid:{uuid5(NAMESPACE_URL, specific)}"


def _revised(site: Site, issue: Issue) -> date:
    return max([issue.published, *(record.revised for record in site.archive.by_issue[str(issue.name)])])


def _moments(site: Site, oldest_first: Iterable[tuple[date, str]]) -> dict[str, str]:
    """Return the moment of each name, from days in order: the first of a day at midnight, each other a second later."""
    moments: dict[str, str] = {}
    for day, names in groupby(oldest_first, key=lambda dated: dated[0]):
        for second, (_day, name) in enumerate(names):
            hour = time(second // 3600 % 24, second // 60 % 60, second % 60)
            moments[name] = moment(day, site.publication.time_zone, hour)
    return moments
