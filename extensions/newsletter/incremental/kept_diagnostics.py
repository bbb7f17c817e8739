# SPDX-License-Identifier: EUPL-1.2
"""Keep what is reported while pages are read: ``make check`` reports it again of pages that it need not read again.

Our own diagnostics follow from a page and the files that it depends on, and are repeated. Those of docutils and MyST
follow from a page too, but name its nodes: the page is read again. Those of others may follow from several pages (a
label that is there twice): all are read again.
"""

from __future__ import annotations

import logging as standard_logging

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.page import Reported
from newsletter.environment.reporter import report

CHECK = "newsletter-check"
"""The name of the builder that reports everything at every run."""

_OURS = "newsletter"
_OF_A_PAGE = frozenset({_OURS, "docutils", "myst"})
_sphinx_logger = standard_logging.getLogger(logging.NAMESPACE)


class _Keeper(standard_logging.Handler):
    """Keeps the warnings and hints about the page that is being read with what else is known of the page."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(standard_logging.DEBUG)
        self._env = env

    def emit(self, record: standard_logging.LogRecord) -> None:
        """Keep *record*."""
        kind, code = (str(getattr(record, name, None) or "") for name in ("type", "subtype"))
        if logging.is_suppressed_warning(kind, code, self._env.config.suppress_warnings):
            return  # nobody hears it, now or later
        if self._env.docname and (kind == _OURS or record.levelno >= standard_logging.WARNING):
            location = str(getattr(record, "location", "")) if kind == _OURS else ""
            reported = Reported(record.levelno, record.getMessage(), location, kind, code)
            newsletter_domain(self._env).reported.setdefault(self._env.docname, []).append(reported)


def keep_diagnostics(app: Sphinx, _docname: str, _content: list[str]) -> None:
    """Listen while a page is read (``source-read``): Sphinx takes all handlers away from each process that reads."""
    if not any(isinstance(handler, _Keeper) for handler in _sphinx_logger.handlers):
        _sphinx_logger.addHandler(_Keeper(app.env))


def pages_to_ask_again(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages that a check has to read to know whether what others reported is still so."""
    if app.builder.name != CHECK:
        return []
    types = {docname: {each.type for each in told} for docname, told in newsletter_domain(env).reported.items()}
    if not all(found <= _OF_A_PAGE for found in types.values()):
        # All at once, or those that are read first are compared with the former others.
        for docname in list(env.all_docs):
            app.emit("env-purge-doc", env, docname)
            env.clear_doc(docname)
        return sorted(env.found_docs)
    return [docname for docname, found in types.items() if found != {_OURS} and docname not in removed]


def note_pages_read(_app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Note which pages speak for themselves in this build (``env-before-read-docs``)."""
    newsletter_domain(env).read_now = frozenset(docnames)


def repeat_diagnostics(app: Sphinx, env: BuildEnvironment) -> None:
    """Stop listening, and report again in a check what was reported of pages that were not read (``env-updated``)."""
    for handler in [each for each in _sphinx_logger.handlers if isinstance(each, _Keeper)]:
        _sphinx_logger.removeHandler(handler)
    domain = newsletter_domain(env)
    if app.builder.name == CHECK:
        for docname in sorted(domain.reported.keys() - domain.read_now):
            for diagnostic in domain.reported[docname]:
                report(diagnostic)
