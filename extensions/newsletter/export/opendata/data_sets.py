# SPDX-License-Identifier: EUPL-1.2
"""The sets of data that are published, as catalogues describe them: for the data package, DCAT-AP_IT and schema.org."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsletter.export.site import Site
from newsletter.export.text import one_line
from newsletter.model.diagnostics import _
from newsletter.model.kinds import TRAITS

_NEVER = date(1970, 1, 1)
"""The last change of an archive without an issue."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A form in which a set of data can be downloaded."""

    path: str
    label: str
    """English message, as the next class's."""
    media_type: str

    @property
    def format(self) -> str:
        """The ending of its name, which is also its name in the EU's vocabulary of file types, there in capitals."""
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class DataSet:
    """A set of data in one or more forms."""

    name: str
    title: str
    description: str
    files: tuple[DataFile, ...]


RECORDS = DataSet(
    "records",
    _("The records"),
    _("Events, delegations, missions and news of the newsletter, one record each."),
    (
        DataFile("data/records.json", _("All records as JSON"), "application/json"),
        DataFile("data/records.csv", _("All records as a table (CSV)"), "text/csv"),
    ),
)
APPEARANCES = DataSet(
    "appearances",
    _("The people in the records"),
    _("Who appears in which record, with role and side, one appearance each."),
    (DataFile("data/appearances.csv", _("Who appears in which record (CSV)"), "text/csv"),),
)
DATA_SETS = (RECORDS, APPEARANCES)


def first_published(site: Site) -> date:
    """Return the day on which the first issue was published."""
    return min((issue.published for issue in site.archive.issues), default=_NEVER)


def last_modified(site: Site) -> date:
    """Return the day of the last revision of any record, or of the last publication."""
    days = (*(issue.published for issue in site.archive.issues), *(record.revised for record in site.archive.records))
    return max(days, default=_NEVER)


def days_covered(site: Site) -> tuple[date, date] | None:
    """Return the first and the last day of all records; None where there is none."""
    records = site.archive.records
    return (min(record.start for record in records), max(record.end for record in records)) if records else None


def keywords(site: Site) -> list[str]:
    """Return what the data are about: the kinds and the topics of the records."""
    return list(dict.fromkeys(_keywords(site)))


def _keywords(site: Site) -> Iterator[str]:
    kinds = {record.kind for record in site.archive.records}
    topics = {topic for record in site.archive.records for topic in record.topics}
    yield from (site.translate(traits.many) for kind, traits in TRAITS.items() if kind in kinds)
    yield from (one_line(label) for topic, label in site.publication.topics.items() if topic in topics)
