# SPDX-License-Identifier: EUPL-1.2
"""Days, hours and places in the lines under and beside titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.core.dates import parse_dates
from newsletter.core.dates.words import MONTHS, fold
from newsletter.core.hours import parse_hours
from newsletter.core.issue import Period
from newsletter.core.problem import ContentError
from newsletter.core.record import Kind

_LABEL = re.compile(r"(?:quando|data|date|when|giorno|giorni|periodo)\s*:\s*", re.IGNORECASE)
_HOURS = re.compile(
    r"[\s,;|(–-]*\b(?P<hours>(?:(?:alle\s+)?ore|h\.?)\s*\d{1,2}(?:[:.]\d{2})?(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?"
    r"|\d{1,2}:\d{2}(?:\s*[-–]\s*\d{1,2}:\d{2})?)\)?(?=$|[\s,;|)])",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|–—·-]\s+|\s*[|·]\s*|,\s+|;\s+|:\s+|\s*\((?=[^()]*\)$)|(?<=[^\s\d])\s*–\s*")
_NUMERIC = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}(?:-\d{2})?")
_LONGEST_PLACE = 100
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_IN_SENTENCE = re.compile(
    rf"\b(?:(?:dal(?:l')?|dall’)\s*)?\d{{1,2}}[º°]?(?:\s*(?:-|–|e|al|all'|all’)\s*\d{{1,2}}[º°]?)?\s+(?:{_MONTH})\b(?:\s+\d{{4}})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """What a line, or a part of one, says of the days, the hour and the place, in its own words."""

    date: str
    time: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """From where a year that is left out is worked out."""

    period: Period
    language: str = "it"

    def is_date(self, text: str, kind: Kind) -> bool:
        """Tell whether all of *text* is a date that an issue of this month can have."""
        words = {fold(word) for word in re.findall(r"[^\W\d_]+", text)}
        if not (words & set(MONTHS) or _NUMERIC.fullmatch(text.strip())) or len(text) > 200:
            return False
        try:
            parse_dates(text, period=self.period, kind=kind, language=self.language)
        except ContentError:
            return False
        return True

    def when(self, text: str, kind: Kind) -> When | None:
        """Read a line that says nothing but when and where; None where it says more, or less."""
        bare = _LABEL.sub("", text, count=1).strip() if _LABEL.match(text) else text.strip()
        bare, hours = _without_hours(bare)
        if self.is_date(bare, kind):
            return When(bare, hours)
        for left, right in splits(bare):
            # “15 maggio (Ponte)” gives a place; what stands before a date in parentheses is rather a title.
            named = bare.endswith(")") and bare[len(left) :].lstrip().startswith("(")
            for date, place in ((left, right), (right, left))[: 1 if named else 2]:
                if self.is_date(date, kind) and _is_place(place) and not self.is_date(place, kind):
                    return When(date, hours, place)
        return None

    def first_date(self, text: str, kind: Kind) -> str:
        """Return the first date that stands in the sentence *text*; empty where there is none."""
        for match in _IN_SENTENCE.finditer(text):
            if self.is_date(match[0], kind):
                return match[0]
        return ""


def splits(text: str) -> Iterator[tuple[str, str]]:
    """Return what stands before and behind each mark in *text* that may part a title, a date and a place."""
    for match in _SEPARATOR.finditer(text):
        left, right = text[: match.start()].strip(), text[match.end() :].strip()
        if match[0].strip() == "(":
            right = right.removesuffix(")").strip()
        if left and right:
            yield left, right


def _without_hours(text: str) -> tuple[str, str]:
    match = _HOURS.search(text)
    if match is None:
        return text, ""
    try:
        parse_hours(match["hours"])
    except ContentError:
        return text, ""
    rest = f"{text[: match.start()]}{text[match.end() :]}".strip(" ,;|–-")
    return (rest, match["hours"]) if rest else (text, "")


def _is_place(text: str) -> bool:
    sentence = text.endswith((".", "!", "?", ":")) or re.search(r"[.!?]\s", text)
    return len(text) <= _LONGEST_PLACE and not sentence and bool(re.search(r"[^\W\d_]", text))
