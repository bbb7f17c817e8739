# SPDX-License-Identifier: EUPL-1.2
"""The view ``corrections``: what was put right after publication, newest first, each with its record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from docutils import nodes

from newsletter.dates import show_day
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.record import Record
from newsletter.model.values import Correction
from newsletter.views.context import Context
from newsletter.views.listing import Item, list_of
from newsletter.views.pieces import Line, Piece

Found = tuple[tuple[Record, Correction], ...]


def look_up(context: Context, _options: Mapping[str, str]) -> Found:
    """Return all corrections with their records, newest first; those without a day last."""
    found = [(record, correction) for record in context.archive.records for correction in record.corrections]
    return tuple(sorted(found, key=lambda pair: (pair[1].day or date.min, pair[0].order), reverse=True))


def render(context: Context, found: Found) -> list[nodes.Node]:
    """Return the corrections as a list; a sentence where there is none."""
    if not found:
        note = translate(_("Nothing has been corrected so far."))
        return [nodes.paragraph("", note, classes=["records-empty"])]
    return list_of(context, (Item(record.kind, _line(context, record, correction)) for record, correction in found))


def _line(context: Context, record: Record, correction: Correction) -> Line:
    said = Piece(": " + (correction.text or translate(_("corrected"))))
    if correction.day is None:
        return context.record_piece(record), said
    day = Piece(show_day(correction.day, context.language), day=correction.day.isoformat())
    return day, Piece(" — "), context.record_piece(record), said
