# SPDX-License-Identifier: EUPL-1.2
"""A mail as Outlook saves it: the streams of [MS-OXMSG] that say its subject and its two texts."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

_SUBJECT, _TEXT, _HTML, _CLASS = 0x0037001F, 0x1000001F, 0x10130102, 0x001A001F
_UNICODE = (0x340D0003, 0x40000)  # PidTagStoreSupportMask, STORE_UNICODE_OK
_UTF_8 = (0x3FDE0003, 65001)  # PidTagInternetCodepage
_READABLE_AND_WRITABLE = 6


def write_msg(path: Path, ole_writer: Any, subject: str, text: str, html: str) -> None:
    """Write a mail to *path* with *ole_writer*, a writer of compound files."""
    streams = {
        _SUBJECT: subject.encode("utf-16-le"),
        _TEXT: text.encode("utf-16-le"),
        _HTML: html.encode(),
        _CLASS: "IPM.Note".encode("utf-16-le"),
    }
    numbers = [(tag, len(data) + (2 if tag & 0xFFFF == 0x1F else 0)) for tag, data in streams.items()]
    entries = [
        struct.pack("<IIII", tag, _READABLE_AND_WRITABLE, number, 0) for tag, number in (*numbers, _UNICODE, _UTF_8)
    ]
    ole_writer.addEntry("__properties_version1.0", bytes(32) + b"".join(entries))
    for tag, data in streams.items():
        ole_writer.addEntry(f"__substg1.0_{tag:08X}", data)
    ole_writer.addEntry("__nameid_version1.0", storage=True)
    for stream in ("00020102", "00030102", "00040102"):
        ole_writer.addEntry(["__nameid_version1.0", f"__substg1.0_{stream}"], b"")
    ole_writer.write(str(path))
