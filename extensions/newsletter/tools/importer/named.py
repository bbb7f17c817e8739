# SPDX-License-Identifier: EUPL-1.2
"""Rules for records that are named by a country, a place or a body, with people or a sentence behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.tools.importer.gazetteer import country_named
from newsletter.tools.importer.kinds_by_words import kind_by_words
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.people import read_list
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import END_OF_TITLE, NUMBER, WORDS_OF_A_PLACE, is_title, some
from newsletter.tools.importer.when import When
from newsletter.tools.importer.wording import first_sentence

SENTENCE_WITH_DATE = _("a sentence with its date")
TITLE_BEFORE_SENTENCE = _("a title before a sentence that has the date")
_LONGEST_LABEL = 60
_DAY_AHEAD = re.compile(
    r"(?:(?:il|l['’]|dal|dall['’]|lo scorso|on|from|le|du)\s*)?(?:the\s+)?(?:[^\W\d_]+\s+)?\d{1,2}\b", re.IGNORECASE
)
_LONGEST_SENTENCE = 320
_JOURNEY = re.compile(
    r"\b(?:visitato|partecipato|intervenut\w|incontrato|rappresentato|arrivat\w|giunt\w|visited|attended|took part"
    r"|spoke|represented|arrived|met)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*:\s*$")


def named_guests(lines: Sequence[Line], place: Place) -> Start | None:
    """Read ``country: name, role; name, role`` under delegations, and the like under missions."""
    line = lines[0]
    if place.kind not in {Kind.DELEGATION, Kind.MISSION} or line.cells:
        return None
    head, colon, _text = line.text.partition(":")
    start = len(head) + len(colon)
    if line.lead and _LABEL.search(line.text[: line.lead] + ":") and line.lead <= _LONGEST_LABEL + 2:
        head = line.text[: line.lead].strip(" :|–—-")
        rest = line.cut(line.lead + len(re.match(r"[\s:|–—-]*", line.text[line.lead :])[0]))  # type: ignore[index]
    elif colon and len(head) <= _LONGEST_LABEL and head[:1].isupper() and (line.item or line.gap):
        rest = line.cut(start)
        if not line.item and not country_named(head) and not read_list(rest.text):
            return None
    else:
        return None
    if not head or not rest.text or first_sentence(head) != head or len(head.split()) > WORDS_OF_A_PLACE:
        return None
    sure = place.kind is Kind.DELEGATION and country_named(head) and read_list(rest.text)
    return Start(
        head,
        None,
        1,
        some(rest),
        _("who it was, behind a colon"),
        Confidence.SURE if sure else Confidence.LIKELY,
        named=rest.text,
        link=line.cut(0, len(head)).only_link,
    )


def numbered(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a title in bold or capitals before a sentence that has the date: “1. ALBANIA - Il 24 maggio …”."""
    line = lines[0]
    number = NUMBER.match(line.text)
    begin = number.end() if number else 0
    end = END_OF_TITLE.search(line.text, begin)
    head = line.text[begin : end.start()] if end else ""
    if line.lead and line.lead > begin:
        head, begin_rest = line.text[begin : line.lead].strip(" :|–—-."), line.lead
    elif end and (head.isupper() or number or place.kind in {Kind.DELEGATION, Kind.MISSION}):
        begin_rest = end.end()
    else:
        return None
    rest = line.cut(begin_rest + len(re.match(r"[\s:|,.–—-]*", line.text[begin_rest:])[0]))  # type: ignore[index]
    told = first_sentence(rest.text)
    when = place.calendar.when(rest.text, place.kind)  # “Bavisela – Molo Audace, 6 giugno”
    dates = place.calendar.days_told(told, place.kind)
    if not (when or dates) or not is_title(head) or len(head.split()) > WORDS_OF_A_PLACE:
        return None
    if not (line.gap or line.item or number):
        return None
    found = when or When(dates[0].text, sure=False)
    return Start(head, found, 1, () if when else some(rest), TITLE_BEFORE_SENTENCE, Confidence.LIKELY)


def reported(lines: Sequence[Line], place: Place) -> Start | None:
    """Read a paragraph that tells of a journey or a visit with its day: its first sentence is its title."""
    line = lines[0]
    if place.kind not in {Kind.DELEGATION, Kind.MISSION, Kind.NEWS} or line.stands_out or line.cells:
        return None
    sentence = first_sentence(line.text)
    told = kind_by_words("", sentence)
    begins = _DAY_AHEAD.match(sentence) and (
        told is place.kind or (told is None and (line.item or _JOURNEY.search(sentence)))
    )
    if not begins and (place.last not in {"", SENTENCE_WITH_DATE} or not (line.gap or place.last)):
        return None
    if not line.text.endswith((".", "!")):
        return None
    dates = place.calendar.days_told(sentence, place.kind)
    if not dates or len(sentence) > _LONGEST_SENTENCE:
        return None
    title = sentence.removesuffix(".")
    rest = some(line.cut(len(sentence)))
    link = line.cut(0, len(sentence)).only_link
    return Start(title, When(dates[0].text, sure=False), 1, rest, SENTENCE_WITH_DATE, Confidence.DOUBTFUL, link=link)
