# SPDX-License-Identifier: EUPL-1.2
"""The names that countries have in Italian and English: CLDR's, those of ISO 3166, and what offices write besides."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import pycountry
from babel import Locale

from newsletter.model.text import plain

READ_IN = ("it", "en")
_NOT_COUNTRIES = frozenset({"ZZ", "XA", "XB", "EZ", "QO"})

FORMER: Mapping[str, tuple[str, str]] = {
    "SU": ("Unione Sovietica", "Soviet Union"),
    "YU": ("Jugoslavia", "Yugoslavia"),
    "CS": ("Cecoslovacchia", "Czechoslovakia"),
    "DD": ("Repubblica Democratica Tedesca", "German Democratic Republic"),
    "ZR": ("Zaire", "Zaire"),
    "AN": ("Antille Olandesi", "Netherlands Antilles"),
    "DY": ("Dahomey", "Dahomey"),
    "HV": ("Alto Volta", "Upper Volta"),
    "RH": ("Rhodesia", "Rhodesia"),
    "VD": ("Vietnam del Nord", "North Vietnam"),
    "YD": ("Yemen del Sud", "South Yemen"),
}
"""States that are no more: their names in the languages of :data:`READ_IN`, by the code they had (ISO 3166-3).

Those whose code another state has now, or which live on under another name, are not among them.
"""

# What offices write, and neither CLDR's main names nor those of ISO 3166 have.
_USUAL = {
    "AE": "Emirati, Emirati Arabi, Emirates, EAU, UAE",
    "AG": "Antigua",
    "BA": "Bosnia, BiH, Bosnia Herzegovina, Bosnia e Erzegovina",
    "BY": "Bielorussia",
    "CD": "Congo Kinshasa, Repubblica democratica del Congo, Congo democratico, RDC, DRC, DR Congo, RD Congo",
    "CG": "Congo, Repubblica del Congo, Congo Brazzaville",
    "CI": "Costa d'Avorio, Ivory Coast",
    "CN": "Repubblica Popolare Cinese, Cina Popolare, RPC, PRC",
    "CV": "Capo Verde, Cape Verde",
    "CZ": "Repubblica Ceca, Rep. Ceca, Czech Republic, Boemia",
    "DE": "Repubblica Federale Tedesca, Germania Ovest, Germania Occidentale, West Germany, RFT",
    "EU": "UE",
    "FM": "Micronesia",
    "GB": "UK, Gran Bretagna, Great Britain, Britain, Inghilterra, England, Scozia, Scotland, Galles, Wales, "
    "Irlanda del Nord, Northern Ireland",
    "HK": "Hong Kong",
    "IE": "Eire, Repubblica d'Irlanda, Republic of Ireland",
    "KG": "Kirghizia",
    "KP": "Corea del Nord, North Korea, DPRK, RPDC",
    "KR": "Corea, Korea, Corea del Sud, South Korea, Repubblica di Corea, ROK",
    "MD": "Moldavia, Moldova",
    "MK": "Macedonia, FYROM",
    "MM": "Birmania, Burma",
    "MO": "Macao, Macau",
    "NL": "Olanda, Holland",
    "PS": "Palestina, Palestine, Territori palestinesi occupati",
    "RU": "Federazione Russa",
    "ST": "São Tomé",
    "SY": "Siria, Syria",
    "SZ": "Swaziland",
    "TL": "Timor Est, East Timor",
    "TR": "Turchia, Turkey",
    "TW": "Taiwan, Formosa",
    "TZ": "Tanzania",
    "UN": "ONU",
    "US": "USA, America, Stati Uniti d'America, United States of America, Stati Uniti",
    "VA": "Santa Sede, Vaticano, Vatican, Holy See",
    "SU": "URSS, USSR, CCCP, Unione delle Repubbliche Socialiste Sovietiche, Union of Soviet Socialist Republics",
    "YU": "Iugoslavia",
    "CS": "Repubblica Socialista Cecoslovacca",
    "DD": "DDR, RDT, GDR, Germania Est, Germania Orientale, East Germany",
    "RH": "Rhodesia del Sud, Southern Rhodesia",
}
_LEADING = re.compile(r"^(?:(?:il|lo|la|i|gli|le|the|ex) |l'|ex[- ])+")


@lru_cache(maxsize=8)
def names(language: str) -> Mapping[str, str]:
    """Return the name to show of each country in *language*, by code: CLDR's, and those of former states."""
    territories = Locale.parse(language, sep="-").territories
    shown = {
        code: name
        for code, name in territories.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in _NOT_COUNTRIES
    }
    former = READ_IN.index(language) if language in READ_IN else READ_IN.index("en")
    return {**{code: spelt[former] for code, spelt in FORMER.items()}, **shown}


def bare(name: str) -> str:
    """Return what the spellings of a country's *name* share: “la Guinea-Bissau”, “Guinea Bissau”."""
    text = plain(name).replace(".", "").replace("&", " and ")
    return " ".join(re.sub(r"[-–,()]", " ", _LEADING.sub("", text, count=1)).split())


@lru_cache(maxsize=1)
def codes() -> Mapping[str, str]:
    """Return the code of each country by its :func:`bare` names in each language of :data:`READ_IN`."""
    found = {bare(name): code for code, name in _standard_names()}
    found |= {bare(name): code for code, spelt in _USUAL.items() for name in spelt.split(", ")}
    for language in reversed(READ_IN):
        found |= {bare(name): code for code, whole in names(language).items() for name in _pieces(whole)}
    return found


def _standard_names() -> Iterator[tuple[str, str]]:
    """Yield codes with the short, common and official names of ISO 3166-1, also turned: “Korea, Republic of”."""
    italian = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, ["it"])
    for country in pycountry.countries:
        given = {getattr(country, kind, "") for kind in ("name", "common_name", "official_name")} - {""}
        for name in {*given, *map(italian.gettext, given)}:
            first, comma, rest = name.partition(", ")
            yield from ((country.alpha_2, spelt) for spelt in {name, f"{rest} {first}" if comma else name})


def _pieces(name: str) -> Iterable[str]:
    """Return *name*, and what stands in it before and in parentheses: “Myanmar (Birmania)”."""
    match = re.fullmatch(r"(.+?)\s*\((.+)\)", name)
    return (name, *match.groups()) if match else (name,)
