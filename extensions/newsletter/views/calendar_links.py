# SPDX-License-Identifier: EUPL-1.2
"""The ways in to a calendar, each a URL that hands the calendar over to one kind of program.

None of them is a request of the page: they are links, which a reader follows or not.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from newsletter.model.diagnostics import _

_HOSTED = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Way:
    """One way: where it leads, what it is called, what it does. Both texts are English messages."""

    name: str
    url: str
    label: str
    explanation: str


def ways(url: str, title: str) -> tuple[Way, ...]:
    """Return the ways in to the calendar at the absolute *url*; none where it is not on the web.

    *title* is what Outlook proposes to call it. Google takes a URL with the scheme ``webcal`` only.
    """
    if urlsplit(url).scheme not in _HOSTED:
        return ()
    webcal = f"webcal:{url.partition(':')[2]}"
    outlook = f"/calendar/0/addfromweb?{urlencode({'url': url, 'name': title}, quote_via=quote)}"
    return (
        Way(
            "webcal",
            webcal,
            _("In your calendar program"),
            _("opens the program of this computer or telephone, such as that of Apple, which asks to add it"),
        ),
        Way(
            "google",
            f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
            _("In Google Calendar"),
            _("opens your Google account, which asks to add it"),
        ),
        Way(
            "outlook",
            f"https://outlook.live.com{outlook}",
            _("In Outlook.com"),
            _("opens your personal Microsoft account, which asks to add it"),
        ),
        Way(
            "office",
            f"https://outlook.office.com{outlook}",
            _("In Outlook at work or school"),
            _("opens the Microsoft account of your organisation, which asks to add it"),
        ),
    )
