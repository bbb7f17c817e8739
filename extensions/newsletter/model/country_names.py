# SPDX-License-Identifier: EUPL-1.2
"""The names that countries have: CLDR's, those of ISO 3166, and what offices write besides."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import pycountry
from babel import Locale

from newsletter.languages import LANGUAGES, language_of, words_of
from newsletter.model.text import plain

_NOT_COUNTRIES = frozenset({"ZZ", "XA", "XB", "EZ", "QO"})
_ARTICLES = "|".join(word if word.endswith("'") else f"{word} " for word in sorted(words_of("articles")))
_LEADING = re.compile(rf"^(?:{_ARTICLES}|ex[- ])+")


@lru_cache(maxsize=8)
def names(language: str) -> Mapping[str, str]:
    """Return the name to show of each country in *language*, by code: CLDR's, and those of former states."""
    territories = Locale.parse(language, sep="-").territories
    shown = {
        code: name
        for code, name in territories.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in _NOT_COUNTRIES
    }
    return {**LANGUAGES["en"].former_countries, **language_of(language).former_countries, **shown}


def bare(name: str) -> str:
    """Return what the spellings of a country's *name* share: “la Guinea-Bissau”, “Guinea Bissau”."""
    text = plain(name).replace(".", "").replace("&", " and ")
    return " ".join(re.sub(r"[-–,()]", " ", _LEADING.sub("", text, count=1)).split())


@lru_cache(maxsize=1)
def codes() -> Mapping[str, str]:
    """Return the code of each country by its :func:`bare` names in all languages; a whole name precedes its parts."""
    found = {bare(name): code for code, name in _standard_names()}
    for language in LANGUAGES.values():
        found |= {bare(name): code for code, spelt in language.countries.items() for name in spelt}
    shown = [pair for language in LANGUAGES for pair in names(language).items()]
    found |= {bare(part): code for code, name in shown for part in _parts(name)}
    found |= {bare(name): code for code, name in shown}
    return found


def _standard_names() -> Iterator[tuple[str, str]]:
    """Yield codes with the short, common and official names of ISO 3166-1, also turned: “Korea, Republic of”."""
    spoken = [gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [code], fallback=True) for code in LANGUAGES]
    for country in pycountry.countries:
        given = {getattr(country, kind, "") for kind in ("name", "common_name", "official_name")} - {""}
        for name in {translation.gettext(each) for each in given for translation in spoken}:
            first, comma, rest = name.partition(", ")
            yield from ((country.alpha_2, spelt) for spelt in {name, f"{rest} {first}" if comma else name})


def _parts(name: str) -> Iterable[str]:
    """Return what stands in *name* before parentheses and in them: “Myanmar (Birmania)”; nothing where it has none."""
    match = re.fullmatch(r"(.+?)\s*\((.+)\)", name)
    return match.groups() if match else ()
