# SPDX-License-Identifier: EUPL-1.2
"""Plain words as Markdown that shows these very words."""

from __future__ import annotations

import re

_INLINE = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
_LINE_START = re.compile(r"(?P<list>\d{1,9})(?P<mark>[.)])(?=\s|$)|(?P<sign>[#>+\-=~:%|]|\((?=.*\)=\s*$))")
# A sign before a port is no part of a host, and readers of Markdown would show it behind the port.
URL = re.compile(
    r"(?:https?://(?![^\s/?#:]*[!$&'()*+,;=~{}|^][^\s/?#]*:)|\bwww\.(?=[a-z0-9-]+\.))"
    r"[^\s<>\"]*[^\s<>\".,;:!?)\]»”’'*_`\\]",
    re.ASCII | re.IGNORECASE,
)
_ADDRESS = re.compile(
    URL.pattern + r"|[\w.+-]+@(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.)+[a-z]{2,20}(?![\w@])",
    re.ASCII | re.IGNORECASE,
)


def find_urls(text: str) -> list[str]:
    """Return the URLs of pages that are written out in *text*, in its order."""
    return [match[0] for match in URL.finditer(text)]


def escape_marks(text: str) -> str:
    """Return *text* for the middle of a line, and make no links."""
    return _INLINE.sub(r"\\\g<0>", text)


def escape_inline(text: str) -> str:
    """Return *text* for the middle of a line; addresses become links."""
    pieces, end = [], 0
    for match in _ADDRESS.finditer(text):
        bare = match[0][:4].lower() == "www."
        shown = f"[{escape_marks(match[0])}](http://{match[0]})" if bare else f"<{match[0]}>"
        pieces += [escape_marks(text[end : match.start()]), shown]
        end = match.end()
    return "".join([*pieces, escape_marks(text[end:])])


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
