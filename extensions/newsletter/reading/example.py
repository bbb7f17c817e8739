# SPDX-License-Identifier: EUPL-1.2
"""``{example}``: a piece of the guide shown first as it is written, then as it looks, from one and the same text."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class ExampleDirective(SphinxDirective):
    """Shows its content twice; issues may not use it."""

    has_content = True
    option_spec: ClassVar[Any] = None  # the first lines are part of the example, whatever they look like

    def run(self) -> list[nodes.Node]:
        """Return the source as a code block, followed by what becomes of it."""
        text = "\n".join(self.content)
        shown = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, shown)
        return [nodes.literal_block(text, text, language="markdown", classes=["example-source"]), *shown.children]
