# SPDX-License-Identifier: EUPL-1.2
"""The parts of a date that cannot be read which say a day all the same, for messages that propose one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsletter.dates.tokens import clean
from newsletter.dates.vocabulary import CALLED_OFF, FORMERLY, KNOWN, MONTHS, WEEKDAYS, fold

_LONGEST = 200
"""Characters of a date that are looked at; each part is read once more."""
_MOST = 6
"""Parts that are tried."""
_WORD = re.compile(r"[^\W\d_]+['.]?")
_STRAY = re.compile(r"[^\w\s/.,;'º°ª–—-]")
_RUN = re.compile(r"(?<![\d/.-])(?P<first>\d{1,2})(?P<rest>(?:\s*[-–/]\s*\d{1,2}){2,})(?=\s+[^\W\d])")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_TIED = re.compile(rf"(?<=\d)\s*-\s*(?={_MONTH})|(?<=[^\W\d_])\s*-\s*(?=\d{{4}}\b)", re.IGNORECASE)  # “14-gennaio-2027”
_WEEKDAYS = re.compile(rf"\b(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\s*-?", re.IGNORECASE)
_DAY = re.compile(
    rf"(?:[0-9]{{1,2}}[º°]?\s+(?:[^\W\d_]+\s+)?)?\b(?:{_MONTH})\b(?:\s+[0-9]{{4}})?"
    r"|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?|[0-9]{4}-[0-9]{2}-[0-9]{2}",
    re.IGNORECASE,
)


def readable_parts(text: str) -> Iterator[str]:
    """Yield parts of *text* that may be a date, the longest first: all but strange words and signs, then less."""
    whole = re.sub(r"\([^()]*\)?", " ", clean(text)[:_LONGEST])
    whole = re.sub(r"(?<=\d)\.(?=\s)", "", whole)  # “5. Dicembre”
    whole = _WORD.sub(lambda word: word[0] if fold(word[0]) in KNOWN - CALLED_OFF - FORMERLY else " ", whole)
    whole = _RUN.sub(_days, " ".join(_STRAY.sub(" ", whole).split()).strip(" ,;.-/–—"))
    yield whole
    yield _TIED.sub(" ", whole)
    yield " ".join(_WEEKDAYS.sub(" ", whole).split())
    days = list(_DAY.finditer(whole))[:_MOST]
    yield from (whole[: day.end()] for day in reversed(days))
    yield from (day[0] for day in days)
    yield re.sub(r"\s*([-/])\s*", r"\1", whole)  # “12 - 12 - 2026”


def _days(run: re.Match[str]) -> str:
    """Return “12-13-14” as the span “12-14”, and days that are not in a row one by one."""
    days = [int(run["first"]), *map(int, re.findall(r"\d+", run["rest"]))]
    in_a_row = days == list(range(days[0], days[-1] + 1))
    return f"{days[0]}-{days[-1]}" if in_a_row else ", ".join(map(str, days))
