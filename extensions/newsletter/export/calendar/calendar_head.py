# SPDX-License-Identifier: EUPL-1.2
"""Write the head that all calendars share."""

from __future__ import annotations

from datetime import timedelta

import icalendar

from newsletter.export.site import Site
from newsletter.export.text import one_line

_REFRESH = timedelta(hours=12)


def opening(site: Site) -> bytes:
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
