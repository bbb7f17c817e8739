# SPDX-License-Identifier: EUPL-1.2
"""Addresses of pages and mailboxes (RFC 3986), as contributors write them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from newsletter.model.diagnostics import ContentError, _

_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f]")

LONGEST = 2000  # characters; browsers, calendars and PDFs cut longer ones, or fail


def too_long() -> ContentError:
    """Return the complaint about an address of more than :data:`LONGEST` characters."""
    return ContentError("url-form", _("The address has more than %(most)s characters: copy it again."), most=LONGEST)


def read_address(text: str) -> str:
    """Read the address of a page or of a mailbox, whole.

    :raises ContentError: ``url-form``, with what may be meant; ``url-scheme``.
    """
    scheme, colon, rest = text.partition(":")
    if len(text) > LONGEST:
        raise too_long()
    if not colon or "." in scheme or (scheme.lower() in {"https", "http"} and not rest.startswith("//")):
        raise ContentError(
            "url-form", _("“%(text)s” is no address: write it whole, “%(better)s”."), text=text, better=_whole(text)
        )
    if scheme.lower() not in {"https", "http", "mailto"}:
        raise ContentError(
            "url-scheme", _("Addresses start with https:, http: or mailto:, not with “%(scheme)s:”."), scheme=scheme
        )
    if _NOT_IN_ADDRESSES.search(text):
        raise ContentError(
            "url-form",
            _("The address contains a space or a sign that no address has: write “%(better)s”, or copy it again."),
            better=_NOT_IN_ADDRESSES.sub(lambda match: quote(match.group()), text),
        )
    if scheme.lower() == "mailto":
        if not re.fullmatch(r"[^@]+@[^@.]+(\.[^@.]+)+", rest.partition("?")[0]):
            raise ContentError("url-form", _("“%(text)s” is no mailbox: write “mailto:name@example.org”."), text=text)
        return text
    try:
        host = urlsplit(text).hostname
    except ValueError:
        host = None
    if not host:
        raise ContentError(
            "url-form",
            _("The address “%(text)s” names no site: write it whole, “https://example.org/page”."),
            text=text,
        )
    return text


def _whole(text: str) -> str:
    """Return what the writer of half an address may have meant."""
    if "@" in text and "/" not in text:
        return f"mailto:{text}"
    return "https://" + re.sub(r"^(?:https?)?:?/*", "", text, flags=re.IGNORECASE)
