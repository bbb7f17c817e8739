# SPDX-License-Identifier: EUPL-1.2
"""Calendars as files: a frame, the time zone where an hour needs it, and entries joined as they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import icalendar

from newsletter.export.calendar.catalogue import Calendar, calendars
from newsletter.export.calendar.contentline import content_line, escape
from newsletter.export.calendar.entry import Entry
from newsletter.export.calendar.occurrence import Occurrence
from newsletter.export.calendar.timezone import vtimezone
from newsletter.export.characters import one_line
from newsletter.export.site import File, Site

_REFRESH = timedelta(hours=12)
_LARGEST = 1_000_000
"""Octets: Google Calendar loses entries of larger files."""


def calendar_files(site: Site) -> Iterator[File]:
    """Yield every file under ``calendar/``; none where nothing has a day."""
    opening = _opening(site)
    entries: dict[tuple[str, int], Entry] = {}

    def entry_of(occurrence: Occurrence) -> Entry:
        key = occurrence.record.id, occurrence.number
        if key not in entries:
            entries[key] = Entry(site, occurrence)
        return entries[key]

    for calendar in calendars(site):
        held = [entry_of(occurrence) for occurrence in calendar.occurrences]
        yield File(calendar.address, _assemble(opening, calendar, held))


def _opening(site: Site) -> bytes:
    """Return what all calendars begin with (RFC 5545, section 3.6; RFC 7986, section 5.7)."""
    frame = icalendar.Calendar()
    names = (site.publication.publisher, site.publication.title, site.publication.language.upper())
    frame.add("version", "2.0")
    frame.add("prodid", "-//" + "//".join(one_line(name).replace("//", "/") or "-" for name in names))
    frame.add("calscale", "GREGORIAN")
    frame.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    frame.add("x-published-ttl", icalendar.vDuration(_REFRESH))
    octets: bytes = frame.to_ical()
    return octets.removesuffix(b"END:VCALENDAR\r\n")


def _assemble(opening: bytes, calendar: Calendar, entries: list[Entry]) -> bytes:
    pieces = [opening, content_line("NAME", escape(calendar.name)), content_line("X-WR-CALNAME", escape(calendar.name))]
    timed = next((entry for entry in entries if entry.hours is not None), None)
    if timed is not None:
        pieces.append(vtimezone(timed.site.publication.time_zone))
    bodies = [entry.full for entry in entries]
    if sum(map(len, bodies)) + sum(map(len, pieces)) > _LARGEST:
        bodies = [entry.brief for entry in entries]
    return b"".join([*pieces, *bodies, b"END:VCALENDAR\r\n"])
