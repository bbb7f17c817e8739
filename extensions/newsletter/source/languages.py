# SPDX-License-Identifier: EUPL-1.2
"""Languages by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from newsletter.languages import LANGUAGES
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import plain


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
