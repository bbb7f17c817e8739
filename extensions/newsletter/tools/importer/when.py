# SPDX-License-Identifier: EUPL-1.2
"""Days, hours and places in the lines under and beside titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from newsletter.dates import parse_dates
from newsletter.dates.vocabulary import FIRST, KNOWN, MONTHS, OPENERS, WEEKDAYS, fold, words
from newsletter.languages import LANGUAGES
from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.source.hours import parse_hours
from newsletter.tools.importer.short_dates import short_dates

DATE_LABEL = re.compile(r"(?P<label>quando|data|dates?|when|giorno|giorni|periodo)\s*:\s*", re.IGNORECASE)
_HOUR = r"\d{1,2}(?:[:.]\d{2})?"
_HOURS = re.compile(
    r"[\s,;|(–-]*\b(?P<hours>"
    rf"(?:at\s+|from\s+)?{_HOUR}(?:\s?[ap]\.?m\b\.?)?(?:\s*[-–]\s*|\s+(?:to|until|till)\s+){_HOUR}\s?[ap]\.?m\b"
    rf"|(?:at\s+|from\s+)?{_HOUR}\s?[ap]\.?m\b"
    rf"|(?:dalle|from)\s+(?:ore\s+)?{_HOUR}(?:\s+(?:alle|to)\s+(?:ore\s+)?{_HOUR})?"
    r"|(?:(?:de|à|dès)\s+)?\d{1,2}\s?h(?:\s?\d{2})?(?:\s*[-–à]\s*\d{1,2}\s?h(?:\s?\d{2})?)?"
    rf"|(?:alle|(?:alle\s+)?ore|h\.?)\s*{_HOUR}(?:\s*[-–]\s*{_HOUR})?"
    r"|(?:at\s+)?\d{1,2}:\d{2}(?:\s*[-–]\s*\d{1,2}:\d{2})?|at\s+\d{1,2}\.\d{2})\)?(?=$|[\s,;|).]|:\s)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:(?:per\s+)?tutto\s+(?:il\s+mese\s+di\s+)?|(?:nel|per\s+il)\s+mese\s+di\s+)|,?\s*\b(?:p\.?\s?v|c\.?\s?[am])\.(?=\W|$)",
    re.IGNORECASE,
)
"""Words about a date that say no other day: “tutto il mese di maggio”, “20 maggio p.v.”."""
_UNTIL = re.compile(r"(?:fino|sino)\s+al(?:l['’])?\s*", re.IGNORECASE)
_THROUGH = re.compile(
    r"[^.;!?]{0,120}?\b(?:(?:fino|sino)\s+(?:al(?:l['’])?|a)\s*|(?:until|till|through)\s+|jusqu['’]au\s+)",
    re.IGNORECASE,
)
"""The words between a first day and the last: “opens on 11 March and runs until 2 April”."""
_BETWEEN = re.compile(r"\b(?:tra|fra|between|entre)\s+(?:il\s+|l['’]|le\s+|the\s+)?$", re.IGNORECASE)
_AND_THE = re.compile(r"\s+(?:e|and|et)\s+(?:il\s+|l['’]|le\s+|the\s+)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·-]\s+|\s*[|·]\s*|,\s+|;\s+|:\s+|\s*\((?=[^()]*\)$)|(?<=[^\s\d])\s*–\s*")
_NUMERIC = re.compile(r"\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{4}|\d{4}-\d{2}(?:-\d{2})?")
_SPAN = re.compile(r"(?:dall?['’ ]?|du|from)\s*\d{1,2}/\d{1,2}\s+(?:all?['’ ]?|au|to)\s*\d{1,2}/\d{1,2}", re.IGNORECASE)
"""Numbers without a year, which are a date only between such words."""
_LONGEST_PLACE = 100
_LONGEST_DATE = 200
_WORD = re.compile(r"\b[^\W\d_]+")
_WORDS_OF_A_NAME = 2
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[º°ª]|(?:st|nd|rd|th|er)\b)?)|(?P<word>[^\W\d_]+['’.]?)|(?P<mark>[-–—/.,;&])|(?P<space>\s+)|."
)
_MAY_DATE = re.compile(
    "|".join(sorted({name[:3] for name in MONTHS})).replace("e", "[eé]").replace("u", "[uû]") + r"|\d{1,4}[-/.]\d",
    re.IGNORECASE,
)
_LONGEST_RUN = 40
_MONTH_NAMES = frozenset(fold(name) for language in LANGUAGES for name in words(language).months)
_LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class When:
    """The days, the hour and the place that a line, or a part of one, gives in its own words."""

    date: str
    time: str = ""
    place: str = ""
    sure: bool = True
    """Whether the days are those that are meant: of “fino al 2 giugno” only the last is known."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date within a line."""

    start: int
    end: int
    text: str

    @property
    def has_day(self) -> bool:
        """Whether it names a day, and not a month alone."""
        in_words = any(_folded(word) in FIRST for word in _WORD.findall(self.text))
        return in_words or re.search(r"(?<!\d)\d{1,2}(?!\d)", self.text) is not None

    @property
    def has_year(self) -> bool:
        """Whether it says its year."""
        return re.search(r"(?<!\d)\d{4}(?!\d)", self.text) is not None

    @property
    def is_meant(self) -> bool:
        """Whether it cannot well be another word: “may”, “set” and “ago” alone are none."""
        if any(char.isdigit() for char in self.text):
            return True
        named = [fold(word) for word in re.findall(r"[^\W\d_]+", self.text)]
        return any(word in _MONTH_NAMES for word in named) and self.text != "may"


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the stretches of *text* that hold nothing but words of dates, a month among them, or a numeric date."""
    run = list[re.Match[str]]()
    for token in [*_TOKEN.finditer(text), None]:
        if token is not None and _of_dates(token) and len(run) < _LONGEST_RUN:
            run.append(token)
            continue
        known = {_folded(each["word"]) for each in run if each["word"]}
        whole = text[run[0].start() : run[-1].end()] if run else ""
        if known & MONTHS.keys() or _NUMERIC.search(whole) or _SPAN.search(whole):
            yield run
        run = []


def _of_dates(token: re.Match[str]) -> bool:
    if token["number"]:
        return sum(map(str.isdigit, token["number"])) <= _LONGEST_NUMBER
    return bool(token["mark"] or token["space"]) or _folded(token["word"] or "-") in KNOWN


def _begins(token: re.Match[str]) -> bool:
    word = _folded(token["word"] or "")
    return bool(token["number"]) or word in MONTHS or word in WEEKDAYS or word in OPENERS or word in FIRST


@dataclass(frozen=True, slots=True)
class Calendar:
    """From where a year that is left out is worked out."""

    period: Period
    language: str = "it"

    def is_date(self, text: str, kind: Kind) -> bool:
        """Tell whether all of *text* is a date that an issue of this month can have."""
        return len(text) <= _LONGEST_DATE and _is_date(self, text, kind)

    def when(self, text: str, kind: Kind) -> When | None:
        """Read a line that says nothing but when and where; None where it says more, or less."""
        return _when(self, text, kind) if len(text) <= _LONGEST_DATE + _LONGEST_PLACE else None

    def read(self, text: str, kind: Kind) -> When | None:
        """Do what :meth:`when` does, which remembers it."""
        bare = DATE_LABEL.sub("", text, count=1).strip() if DATE_LABEL.match(text) else text.strip()
        bare, hours = without_hours(_bare(_ASIDE.sub("", bare)))
        bare, sure = _UNTIL.sub("", bare, count=1), not _UNTIL.match(bare)
        for start, end, day in short_dates(bare, self.period):
            if not any(date.start <= start < date.end != end for date in self.dates_in(bare, kind)):
                bare = f"{bare[:start]}{day}{bare[end:]}"
        if self.is_date(bare, kind):
            return When(bare, hours, sure=sure)
        # The longest date is the right one: “9 aprile - 2 giugno - Ponte” is no “9 aprile” in “2 giugno - Ponte”.
        found = max(self._with_place(bare, kind), key=lambda pair: len(pair[0]), default=None)
        if found is None:
            return None
        date, place = found
        long = len(place.split()) > _WORDS_OF_A_NAME or re.search(r"\s[-–—]\s", text)
        return None if text.rstrip().endswith(".") and long else When(date, hours, place, sure)

    def _with_place(self, text: str, kind: Kind) -> Iterator[tuple[str, str]]:
        for left, right in splits(text):
            # “15 maggio (Ponte)” gives a place; what stands before a date in parentheses is rather a title.
            named = text.endswith(")") and text[len(left) :].lstrip().startswith("(")
            for date, place in ((left, right), (right, left))[: 1 if named else 2]:
                if self.is_date(date, kind) and _is_place(place) and not self.is_date(place, kind):
                    yield date, place

    def dates_in(self, text: str, kind: Kind) -> list[FoundDate]:
        """Return the dates that stand in *text*, each as long as it can be read, in their order."""
        return _dates_in(self, text, kind)

    def search(self, text: str, kind: Kind) -> list[FoundDate]:
        """Do what :meth:`dates_in` does, which remembers it."""
        found, place = list[FoundDate](), 0
        for run in _runs(text) if _MAY_DATE.search(text) else ():
            ends = [token.end() for token in run if token["number"] or token["word"]]
            for token in run:
                if token.start() < place or not _begins(token):
                    continue
                for end in reversed(ends):
                    if end <= token.start():
                        break
                    if not _OF_AN_HOUR.match(text, end) and self.is_date(text[token.start() : end], kind):
                        stop = text[end - 1] == "." and self.is_date(text[token.start() : end - 1], kind)
                        place = end - stop
                        found.append(FoundDate(token.start(), place, text[token.start() : place]))
                        break
        found = [_as_span(text, each) for each in found if each.is_meant]
        short = (FoundDate(*day) for day in short_dates(text, self.period))
        found += [day for day in short if all(day.end <= each.start or each.end <= day.start for each in found)]
        return sorted(found, key=lambda each: each.start)

    def days_told(self, text: str, kind: Kind) -> list[FoundDate]:
        """Return the days in *text* on which something may be: no last day for something, and no day of years ago.

        A day and the last one behind it are one date: “opens on 11 March and runs until 2 April”.
        """
        dates = [date for date in self.dates_in(text, kind) if date.has_day]
        told = [each for each in dates if not is_deadline(text, each) and not self._is_history(each)]
        return [self._through(text, date, dates) for date in told]

    def _is_history(self, date: FoundDate) -> bool:
        years = [int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", date.text)]
        return any(abs(year - self.period.year) > 1 for year in years)

    def _through(self, text: str, date: FoundDate, dates: Sequence[FoundDate]) -> FoundDate:
        """Return *date* up to the last day that its sentence names behind it, where it names one."""
        until = _THROUGH.match(text, date.end)
        if until is None:
            return date
        last = next((each for each in dates if each.start == until.end()), None)
        number = re.compile(r"\d{1,2}\b").match(text, until.end())
        month = next((word for word in _WORD.findall(date.text) if _folded(word) in MONTHS), "")
        end = last.text if last else f"{number[0]} {month}" if number else ""
        whole = f"{date.text} - {end}"
        stop = last.end if last else number.end() if number else date.end
        return FoundDate(date.start, stop, whole) if end and self.is_date(whole, Kind.EVENT) else date


# Each line is looked at by several rules, and by those of the lines above it.
@lru_cache(maxsize=4096)
def _when(calendar: Calendar, text: str, kind: Kind) -> When | None:
    return calendar.read(text, kind)


@lru_cache(maxsize=4096)
def _dates_in(calendar: Calendar, text: str, kind: Kind) -> list[FoundDate]:
    return calendar.search(text, kind)


@lru_cache(maxsize=16384)
def _is_date(calendar: Calendar, text: str, kind: Kind) -> bool:
    written = {_folded(word) for word in _WORD.findall(text)}
    if not written <= KNOWN:  # the parser would look for what may be meant
        return False
    bare = " ".join(word for word in text.split() if _folded(word) not in WEEKDAYS)
    if not (written & MONTHS.keys() or _NUMERIC.search(bare) or _SPAN.fullmatch(bare)):
        return False
    try:
        parse_dates(text, period=calendar.period, kind=kind, language=calendar.language)
    except ContentError:
        return False
    return True


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return fold(word)


def _as_span(text: str, date: FoundDate) -> FoundDate:
    """Return *date* as the span that words before it make of two days: “tra il 16 e il 21 luglio”."""
    if not _BETWEEN.search(text, max(0, date.start - _LONGEST_RUN), date.start):
        return date
    return replace(date, text=_AND_THE.sub(" - ", date.text, count=1))


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


_OF_AN_HOUR = re.compile(r"[.:]\d\d(?![\d.])|\s?[ap]\.?m\b|\s?h(?:\d\d)?\b", re.IGNORECASE)
"""The rest behind a number that is an hour: “3 December, 6.30 pm” has no day 6."""
_DEADLINE = re.compile(
    r"(?:entro|fino|sino|scad\w+|by|until|before|deadline|closes|avant|jusqu\W?au?)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)


def is_deadline(text: str, date: FoundDate) -> bool:
    """Tell whether *date* in *text* is the last day for something, and not when something was."""
    return _DEADLINE.search(text, max(0, date.start - _LONGEST_RUN), date.start) is not None


def hours_at(text: str, start: int) -> tuple[str, int]:
    """Return the hour that stands at *start* of *text* behind no more than a mark, and where it ends."""
    match = _HOURS.match(text, start)
    if match is None:
        return "", start
    try:
        parse_hours(match["hours"])
    except ContentError:
        return "", start
    return match["hours"], match.end("hours")


def without_hours(text: str) -> tuple[str, str]:
    """Return *text* without the hour in it, and that hour; all of it and nothing where there is none."""
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
    sentence = text.endswith((".", "!", "?", ":")) or re.search(r"[.!?]\s|:\s", text)
    return len(text) <= _LONGEST_PLACE and not sentence and bool(re.search(r"[^\W\d_]", text))
