# SPDX-License-Identifier: EUPL-1.2
"""The table of contents of a newsletter that grows by files alone: an issue, or a page across issues, is just added."""

from __future__ import annotations

from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.directives.other import TocTree

from newsletter.environment.issue_files import FOLDER
from newsletter.model.report import FOLDER as REPORTS

_GROWING = (FOLDER, "indexes", REPORTS)


class GrowingTocTree(TocTree):
    """Sphinx's own, but silent where ``issues/*`` and the like add nothing: its warning cannot be suppressed."""

    def parse_content(self, toctree: addnodes.toctree) -> None:
        """Take in the entries, without those that stand for the rest of a folder that has no more pages."""
        named = {line.strip("/ ") for line in self.content}
        pages = self.env.found_docs - named
        idle = {f"{folder}/*" for folder in _GROWING if not any(page.startswith(f"{folder}/") for page in pages)}
        if idle & named:
            lines = [line for line in self.content if line.strip("/ ") not in idle]
            self.content = StringList(lines, source=self.get_source_info()[0])
        super().parse_content(toctree)
