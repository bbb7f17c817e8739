# SPDX-License-Identifier: EUPL-1.2
"""Find what a mail corrects of what earlier mails said."""

from __future__ import annotations

from datetime import date

from newsletter.model.archive import Archive
from newsletter.model.issue import Issue
from newsletter.model.record import Record


def corrected_records(
    archive: Archive, issue: Issue, last_mailed: date | None = None, mailed: date | None = None
) -> tuple[Record, ...]:
    """Return the records that readers have had by mail and that were corrected since, latest correction first.

    *last_mailed* is the day of the last mail of an earlier issue; where none is known of, readers are taken to have had
    the issue before on the day of its publication. What *issue* itself tells counts only since the day when it was
    *mailed* first.
    """
    published = {str(each.name): each.published for each in archive.issues}
    earlier = {str(each.name) for each in archive.issues if each.name < issue.name}
    since = last_mailed or max((published[name] for name in earlier), default=date.max)

    def seen(record: Record) -> date:
        """Return the day when readers last had *record*; the end of time where they never had."""
        if record.issue in earlier:
            return max(since, published[record.issue])
        return mailed or date.max if record.issue == str(issue.name) else date.max

    found = (record for record in archive.records if record.revised > seen(record))
    return tuple(sorted(found, key=lambda record: (record.revised, record.order), reverse=True))
