# SPDX-License-Identifier: EUPL-1.2
"""Say by which words a record is asked for that it need not say itself, in all languages that we have words of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from newsletter.languages import LANGUAGES, meanings
from newsletter.model.country_names import codes, names
from newsletter.model.kinds import TRAITS, Kind
from newsletter.search.words import STOP_WORDS, words


@lru_cache(maxsize=512)
def country_words(code: str) -> tuple[str, ...]:
    """Return names of the country *code*, words for what comes from it, and the code itself."""
    said = [code]
    for name, language in LANGUAGES.items():
        said += [names(name).get(code, ""), *language.demonyms.get(code, ())]
        said += filter(lambda known: _is_of_one(known, code), language.countries.get(code, ()))
    telling = (word for name in said[1:] for word in name.split() if not STOP_WORDS.issuperset(words(word)))
    return tuple(dict.fromkeys((code, *telling)))


def _is_of_one(name: str, code: str) -> bool:
    """Tell whether no word of *name* alone is another country: “Irlanda del Nord” is no answer to “Irlanda”."""
    return all(codes().get(word, code) == code for word in words(name))


@lru_cache(maxsize=64)
def kind_words(kind: Kind) -> tuple[str, ...]:
    """Return the names of *kind*."""
    traits = TRAITS[kind]
    said = [kind.value, traits.short or traits.many]
    said += [name for language in LANGUAGES.values() for name in language.kinds.get(kind, ())]
    return tuple(dict.fromkeys(word for name in said for word in name.split()))


def other_words(kind: Kind, said: Iterable[str]) -> Iterator[str]:
    """Yield words for what a record of *kind* tells, and for offices and cities among the words *said* in it.

    “Who has come” is asked of delegations; a “sindaca” is found as a mayor, Londra as London.
    """
    for language in LANGUAGES.values():
        yield from language.movements.get(kind, ())
    for word in said:
        yield from _offices().get(word, ())
        yield from _cities().get(word, ())


@lru_cache(maxsize=1)
def _offices() -> Mapping[str, tuple[str, ...]]:
    """Return all names of each office, by each of them."""
    by_word = meanings("public_offices")
    return {word: tuple(other for other, same in by_word.items() if same == office) for word, office in by_word.items()}


@lru_cache(maxsize=1)
def _cities() -> Mapping[str, tuple[str, ...]]:
    """Return the names in all languages of each city that a time zone is named after (CLDR), where it is one word."""
    found: dict[str, set[str]] = {}
    for zone in get_global("zone_territories"):
        spelt = [zone.rpartition("/")[2].replace("_", " ")]
        spelt += [Locale.parse(code).time_zones.get(zone, {}).get("city", "") for code in LANGUAGES]
        same = {each[0] for name in spelt if len(each := [word for word in words(name) if word not in STOP_WORDS]) == 1}
        for word in same:
            found.setdefault(word, set()).update(same - {word})
    return {word: tuple(sorted(others)) for word, others in found.items() if others}
