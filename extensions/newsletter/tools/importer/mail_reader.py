# SPDX-License-Identifier: EUPL-1.2
"""A mail as it is saved (RFC 5322, MIME), and a web page saved as one (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from newsletter.source.source_text import without_invisible
from newsletter.tools.importer.html_reader import read_html
from newsletter.tools.importer.lines import plain_line
from newsletter.tools.importer.original import Fate, Original, Part
from newsletter.tools.importer.text_reader import decode, read_text

_FULL = 0.5  # the part of the plain text's words that its version in HTML has to have to be the one that is read
_TEXTS = frozenset({"text/plain", "text/html"})


def read_mail(raw: bytes) -> Original:
    """Return what a mail holds: its subject, then its texts in their order, those of forwarded mails too."""
    return _read(message_from_bytes(raw, policy=policy.default))


def _read(message: EmailMessage) -> Original:
    subject = " ".join(str(message["subject"] or "").split())
    whole = Original([plain_line(subject, aside=True)] if subject else [], title=subject)
    whole.texts += [subject] if subject else []
    for part in _parts(message):
        _add(whole, part)
    return whole


def _add(whole: Original, part: Original) -> None:
    """Put *part* behind what *whole* has."""
    number = max((line.number for line in whole.lines), default=0)
    whole.lines += [replace(line, number=number + line.number) for line in part.lines]
    for name in ("texts", "spared", "links", "pictures", "parts"):
        getattr(whole, name).extend(getattr(part, name))
    whole.images |= part.images
    whole.title = whole.title or part.title


def _parts(message: EmailMessage) -> Iterator[Original]:
    """Yield what the parts of *message* hold, in their order."""
    kind = message.get_content_type()
    if kind == "multipart/alternative":
        yield _chosen([_whole(part) for part in message.iter_parts()])
    elif message.is_multipart() and kind == "message/rfc822":
        for inner in message.get_payload():
            yield _read(inner)  # type: ignore[arg-type]
    elif message.is_multipart():
        for part in message.iter_parts():
            yield from _parts(part)  # type: ignore[arg-type]
    else:
        yield _leaf(message)


def _whole(message: object) -> Original:
    whole = Original([])
    for part in _parts(message):  # type: ignore[arg-type]
        _add(whole, part)
    return whole


def _chosen(forms: list[Original]) -> Original:
    """Return the best of the *forms* of one text: the last (RFC 2046, 5.1.4), unless it says far less than another."""
    words = [sum(len(text.split()) for text in form.texts) for form in forms]
    most = max(words, default=0)
    best = next((n for n in range(len(forms) - 1, -1, -1) if words[n] >= most * _FULL), None)
    if best is None:
        return Original([])
    chosen = forms[best]
    for n, form in enumerate(forms):
        if n != best:
            chosen.spared += form.texts
            chosen.links += form.links
            chosen.pictures += form.pictures
            chosen.parts += [Part(part.name, Fate.SPARED, part.words) for part in form.parts]
    return chosen


def _leaf(part: EmailMessage) -> Original:
    kind, name = part.get_content_type(), part.get_filename() or ""
    attached = part.get_content_disposition() == "attachment"
    shown = f"{kind} {name}".strip()
    if kind in _TEXTS and not (attached and not re.search(r"\.(?:txt|html?)$", name)):
        raw = part.get_payload(decode=True)
        text = without_invisible(decode(raw if isinstance(raw, bytes) else b"", part.get_content_charset() or ""))
        found = read_html(text) if kind == "text/html" else read_text(text)
        found.parts.append(Part(shown, Fate.READ, sum(len(each.split()) for each in found.texts)))
        return found
    if not kind.startswith("image/"):
        return Original([], parts=[Part(shown, Fate.LEFT)])
    return _picture(part, name or kind, shown)


def _picture(part: EmailMessage, name: str, shown: str) -> Original:
    """Return a picture of a mail: one within the text is shown by its HTML part, which counts it."""
    raw = part.get_payload(decode=True)
    identifier, url = str(part["content-id"] or "").strip(" <>"), str(part["content-location"] or "").strip()
    alone = not identifier and not url
    keys = [name] if alone else [key for key in (f"cid:{identifier}" if identifier else "", url) if key]
    return Original(
        [plain_line("", aside=True, picture=name, leads=True)] if alone else [],
        pictures=[name] if alone else [],
        images=dict.fromkeys(keys, raw if isinstance(raw, bytes) else b""),
        parts=[Part(shown, Fate.PICTURE)],
    )
