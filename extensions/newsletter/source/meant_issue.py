# SPDX-License-Identifier: EUPL-1.2
"""The issue that a file's name means, where it is not written as the names of issues are."""

from __future__ import annotations

import re

from newsletter.dates.vocabulary import MONTHS, fold
from newsletter.model.issue import IssueName
from newsletter.model.text import slug

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_MONTH = re.compile(r"(?<![0-9])(?:0?[1-9]|1[0-2])(?![0-9])")


def meant_issue(stem: str) -> IssueName | None:
    """Return the issue that *stem* most likely means: ``2026-7``, ``luglio 2026``, ``07_2026``, ``2026-07 (copia)``."""
    year = _YEAR.search(stem)
    if year is None:
        return None
    rest = f"{stem[: year.start()]} {stem[year.end() :]}"
    word = next((word for word in re.findall(r"[^\W\d_]+", rest) if fold(word) in MONTHS), "")
    number = None if word else _MONTH.search(rest)
    if not word and number is None:
        return None
    month = MONTHS[fold(word)] if word else int(number[0] if number else 0)
    left = rest.replace(word, " ", 1) if word else f"{rest[: number.start()]} {rest[number.end() :]}" if number else ""
    # A copy that the system made beside the original is no other issue, but must not take its name either.
    suffix = slug(left) if re.search(r"[a-z0-9]", left, re.IGNORECASE) else ""
    return IssueName.parse(f"{year[0]}-{month:02}" + (f"-{suffix}" if suffix else ""))
