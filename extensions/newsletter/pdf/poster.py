# SPDX-License-Identifier: EUPL-1.2
"""The poster of an issue: its events by day on one page, with a QR code (ISO/IEC 18004) to their calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

from newsletter.dates import show_dates, show_hours, show_weekday
from newsletter.environment.i18n import translate
from newsletter.environment.labels import status_name
from newsletter.export.calendar.occurrence import has_entries
from newsletter.model.diagnostics import _
from newsletter.model.issue import IssueName
from newsletter.model.record import Record
from newsletter.model.values import Dates, Precision, Span, Status
from newsletter.pdf.code import EMPTY, array, call, string
from newsletter.pdf.sheet import SheetWriter, with_forms
from newsletter.pdf.translate import PageUrls
from newsletter.pdf.translate.registry import language_code
from newsletter.pdf.volume import Volume


def write_poster(writer: SheetWriter, volume: Volume, urls: PageUrls) -> str:
    """Return the main file of the poster that *volume* is."""
    issue, about = volume.issues[0], writer.publication
    page = urls.locate("", issue.docname)[1]
    # The sentinel survives until the theme knows how many find no room.
    more = translate(_("and %(count)s more on %(where)s")) % {"count": "{count}", "where": page or about.title}
    poster = call(
        "poster",
        writer.literal(writer.period(volume)),
        array(_days(writer, volume)),
        publication=writer.literal(about.title),
        publisher=writer.literal(about.publisher),
        crest=string(writer.crest),
        more=writer.literal(more),
        word=writer.literal(
            max((word for record in volume.records for word in record.title.split()), key=len, default="")
        ),
        calendar=_calendar(writer, volume, page) if about.base_url else EMPTY,
    )
    return writer.file(volume, [poster])


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event on one of its days, or on a day that it had before: what is said of it there."""

    dates: Dates
    """One span."""
    record: Record
    state: str = ""

    @property
    def order(self) -> tuple[Span, bool, str, str]:
        """By day and hour; what has no hour stands first."""
        hours = self.record.hours
        return self.dates.spans[0], hours is not None, hours.start.isoformat() if hours else "", self.record.id


def _days(writer: SheetWriter, volume: Volume) -> Iterator[str]:
    """Yield the days, or months, each as weekday, dates and events."""
    language, name = writer.publication.language, volume.issues[0].name
    found = sorted(
        (entry for record in volume.records for entry in _entries(record, name, language)),
        key=lambda entry: entry.order,
    )
    for day, entries in groupby(found, lambda entry: _day(entry.dates, language, name.period.year)):
        yield array([*map(writer.literal, day), array(_event(writer, entry) for entry in entries)])


def _entries(record: Record, issue: IssueName, language: str) -> Iterator[_Entry]:
    """Yield the days of *record*; those that it had, if a later issue moved it out of the month of *issue*."""
    away: dict[Dates, list[Span]] = {}
    for span in record.dates.held:
        at = record.on(span)
        before, state = at.former_dates, "" if at.status is Status.CONFIRMED else status_name(at.status)
        if before and record.issue != str(issue) and before.end <= issue.period.last_day < span.start:
            away.setdefault(before, []).append(span)
            continue
        if before and at.status is Status.POSTPONED:
            formerly = translate(_("formerly: %(dates)s")) % {"dates": show_dates(before, None, language)}
            state = f"{state} ({formerly})"
        yield _Entry(Dates((span,), record.dates.precision), record, state)
    for before, spans in away.items():
        new = show_dates(Dates(tuple(spans), record.dates.precision), None, language)
        words = (translate(_("Postponed to: %(dates)s.")) % {"dates": new}).rstrip(".")
        days = (day for day in before.held if day not in record.dates.held)
        yield from (_Entry(Dates((day,), before.precision), record, words) for day in days)


def _day(dates: Dates, language: str, year: int) -> tuple[str, str]:
    """Return the weekday of *dates*, if it is one day, and its days in words, without the *year* of the issue."""
    shown, [span] = show_dates(dates, None, language).removesuffix(f" {year}"), dates.spans
    shown = shown.replace(" –", "\u00a0–")  # the dash does not begin a line
    is_day = dates.precision is Precision.DAY and span.start == span.end
    return show_weekday(span.start, language) if is_day else "", shown


def _event(writer: SheetWriter, entry: _Entry) -> str:
    """Return title, and the line of hour, place and state, of *entry*."""
    record = entry.record
    hours = show_hours(record.hours, writer.publication.language) if record.hours else ""
    facts = [writer.literal(fact) for fact in (hours, "; ".join(record.places)) if fact]
    title = with_forms(record, language_code(record.lang, writer.literal(record.title)))
    return array([title, array(facts), writer.literal(entry.state)])


def _calendar(writer: SheetWriter, volume: Volume, page: str) -> str:
    """Return the QR code of the issue's calendar, or of its *page* where no day is known, with the URL in words."""
    path = f"calendar/issues/{volume.issues[0].name}.ics"
    url = f"{writer.publication.base_url}{path}" if any(map(has_entries, volume.records)) else page
    drawing = segno.make(url, error="m", micro=False).svg_inline(border=0, dark="#17324d")
    alt = translate(_("QR code that leads to %(url)s")) % {"url": url}
    words = writer.word(_("Put these dates into your calendar"))
    return call("calendar-box", string(drawing), writer.literal(alt), words, writer.link(url, url))
