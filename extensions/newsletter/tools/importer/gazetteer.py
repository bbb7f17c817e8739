# SPDX-License-Identifier: EUPL-1.2
"""Countries and well-known cities by the names that CLDR gives them in the languages of old newsletters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from newsletter.languages import LANGUAGES
from newsletter.model.countries import country_code
from newsletter.model.text import plain


def country_named(name: str) -> str:
    """Return *name* where it is a country's, its code where only another language calls it so; else an empty text."""
    bare = name.strip().removeprefix("the ").removeprefix("The ")
    if len(bare) < 3:
        return ""
    return bare if country_code(bare, {}) else _others().get(plain(bare), "")


@lru_cache(maxsize=1)
def _others() -> Mapping[str, str]:
    return {
        plain(name): code
        for language in LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if len(code) == 2 and country_code(name, {}) is None and country_code(code, {})
    }


def country_of_city(name: str) -> str:
    """Return the code of the country of the city *name*; empty where CLDR has no time zone of that name."""
    return _cities().get(plain(name.strip()), "")


@lru_cache(maxsize=1)
def _cities() -> Mapping[str, str]:
    """Cities by which CLDR names time zones: most capitals among them."""
    territories = get_global("zone_territories")
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for zone, names in Locale.parse(language).time_zones.items():
            if "city" in names and zone in territories:
                found.setdefault(plain(names["city"]), territories[zone])
    for zone, territory in territories.items():
        if "/" in zone:
            found.setdefault(plain(zone.rpartition("/")[2].replace("_", " ")), territory)
    return found
