# SPDX-License-Identifier: EUPL-1.2
"""The interface's words in the site's language, from the catalogues in ``locale/``."""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_CATALOGUES = Path(__file__).parents[1] / "locale"
_current: gettext.NullTranslations = gettext.NullTranslations()


@lru_cache(maxsize=4)
def _catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of *language*; the English words themselves where there is none.

    The ``.po`` is compiled in memory, so that no compiled copy can be older than its source.
    """
    path = _CATALOGUES / language / "LC_MESSAGES" / "newsletter.po"
    if not path.is_file():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def has_words(language: str) -> bool:
    """Tell whether the interface has words of *language*: English ones are those of the code itself."""
    code = _code(language)
    return code == "en" or isinstance(_catalogue(code), gettext.GNUTranslations)


def _code(language: str) -> str:
    return language.partition("-")[0].partition("_")[0]


def use_language(language: str) -> None:
    """Make *language* the one that :func:`translate` speaks, for the build that starts."""
    global _current  # noqa: PLW0603 - Sphinx keeps the language of a build in a module, and so do we
    _current = _catalogue(_code(language))


def translate_into(language: str, message: str) -> str:
    """Return the English *message* in *language* where the interface has its words, else in the site's."""
    return _catalogue(_code(language)).gettext(message) if has_words(language) else translate(message)


def translate(message: str) -> str:
    """Return the English *message* in the site's language."""
    return _current.gettext(message) if message else ""
