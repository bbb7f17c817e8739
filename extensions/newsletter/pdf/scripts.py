# SPDX-License-Identifier: EUPL-1.2
"""Scripts other than Latin: which are written from the right, which form of an ideograph is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RUN = re.compile(rf"{_RIGHT_TO_LEFT}+(?:[ \u00a0.'’\-]*{_RIGHT_TO_LEFT}+)*")
"""Words that are written from the right; brackets and semicolons between them belong to the line around."""

_JOINED = "[\u0900-\u0dff]"
"""Characters of India, which join to signs that show them in another order."""
RUN = rf"{_RIGHT_TO_LEFT}+(?:[ \u00a0.'’\-]*{_RIGHT_TO_LEFT}+)*|{_JOINED}+"
"""Words whose glyphs do not tell their text; the theme has it from here."""
_RUNS = re.compile(RUN)

_FORMS_OF_LANGUAGE: Mapping[str, str] = {"ja": "JP", "ko": "KR", "zh": "SC"}
_FORMS_OF_PLACE: Mapping[str, str] = {
    "JP": "JP",
    "KR": "KR",
    "KP": "KR",
    "CN": "SC",
    "SG": "SC",
    "HANS": "SC",
    "TW": "TC",
    "HANT": "TC",
    "HK": "HK",
    "MO": "HK",
}
"""The forms of ideographs by country (ISO 3166-1) or by script (ISO 15924)."""

_CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH")
"""The beginnings of Unicode's names of Chinese, Japanese and Korean characters."""


def isolated(text: str) -> str:
    """Return *text* with each run of right-to-left words isolated (UAX #9), so that dates behind it stay in order."""
    return _RUN.sub("\u2067\\g<0>\u2069", text)


def runs_in(text: str) -> frozenset[str]:
    """Return the words of *text* whose glyphs do not tell it."""
    return frozenset(_RUNS.findall(text))


def run_number(run: str) -> int:
    """Return the number of *run*, which a colour can hold: the theme works it out in the same way."""
    number = 0
    for character in run:
        number = (number * 31 + ord(character)) % 0xFFFFFF
    return number


def ideograph_forms(lang: str, countries: Iterable[str]) -> str:
    """Return whose forms of ideographs are meant: JP, KR, SC, TC, HK; empty where nothing tells.

    The language *lang* (BCP 47) decides, else the first of the *countries* (ISO 3166-1) that has such forms.
    """
    language, *subtags = lang.split("-")
    if language.lower() in _FORMS_OF_LANGUAGE:
        told = (_FORMS_OF_PLACE.get(subtag.upper()) for subtag in reversed(subtags))
        return next(filter(None, told), _FORMS_OF_LANGUAGE[language.lower()])
    return next((_FORMS_OF_PLACE[code] for code in countries if code in _FORMS_OF_PLACE), "")


def is_cjk(cluster: str) -> bool:
    """Tell whether *cluster* is a Chinese, Japanese or Korean character."""
    return unicodedata.name(cluster[0], "").startswith(_CJK)
