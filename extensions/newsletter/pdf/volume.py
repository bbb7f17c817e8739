# SPDX-License-Identifier: EUPL-1.2
"""The volumes: the whole archive, a volume for the issues of each year, each issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from newsletter.archive.abroad import in_year
from newsletter.model.archive import Archive
from newsletter.model.issue import Issue, IssueName, Period
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.report import report_year


class Extent(StrEnum):
    """The extent of a volume."""

    ISSUE = "issue"
    REPORT = "report"
    """The report of a year, which is set as an issue is."""
    POSTER = "poster"
    """The agenda of an issue on one page: its records are the events that take place."""
    YEAR = "year"
    WHOLE = "whole"


@dataclass(frozen=True)
class Volume:
    """One PDF: its path among the PDFs, its issues oldest first, the records that they tell."""

    path: str
    extent: Extent
    issues: tuple[Issue, ...]
    records: tuple[Record, ...]

    @property
    def alone(self) -> bool:
        """Whether it is one document, without cover and indexes."""
        return self.extent in {Extent.ISSUE, Extent.REPORT, Extent.POSTER}

    @property
    def years(self) -> tuple[int, int]:
        """The years of its first and its last issue."""
        return self.issues[0].name.period.year, self.issues[-1].name.period.year

    def by_year(self) -> Iterator[Volume]:
        """Yield its issues of each year, with their records."""
        for year, issues in groupby(self.issues, lambda issue: issue.name.period.year):
            yield _volume(f"years/{year:04}.pdf", Extent.YEAR, self.records, tuple(issues))


def issue_volume(archive: Archive, issue: Issue) -> Volume:
    """Return the volume of one *issue* of *archive*."""
    name = str(issue.name)
    return Volume(f"issues/{name}.pdf", Extent.ISSUE, (issue,), archive.by_issue.get(name, ()))


def posters(archive: Archive) -> Iterator[Volume]:
    """Yield the posters of the issues of *archive* that tell of events."""
    for issue in archive.issues:
        told = archive.by_issue.get(str(issue.name), ())
        if events := tuple(record for record in told if record.kind is Kind.EVENT and not record.is_off):
            yield Volume(f"posters/{issue.name}.pdf", Extent.POSTER, (issue,), events)


def report_volume(archive: Archive, docname: str, title: str) -> Volume:
    """Return the volume of the report that the page *docname* is; it stands for an issue after all of its year."""
    year = report_year(docname) or 1
    records = tuple(in_year(archive.records, year))
    day = max((record.revised for record in records), default=date(year, 12, 31))
    issue = Issue(name=IssueName(Period(year, 12), "report"), docname=docname, title=title, published=day)
    return Volume(f"{docname}.pdf", Extent.REPORT, (issue,), records)


def volumes(archive: Archive, slug: str) -> Iterator[Volume]:
    """Yield the volumes of *archive*, the small ones first; the whole is called *slug*. None of no issue."""
    for issue in archive.issues:
        yield issue_volume(archive, issue)
    if archive.issues:
        whole = _volume(f"{slug}.pdf", Extent.WHOLE, archive.records, archive.issues)
        yield from whole.by_year()
        yield whole


def _volume(path: str, extent: Extent, records: Iterable[Record], issues: tuple[Issue, ...]) -> Volume:
    names = {str(issue.name) for issue in issues}
    return Volume(path, extent, issues, tuple(record for record in records if not names.isdisjoint(record.issues)))
