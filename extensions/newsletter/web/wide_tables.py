# SPDX-License-Identifier: EUPL-1.2
"""A wide table scrolls in a box of its own, so that the page never scrolls sideways (WCAG 2.1, 1.4.10)."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from newsletter.environment.i18n import translate
from newsletter.views.table import table_rows


class scroller(nodes.container):  # noqa: N801 -- docutils names node classes in lower case
    """A box around one table."""


class WrapTables(SphinxPostTransform):
    """Put each table in its box."""

    default_priority = 810
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002 -- the signature is Sphinx's
        """See :class:`docutils.transforms.Transform`."""
        for table in list(self.document.findall(nodes.table)):
            box = scroller(classes=["table-box"])
            table.parent.replace(table, box)
            box += table


def has_filterable_tables(document: nodes.document) -> bool:
    """Tell whether *document* has tables that readers may narrow down."""
    return any("filterable" in table["classes"] for table in document.findall(nodes.table))


def _has_links(node: scroller) -> bool:
    shown = node.findall(lambda each: isinstance(each, nodes.reference | table_rows))
    return any(not isinstance(each, table_rows) or each.has_links for each in shown)


def visit_scroller(self: HTML5Translator, node: scroller) -> None:
    """Open the box; one in which nothing can be focused is itself reachable by keyboard (WCAG 2.1, 2.1.1)."""
    attributes: dict[str, Any] = {}
    if not _has_links(node):
        caption = next(node.findall(nodes.title), None)
        label = caption.astext() if caption is not None else translate("Table")
        attributes = {"tabindex": "0", "role": "group", "aria-label": label}
    self.body.append(self.starttag(node, "div", **attributes))


def depart_scroller(self: HTML5Translator, node: scroller) -> None:  # noqa: ARG001 -- the signature is docutils'
    """Close the box."""
    self.body.append("</div>\n")
