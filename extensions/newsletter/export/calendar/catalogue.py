# SPDX-License-Identifier: EUPL-1.2
"""Which calendars there are, under which URL, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from newsletter.export.calendar.occurrence import Occurrence, has_entries, occurrences
from newsletter.export.selections import Selection, selections
from newsletter.export.site import Site
from newsletter.export.text import one_line
from newsletter.model.issue import Period
from newsletter.model.record import Record

_NO_SEPARATORS = str.maketrans(",;\\", "   ")


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar: its URL from the root of the site, its name and its entries."""

    url: str
    name: str
    """Without commas: they are shown escaped, or cut, by clients that read NAME and X-WR-CALNAME differently."""
    occurrences: tuple[Occurrence, ...]
    subscription: bool
    """Whether it is one to subscribe to, which holds the last twelve months and what is ahead."""


def calendars(site: Site) -> Iterator[Calendar]:
    """Yield every calendar of *site*: first those to subscribe to, then those to download. None is empty."""
    yield from offered_calendars(site)
    for issue in site.archive.issues:
        if found := _all_of(site.archive.by_issue[str(issue.name)]):
            yield Calendar(f"calendar/issues/{issue.name}.ics", _name(site, issue.title), found, subscription=False)
    for record in site.archive.records:
        if url := record_calendar(record):
            yield Calendar(url, _name(site, record.title), _all_of([record]), subscription=False)


def offered_calendars(site: Site) -> Iterator[Calendar]:
    """Yield the calendars that are offered together; those of an issue and of a record are, where these stand."""
    yield from _subscriptions(site)
    yield from _years(site)


def record_calendar(record: Record) -> str:
    """Return the URL of the calendar of *record* alone; empty where it stands in no calendar."""
    return f"calendar/records/{record.id}.ics" if has_entries(record) else ""


def window_start(newest: Period) -> date:
    """Return the first day of the twelve months before the month of the newest issue."""
    since = newest.plus(-12)
    return since.first_day if since.year >= date.min.year else date.min


def _subscriptions(site: Site) -> Iterator[Calendar]:
    newest = site.archive.newest
    if newest is None:
        return
    since = window_start(newest.name.period)
    everything = (*site.archive.records, *site.archive.withdrawn)
    records = sorted((record for record in everything if has_entries(record)), key=lambda record: record.order)
    whole = [Selection("all", "", records)] if records else []
    for path, label, members in (*whole, *selections(site, records)):
        recent = [record for record in members if record.end >= since] or [max(members, key=_by_end)]
        yield Calendar(f"calendar/{path}.ics", _name(site, label), _all_of(recent), subscription=True)


def _years(site: Site) -> Iterator[Calendar]:
    years: dict[int, list[Occurrence]] = {}
    for occurrence in _all_of(site.archive.records):
        for year in range(occurrence.span.start.year, occurrence.span.end.year + 1):
            years.setdefault(year, []).append(occurrence)
    for year, members in sorted(years.items()):
        yield Calendar(f"calendar/years/{year:04}.ics", _name(site, str(year)), tuple(members), subscription=False)


def _all_of(records: Iterable[Record]) -> tuple[Occurrence, ...]:
    return tuple(occurrence for record in records for occurrence in occurrences(record))


def _by_end(record: Record) -> tuple[date, date, str]:
    return record.end, record.start, record.id


def _name(site: Site, label: str) -> str:
    title = site.publication.title
    name = label if label.startswith(title) else f"{title} – {label}" if label else title
    return " ".join(one_line(name).translate(_NO_SEPARATORS).split())
