# SPDX-License-Identifier: EUPL-1.2
"""Hold the entries of the search: one a record, one a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

PageTexts = Mapping[str, tuple[str, str]]
"""The title and the own text of pages, by docname."""

_SPACES = re.compile(r"\s+")
# Control characters, and lone surrogates, which are in no JSON.
_UNPRINTABLE = re.compile("[\u0000-\u001f\u007f-\u009f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One hit that the search can give."""

    url: str
    """Site-relative."""
    title: str
    text: str = ""
    """The text of which a hit shows a part."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """The other facts that a hit shows: ``kind`` with its ``label``, ``date``, ``place``, ``status``, ``lang``."""
    names: str = ""
    """People, places and all else that is told beside the text; searched."""
    asked: tuple[str, ...] = ()
    """Words, as they are written, that it is asked for by whether or not it says them: its kind, countries, topics."""
    periods: tuple[str, ...] = ()
    """Its years, months and single days, as :func:`newsletter.search.days.period_words` has them."""
    days: tuple[str, ...] = ()
    """The days of a span, as :func:`newsletter.search.days.day_words` has them: they tell less than a single day."""
    also: tuple[str, ...] = ()
    """Other names of who and what is named in it."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The values that hits are narrowed down by, by facet."""
    first_day: str = ""
    """ISO, by which hits are sorted; empty for a page, which comes after all records."""
    is_untranslated: bool = False
    """Whether it is told in the language of the originals on a site in another: it comes after what is translated."""


def visible(text: str) -> str:
    """Return *text* letter by letter, on one line and without what no JSON or no page can hold."""
    if text.isprintable() and "  " not in text:  # of spaces, only the common one is printable
        return text.strip()
    return _UNPRINTABLE.sub("", _SPACES.sub(" ", text)).strip()
