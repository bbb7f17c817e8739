# SPDX-License-Identifier: EUPL-1.2
"""Puts views into pages, once all sources are read."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from newsletter.environment.domain import application
from newsletter.environment.placeholder import placeholders, view_of
from newsletter.views.context import Context
from newsletter.views.registry import render


class FillViews(SphinxPostTransform):
    """Replaces each placeholder by what its view shows."""

    # Late: what a view shows has its addresses already, and no pass before has anything to do with it. On an
    # archive of 120 issues that is a quarter of the time of a build. A view therefore brings no pending_xref
    # and no image of its own, for which it would be too late; before the passes that make HTML, from 820 on.
    default_priority = 800

    def run(self, **_kwargs: Any) -> None:
        """Fill the page in."""
        context = Context(application(self.env), self.env.docname)
        for place in list(placeholders(self.document)):
            shown = render(context, view_of(place))
            parent = place.parent
            if not isinstance(parent, nodes.section | nodes.document):
                shown = [piece for node in shown for piece in _without_sections(node)]
            place.replace_self(shown)


def _without_sections(node: nodes.Node) -> list[nodes.Node]:
    """Return *node*, a section as its title and content: where no section can stand."""
    if not isinstance(node, nodes.section):
        return [node]
    title, *content = node.children
    rubric = nodes.rubric("", "", *title.children, ids=node["ids"])
    return [rubric, *(piece for child in content for piece in _without_sections(child))]
