# SPDX-License-Identifier: EUPL-1.2
"""Every issue has a title, and so has the home page: where the source writes none, its period or the newsletter's."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from newsletter.environment.block_draft import is_block
from newsletter.environment.issue_files import issue_name, read_issue
from newsletter.environment.reporter import warn
from newsletter.environment.source_lines import source_file, source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.renderer import WRITES_TITLE

_LONGEST = 1000
"""Characters; a PDF fails at 32,767."""


class EnsureTitle(SphinxTransform):
    """Puts an issue, or the home page, without a heading of its own over all under its title."""

    default_priority = 30

    def apply(self, **_kwargs: Any) -> None:
        """Wrap the page, where it has no one heading over all."""
        name = issue_name(self.env.docname)
        if name is None and self.env.docname != self.config.root_doc:
            return
        sections = [node for node in self.document.children if isinstance(node, nodes.section)]
        if len(sections) == 1 and (name is None or self.document.get(WRITES_TITLE)) and not is_block(sections[0]):
            return
        path = self.env.doc2path(self.env.docname)
        title = read_issue(self.config, path, self.env.docname, name).title if name else self.config.project
        whole = nodes.section(ids=[f"issue-{name}" if name else "home"])
        whole.source, whole.line = str(path), 1
        whole += nodes.title("", title)
        # What MyST makes of front matter stays before all: Sphinx takes it from there, and it is no text of the page.
        heads = [child for child in self.document.children[:1] if isinstance(child, nodes.field_list)]
        whole += self.document.children[len(heads) :]
        self.document.children = []
        self.document += [*heads, whole]


class CheckTitles(SphinxTransform):
    """Tells of titles that no list, bookmark or calendar can show."""

    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Look the page over, if it is an issue."""
        if issue_name(self.env.docname) is None:
            return
        for title in self.document.findall(nodes.title):
            if len(title.astext()) > _LONGEST:
                message = _("The title has more than %(most)s characters: say it in a few words, and the rest below.")
                error = ContentError("title-long", message, most=_LONGEST)
                warn(error.diagnostic, source_file(title), source_line(title))
