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
from newsletter.tools.importer.wording import first_sentence

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
    dates = place.calendar.days_told(below.text, place.kind) if follows else []
    when = When(dates[0].text, sure=False) if dates else None
    rule = _("a title without a date")
    if place.kind is Kind.EVENT:
        return (
            Start(line.text, when, 1, rule=rule, confidence=Confidence.DOUBTFUL) if when and line.stands_out else None
        )
    shaped = line.stands_out or (line.gap and follows and not below.gap and len(line.text) <= _SHORT)
    if not (shaped and follows):
        return None
    title, after = NUMBER.sub("", line.text, count=1), lines[2] if len(lines) > 2 else None
    # A paragraph that has its day is no record beside its title, unless more of them follow, each with its own.
    alone = line.stands_out and when and not below.item and not below.cells
    more = after and not after.stands_out and place.calendar.days_told(first_sentence(after.text), place.kind)
    rest = (below,) if alone and not more else ()
    return Start(title, when, 1 + len(rest), rest, rule, Confidence.DOUBTFUL)
