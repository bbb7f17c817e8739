# SPDX-License-Identifier: EUPL-1.2
"""Hold the place of a view: a plain container, so that every builder has a visitor for it."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from newsletter.environment.page import ViewUse

_ATTRIBUTE = "newsletter_view"


def placeholder(view: str, options: object = None) -> nodes.container:
    """Return a node that the view called *view* will replace."""
    node = nodes.container()
    node[_ATTRIBUTE] = ViewUse(view, options)
    return node


def view_of(node: nodes.Element) -> ViewUse:
    """Return the view that *node*, one of :func:`placeholders`, stands for."""
    found = node[_ATTRIBUTE]
    assert isinstance(found, ViewUse)  # noqa: S101 - for the type checker; only placeholder() sets it
    return found


def is_view(node: nodes.Element) -> bool:
    """Tell whether *node* holds the place of a view."""
    return _ATTRIBUTE in node


def placeholders(document: nodes.Node) -> Iterator[nodes.container]:
    """Return all placeholders below *document*, in the order of the page."""
    return (node for node in document.findall(nodes.container) if _ATTRIBUTE in node)
