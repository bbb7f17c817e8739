# SPDX-License-Identifier: EUPL-1.2
"""Languages by their codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from newsletter.languages import LANGUAGES
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import plain

_ABBREVIATED = 3
"""Letters of a language's name that stand for it in names of files."""


def parse_language(text: str) -> str:
    """Parse the code of a language (BCP 47).

    :raises ContentError: ``lang-unknown``, with the code where the language is written by its name.
    """
    try:
        return str(Locale.parse(text, sep="-")).replace("_", "-")
    except (ValueError, UnknownLocaleError):
        code = _language_codes().get(plain(text))
        if code:
            raise ContentError(
                "lang-unknown",
                _("Write the code of the language, “%(better)s”, not “%(text)s”."),
                better=code,
                text=text,
            ) from None
        raise ContentError(
            "lang-unknown", _("“%(text)s” is no language code: write “en”, “fr”, “es” and the like."), text=text
        ) from None


def language_called(word: str, languages: Sequence[str]) -> str:
    """Return which of *languages*, codes, *word* means: a code, a name, or its first letters (“eng”); else empty."""
    named = {code: code for code in languages} | dict(_language_codes())
    word = plain(word)
    return next((code for name, code in named.items() if code in languages and _is_short(word, name)), "")


def _is_short(word: str, name: str) -> bool:
    return word == name or (len(word) == _ABBREVIATED and name.startswith(word))


@lru_cache(maxsize=64)
def runs_right_to_left(code: str) -> bool:
    """Tell whether *code* (BCP 47) is that of a language whose lines run from right to left, as those of Arabic do."""
    try:
        return Locale.parse(code, sep="-" if "-" in code else "_").text_direction == "rtl"
    except (ValueError, UnknownLocaleError):
        return False


@lru_cache(maxsize=1)
def _language_codes() -> Mapping[str, str]:
    """Codes of languages by their plain names in those that we read, and in themselves."""
    named = {
        plain(name): code
        for spoken in LANGUAGES
        for code, name in Locale.parse(spoken).languages.items()
        if "_" not in code
    }
    return {**{plain(name): code for code, name in _OWN_NAMES.items()}, **named}


_OWN_NAMES = {"de": "Deutsch", "en": "English", "es": "español", "fr": "français", "pt": "português"}
