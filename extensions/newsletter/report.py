# SPDX-License-Identifier: EUPL-1.2
"""Complaints about sources, as Sphinx warnings and hints with path, line and code."""

from __future__ import annotations

from sphinx.util import logging

from newsletter.core.problem import Problem
from newsletter.locale import translate

_logger = logging.getLogger(__name__)


def warn(problem: Problem, path: str, line: int) -> None:
    """Report *problem* at *line* of the source file *path*: something that has to be put right."""
    _logger.warning("%s", problem.text(translate), location=f"{path}:{line}", type="newsletter", subtype=problem.code)
