# SPDX-License-Identifier: EUPL-1.2
"""Sentences of running prose that have a date, as records that are offered to the editor and are none yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.tools.importer.guesses import guess
from newsletter.tools.importer.items import Item
from newsletter.tools.importer.kinds_by_words import kind_by_words
from newsletter.tools.importer.known import Known
from newsletter.tools.importer.lines import Line, plain_line
from newsletter.tools.importer.when import Calendar, FoundDate
from newsletter.tools.importer.wording import first_sentence

OFFERED = _("offered as a comment")
_LONGEST_TITLE = 140
_BETWEEN_CLAUSES = re.compile(
    r";\s+|,\s+(?=(?:e|and|et)\s+(?:il|l['’]|dal|dall['’]|on|from|le|du)(?:\s|(?<=['’])))", re.IGNORECASE
)

_CONJUNCTION = re.compile(r"\A(?:e|and|et)\s+(?=\S)")


def offers(text: str, calendar: Calendar, kind: Kind, first: Line, known: Known) -> Iterator[Item]:
    """Yield a record for each sentence of *text* with a day, or a month and its year, and for each part of it.

    :param kind: that of the section, where the sentence does not tell another.
    :param first: the line in which the text begins.
    :param known: what the city knows of names.
    """
    while text := text.strip():
        sentence = first_sentence(text)
        text = text[len(sentence) :]
        for clause in _clauses(sentence, calendar):
            date = next(iter(calendar.days_told(clause, Kind.NEWS)), dates_told(clause, calendar)[0])
            told = kind_by_words("", clause) or kind
            body = [plain_line(clause, first.number)]
            item = Item(told, _title(clause), {"date": date.text}, first.number, body, OFFERED, first.place)
            guess(item, known)
            yield item


def _clauses(sentence: str, calendar: Calendar) -> Iterator[str]:
    """Yield the parts of *sentence* between semicolons, each with a date and all that follows up to the next."""
    start = 0
    for mark in _BETWEEN_CLAUSES.finditer(sentence):
        held, rest = sentence[start : mark.start()], sentence[mark.end() :]
        if dates_told(held, calendar) and dates_told(rest, calendar):
            yield held
            start = mark.end()
    if dates_told(sentence[start:], calendar):
        yield sentence[start:]


def dates_told(text: str, calendar: Calendar) -> list[FoundDate]:
    """Return the dates in *text* that say a day, or a month and its year."""
    return [date for date in calendar.dates_in(text, Kind.NEWS) if date.has_day or date.has_year]


def _title(clause: str) -> str:
    title = _CONJUNCTION.sub("", clause.rstrip(" .;:!"))
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
    return f"{title[:1].upper()}{title[1:]}"
