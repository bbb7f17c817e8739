# SPDX-License-Identifier: EUPL-1.2
"""Diagnostics of sources, as Sphinx warnings and hints with path, line and code."""

from __future__ import annotations

import logging as standard_logging

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from newsletter.environment.i18n import translate
from newsletter.environment.page import Reported
from newsletter.model.diagnostics import Diagnostic, printable

_logger = logging.getLogger(__name__)


def report(diagnostic: Reported) -> None:
    """Report *diagnostic* in its words."""
    of = {"location": printable(diagnostic.location), "type": diagnostic.type, "subtype": diagnostic.subtype}
    _logger.log(diagnostic.level, "%s", diagnostic.text, **of)


def warn(diagnostic: Diagnostic, path: str, line: int) -> None:
    """Report *diagnostic* at *line* of the source file *path*: something that has to be put right."""
    report(Reported(standard_logging.WARNING, diagnostic.text(translate), f"{path}:{line}", subtype=diagnostic.code))


def hint(diagnostic: Diagnostic, path: str, line: int) -> None:
    """Report *diagnostic* as something that deserves a second look and fails nothing."""
    # Below the levels that Sphinx prints, so that :func:`show_hints` alone does; a warning would be counted.
    report(Reported(standard_logging.DEBUG, diagnostic.text(translate), f"{path}:{line}", subtype=diagnostic.code))


class _OnlyHints(standard_logging.Filter):
    """Lets hints pass, unless ``suppress_warnings`` names their code."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self._config = config

    def filter(self, record: standard_logging.LogRecord) -> bool:
        """Tell whether *record* is to be shown."""
        kind, code = getattr(record, "type", None), str(getattr(record, "subtype", None))
        if record.levelno != standard_logging.DEBUG or kind != "newsletter":
            return False
        return not logging.is_suppressed_warning(kind, code, self._config.suppress_warnings)


def show_hints(app: Sphinx) -> None:
    """Show hints where Sphinx shows warnings, in the same form; Sphinx takes all handlers away for the next build."""
    sphinx_logger = standard_logging.getLogger(logging.NAMESPACE)
    warnings = next(each for each in sphinx_logger.handlers if isinstance(each, logging.WarningStreamHandler))
    hints = standard_logging.StreamHandler(warnings.stream)
    hints.setLevel(standard_logging.DEBUG)
    hints.addFilter(_OnlyHints(app.config))
    hints.setFormatter(standard_logging.Formatter("%(location)s: HINT: %(message)s [newsletter.%(subtype)s]"))
    sphinx_logger.addHandler(hints)
