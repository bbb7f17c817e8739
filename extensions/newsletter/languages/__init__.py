# SPDX-License-Identifier: EUPL-1.2
"""The languages that contributors write in, a module each; names of months, days and countries come from CLDR.

A module of this package declares one :class:`Language`, and that is all that dates, hours, options and names need to be
read in it. The words of the interface stand in a catalogue, ``locale/<code>/LC_MESSAGES/newsletter.po``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from newsletter.languages.language import Language


def _declared() -> Iterator[tuple[str, Language]]:
    for module in iter_modules(__path__):
        declared = getattr(import_module(f"{__name__}.{module.name}"), "LANGUAGE", None)
        if isinstance(declared, Language):
            yield module.name, declared


LANGUAGES: Mapping[str, Language] = dict(_declared())
"""The languages by their codes."""


@lru_cache(maxsize=32)
def language_of(tag: str) -> Language:
    """Return the language of *tag* (BCP 47), whatever its region and script; one without words where there is none."""
    return LANGUAGES.get(tag.replace("_", "-").partition("-")[0].lower()) or Language()


def words_of(name: str) -> frozenset[str]:
    """Return the words that all languages together have in the field *name* of :class:`Language`."""
    return frozenset(word for language in LANGUAGES.values() for word in getattr(language, name))


def any_of(words: Iterable[str]) -> str:
    """Return the regular expression of any of *words*, the longest first, as one group that captures nothing."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"


def meanings(name: str) -> Mapping[str, str]:
    """Return what the words of all languages in the field *name* of :class:`Language` stand for, by word."""
    return {
        word: meant
        for language in LANGUAGES.values()
        for meant, words in getattr(language, name).items()
        for word in words
    }
