# SPDX-License-Identifier: EUPL-1.2
"""Take the text of a record out of the page of its issue, for the page of its own: written once, it is the same."""

from __future__ import annotations

import re
from html import escape

_SECTION = re.compile(r"<(/?)section\b")
_HEADING = re.compile(r"<(h[2-6])\b[^>]*>(.*?)</\1>", re.DOTALL)
_LOCAL = re.compile(r'(?<=href=")#([^"]*)(?=")')
_ID = re.compile(r'\bid="([^"]*)"')


def record_texts(page: str) -> dict[str, str]:
    """Return the sections of records on the *page* of an issue, HTML that Sphinx has written, by id."""
    found = {}
    for start in re.finditer(r'<section class="(?:[^"]* )?record(?: [^"]*)?"(?: dir="[a-z]+")? id="([^"]*)"', page):
        depth = 0
        for mark in _SECTION.finditer(page, start.start()):
            depth += -1 if mark[1] else 1
            if depth == 0:
                found[start[1]] = page[start.start() : mark.start()] + "</section>"
                break
    return found


def on_its_own(section: str, issue_url: str) -> str:
    """Return the *section* of a record as the text of a page: under a heading of the first level.

    Both pages are one folder deep, so that all relative URLs hold, but for those that lead to the page itself:
    *issue_url* is that of the issue from here.
    """
    own = set(_ID.findall(section))
    text = _HEADING.sub(lambda match: f"<h1>{match[2]}</h1>", section, count=1)
    return _LOCAL.sub(lambda match: match[0] if match[1] in own else f"{escape(issue_url)}#{match[1]}", text)
