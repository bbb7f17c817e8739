# SPDX-License-Identifier: EUPL-1.2
"""Keep a run in a further language to diagnostics of its own: the run of the originals has reported theirs."""

from __future__ import annotations

import logging as standard_logging
import os
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.project import Project
from sphinx.util import logging

from newsletter.environment.issue_files import FOLDER
from newsletter.environment.site_languages import is_translated, language_of_file
from newsletter.environment.source_lines import source_file, source_line
from newsletter.environment.standing_pages import own_page


class OnlyOwnWarnings(standard_logging.Filter):
    """Lets pass what is about no page, or about one that the city itself has translated."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self._app = app

    def filter(self, record: standard_logging.LogRecord) -> bool:
        """Tell whether *record* is to be shown; a translated page is named by its own file."""
        # Sphinx speaks before the extensions have declared their settings.
        if "newsletter_languages" not in self._app.config or not is_translated(self._app.config):
            return True
        path, line = self._place(getattr(record, "location", None))
        if not path:
            return True
        if getattr(record, "subtype", "") == "not_included":  # the home page of the originals has all pages
            return False
        # Each handler has such a filter, and the first has named the translated page.
        named = language_of_file(Path(path)) == self._app.config.language
        own = Path(path) if named else own_page(self._app.config, Path(path))
        if own is None or own.parent == Path(self._app.srcdir, FOLDER):
            return False
        record.location = f"{own}:{line or 1}"  # without a line Sphinx would take it for the name of a page
        return True

    def _place(self, location: object) -> tuple[str, str]:
        """Return the path of a page and the line in it, each empty where it is not told."""
        if isinstance(location, nodes.Element):
            return source_file(location), str(source_line(location))
        docname, line = location if isinstance(location, tuple) else (location, None)
        if not isinstance(docname, str):
            return "", ""
        # Sphinx makes its project after the settings have been read, and what is read then may be reported already.
        project: Project | None = getattr(self._app, "project", None)
        if project and docname in project.docnames:
            return os.fspath(project.doc2path(docname, absolute=True)), str(line or "")
        path, _colon, number = docname.rpartition(":")
        return (path, number) if number.isdigit() else (docname, "")


def keep_to_own_warnings(app: Sphinx) -> None:
    """Leave out in this run what the run of the originals reports; Sphinx makes its handlers anew for the next one."""
    for handler in standard_logging.getLogger(logging.NAMESPACE).handlers:
        if isinstance(handler, logging.WarningStreamHandler) or handler.level == standard_logging.DEBUG:
            handler.filters.insert(0, OnlyOwnWarnings(app))
