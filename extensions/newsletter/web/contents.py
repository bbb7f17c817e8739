# SPDX-License-Identifier: EUPL-1.2
"""The contents of one page, without the page's own title."""

from __future__ import annotations

_FEWEST = 3
"""Entries under which a list of contents helps nobody."""

_MOST_BESIDE = 120
"""Entries over which the list is printed once, folded, and not beside the text too."""


def page_contents(toc: str) -> str:
    """Return the list of sections of a page, from Sphinx's ``toc``; empty where there are too few.

    The outermost list has one entry, the page's title, around all others; it is left out. A page with several
    top headings keeps its whole list.
    """
    if toc.count("<a ") <= _FEWEST:
        return ""
    inner = toc[toc.find("</a>") + len("</a>") : toc.rfind("</li>")].strip()
    return inner if _is_one_list(inner) else toc


def stands_beside(contents: str) -> bool:
    """Tell whether *contents* is short enough to stand beside the text on wide screens."""
    return bool(contents) and contents.count("<a ") <= _MOST_BESIDE


def _is_one_list(fragment: str) -> bool:
    depth = 0
    position = 0
    while (start := fragment.find("<", position)) >= 0:
        if fragment.startswith("<ul", start):
            depth += 1
        elif fragment.startswith("</ul>", start):
            depth -= 1
            if depth == 0:
                return fragment.startswith("<ul") and start + len("</ul>") == len(fragment)
        position = start + 1
    return False
