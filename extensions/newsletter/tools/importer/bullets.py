# SPDX-License-Identifier: EUPL-1.2
"""Rules for bullets of news, and under a date that stands alone: their first words, or sentence, are the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.tools.importer.headings import read_heading
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.named import SENTENCE_WITH_DATE, TITLE_BEFORE_SENTENCE
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import LONGEST_TITLE, some, title_of
from newsletter.tools.importer.when import When
from newsletter.tools.importer.wording import first_sentence

_BEFORE_TEXT = _("a title in bold before its text")
_SHORT = 110  # characters of a sentence that may be a title
_FEWEST_WORDS = 2


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
    return _sentence(line, _only_date(line, place))


def paragraph(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a paragraph among news that have neither titles nor bullets: its short first sentence is its title."""
    line = lines[0]
    if place.kind is not Kind.NEWS or line.item or line.stands_out or line.cells:
        return None
    if line.lead and line.gap and place.last in {"", _BEFORE_TEXT, TITLE_BEFORE_SENTENCE}:
        titled = _sentence(line, _only_date(line, place))
        return replace(titled, rule=_BEFORE_TEXT) if titled else None
    sentence, rule = first_sentence(line.text), _("the first sentence of a paragraph")
    if len(sentence) > _SHORT or not sentence.endswith(".") or len(sentence.split()) < _FEWEST_WORDS:
        return None
    if place.last not in {"", rule, SENTENCE_WITH_DATE} or (not place.last and any(map(_is_titled, lines[1:]))):
        return None
    rest = some(line.cut(len(sentence)))
    return Start(sentence.removesuffix("."), _only_date(line, place), 1, rest, rule, Confidence.DOUBTFUL)


def _is_titled(line: Line) -> bool:
    """Tell whether *line* shows that the section's records look otherwise, and what stands above is an introduction."""
    return bool(line.item) or (line.stands_out and read_heading(line.text) is None)


def _only_date(line: Line, place: Place) -> When | None:
    """Return the one day that *line* names, as a guess; None where it names several, or a deadline."""
    dates = place.calendar.days_told(line.text, place.kind)
    return When(dates[0].text, sure=False) if len(dates) == 1 else None


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
