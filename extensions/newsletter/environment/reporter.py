# SPDX-License-Identifier: EUPL-1.2
"""Complaints about sources, as Sphinx warnings and hints with path, line and code."""

from __future__ import annotations

import logging as standard_logging

from sphinx.application import Sphinx
from sphinx.util import logging

from newsletter.environment.i18n import translate
from newsletter.environment.page import Reported
from newsletter.model.diagnostics import Problem

_logger = logging.getLogger(__name__)


def report(diagnostic: Reported) -> None:
    """Report *diagnostic* in its words."""
    of = {"location": diagnostic.location, "type": diagnostic.type, "subtype": diagnostic.subtype}
    _logger.log(diagnostic.level, "%s", diagnostic.text, **of)


def warn(problem: Problem, path: str, line: int) -> None:
    """Report *problem* at *line* of the source file *path*: something that has to be put right."""
    report(Reported(standard_logging.WARNING, problem.text(translate), f"{path}:{line}", subtype=problem.code))


def hint(problem: Problem, path: str, line: int) -> None:
    """Report *problem* as something that deserves a second look and fails nothing."""
    # Below the levels that Sphinx prints, so that HintHandler alone does; a warning would be counted.
    report(Reported(standard_logging.DEBUG, problem.text(translate), f"{path}:{line}", subtype=problem.code))


class HintHandler(standard_logging.Handler):
    """Writes hints where Sphinx writes warnings, in the same form."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(standard_logging.DEBUG)
        self._app = app

    def filter(self, record: standard_logging.LogRecord) -> bool:
        """Let hints pass, unless ``suppress_warnings`` names their code."""
        kind, code = getattr(record, "type", None), getattr(record, "subtype", None)
        return (
            record.levelno == standard_logging.DEBUG
            and kind == "newsletter"
            and not logging.is_suppressed_warning(kind, str(code), self._app.config.suppress_warnings)
        )

    def emit(self, record: standard_logging.LogRecord) -> None:
        """Write ``path:line: HINT: … [newsletter.code]``."""
        place, code = getattr(record, "location", ""), getattr(record, "subtype", "")
        text = record.msg % record.args if record.args else record.msg
        stream = self._app._warning  # noqa: SLF001 - Sphinx offers no other way to the stream of warnings
        stream.write(f"{place}: HINT: {text} [newsletter.{code}]\n")


def show_hints(app: Sphinx) -> None:
    """Let hints be seen in this build; Sphinx takes all handlers away when the next one starts."""
    standard_logging.getLogger(logging.NAMESPACE).addHandler(HintHandler(app))
