# SPDX-License-Identifier: EUPL-1.2
"""The archive: all issues and all records, in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from newsletter.model.issue import Issue
from newsletter.model.record import Record


@dataclass(frozen=True)
class Archive:
    """Hold all that is published: issues oldest first, records by :attr:`Record.order`."""

    issues: tuple[Issue, ...]
    records: tuple[Record, ...]
    withdrawn: tuple[Record, ...] = ()
    """Records that were taken out of the sources, and stay in calendars to subscribe to as cancelled."""

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """Records by id."""
        return {record.id: record for record in self.records}

    @cached_property
    def by_issue(self) -> dict[str, tuple[Record, ...]]:
        """Records by the name of every issue that tells them, in their order."""
        told: dict[str, list[Record]] = {str(issue.name): [] for issue in self.issues}
        for record in self.records:
            for name in record.issues:
                told[name].append(record)
        return {name: tuple(records) for name, records in told.items()}

    @property
    def newest(self) -> Issue | None:
        """The newest issue; None where there is none."""
        return self.issues[-1] if self.issues else None
