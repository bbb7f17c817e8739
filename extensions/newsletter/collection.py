# SPDX-License-Identifier: EUPL-1.2
"""When Python looks for cycles that nothing reaches any more, of which the tree of a page is one.

At its usual pace the collector goes through all pages again and again while they are read, which took a tenth of a
build; hardly ever once they are written, when there is something to find; and through everything once more when the
process ends and all goes anyway, which took a third of a build that has nothing to do.
"""

from __future__ import annotations

import atexit
import gc

from docutils import nodes
from sphinx.application import Sphinx

_NEW_OBJECTS = 50_000
"""So many are made before a round begins; Python's own default is 700, or 2,000."""

_PAGES = 150
_TEXT = 2_000_000
"""So many pages, or characters in their lists, before those that are written are thrown away: some 50 MB."""


_BEFORE = gc.get_threshold()


class Collector:
    """The collector of one build."""

    def __init__(self) -> None:
        self._pages = self._text = 0

    def count_page(self, _app: Sphinx, doctree: nodes.document, _docname: str) -> None:
        """Throw away pages that are written, from time to time (``doctree-resolved``)."""
        self._pages += 1
        self._text += sum(len(html.astext()) for html in doctree.findall(nodes.raw))
        if self._pages >= _PAGES or self._text >= _TEXT:
            self._pages = self._text = 0
            gc.collect()

    def end(self, _app: Sphinx, _exception: Exception | None) -> None:
        """Leave the process as it was found (``build-finished``); others may go on in it."""
        gc.set_threshold(*_BEFORE)
        gc.unfreeze()


def spare_collector(app: Sphinx) -> None:
    """Let *app* build with a collector that fits; what is loaded by now stays, so that no round looks at it."""
    collector = Collector()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *_BEFORE[1:])
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)  # an end without a last round
    app.connect("doctree-resolved", collector.count_page)
    app.connect("build-finished", collector.end, priority=950)
