# SPDX-License-Identifier: EUPL-1.2
"""Complaints about what cannot be printed, at its place in the sources."""

from __future__ import annotations

from docutils import nodes
from sphinx.util import logging

from newsletter.core.codes import Code
from newsletter.core.problem import Problem
from newsletter.locale import translate

_logger = logging.getLogger("newsletter.pdf")


def complain(node: nodes.Node, code: Code, message: str, **values: object) -> None:
    """Warn about *node* with *message*, an English msgid, and its values; once for each place."""
    place: nodes.Node | None = node
    while place is not None and (not isinstance(place, nodes.Element) or place.line is None or not place.source):
        place = place.parent
    problem = Problem(code, message, values)
    _logger.warning("%s", problem.text(translate), location=place, type="newsletter", subtype=problem.code, once=True)
