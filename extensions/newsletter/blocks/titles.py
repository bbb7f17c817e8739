# SPDX-License-Identifier: EUPL-1.2
"""Every issue has a title: one whose source writes none gets the issue's."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from newsletter.blocks.draft import is_block
from newsletter.markup.renderer import WRITES_TITLE
from newsletter.sources import issue_name, read_issue


class EnsureTitle(SphinxTransform):
    """Puts an issue without a heading of its own, or with several side by side, under its title."""

    default_priority = 30

    def apply(self, **_kwargs: Any) -> None:
        """Wrap the page, where it has no one heading over all."""
        name = issue_name(self.env.docname)
        if name is None:
            return
        sections = [node for node in self.document.children if isinstance(node, nodes.section)]
        if len(sections) == 1 and self.document.get(WRITES_TITLE) and not is_block(sections[0]):
            return
        docname = self.env.docname
        issue = read_issue(self.config, self.env.doc2path(docname), docname, name)
        whole = nodes.section(ids=[f"issue-{name}"])
        whole.source, whole.line = str(self.env.doc2path(docname)), 1
        whole += nodes.title("", issue.title)
        whole += self.document.children
        self.document.children = []
        self.document += whole
