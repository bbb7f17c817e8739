# SPDX-License-Identifier: EUPL-1.2
"""A VEVENT (RFC 5545, section 3.6.1) as bytes, written once and put into every file that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from newsletter.export.calendar.clock import clock_of
from newsletter.export.calendar.contentline import content_line, escape
from newsletter.export.calendar.entry_text import description, entry_hours, is_off, location, summary
from newsletter.export.calendar.occurrence import Occurrence
from newsletter.export.site import Site
from newsletter.model.values import Hours, Status

_LANGUAGE_TAG = re.compile("[A-Za-z0-9-]+")
_HOUR = timedelta(hours=1)
_LAST_SECOND = 24 * 60 * 60 - 1


@dataclass(frozen=True)
class CalendarEntry:
    """The entry of one occurrence."""

    site: Site
    occurrence: Occurrence

    @property
    def hours(self) -> Hours | None:
        """The hours; None where the entry takes whole days."""
        return entry_hours(self.occurrence.record) if self.occurrence.span.start == self.occurrence.span.end else None

    @cached_property
    def is_local(self) -> bool:
        """Whether its hours are those of the city's zone, which the file then has to describe; else they are in UTC."""
        zone = self.site.publication.time_zone
        if self.hours is None or (clock := clock_of(zone)) is None:
            return False
        return all(map(clock.gives, _local_hours(self.occurrence.span.start, self.hours, zone)))

    @cached_property
    def full(self) -> bytes:
        """The VEVENT with the text of the record."""
        return b"".join(self._lines(with_body=True))

    @cached_property
    def brief(self) -> bytes:
        """The VEVENT with the facts alone, for a file that would grow too large."""
        return b"".join(self._lines(with_body=False))

    def _lines(self, *, with_body: bool) -> Iterator[bytes]:
        site, record = self.site, self.occurrence.record
        page = site.absolute(site.record_page(record)) if site.publication.base_url and record.docname else ""
        yield b"BEGIN:VEVENT\r\n"
        yield content_line("UID", self.occurrence.uid(site.publication.namespace))
        yield from self._revision()
        yield from self._days()
        language = f";LANGUAGE={record.lang}" if _LANGUAGE_TAG.fullmatch(record.lang) else ""
        yield content_line(f"SUMMARY{language}", escape(summary(site, record)))
        if place := location(site, record):
            yield content_line("LOCATION", escape(place))
        if text := description(site, record, page, with_body=with_body):
            yield content_line("DESCRIPTION", escape(text))
        if record.topics:
            labels = [site.publication.topics.get(topic, topic) for topic in record.topics]
            yield content_line("CATEGORIES", ",".join(map(escape, labels)))
        if page:
            yield content_line("URL", page)
        yield from self._state()
        yield b"END:VEVENT\r\n"

    def _revision(self) -> Iterator[bytes]:
        """Yield how often the entry was revised, and when: neither ever falls, and no build changes it.

        The seconds of the day are those of the number, so that two revisions of one day are told apart by either.
        """
        revision = self.occurrence.revision
        moment = datetime.combine(revision.day, time.min) + timedelta(seconds=min(revision.number, _LAST_SECOND))
        yield content_line("DTSTAMP", f"{moment:%Y%m%dT%H%M%S}Z")
        yield content_line("LAST-MODIFIED", f"{moment:%Y%m%dT%H%M%S}Z")
        yield content_line("SEQUENCE", str(revision.number))

    def _days(self) -> Iterator[bytes]:
        span = self.occurrence.span
        if self.hours is None:
            yield content_line("DTSTART;VALUE=DATE", _day(span.start))
            if span.end < date.max:
                yield content_line("DTEND;VALUE=DATE", _day(span.end + timedelta(days=1)))
            return
        zone = self.site.publication.time_zone
        for name, local in zip(("DTSTART", "DTEND"), _local_hours(span.start, self.hours, zone), strict=True):
            if self.is_local:
                yield content_line(f"{name};TZID={zone.key}", f"{_day(local.date())}T{local:%H%M%S}")
            else:
                instant = local.replace(tzinfo=zone).astimezone(UTC)
                yield content_line(name, f"{_day(instant.date())}T{instant:%H%M%S}Z")

    def _state(self) -> Iterator[bytes]:
        record = self.occurrence.record
        if is_off(record):
            yield b"STATUS:CANCELLED\r\n"
        elif record.status is Status.TENTATIVE:
            yield b"STATUS:TENTATIVE\r\n"
        else:
            yield b"STATUS:CONFIRMED\r\n"
        if self.hours is None or is_off(record):
            yield b"TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _local_hours(day: date, hours: Hours, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return start and end on the city's clock, without zone.

    An hour is added on the clock of UTC, so that it is one in the night in which the local clock goes forward;
    in the one in which it goes back, an end that the local clock cannot tell from the start is shown later.
    """
    start = datetime.combine(day, hours.start)
    if hours.end is not None:
        end = datetime.combine(day, hours.end)
        return start, end if end > start else end + timedelta(days=1)
    instant = start.replace(tzinfo=zone).astimezone(UTC) + _HOUR
    end = instant.astimezone(zone).replace(tzinfo=None)
    return start, end if end > start else start + _HOUR
