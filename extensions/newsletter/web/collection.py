# SPDX-License-Identifier: EUPL-1.2
"""When Python looks for cycles that nothing reaches any more, of which the tree of a page is one.

At its usual pace the collector goes through all pages again and again while they are read and held, which took a
sixth of a build; and through everything once more when the process ends and all goes anyway, which took a third of a
build that has nothing to do. A page that is written is taken apart instead: without its cycles it goes at once.
"""

from __future__ import annotations

import atexit
import gc
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_NEW_OBJECTS = 50_000
"""So many are made before a round begins among what is new; Python's own default is 700, or 2,000."""

_NEVER = 1_000_000
"""So many rounds before one goes through all that is old as well."""

_PAGES = 50
"""So many that others write, before what this process holds of them is thrown away."""

_TEXT = 1_000_000
"""So many characters of pages, before what else holds them is thrown away: their translators."""

_BEFORE = gc.get_threshold()


class Collector:
    """The collector of one build."""

    def __init__(self) -> None:
        self._pages = self._text = 0

    def keep(self, _app: Sphinx, _env: BuildEnvironment) -> None:
        """Look no more at what is read (``env-check-consistency``): it stays, or is taken apart."""
        gc.freeze()

    def count_page(self, _app: Sphinx, _doctree: nodes.document, _docname: str) -> None:
        """Throw away pages from time to time (``doctree-resolved``), where :meth:`take_apart` does not."""
        self._pages += 1
        if self._pages > _PAGES:
            self._pages = 0
            gc.collect()

    def take_apart(self, _app: Sphinx, _name: str, _template: str, context: dict[str, Any], doctree: Any) -> None:
        """Undo the tree of a page that is written (``html-page-context``, after all others)."""
        if doctree is None:
            return
        self._pages = 0
        for node in list(doctree.findall(nodes.Element)):
            node.children, node.document = [], None
        self._text += len(context["body"])
        if self._text > _TEXT:
            self._text = 0
            gc.collect()

    def end(self, _app: Sphinx, _exception: Exception | None) -> None:
        """Leave the process as it was found (``build-finished``); others may go on in it."""
        gc.set_threshold(*_BEFORE)
        gc.unfreeze()


def spare_collector(app: Sphinx) -> None:
    """Let *app* build with a collector that fits; what is loaded by now stays, so that no round looks at it."""
    collector = Collector()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, _BEFORE[1], _NEVER)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)  # an end without a last round
    app.connect("env-check-consistency", collector.keep)
    app.connect("doctree-resolved", collector.count_page)
    app.connect("html-page-context", collector.take_apart, priority=999)
    app.connect("build-finished", collector.end, priority=950)
