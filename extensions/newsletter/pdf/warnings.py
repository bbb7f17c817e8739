# SPDX-License-Identifier: EUPL-1.2
"""Complaints about what cannot be printed, at its place in the sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docutils import nodes
from sphinx.util import logging

from newsletter.environment.i18n import translate
from newsletter.model.codes import Code
from newsletter.model.diagnostics import Problem

_logger = logging.getLogger("newsletter.pdf")


def complain(node: nodes.Node, code: Code, message: str, *, find: Sequence[str] = (), **values: object) -> None:
    """Warn about *node* with *message*, an English msgid, and its values; once for each place.

    The place is the first line, from that of *node* on, that holds the first of *find*
    that stands in any, as it is written.
    """
    place: nodes.Node | None = node
    while place is not None and (not isinstance(place, nodes.Element) or place.line is None or not place.source):
        place = place.parent
    problem = Problem(code, message, values)
    location = _line_with(place, find) if find and isinstance(place, nodes.Element) else place
    _logger.warning("%s", problem.text(translate), location=location, type="newsletter", subtype=code, once=True)


def _line_with(place: nodes.Element, find: Sequence[str]) -> nodes.Element | str:
    """Return the place of the line that holds one of *find*: docutils knows only the first line of a block."""
    try:
        lines = Path(str(place.source)).read_text("utf-8").splitlines()
    except (OSError, UnicodeError):
        return place
    first = (place.line or 1) - 1
    for words in find:
        for number, line in enumerate(lines[first:], first + 1):
            if words in line:
                return f"{place.source}:{number}"
    return place
