# SPDX-License-Identifier: EUPL-1.2
"""Which issue an old newsletter is: by what its file, its subject or its head says, never by a month in its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from newsletter.dates.vocabulary import MONTHS, fold, words
from newsletter.languages import LANGUAGES
from newsletter.model.issue import IssueName, Period
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.wording import sentences

_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_. ]?(0[1-9]|1[0-2])(?!\d)")
_NAMES = "|".join(
    sorted({name for language in LANGUAGES for name in map(fold, words(language).months)}, key=len, reverse=True)
)
_MONTH_AND_YEAR = re.compile(rf"(?<![^\W\d_])(?P<month>{_NAMES})\s*,?\s*(?:del\s+|de\s+)?(?P<year>(?:19|20)\d\d)(?!\d)")
_MONTH_IN_NAME = re.compile(r"(?<!\d)(?P<month>0?[1-9]|1[0-2])[-_. ](?P<year>(?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(rf"(?<![^\W\d_])(?P<month>{_NAMES}) (?P<year>\d\d)(?!\d)")
_CENTURY = 70  # two digits from which on a year is of the last century
_IN_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![-\d])"
)
_FIRST_LINES = 40
_LONGEST = 100
_WORDS_OF_A_SENTENCE = 6
_DAY_BEFORE = re.compile(r"\d{1,2}(?:st|nd|rd|th|º|°)?\s*(?:di\s+|of\s+)?$")


def issue_name(file: Path, original: Original) -> IssueName | None:
    """Return the name of the issue that is in *file*; None where nothing says it plainly."""
    found = _IN_NAME.search(file.stem)
    if found and (name := IssueName.parse(f"{found[1]}-{found[2]}")):
        return name
    in_words = next((IssueName(period) for text in _heads(file, original) if (period := _period(text))), None)
    return in_words or _in_numbers(original) or _in_file_name(file.stem)


def _in_file_name(stem: str) -> IssueName | None:
    """Return what a file is called as no text would say it: “12_2010”, “luglio_05”, “June19”."""
    found = _MONTH_IN_NAME.search(stem)
    if found:
        return IssueName(Period(int(found["year"]), int(found["month"])))
    short = _SHORT_YEAR.search(" ".join(fold(part) for part in re.findall(r"[^\W\d_]+|\d+", stem)))
    year = int(short["year"]) if short else 0
    return IssueName(Period(year + (1900 if year >= _CENTURY else 2000), MONTHS[short["month"]])) if short else None


def _in_numbers(original: Original) -> IssueName | None:
    """Return what the title has in it, or a line in the head has alone: “05/2019”, “2019-05”."""
    lines = (_IN_NUMBERS.fullmatch(line.text) for line in original.lines[:_FIRST_LINES])
    found = _IN_NUMBERS.search(original.title) or next(filter(None, lines), None)
    return IssueName.parse(found["iso"] or f"{found['year']}-{found['month']:>02}") if found else None


def said_name(original: Original) -> IssueName | None:
    """Return the name of the issue that its own text says it is."""
    return issue_name(Path(), original)


def _heads(file: Path, original: Original) -> Iterator[str]:
    """Yield the texts that may say which issue it is, the plainest first."""
    yield re.sub("[-_.]", " ", file.stem)
    yield original.title
    text = [line for line in original.lines if not line.aside]
    for line in text[:_FIRST_LINES]:
        for sentence in sentences(line.text):
            prose = sentence.endswith(".") and len(sentence.split()) > _WORDS_OF_A_SENTENCE
            if len(sentence) <= _LONGEST and not sentence.endswith((";", ",")) and not prose:
                yield sentence
    yield from (line.text for line in original.lines if line.aside and not line.picture and len(line.text) <= _LONGEST)


def _period(text: str) -> Period | None:
    """Return the month and year in *text*, not those of a day."""
    folded = " ".join(
        fold(word) if word.isalpha() else word for word in re.split(r"(\W)", text) if word.strip() or word == " "
    )
    for match in _MONTH_AND_YEAR.finditer(" ".join(folded.split())):
        if not _DAY_BEFORE.search(" ".join(folded.split())[: match.start()]):
            return Period(int(match["year"]), MONTHS[match["month"]])
    return None
