# SPDX-License-Identifier: EUPL-1.2
"""Countries by their CLDR codes and names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from babel.core import get_global

from newsletter.languages import LANGUAGES, words_of
from newsletter.model.country_names import bare, codes, names
from newsletter.model.diagnostics import ContentError, PartlyParsedError, _
from newsletter.model.text import JOINTS, edits, nearest, plain

ORGANISATIONS = frozenset({"EU", "EZ", "UN"})
"""The territories of CLDR that are no country: the European Union, the eurozone, the United Nations."""
_LONGEST = 4  # parts between commas that one name may have: “Congo, The Democratic Republic of the”


def country_name(code: str, language: str) -> str:
    """Return the name of the country *code* in *language*, CLDR's or its last one; the code where there is none."""
    return names(language).get(code, code)


def parse_countries(text: str, aliases: Mapping[str, str] | None = None, language: str = "it") -> tuple[str, ...]:
    """Parse countries separated by commas, each a code or a name; ``-`` alone says that none is known.

    *aliases* are further names, plain (:func:`newsletter.model.text.plain`), with their codes; suggestions are in
    *language*.

    :raises ContentError: ``country-empty``.
    :raises PartlyParsedError: ``country-unknown``, of each name that is none, with the nearest where there is one.
    """
    if text.strip() in {"-", "–", "—"}:
        return ()
    parts = [part.strip() for part in re.split("[,;]", text) if part.strip()]
    if not parts:
        raise ContentError(
            "country-empty", _("No country is given. Write its name or code, or “-” if it is not known.")
        )
    found = [(name, country_code(name, aliases or {})) for name in _whole_names(parts, aliases or {})]
    known = tuple(dict.fromkeys(code for _name, code in found if code))
    unknown = [_unknown(name, aliases or {}, language) for name, code in found if not code]
    if unknown:
        raise PartlyParsedError(unknown, known)
    return known


def _whole_names(parts: Sequence[str], aliases: Mapping[str, str]) -> Iterator[str]:
    """Yield the names that *parts* between commas make: “Korea, Republic of” is one, also turned round."""
    start = 0
    while start < len(parts):
        name, length = parts[start], 1
        for longer in range(min(_LONGEST, len(parts) - start), 1, -1):
            first, *rest = parts[start : start + longer]
            forms = (", ".join([first, *rest]), " ".join([*rest, first]))
            found = next((form for form in forms if country_code(form, aliases)), None)
            if found and all(map(bare, rest)):
                name, length = found, longer
                break
        yield name
        start += length


def country_code(text: str, aliases: Mapping[str, str]) -> str | None:
    """Return the code of the country that *text* alone names; None where it names none."""
    if len(text) == 2 and text.isascii() and text.upper() in names("en"):
        return text.upper()
    return aliases.get(plain(text)) or codes().get(bare(text))


def _unknown(text: str, aliases: Mapping[str, str], language: str) -> ContentError:
    outside, bracket, _rest = text.partition("(")
    alone = outside.strip() if bracket and country_code(outside.strip(), aliases) else ""
    near = alone or _several(text, aliases) or _of_three_letters(text) or _nearest(text, language)
    if near:
        return ContentError(
            "country-unknown",
            _("“%(text)s” is no country that we know. Did you mean “%(near)s”?"),
            text=text,
            near=near,
        )
    if plain(text) in words_of("nothing"):
        message = _("“%(text)s” is no country: where none is known, write “:country: -”.")
        return ContentError("country-unknown", message, text=text)
    return ContentError(
        "country-unknown",
        _(
            "“%(text)s” is no country that we know: write its Italian or English name, or its two-letter code "
            "(“EU” is the European Union); “-” where no single one is meant."
        ),
        text=text,
    )


def _several(text: str, aliases: Mapping[str, str]) -> str | None:
    """Return the countries of *text* with commas between them, where other signs, words or blanks join them."""
    words = text.split()
    pairs = ([" ".join(words[:place]), " ".join(words[place:])] for place in range(1, min(len(words), _LONGEST)))
    joined = JOINTS.split(" ".join(words))
    for parts in (joined, *pairs):
        if len(parts) > 1 and all(country_code(part, aliases) for part in parts):
            return ", ".join(parts)
    return None


def _of_three_letters(text: str) -> str | None:
    """Return the code of two letters for one of three (ISO 3166-1 alpha-3)."""
    found = get_global("territory_aliases").get(text.upper(), []) if re.fullmatch("[A-Za-z]{3}", text) else []
    return found[0] if len(found) == 1 and found[0] in names("en") else None


def _nearest(text: str, language: str) -> str | None:
    """Return the name in *language* of the country that *text* misspells; None where it is too far from all."""
    written = bare(text[:100])
    shown = {bare(name): code for read in LANGUAGES for code, name in names(read).items()}
    near = nearest(written, [*shown, *codes()], cutoff=0.7)
    if near is None or edits(written, near) > (2 if len(written) > 5 else 1):  # Scotland is no Poland
        return None
    return country_name(codes().get(near) or shown[near], language)
