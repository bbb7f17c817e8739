# SPDX-License-Identifier: EUPL-1.2
"""How a reader's client sees our calendars: through ``vobject`` and ``ical``, never through what wrote them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import vobject  # type: ignore[import-untyped]  # publishes no types
from ical.calendar_stream import IcsCalendarStream

from newsletter.export.calendar import calendar_files
from newsletter.export.site import Site


def files(site: Site) -> dict[str, bytes]:
    """Return the calendars of *site* by address; no address comes twice."""
    found = list(calendar_files(site))
    by_path = {file.path: file.content for file in found}
    assert len(by_path) == len(found)
    return by_path


def entries(content: bytes) -> list[Any]:
    """Return the entries that vobject sees."""
    return list(vobject.readOne(content.decode()).contents.get("vevent", []))


def entry(site: Site) -> Any:
    """Return the only entry of ``all.ics``."""
    (only,) = entries(files(site)["calendar/all.ics"])
    return only


def days_shown(content: bytes) -> list[tuple[str, str]]:
    """Return the first and last day, inclusive, of each entry, as the ``ical`` package sees them."""
    shown = []
    for event in IcsCalendarStream.calendar_from_ics(content.decode()).events:
        last = event.end.date() if isinstance(event.end, datetime) else event.end - timedelta(days=1)
        shown.append((_day(event.start).isoformat(), last.isoformat()))
    return sorted(shown)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def unfolded(content: bytes) -> list[str]:
    """Return the content lines, unfolded by the letter of RFC 5545, section 3.1."""
    return content.replace(b"\r\n ", b"").decode().split("\r\n")
