# SPDX-License-Identifier: EUPL-1.2
"""The words of dates: names of months and weekdays by CLDR, and the small words that stand between them."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError

READ = ("it", "en", "fr")
"""The languages in which dates are read."""

_DEFAULT = "it"

_MORE_MONTHS = {"febbr": 2}
_MORE_WEEKDAYS = {"weds": 2, "thurs": 3}
_AMBIGUOUS = frozenset({"jui"})
"""First letters that more than one month has: juin and juillet."""

_FILLERS = (
    "il l lo i gli la nel nell nella nei in di del dell giorno giorni mese anno on of the day days month year "
    "le les de d jour jours mois"
)

FILLERS = frozenset(_FILLERS.split())
"""Words that carry nothing: *il giorno 13 di maggio*, *the 15th of May*."""

OPENERS = frozenset(["dal", "dall", "dalla", "da", "from", "du"])
"""Words before the start of a span."""

CONNECTORS = frozenset(["al", "all", "alla", "a", "ad", "to", "until", "till", "through", "au"])
"""Words before the end of a span."""

BEFORE_CONNECTOR = frozenset(["fino", "sino"])
"""Words that a connector may follow: *fino al*."""

CONJUNCTIONS = frozenset(["e", "ed", "and", "et", "&"])
"""Words before the last of a list."""

FIRST = frozenset(["primo", "first", "premier"])
"""The only ordinal numbers that are read as words."""

HOUR_WORDS = frozenset(["ora", "ore", "h", "alle", "dalle", "at", "am", "pm"])
"""Words that give an hour away, which belongs in an option of its own."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is needed to show dates in one language."""

    months: tuple[str, ...]
    """January first."""
    weekdays: tuple[str, ...]
    """Monday first, as :meth:`datetime.date.weekday` counts."""
    conjunction: str
    """What stands between the last two of a list, with its spaces."""
    hour: str
    """What stands before an hour, with its space."""


@lru_cache(maxsize=32)
def words(language: str) -> Words:
    """Return the words of *language* (a BCP 47 tag); the Italian ones, where CLDR does not know it."""
    try:
        locale = Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(_DEFAULT)
    return Words(
        months=_ordered(locale.months["format"]["wide"], range(1, 13)),
        weekdays=_ordered(locale.days["format"]["wide"], range(7)),
        conjunction=locale.list_patterns["standard"]["2"].replace("{0}", "").replace("{1}", ""),
        hour="ore " if locale.language == "it" else "",
    )


def _ordered(names: Mapping[int, str], numbers: range) -> tuple[str, ...]:
    return tuple(names[number] for number in numbers)


def fold(word: str) -> str:
    """Return *word* as the tables have it: lower case, without accents, apostrophe (*venerdi'*) or full stop."""
    plain = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return plain.rstrip("'.").casefold()


def _table(kind: str, more: Mapping[str, int]) -> dict[str, int]:
    """Return the numbers of the names that CLDR has under *kind* (``months``, ``days``).

    Abbreviations are those of CLDR and the first three or four letters, which offices write as well (*sett.*).
    """
    table = dict(more)
    for language in READ:
        contexts = getattr(Locale.parse(language), kind)
        for context in ("format", "stand-alone"):
            for number, name in contexts[context]["abbreviated"].items():
                table[fold(name)] = number
            for number, name in contexts[context]["wide"].items():
                table |= dict.fromkeys((fold(name), fold(name)[:4], fold(name)[:3]), number)
    return {word: number for word, number in table.items() if word not in _AMBIGUOUS}


MONTHS: Mapping[str, int] = _table("months", _MORE_MONTHS)
"""Folded names of months, Italian, English and French, to their numbers."""

WEEKDAYS: Mapping[str, int] = _table("days", _MORE_WEEKDAYS)
"""Folded names of weekdays, Italian, English and French; Monday is 0."""

KNOWN = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | FILLERS | OPENERS | CONNECTORS | BEFORE_CONNECTOR | CONJUNCTIONS | FIRST
)
"""Every folded word that a date may hold."""

_LONGEST_GUESS = 20


@lru_cache(maxsize=1)
def _guessable() -> dict[str, str]:
    names = [name for language in READ for name in (*words(language).months, *words(language).weekdays)]
    return {fold(name): name for name in names}


def nearest_word(word: str) -> str:
    """Return the name of a month or a weekday that *word* may be a slip of; empty where none is near."""
    folded = fold(word)
    if len(folded) > _LONGEST_GUESS:
        return ""
    near = difflib.get_close_matches(folded, _guessable(), n=1, cutoff=0.7)
    return _guessable()[near[0]] if near else ""
