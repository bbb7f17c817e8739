# SPDX-License-Identifier: EUPL-1.2
"""The volumes: the whole archive, a volume for the issues of each year, each issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsletter.model.archive import Archive
from newsletter.model.issue import Issue
from newsletter.model.record import Record


class Extent(StrEnum):
    """The extent of a volume."""

    ISSUE = "issue"
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
    def years(self) -> tuple[int, int]:
        """The years of its first and its last issue."""
        return self.issues[0].name.period.year, self.issues[-1].name.period.year


def issue_volume(archive: Archive, issue: Issue) -> Volume:
    """Return the volume of one *issue* of *archive*."""
    name = str(issue.name)
    return Volume(f"issues/{name}.pdf", Extent.ISSUE, (issue,), archive.by_issue.get(name, ()))


def volumes(archive: Archive, slug: str) -> Iterator[Volume]:
    """Yield the volumes of *archive*, the small ones first; the whole is called *slug*. None of no issue."""
    for issue in archive.issues:
        yield issue_volume(archive, issue)
    for year in sorted({issue.name.period.year for issue in archive.issues}):
        issues = tuple(issue for issue in archive.issues if issue.name.period.year == year)
        yield _volume(f"years/{year:04}.pdf", Extent.YEAR, archive, issues)
    if archive.issues:
        yield _volume(f"{slug}.pdf", Extent.WHOLE, archive, archive.issues)


def _volume(path: str, extent: Extent, archive: Archive, issues: tuple[Issue, ...]) -> Volume:
    names = {str(issue.name) for issue in issues}
    records = tuple(record for record in archive.records if not names.isdisjoint(record.issues))
    return Volume(path, extent, issues, records)
