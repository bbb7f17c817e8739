# SPDX-License-Identifier: EUPL-1.2
"""The table of contents of a newsletter that may have no issue yet."""

from __future__ import annotations

from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.directives.other import TocTree

from newsletter.sources import FOLDER

_ALL_ISSUES = f"{FOLDER}/*"


class IssuesTocTree(TocTree):
    """Sphinx's own, but silent where ``issues/*`` names nothing: its warning cannot be suppressed."""

    def parse_content(self, toctree: addnodes.toctree) -> None:
        """Take in the entries, without that of the issues where there is none."""
        if not any(name.startswith(f"{FOLDER}/") for name in self.env.found_docs):
            lines = [line for line in self.content if line.strip("/ ") != _ALL_ISSUES]
            self.content = StringList(lines, source=self.get_source_info()[0])
        super().parse_content(toctree)
