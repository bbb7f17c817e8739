# SPDX-License-Identifier: EUPL-1.2
"""Doubts about places, countries and organisations that could be read, and may be several, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsletter.languages import any_of, words_of
from newsletter.model.countries import country_code
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.kinds import Kind
from newsletter.model.text import plain
from newsletter.source.fields import Block

_AND = any_of(words_of("conjunctions"))
# Words and signs that join the places of a journey; the name of one place may have them too: “Arte e Vita”.
_JOINED = re.compile(rf"\s*,\s*|\s+{_AND}\s+|\s*[/&]\s*|\s+[-–—]\s+")
_QUOTED = re.compile(r"([\"“«])(?P<name>[^\"“”«»]+)[\"”»]")
_WITH = any_of(words_of("companions"))
_LEADING = re.compile(rf"{_WITH}\s+(?:il (?:sostegno|patrocinio|contributo|supporto) (?:del|dell|della|di)\b['’]?\s*)?")
_CLOCK = any_of(words_of("clock_openers") | {"ore", "h"})
_HOUR = re.compile(rf"(?:^|[\s,;(]){_CLOCK}\.?\s+\d{{1,2}}(?:[.:]\d\d)?\b.*", re.IGNORECASE)
_NO_PLACE = re.compile(r"(?:ingresso|entrata|biglietto|tel\b|telefono|info\b|admission|free entry)", re.IGNORECASE)
_IN_COUNTRY = re.compile(r"(?P<name>[^()]+?)(?:\s*\(|\s+[-–—]\s+)(?P<country>[^()]+?)\)?")
"""“Lisbona (Portogallo)”, “Lisbona - Portogallo”."""
# A sign before a name, and a stop behind a word that is no abbreviation, as telephones put them.
_PICTURE = re.compile(r"(?P<sign>[^\w\s\"'“”„‚«»‹›‘’`(\[「『《〈【（¡¿&#@+§.…-]+)\s*(?P<name>\w.*)")
_STOP = re.compile(r"(?P<name>[^.]*(?:\w{5}|[^\W\d_]\d+))(?P<sign>\.)")
_TOWNS = frozenset({"DJ", "GT", "KW", "LU", "MC", "PA", "SG", "SM"})
"""Countries called as a town, at which a journey may end: “Rimini - San Marino”."""
_TWO = {"congo": ("CG", "CD"), **dict.fromkeys(("corea", "korea", "coree"), ("KR", "KP"))}
"""Names that two countries have, with the codes of both; the first is what they are read as."""


def partner_hint(name: str) -> ContentError | None:
    """Ask whether *name* is several organisations, or has words and signs that belong to none."""
    if quoted := _QUOTED.fullmatch(name):
        message = _("Readers see the quotes: write “%(better)s”.")
        return ContentError("option-words", message, better=quoted["name"])
    if asked := sign_hint(name):
        return asked
    if leading := _LEADING.match(name):
        message = _("“%(word)s” would stand in the registers with the name: write “%(better)s”.")
        return ContentError("option-words", message, word=leading.group().strip(), better=name[leading.end() :])
    parts = re.split(r"\s*,\s*", name)
    joined = [each for part in parts for each in re.split(rf"\s+{_AND}\s+|\s+/\s+", part)]
    if len(joined) > len(parts) and (" / " in name or len({part.split()[0] for part in joined if part.strip()}) == 1):
        parts = joined  # “Ente Uno e Ente Due”: names that begin alike are two, “Arte e Vita” may be one
    if len(parts) < 2 or not all(part[:1].isupper() and is_name(part) for part in parts):
        return None
    message = _("Is “%(name)s” one name? Put “;” between organisations: “%(better)s”.")
    return ContentError("people-comma", message, name=name, better="; ".join(parts))


def sign_hint(name: str) -> ContentError | None:
    """Ask about a sign before or behind a *name*, which registers would have with it."""
    match = _PICTURE.fullmatch(name) or _STOP.fullmatch(name)
    if match is None:
        return None
    message = _("“%(word)s” would stand in the registers with the name: write “%(better)s”.")
    return ContentError("option-words", message, word=match["sign"], better=match["name"])


def is_name(part: str) -> bool:
    """Tell whether *part* is more than an abbreviation behind a name: “S.p.A.”, “Inc.”."""
    return len(part) > 3 and "." not in part


def place_hint(place: str, block: Block) -> ContentError | None:
    """Ask whether *place* is several: on a journey, or where each of them is known by itself; or a URL."""
    if re.match(r"https?://|www\.", place, re.IGNORECASE):
        message = _("“%(place)s” is an address on the web: write “:url: %(place)s”, and in “:place:” where it is.")
        return ContentError("option-words", message, place=place)
    if hour := _HOUR.search(place):
        message = _("“%(text)s” is part of the place: write the hour into an option of its own, “:time: 18:00”.")
        return ContentError("option-words", message, text=hour.group().strip(" ,;"))
    if _NO_PLACE.match(place):
        message = _("“%(text)s” would stand in the registers as a place: write it in the text.")
        return ContentError("option-words", message, text=place)
    if asked := sign_hint(place):
        return asked
    country = _IN_COUNTRY.fullmatch(place)
    code = country_code(country["country"], block.names.countries) if country else None
    if country and code and ("(" in place or code not in _TOWNS):
        message = _("“%(place)s” is one place: write “:place: %(name)s” and “:country: %(country)s”.")
        return ContentError("place-several", message, place=place, **country.groupdict())
    parts = [part for part in _JOINED.split(place) if part]
    known = all(plain(part) in block.names.places or plain(part) in block.names.place_countries for part in parts)
    if len(parts) < 2 or not (known or (block.kind is Kind.MISSION and not _names_country(parts, block))):
        return None
    message = _("Is “%(place)s” one place? Several stops are separated by “;”: “%(better)s”.")
    return ContentError("place-several", message, place=place, better="; ".join(parts))


def _names_country(parts: Sequence[str], block: Block) -> bool:
    """Tell whether the last of *parts* is the country of the others: “Nagoya, Giappone”."""
    return country_code(parts[-1], block.names.countries) is not None


def two_countries(text: str) -> Iterator[ContentError]:
    """Ask about each name of a country in the option *text* that another one has too."""
    for part in re.split("[,;]", text):
        if codes := _TWO.get(plain(part)):
            message = _("“%(name)s” is taken for %(first)s: write that code, or “%(second)s” for the other one.")
            yield ContentError("option-words", message, name=part.strip(), first=codes[0], second=codes[1])
