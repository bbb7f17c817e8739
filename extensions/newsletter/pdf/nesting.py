# SPDX-License-Identifier: EUPL-1.2
"""Bound the depth of elements inside each other: Typst gives up at 64 show rules."""

from __future__ import annotations

from docutils import nodes

DEEPEST = 52
"""Show rules inside each other that a document may come to; what is around it takes some of Typst's 64."""

_RULES: tuple[tuple[type[nodes.Node], int], ...] = (
    (nodes.block_quote, 6),
    (nodes.table, 6),
    (nodes.field_list, 6),
    (nodes.definition_list, 4),
    (nodes.option_list, 4),
    (nodes.figure, 4),
    (nodes.reference, 3),
    (nodes.bullet_list, 2),
    (nodes.enumerated_list, 2),
    (nodes.paragraph, 1),
    (nodes.TextElement, 1),
    (nodes.Text, 0),
    (nodes.section, 0),
)


def rules_of(node: nodes.Node) -> int:
    """Return how many show rules *node* takes (measured)."""
    return next((rules for kind, rules in _RULES if isinstance(node, kind)), 2)
