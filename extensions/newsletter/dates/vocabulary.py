# SPDX-License-Identifier: EUPL-1.2
"""The words of dates: names of months and weekdays by CLDR, and the small words that stand between them."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from newsletter.languages import LANGUAGES, language_of, words_of

_DEFAULT = "it"
_IN_NO_LANGUAGE = LANGUAGES["en"]
"""Whose words are shown in a language that has none of its own."""

FILLERS = words_of("fillers")
OPENERS = words_of("openers")
CONNECTORS = words_of("connectors")
BEFORE_CONNECTOR = words_of("before_connectors")
CONJUNCTIONS = words_of("conjunctions") | {"&"}
FIRST = words_of("first")

HOUR_WORDS = words_of("clock_words") | words_of("clock_openers") | words_of("clock_connectors") | {"am", "pm"}
"""Words that give an hour away, which belongs in an option of its own."""


@dataclass(frozen=True, slots=True)
class Words:
    """Hold what is needed to show dates in one language."""

    months: tuple[str, ...]
    """January first."""
    weekdays: tuple[str, ...]
    """Monday first, as :meth:`datetime.date.weekday` counts."""
    conjunction: str
    """The word between the last two of a list, with its spaces."""
    hour: str
    """The words before an hour, with their space."""
    called_off: str
    """The word behind a day on which nothing takes place."""
    formerly: str
    """The word before the day that another one replaces."""


@lru_cache(maxsize=32)
def words(language: str) -> Words:
    """Return the words of *language* (a BCP 47 tag); the Italian ones, where CLDR does not know it."""
    try:
        locale = Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(_DEFAULT)
    own = language_of(locale.language)
    return Words(
        months=_ordered(locale.months["format"]["wide"], range(1, 13)),
        weekdays=_ordered(locale.days["format"]["wide"], range(7)),
        conjunction=locale.list_patterns["standard"]["2"].replace("{0}", "").replace("{1}", ""),
        hour=own.hour,
        called_off=(own.called_off or _IN_NO_LANGUAGE.called_off)[0],
        formerly=(own.formerly or _IN_NO_LANGUAGE.formerly)[0],
    )


def _ordered(names: Mapping[int, str], numbers: range) -> tuple[str, ...]:
    return tuple(names[number] for number in numbers)


def fold(word: str) -> str:
    """Return *word* as the tables have it: lower case, without accents, apostrophe (*venerdi'*) or full stop."""
    plain = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return plain.rstrip("'.").casefold()


def _table(kind: str, more: str) -> dict[str, int]:
    """Return the numbers of the names that CLDR has under *kind* (``months``, ``days``), in all languages.

    Abbreviations are those of CLDR, those that a language itself has under *more*, and the first three or four letters,
    which offices write as well (*sett.*). What two names share is left out: *jui* is juin and juillet.
    """
    numbers: dict[str, set[int]] = {}
    for code, language in LANGUAGES.items():
        contexts = getattr(Locale.parse(code), kind)
        names = [(word, number) for word, number in getattr(language, more).items()]
        for context in ("format", "stand-alone"):
            names += [(fold(name), number) for number, name in contexts[context]["abbreviated"].items()]
            for number, name in contexts[context]["wide"].items():
                names += [(spelt, number) for spelt in (fold(name), fold(name)[:4], fold(name)[:3])]
        for word, number in names:
            numbers.setdefault(word, set()).add(number)
    return {word: min(found) for word, found in numbers.items() if len(found) == 1}


MONTHS: Mapping[str, int] = _table("months", "months")
"""Folded names of months in all languages to their numbers."""

WEEKDAYS: Mapping[str, int] = _table("days", "weekdays")
"""Folded names of weekdays in all languages; Monday is 0."""

CALLED_OFF = frozenset(map(fold, words_of("called_off")))
FORMERLY = frozenset(map(fold, words_of("formerly")))

KNOWN = frozenset(MONTHS).union(
    WEEKDAYS, FILLERS, OPENERS, CONNECTORS, BEFORE_CONNECTOR, CONJUNCTIONS, FIRST, CALLED_OFF, FORMERLY
)
"""Every folded word that a date may hold."""

_LONGEST_GUESS = 20


@lru_cache(maxsize=1)
def _guessable() -> dict[str, str]:
    names = [name for code in LANGUAGES for name in (*words(code).months, *words(code).weekdays)]
    return {fold(name): name for name in names}


def nearest_word(word: str) -> str:
    """Return the name of a month or a weekday that *word* may misspell; empty where none is near."""
    folded = fold(word)
    if len(folded) > _LONGEST_GUESS:
        return ""
    near = difflib.get_close_matches(folded, _guessable(), n=1, cutoff=0.7)
    return _guessable()[near[0]] if near else ""
