# SPDX-License-Identifier: EUPL-1.2
"""A block stands in a section: one that stands elsewhere is reported and kept out of the archive."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from newsletter.environment.block_draft import blocks_in, detach, draft_of, is_block
from newsletter.environment.issue_files import issue_name
from newsletter.environment.placeholder import placeholders
from newsletter.environment.reporter import warn
from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.block_notes import rejected_note


class CheckPlacement(SphinxTransform):
    """Turns the section of a block that stands in a list, a quote or another block into a container.

    A section there would be invalid, and its anchor and its place in the contents would be lost.
    """

    default_priority = 20

    def apply(self, **_kwargs: Any) -> None:
        """Check all blocks of the page."""
        in_issue = issue_name(self.env.docname) is not None
        for section in list(blocks_in(self.document)):
            parent = section.parent
            if isinstance(parent, nodes.section | nodes.document) and not is_block(parent):
                continue
            draft = draft_of(section)
            if in_issue:
                warn(_nested(parent).diagnostic, draft.path, draft.line)
            section.replace_self(_container(section, refused=in_issue))


def _nested(parent: nodes.Element) -> ContentError:
    """Return the diagnostic about a block that stands in *parent*."""
    if isinstance(parent, nodes.block_quote):
        message = _("This block stands in a quotation: take out “>” before each of its lines.")
    elif is_block(parent):
        message = _("This block stands inside that of line %(line)s: put it after the “:::” that closes that one.")
        return ContentError("block-nested", message, line=draft_of(parent).line)
    else:
        message = _("This block stands inside a list, a quote or another block: put it after that, at the margin.")
    return ContentError("block-nested", message)


def _container(section: nodes.section, *, refused: bool) -> nodes.container:
    """Return *section* as a container, its title as a rubric."""
    written = draft_of(section).written
    detach(section)
    title, *content = section.children
    box = nodes.container("", ids=section["ids"], classes=section["classes"])
    box.source, box.line = section.source, section.line
    box += nodes.rubric("", "", *title.children)
    box += content
    if refused:
        box["classes"].append("record-refused")
        for place in list(placeholders(box)):
            place.replace_self(rejected_note(written))
    return box
