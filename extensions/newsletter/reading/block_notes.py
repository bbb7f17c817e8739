# SPDX-License-Identifier: EUPL-1.2
"""Show on a page the parts of a block that could not be taken."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.source.options import Option


def _note(message: str, lines: Iterable[str]) -> nodes.container:
    note = nodes.container(classes=["record-note"])
    note += nodes.paragraph("", translate(message))
    block = nodes.line_block()
    block += [nodes.line("", line) for line in lines]
    if len(block):
        note += block
    return note


def rejected_note(lines: Iterable[str]) -> nodes.container:
    """Return the note of a block that is in no register, with its option *lines* as they were written."""
    return _note(
        _("This block contains a mistake and is therefore in no register, calendar or data."),
        (line.strip() for line in lines if line.strip()),
    )


def left_out_note(options: Iterable[Option]) -> list[nodes.Node]:
    """Return the note on *options* that were left out, as they were written; nothing where there are none."""
    lines = [f":{option.name}: {option.value}" for option in options]
    return [_note(_("This information could not be taken:"), lines)] if lines else []
