# SPDX-License-Identifier: EUPL-1.2
"""Plain words as Markdown that shows these very words."""

from __future__ import annotations

import re

_INLINE = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
_LINE_START = re.compile(r"(?P<list>\d{1,9})(?P<mark>[.)])(?=\s|$)|(?P<sign>[#>+\-=~:%|]|\((?=.*\)=\s*$))")
_ADDRESS = re.compile(
    r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]»”’'*_`\\]|[\w.+-]+@(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.)+[a-z]{2,20}(?![\w@])",
    re.ASCII | re.IGNORECASE,
)


def escape_inline(text: str) -> str:
    """Return *text* for the middle of a line; addresses become links."""
    pieces, end = [], 0
    for match in _ADDRESS.finditer(text):
        pieces += [_INLINE.sub(r"\\\g<0>", text[end : match.start()]), f"<{match[0]}>"]
        end = match.end()
    return "".join([*pieces, _INLINE.sub(r"\\\g<0>", text[end:])])


def escape_line(markdown: str) -> str:
    """Return a line that is safe inside so that its start means nothing either: no list, heading, option or fence."""
    match = _LINE_START.match(markdown)
    if match is None:
        return markdown
    if match["list"]:
        return f"{match['list']}\\{markdown[match.end('list') :]}"
    return f"\\{markdown}"


def unescape(markdown: str) -> str:
    """Return *markdown* without the signs that keep characters from acting."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)
