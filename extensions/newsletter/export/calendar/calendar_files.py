# SPDX-License-Identifier: EUPL-1.2
"""Calendars as files: a frame, the time zone where an hour needs it, and entries joined as they are."""

from __future__ import annotations

from collections.abc import Iterator

from newsletter.export.calendar.calendar_entry import CalendarEntry
from newsletter.export.calendar.catalogue import Calendar, calendars
from newsletter.export.calendar.contentline import content_line, escape
from newsletter.export.calendar.occurrence import Occurrence
from newsletter.export.site import File, Site

_LARGEST = 1_000_000
"""Octets: Google Calendar loses entries of larger files."""


def calendar_files(site: Site) -> Iterator[File]:
    """Yield every file under ``calendar/``; none where nothing has a day."""
    # Both bring icalendar, which takes a tenth of a second to load; most builds write no calendar.
    from newsletter.export.calendar.calendar_head import opening  # noqa: PLC0415 -- see above
    from newsletter.export.calendar.timezone import vtimezone  # noqa: PLC0415 -- see above

    beginning, clock = opening(site), vtimezone(site.publication.time_zone)
    entries: dict[tuple[str, str], CalendarEntry] = {}

    def entry_of(occurrence: Occurrence) -> CalendarEntry:
        key = occurrence.record.id, occurrence.revision.name
        if key not in entries:
            entries[key] = CalendarEntry(site, occurrence)
        return entries[key]

    for calendar in calendars(site):
        content = [entry_of(occurrence) for occurrence in calendar.occurrences]
        yield File(calendar.url, _assemble(beginning, clock, calendar, content))


def _assemble(opening: bytes, clock: bytes, calendar: Calendar, entries: list[CalendarEntry]) -> bytes:
    pieces = [opening, content_line("NAME", escape(calendar.name)), content_line("X-WR-CALNAME", escape(calendar.name))]
    if any(entry.is_local for entry in entries):
        pieces.append(clock)
    bodies = [entry.full for entry in entries]
    if sum(map(len, bodies)) + sum(map(len, pieces)) > _LARGEST:
        bodies = [entry.brief for entry in entries]
    return b"".join([*pieces, *bodies, b"END:VCALENDAR\r\n"])
