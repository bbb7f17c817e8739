# SPDX-License-Identifier: EUPL-1.2
"""Both parts in one message (RFC 5322, RFC 2046), the same bytes each time: a draft, without a date or a recipient."""

from __future__ import annotations

from email.charset import QP, Charset
from email.generator import BytesGenerator
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import formataddr
from io import BytesIO
from urllib.parse import quote

from newsletter.export.email.letter import Letter
from newsletter.export.site import Site
from newsletter.export.text import one_line
from newsletter.model.diagnostics import _

# Headers stay as they were encoded here: the newer policies read “=?utf-8?” in a title as what it looks like.
POLICY = compat32.clone(linesep="\r\n", max_line_length=78)
_UTF_8 = Charset("utf-8")
_UTF_8.body_encoding = QP
_BOUNDARY = "=_newsletter"  # quoted-printable writes “=” otherwise, so no part has it


def sent_size(html: str) -> int:
    """Return how many bytes the HTML part *html* takes as it is sent."""
    encoded = MIMEText(html, "html", _UTF_8).get_payload()  # type: ignore[arg-type]  # a Charset is taken; typeshed says str
    return len(str(encoded).replace("\n", "\r\n"))


def message(site: Site, letter: Letter, text: str, html: str) -> bytes:
    """Return the message, text first, for a mail program to open as a draft (``X-Unsent``)."""
    about = site.publication
    whole = MIMEMultipart("alternative", boundary=_BOUNDARY)
    whole["From"] = formataddr((one_line(about.publisher or about.title), about.email))
    whole["Subject"] = _encoded(letter.subject, "Subject")  # type: ignore[assignment]  # compat32 takes a Header
    whole["Content-Language"] = letter.lang
    for name, value in _ways_to_leave(site):
        whole[name] = value
    whole["X-Unsent"] = "1"
    for subtype, words in (("plain", text), ("html", html)):
        whole.attach(MIMEText(words, subtype, _UTF_8))  # type: ignore[arg-type]  # as above
    written = BytesIO()
    BytesGenerator(written, mangle_from_=False, policy=POLICY).flatten(whole)
    return written.getvalue()


def _encoded(words: str, name: str) -> Header:
    """Return *words* as encoded words (RFC 2047) wherever they could be read as anything but themselves."""
    plain = words.isascii() and "=?" not in words and all(len(word) < 60 for word in words.split(" "))
    return Header(words, "us-ascii" if plain else "utf-8", header_name=name, maxlinelen=76)


def _ways_to_leave(site: Site) -> list[tuple[str, str]]:
    """Return ``List-Unsubscribe`` (RFC 2369), with ``List-Unsubscribe-Post`` (RFC 8058) only for one click."""
    about = site.publication
    if about.email_service.writes_headers:
        return []
    if about.unsubscribe_one_click:
        return [
            ("List-Unsubscribe", f"<{about.unsubscribe_one_click}>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ]
    if about.unsubscribe_url:
        return [("List-Unsubscribe", f"<{about.unsubscribe_url}>")]
    subject = quote(site.translate(_("Unsubscribe")))
    return [("List-Unsubscribe", f"<mailto:{about.email}?subject={subject}>")]
