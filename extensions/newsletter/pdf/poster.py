# SPDX-License-Identifier: EUPL-1.2
"""The poster of an issue: its events by day on one page, with a QR code (ISO/IEC 18004) to their calendar."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import segno

from newsletter.dates import show_dates, show_hours, show_weekday
from newsletter.environment.i18n import translate
from newsletter.environment.labels import status_name
from newsletter.export.calendar.occurrence import has_entries
from newsletter.model.diagnostics import _
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
        calendar=_calendar(writer, volume, page) if about.base_url else EMPTY,
    )
    return writer.file(volume, [poster])


def _days(writer: SheetWriter, volume: Volume) -> Iterator[str]:
    """Yield the days, or months, each with its events."""
    found = [(span, record) for record in volume.records for span in record.dates.held]
    found.sort(key=lambda each: (each[0].start, each[0].end, each[1].hours is not None, _hour(each[1]), each[1].id))
    year = volume.issues[0].name.period.year
    for day, events in groupby(found, lambda each: _day(each[0], each[1], writer.publication.language, year)):
        yield array([writer.literal(day), array(_event(writer, span, record) for span, record in events)])


def _hour(record: Record) -> str:
    return record.hours.start.isoformat() if record.hours else ""


def _day(span: Span, record: Record, language: str, year: int) -> str:
    """Return the days of *span* in words, without the *year* of the issue."""
    shown = show_dates(Dates((span,), record.dates.precision), None, language).removesuffix(f" {year}")
    is_day = record.dates.precision is Precision.DAY and span.start == span.end
    return f"{show_weekday(span.start, language)} {shown}" if is_day else shown


def _event(writer: SheetWriter, span: Span, record: Record) -> str:
    """Return title, and the line of hour, place and state, of *record* on *span*."""
    hours = show_hours(record.hours, writer.publication.language) if record.hours else ""
    status = record.on(span).status
    state = status_name(status) if status is not Status.CONFIRMED else ""
    facts = [writer.literal(fact) for fact in (hours, "; ".join(record.places)) if fact]
    title = with_forms(record, language_code(record.lang, writer.literal(record.title)))
    return array([title, array(facts), writer.literal(state)])


def _calendar(writer: SheetWriter, volume: Volume, page: str) -> str:
    """Return the QR code of the issue's calendar, or of its *page* where no day is known, with the URL in words."""
    path = f"calendar/issues/{volume.issues[0].name}.ics"
    url = f"{writer.publication.base_url}{path}" if any(map(has_entries, volume.records)) else page
    drawing = segno.make(url, error="m", micro=False).svg_inline(border=0, dark="#17324d")
    alt = translate(_("QR code that leads to %(url)s")) % {"url": url}
    words = writer.word(_("Put these dates into your calendar"))
    return call("calendar-box", string(drawing), writer.literal(alt), words, writer.link(url, url))
