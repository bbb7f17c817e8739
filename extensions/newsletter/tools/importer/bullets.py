# SPDX-License-Identifier: EUPL-1.2
"""Rules for bullets of news, and under a date that stands alone: their first words, or sentence, are the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsletter.model.diagnostics import _
from newsletter.model.record import Kind
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import LONGEST_TITLE, some, title_of
from newsletter.tools.importer.when import When
from newsletter.tools.importer.wording import first_sentence

_DEADLINE = re.compile(
    r"(?:entro|fino|sino|scad\w+|by|until|before|deadline|avant|jusqu\W?au?)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)


def pending(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a bullet under a date that stands alone: its title, or its first sentence."""
    line = lines[0]
    if place.pending is None or not line.item:
        return None
    return _sentence(line, place.pending)


def news(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a bullet among the news: its first sentence is its title."""
    line = lines[0]
    if place.kind is not Kind.NEWS or not line.item:
        return None
    dates = [date for date in place.calendar.dates_in(line.text, place.kind) if date.has_day]
    told = [date for date in dates if not _DEADLINE.search(line.text[: date.start])]
    return _sentence(line, When(told[0].text, sure=False) if len(dates) == len(told) == 1 else None)


def _sentence(line: Line, when: When | None) -> Start | None:
    title, rest = title_of(line) if line.lead else ("", ())
    if title:
        return Start(
            title, when, 1, rest, _("a bullet with a title"), Confidence.LIKELY, link=line.cut(0, line.lead).only_link
        )
    sentence = first_sentence(line.text)
    title = sentence.removesuffix(".")
    if len(title) > 2 * LONGEST_TITLE:
        return None
    rest = some(line.cut(len(sentence)))
    return Start(title, when, 1, rest, _("the first sentence of a bullet"), Confidence.DOUBTFUL)
