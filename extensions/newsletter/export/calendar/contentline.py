# SPDX-License-Identifier: EUPL-1.2
r"""Content lines of iCalendar (RFC 5545, sections 3.1 and 3.3.11).

icalendar's own serialiser is used for the frame of a file; entries, of which there are thousands, are written
here: it takes most of its time in folding, and turns the two characters ``\N`` of a text into a line break.
"""

from __future__ import annotations

from newsletter.export.text import paragraphs

_LIMIT = 75


def escape(text: str) -> str:
    """Return *text* as a value of type TEXT."""
    plain = paragraphs(text).replace("\\", "\\\\")
    return plain.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def content_line(name: str, value: str) -> bytes:
    """Return a property, folded to 75 octets between characters, with its CRLF.

    *name* holds the parameters too (``DTSTART;VALUE=DATE``), *value* is already escaped. A fold stands neither
    inside a character's octets nor between a backslash and what it escapes, which some readers mistake.
    """
    octets = f"{name}:{value}".encode()
    if len(octets) <= _LIMIT:
        return octets + b"\r\n"
    pieces = []
    start, room = 0, _LIMIT
    while len(octets) - start > room:
        end = _fold_at(octets, start, start + room)
        pieces.append(octets[start:end])
        start, room = end, _LIMIT - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _fold_at(octets: bytes, start: int, end: int) -> int:
    while octets[end] & 0xC0 == 0x80:
        end -= 1
    backslashes = 0
    while end - backslashes > start and octets[end - backslashes - 1] == 0x5C:
        backslashes += 1
    return end - backslashes % 2
