# SPDX-License-Identifier: EUPL-1.2
"""Words made safe for every format alike, so that all outputs show the same title.

XML 1.0 (section 2.2), RFC 5545 (section 3.1) and readers of CSV each refuse some characters; what any
of them refuses is dropped for all.
"""

from __future__ import annotations

import re

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACING = re.compile("[\t\n]+")


def only_valid(text: str) -> str:
    """Return *text* without control characters, lone surrogates and noncharacters; line feeds and tabs stay."""
    return text if text.isprintable() else _INVALID.sub("", text)


def _all_printable(text: str) -> bool:
    """Tell whether nothing in *text* but line feeds is unprintable, as in most texts: no expression need look at it."""
    return text.isprintable() or text.replace("\n", "").isprintable()


def paragraphs(text: str) -> str:
    """Return *text* with each kind of line break as a line feed, tabs as spaces, and only valid characters."""
    if _all_printable(text):
        return text.strip()
    return only_valid(_BREAK.sub("\n", text)).replace("\t", " ").strip()


def one_line(text: str) -> str:
    """Return *text* on one line: breaks and tabs become one space, and only valid characters stay."""
    if text.isprintable():
        return text.strip()
    valid = text if _all_printable(text) else only_valid(_BREAK.sub("\n", text))
    return _SPACING.sub(" ", valid).strip()


def abridge(text: str, limit: int) -> str:
    """Return at most *limit* characters of *text*, cut between words and closed by an ellipsis where it is longer."""
    if len(text) <= limit:
        return text
    cut = text[: max(limit - 1, 0)]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > len(cut) // 2 else cut).rstrip() + "…"
