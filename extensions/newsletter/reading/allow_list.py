# SPDX-License-Identifier: EUPL-1.2
"""List what acts in an issue, besides plain Markdown: the contract's list, and nothing that is not on it."""

from __future__ import annotations

from newsletter.languages import meanings
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.kinds import Kind
from newsletter.model.text import nearest

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


def unknown_directive(name: str, content: str = "") -> ContentError:
    """Return the diagnostic about the directive *name*, which is not on the list, with the one that may be meant."""
    if name == "record" and not content.lstrip().startswith(":"):
        message = _("“{%(name)s}” is no block: a link to a record stands in the text, “{%(name)s}`2026-05-…`”.")
        return ContentError("directive-refused", message, name=name)
    meant = meanings("kinds").get(name.lower()) or nearest(name, BLOCKS) or nearest(name, DIRECTIVES, cutoff=0.7)
    if name == "record":  # with options under it
        meant = "records"
    if meant:
        return ContentError(
            "directive-refused",
            _("“{%(name)s}” cannot be used in an issue. Did you mean “{%(meant)s}”?"),
            name=name,
            meant=meant,
        )
    return ContentError(
        "directive-refused", _("“{%(name)s}” cannot be used in an issue; what it contains is shown as text."), name=name
    )
