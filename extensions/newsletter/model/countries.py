# SPDX-License-Identifier: EUPL-1.2
"""Countries by their CLDR codes and names, in Italian and English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import nearest, plain

_NOT_COUNTRIES = frozenset({"ZZ", "XA", "XB", "EZ", "QO"})
_READ_IN = ("it", "en")

# What offices write and CLDR's main names do not have.
_USUAL_NAMES = {
    "usa": "US",
    "u.s.a.": "US",
    "stati uniti d'america": "US",
    "united states of america": "US",
    "uk": "GB",
    "gran bretagna": "GB",
    "great britain": "GB",
    "inghilterra": "GB",
    "scozia": "GB",
    "galles": "GB",
    "irlanda del nord": "GB",
    "repubblica ceca": "CZ",
    "czech republic": "CZ",
    "olanda": "NL",
    "holland": "NL",
    "palestina": "PS",
    "palestine": "PS",
    "territori palestinesi occupati": "PS",
    "macedonia": "MK",
    "birmania": "MM",
    "burma": "MM",
    "corea": "KR",
    "repubblica di corea": "KR",
    "south korea": "KR",
    "north korea": "KP",
    "turchia": "TR",
    "turkey": "TR",
    "santa sede": "VA",
    "vaticano": "VA",
    "holy see": "VA",
    "hong kong": "HK",
    "macao": "MO",
    "capo verde": "CV",
    "costa d'avorio": "CI",
    "ivory coast": "CI",
    "repubblica popolare cinese": "CN",
    "federazione russa": "RU",
    "repubblica democratica del congo": "CD",
    "repubblica del congo": "CG",
    "congo": "CG",
    "swaziland": "SZ",
    "bielorussia": "BY",
    "moldavia": "MD",
    "timor est": "TL",
    "ue": "EU",
    "onu": "UN",
}


@lru_cache(maxsize=8)
def _names(language: str) -> Mapping[str, str]:
    territories = Locale.parse(language, sep="-").territories
    return {
        code: name
        for code, name in territories.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in _NOT_COUNTRIES
    }


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    """Codes by plain name, in each language that can be written."""
    named = {plain(name): code for language in reversed(_READ_IN) for code, name in _names(language).items()}
    return {**{plain(name): code for name, code in _USUAL_NAMES.items()}, **named}


def country_name(code: str, language: str) -> str:
    """Return the CLDR name of the country *code* in *language*; the code itself where there is none."""
    return _names(language).get(code, code)


def read_countries(text: str, aliases: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Read countries separated by commas, each a CLDR code or a name; ``-`` alone says that none is known.

    *aliases* are further names, plain (:func:`newsletter.model.text.plain`), with their codes.

    :raises ContentError: ``country-unknown``, with the nearest name where there is one.
    """
    if text.strip() in {"-", "–", "—"}:
        return ()
    parts = [part.strip() for part in re.split("[,;]", text) if part.strip()]
    if not parts:
        raise ContentError(
            "country-empty", _("No country is given. Write its name or code, or “-” if it is not known.")
        )
    return tuple(dict.fromkeys(_read_country(part, aliases or {}) for part in parts))


def _read_country(text: str, aliases: Mapping[str, str]) -> str:
    if len(text) == 2 and text.isascii() and text.upper() in _names("en"):
        return text.upper()
    name = plain(text)
    code = aliases.get(name) or _codes().get(name)
    if code:
        return code
    near = _several(text, aliases) or _of_three_letters(text) or _nearest(text)
    if near:
        raise ContentError(
            "country-unknown",
            _("“%(text)s” is no country that we know. Did you mean “%(near)s”?"),
            text=text,
            near=near,
        )
    raise ContentError(
        "country-unknown",
        _("“%(text)s” is no country that we know: write its Italian or English name, or its two-letter code."),
        text=text,
    )


def _several(text: str, aliases: Mapping[str, str]) -> str | None:
    """Return the countries of *text* with commas between them, where other signs or words join them."""
    parts = re.split(r"\s+(?:e|ed|and)\s+|\s*[/&+]\s*|\s+-\s+", text)
    known = len(parts) > 1 and all(plain(part) in aliases or plain(part) in _codes() for part in parts)
    return ", ".join(parts) if known else None


def _of_three_letters(text: str) -> str | None:
    """Return the code of two letters for one of three (ISO 3166-1 alpha-3)."""
    found = get_global("territory_aliases").get(text.upper(), []) if re.fullmatch("[A-Za-z]{3}", text) else []
    return found[0] if len(found) == 1 and found[0] in _names("en") else None


def _nearest(text: str) -> str | None:
    return nearest(text, [name for language in _READ_IN for name in _names(language).values()], cutoff=0.7)
