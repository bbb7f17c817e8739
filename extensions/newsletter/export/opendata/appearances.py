# SPDX-License-Identifier: EUPL-1.2
"""The table of appearances: one row for each person in each record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsletter.export.opendata.csv_table import csv_rows
from newsletter.export.site import Site
from newsletter.export.text import one_line
from newsletter.model.diagnostics import _


class Appearance(NamedTuple):
    """A person in a record; the fields are the columns."""

    record: str
    person: str
    role: str
    side: str


DESCRIPTIONS = Appearance(
    record=_("Permanent name of the record: the column “id” of the records."),
    person=_("Name of the person."),
    role=_("Role in which the person appears there; empty where none is given."),
    side=_("“people” for visitors, travellers and speakers, “hosts” for those who received them."),
)
"""The meanings of the columns: English messages."""
SIDES = ("people", "hosts")


def appearances(site: Site) -> Iterator[Appearance]:
    """Yield the people of each record, in the order of the records, then as they were written."""
    for record in site.archive.records:
        for side, people in zip(SIDES, (record.people, record.hosts), strict=True):
            for person in people:
                yield Appearance(record.id, one_line(person.name), one_line(person.role), side)


def appearances_table(site: Site) -> bytes:
    """Return the appearances as CSV."""
    return csv_rows((Appearance._fields, *appearances(site)))
