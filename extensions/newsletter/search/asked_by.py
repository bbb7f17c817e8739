# SPDX-License-Identifier: EUPL-1.2
"""Say by which words a record is asked for that it need not say itself, in all languages that we have words of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

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
    telling = (word for text in said[1:] for word in words(text) if word not in STOP_WORDS)
    return tuple(dict.fromkeys((code.lower(), *telling)))


def _is_of_one(name: str, code: str) -> bool:
    """Tell whether no word of *name* alone is another country: “Irlanda del Nord” is no answer to “Irlanda”."""
    return all(codes().get(word, code) == code for word in words(name))


@lru_cache(maxsize=64)
def kind_words(kind: Kind) -> tuple[str, ...]:
    """Return the names of *kind* and the words for what its records tell: who has come is asked of delegations."""
    traits = TRAITS[kind]
    said = [kind.value, traits.short or traits.many]
    for language in LANGUAGES.values():
        said += [*language.kinds.get(kind, ()), *language.movements.get(kind, ())]
    return tuple(dict.fromkeys(word for text in said for word in words(text)))


def office_words(said: Iterable[str]) -> Iterator[str]:
    """Yield the other names of the offices that are among the words *said*: a “sindaca” is found as a mayor."""
    for word in said:
        yield from _offices().get(word, ())


@lru_cache(maxsize=1)
def _offices() -> Mapping[str, tuple[str, ...]]:
    """Return all names of each office, by each of them."""
    by_word = meanings("public_offices")
    return {word: tuple(other for other, same in by_word.items() if same == office) for word, office in by_word.items()}
