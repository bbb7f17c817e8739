# SPDX-License-Identifier: EUPL-1.2
"""Hosts in URLs (RFC 3986, section 3.2.2; RFC 5890): which are well formed, and which imitate another."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import IPv4Address, IPv6Address

_PORTS = 65535
_LONGEST, _LONGEST_LABEL = 253, 63
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE | re.ASCII)
# Alphabets that are written together: Japanese and Korean with Chinese characters, and Latin with either.
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
)
_LIKE_LATIN = frozenset("аеорсухіјѕһԁԛԝҽӏɡαοικνρτυ")
"""Cyrillic and Greek letters that are drawn as Latin ones are."""


def check_host(text: str) -> None:
    """Check a host with or without its port, as both stand in a URL.

    :raises ValueError: where no browser would ask for it, or would ask for another.
    """
    if text.startswith("["):
        host, bracket, rest = text[1:].partition("]")
        IPv6Address(host)  # without a zone, which no URL has
        if not bracket or "%" in host:
            raise ValueError(text)
        port = rest.removeprefix(":") if rest.startswith(":") else rest and "none"
    else:
        host, _colon, port = text.partition(":")
        _check_name(host)
    if port and not (port.isascii() and port.isdigit() and int(port[:6]) <= _PORTS):
        raise ValueError(text)


def readable(host: str) -> str:
    """Return *host* in the letters that a reader would see, its ``xn--`` labels decoded (RFC 3492)."""
    return ".".join(map(_decoded, host.split(".")))


def mixed_scripts(host: str) -> bool:
    """Tell whether a label of *host* has letters of several alphabets, or only such as look like Latin ones."""
    return any(map(_is_mixed, host.split(".")))


def _check_name(host: str) -> None:
    labels = host.removesuffix(".").split(".")
    if _NUMBER.fullmatch(labels[-1]):
        IPv4Address(host)
        return
    if len(host) > _LONGEST:
        raise ValueError(host)
    for label in labels:
        seen = _decoded(label)
        if not all(char in "-_" or unicodedata.category(char)[0] in "LM" or char.isdecimal() for char in seen):
            raise ValueError(host)
        if not seen or unicodedata.normalize("NFKC", seen) != unicodedata.normalize("NFC", seen):
            raise ValueError(host)
        if len(seen if seen.isascii() else f"xn--{seen.encode('punycode').decode()}") > _LONGEST_LABEL:
            raise ValueError(host)


def _decoded(label: str) -> str:
    """Return *label* decoded where it is punycode.

    :raises ValueError: where it cannot be.
    """
    if not label.lower().startswith("xn--"):
        return label
    return label[4:].encode("ascii").decode("punycode")


def _is_mixed(label: str) -> bool:
    letters = [char for char in label.lower() if char.isalpha()]
    scripts = {unicodedata.name(char, "?").split()[0] for char in letters}
    if scripts and scripts <= {"CYRILLIC", "GREEK"} and set(letters) <= _LIKE_LATIN:
        return True
    return len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)
