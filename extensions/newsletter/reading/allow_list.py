# SPDX-License-Identifier: EUPL-1.2
"""What acts in an issue, besides plain Markdown: the contract's list, and nothing that is not on it."""

from __future__ import annotations

from newsletter.model.record import Kind

BLOCKS = frozenset(kind.value for kind in Kind)
VIEWS = frozenset({"records", "masthead", "contacts", "latest-issue", "issues", "downloads"})
NOTES = frozenset(
    {
        "admonition",
        "attention",
        "caution",
        "danger",
        "error",
        "hint",
        "important",
        "note",
        "seealso",
        "tip",
        "warning",
    }
)
FIGURES = frozenset({"figure", "image", "list-table", "table"})
DESIGN = frozenset(
    {
        "card",
        "card-carousel",
        "dropdown",
        "grid",
        "grid-item",
        "grid-item-card",
        "tab-item",
        "tab-set",
    }
)
DIRECTIVES = BLOCKS | VIEWS | NOTES | FIGURES | DESIGN
ROLES = frozenset({"record", "newsletter:record", "ref", "doc", "numref", "std:ref", "std:doc", "std:numref"})
EXTENSIONS = frozenset({"colon_fence", "deflist", "gfm_autolink"})
