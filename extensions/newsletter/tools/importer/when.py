# SPDX-License-Identifier: EUPL-1.2
"""Days, hours and places in the lines under and beside titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsletter.dates import parse_dates
from newsletter.dates.vocabulary import MONTHS, WEEKDAYS, fold
from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import Period
from newsletter.model.record import Kind
from newsletter.source.hours import parse_hours

_LABEL = re.compile(r"(?:quando|data|date|when|giorno|giorni|periodo)\s*:\s*", re.IGNORECASE)
_HOUR = r"\d{1,2}(?:[:.]\d{2})?"
_HOURS = re.compile(
    r"[\s,;|(–-]*\b(?P<hours>"
    rf"(?:dalle|from)\s+(?:ore\s+)?{_HOUR}(?:\s+(?:alle|to)\s+(?:ore\s+)?{_HOUR})?"
    rf"|(?:(?:alle\s+)?ore|h\.?)\s*{_HOUR}(?:\s*[-–]\s*{_HOUR})?"
    r"|\d{1,2}:\d{2}(?:\s*[-–]\s*\d{1,2}:\d{2})?)\)?(?=$|[\s,;|)])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:(?:per\s+)?tutto\s+(?:il\s+mese\s+di\s+)?|(?:nel|per\s+il)\s+mese\s+di\s+)|,?\s*\b(?:p\.?\s?v|c\.?\s?[am])\.(?=\W|$)",
    re.IGNORECASE,
)
"""Words about a date that say no other day: “tutto il mese di maggio”, “20 maggio p.v.”."""
_UNTIL = re.compile(r"(?:fino|sino)\s+al(?:l['’])?\s*", re.IGNORECASE)
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
    sure: bool = True
    """Whether the days are those that are meant: of “fino al 2 giugno” only the last is known."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """From where a year that is left out is worked out."""

    period: Period
    language: str = "it"

    def is_date(self, text: str, kind: Kind) -> bool:
        """Tell whether all of *text* is a date that an issue of this month can have."""
        words = {fold(word) for word in re.findall(r"[^\W\d_]+", text)}
        bare = " ".join(word for word in text.split() if fold(word) not in WEEKDAYS)
        if not (words & set(MONTHS) or _NUMERIC.fullmatch(bare)) or len(text) > 200:
            return False
        try:
            parse_dates(text, period=self.period, kind=kind, language=self.language)
        except ContentError:
            return False
        return True

    def when(self, text: str, kind: Kind) -> When | None:
        """Read a line that says nothing but when and where; None where it says more, or less."""
        bare = _LABEL.sub("", text, count=1).strip() if _LABEL.match(text) else text.strip()
        bare, hours = _without_hours(_bare(_ASIDE.sub("", bare)))
        bare, sure = _UNTIL.sub("", bare, count=1), not _UNTIL.match(bare)
        if self.is_date(bare, kind):
            return When(bare, hours, sure=sure)
        # The longest date is the right one: “9 aprile - 2 giugno - Ponte” is no “9 aprile” in “2 giugno - Ponte”.
        found = max(self._with_place(bare, kind), key=lambda pair: len(pair[0]), default=None)
        return When(found[0], hours, found[1], sure) if found else None

    def _with_place(self, text: str, kind: Kind) -> Iterator[tuple[str, str]]:
        for left, right in splits(text):
            # “15 maggio (Ponte)” gives a place; what stands before a date in parentheses is rather a title.
            named = text.endswith(")") and text[len(left) :].lstrip().startswith("(")
            for date, place in ((left, right), (right, left))[: 1 if named else 2]:
                if self.is_date(date, kind) and _is_place(place) and not self.is_date(place, kind):
                    yield date, place

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


def _bare(text: str) -> str:
    """Return *text* without the marks that part it from a title in the same line: “– 15 maggio”, “(15 maggio)”."""
    text = text.strip(" –—-:,;|·").removesuffix(".").rstrip()
    return text[1:-1].strip() if text.startswith("(") and text.endswith(")") and text.count("(") == 1 else text


def _without_hours(text: str) -> tuple[str, str]:
    match = _HOURS.search(text)
    if match is None:
        return text, ""
    try:
        parse_hours(match["hours"])
    except ContentError:
        return text, ""
    before, after = text[: match.start()], text[match.end() :].strip()
    # Behind the hour stands the place, parted by a mark or not: “sabato 16 maggio dalle 21 in piazza”.
    rest = f"{before}{', ' if after[:1].isalnum() else ' '}{after}".strip(" ,;|–-")
    return (rest, match["hours"]) if rest else (text, "")


def _is_place(text: str) -> bool:
    sentence = text.endswith((".", "!", "?", ":")) or re.search(r"[.!?]\s", text)
    return len(text) <= _LONGEST_PLACE and not sentence and bool(re.search(r"[^\W\d_]", text))
