# SPDX-License-Identifier: EUPL-1.2
"""The title of a block: what stands in it and belongs elsewhere, and whether it has words."""

from __future__ import annotations

import re

from newsletter.model.diagnostics import ContentError, _
from newsletter.model.kinds import Kind
from newsletter.source.fields import OPTION_WORDS
from newsletter.source.stray_options import in_title

_NO_WORDS = " .,:;-–—…?!_*/|"
_OPTION = re.compile(r"(?:^|\s):(?P<name>\w+):(?=\s)")
_OPENING = re.compile(r":{3,}\s*\{?\w.*")


def title_fault(title: str, kind: Kind) -> tuple[ContentError, bool] | None:
    """Return what is wrong with the *title* of a block of *kind*, and whether the record is kept out by it."""
    if not title.strip(_NO_WORDS):
        message = _("This block has no title. Write it after the name: “:::{%(kind)s} Title”.")
        return ContentError("title-missing", message, kind=kind.value), True
    if (option := _OPTION.search(title)) and option["name"] in OPTION_WORDS:
        return in_title(option["name"]), True
    if opening := _OPENING.search(title):
        message = _(
            "“%(text)s” stands in the title: put it on a line of its own, after the “:::” that closes this block."
        )
        return ContentError("block-unopened", message, text=opening.group()), True
    if title.endswith(":::"):
        message = _("The title ends with “%(marks)s”, which readers would see: a line of its own closes the block.")
        return ContentError("option-late", message, marks=":::"), False
    return None
