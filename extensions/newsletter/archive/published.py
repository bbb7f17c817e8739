# SPDX-License-Identifier: EUPL-1.2
"""Read and write what subscribers have seen, ``published/<issue>.json``: by builds, by ``make published``.

One object a line, so that a change is one line of a diff and proposals do not meet in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from functools import cached_property

from newsletter.dates import parse_dates
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Precision, Revision, Span

FOLDER = "published"
_OPTIONAL = frozenset({"was", "countries", "topics"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedOccurrence:
    """One occurrence of a record as it last went out."""

    id: str
    occurrence: str
    """The part of its UID after the record's: empty for the record's own, else the day first published, or a number."""
    date: str
    """A day, a month or an interval (ISO 8601)."""
    title: str
    kind: str
    state: str
    """The status; ``rescheduled`` where it was postponed to the date that is given, ``gone`` where its record went on
    without it, ``withdrawn`` where an editor took the record out and wants a cancelled entry."""
    digest: str
    revision: int
    """SEQUENCE."""
    day: str
    """The day on which this revision went out."""
    noted: str
    """The day on which it was noted first: by then its issue was out."""
    was: str = ""
    """The date that it had before this one; empty where it had no other."""
    countries: str = ""
    """Codes of its countries, with blanks between them: it stands in their calendars, too."""
    topics: str = ""
    """Its topics, likewise."""

    @property
    def dates(self) -> Dates:
        """Its date."""
        return _dates(self.date)

    @property
    def former_dates(self) -> Dates | None:
        """The date that it had before, where it had another."""
        return _dates(self.was) if self.was else None


@dataclass(frozen=True)
class PublishedState:
    """Hold what subscribers have seen of all issues: occurrences by the issue whose file they stand in."""

    issues: Mapping[str, tuple[PublishedOccurrence, ...]] = field(default_factory=dict)
    counted: Mapping[str, tuple[Revision, ...]] | None = None
    """In the run of a further language, the revisions that the run of the originals has counted, by record: here the
    words are others, so that digests say nothing of a change. None in that run itself."""

    @cached_property
    def by_id(self) -> Mapping[str, tuple[PublishedOccurrence, ...]]:
        """The occurrences of each record, in the order of the files; of two with one name the newer revision."""
        found: dict[str, dict[str, PublishedOccurrence]] = {}
        for seen in (seen for name in sorted(self.issues) for seen in self.issues[name]):
            known = found.setdefault(seen.id, {})
            if seen.occurrence not in known or known[seen.occurrence].revision < seen.revision:
                known[seen.occurrence] = seen
        return {record_id: tuple(known.values()) for record_id, known in found.items()}

    @cached_property
    def out_by(self) -> Mapping[str, date]:
        """The day by which an issue was out, by its name."""
        return {
            name: min(date.fromisoformat(each.noted) for each in seen) for name, seen in self.issues.items() if seen
        }

    @cached_property
    def issue_of(self) -> Mapping[str, str]:
        """The issue in whose file a record stands."""
        return {seen.id: name for name in sorted(self.issues, reverse=True) for seen in self.issues[name]}


def iso_date(span: Span, precision: Precision) -> str:
    """Return *span* as a day, a month or an interval (ISO 8601)."""
    length = 7 if precision is Precision.MONTH else 10
    start, end = span.start.isoformat()[:length], span.end.isoformat()[:length]
    return start if start == end else f"{start}/{end}"


def write_published(occurrences: Iterable[PublishedOccurrence]) -> str:
    """Return the text of the file that holds *occurrences*."""
    rows = (
        {name: value for name, value in asdict(each).items() if value or name not in _OPTIONAL} for each in occurrences
    )
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def parse_published(text: str) -> tuple[PublishedOccurrence, ...]:
    """Parse the text of one file.

    :raises ContentError: ``published-form``.
    """
    try:
        rows = json.loads(text)
        return tuple(_checked(rows))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ContentError(
            "published-form",
            _(
                "What subscribers have seen of this issue cannot be read (%(reason)s): take back the last version from "
                "git. Without it corrections may not reach their calendars."
            ),
            reason=str(error),
        ) from error


def _checked(rows: Iterable[Mapping[str, object]]) -> Iterator[PublishedOccurrence]:
    known = {each.name for each in fields(PublishedOccurrence)}
    for row in rows:
        seen = PublishedOccurrence(**{name: value for name, value in row.items() if name in known})  # type: ignore[arg-type] # checked below
        texts = [value for name, value in asdict(seen).items() if name != "revision"]
        if not all(isinstance(each, str) for each in texts) or type(seen.revision) is not int or seen.revision < 0:
            raise ValueError(f"{row!r:.80}")
        for day in (seen.day, seen.noted):
            date.fromisoformat(day)
        if any(len(_dates(dates).spans) != 1 for dates in (seen.date, seen.was or seen.date)):
            raise ValueError(f"{seen.date!r:.80}")
        Kind(seen.kind)
        yield seen


def _dates(text: str) -> Dates:
    return parse_dates(text, period=Period(2000, 1), kind=Kind.EVENT)  # it has its year: no month matters
