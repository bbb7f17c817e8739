# SPDX-License-Identifier: EUPL-1.2
"""The last rule: a title without a date is a record's where its section, or a date in the text below, says so."""

from __future__ import annotations

from collections.abc import Sequence

from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import NUMBER, is_title
from newsletter.tools.importer.when import When

_SHORT = 80


def undated(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title that has no date beside, above or under it."""
    line = lines[0]
    below = lines[1] if len(lines) > 1 else None
    if below is None or line.item or len(line.text) > _SHORT * 2 or not is_title(line.text):
        return None
    lead = line.strong and not below.gap  # “Lisbona: visita al museo”, its first word bold
    if line.text.endswith((".", ";", ",", ":")) and not lead:
        return None
    follows = not below.stands_out
    dates = place.calendar.dates_in(below.text, place.kind) if follows else []
    when = next((When(date.text, sure=False) for date in dates if date.has_day), None)
    rule = _("a title without a date")
    if place.kind is Kind.EVENT:
        return (
            Start(line.text, when, 1, rule=rule, confidence=Confidence.DOUBTFUL) if when and line.stands_out else None
        )
    shaped = line.stands_out or (line.gap and follows and not below.gap and len(line.text) <= _SHORT)
    title = NUMBER.sub("", line.text, count=1)
    return Start(title, when, 1, rule=rule, confidence=Confidence.DOUBTFUL) if shaped and follows else None
