# SPDX-License-Identifier: EUPL-1.2
"""The languages of the site: ``newsletter_languages`` in ``conf.py``, one run of Sphinx each."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.config import Config

LANGUAGE_TAG = re.compile("[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_TRANSLATION = re.compile(r"(?P<stem>[^.]+)\.(?P<language>(?!md\b)" + LANGUAGE_TAG.pattern + r")\.md")


def site_languages(config: Config) -> tuple[str, ...]:
    """Return the languages of the site, that of the originals first."""
    given = tuple(config.newsletter_languages)
    if config.language not in given:
        return (config.language,)
    # conf.py says in which language issues are written; a run in another gives its language on the command line.
    original = given[0] if "language" in config.overrides else config.language
    return original, *(language for language in given if language != original)


def original_language(config: Config) -> str:
    """Return the language that issues are written in."""
    return site_languages(config)[0]


def is_translated(config: Config) -> bool:
    """Tell whether this run makes the site in another language than that of the originals."""
    return bool(config.language != original_language(config))


def data_root(config: Config) -> str:
    """Return the way from the root of the site in this language to that of the data, which are there once."""
    return "../" if is_translated(config) else ""


def languages_to_read(config: Config) -> tuple[str, ...]:
    """Return the languages whose translations of issues this run reads."""
    return (config.language,) if is_translated(config) else site_languages(config)[1:]


def language_of_file(path: Path) -> str:
    """Return the language that a file such as ``index.en.md`` is a translation into; empty for an original."""
    match = _TRANSLATION.fullmatch(path.name)
    return match["language"] if match else ""


def language_of_part(path: Path) -> str:
    """Return the language of a file in the folder of an issue, also one in capitals, as ``festa.EN.md``."""
    return language_of_file(Path(path.name.lower()))


def translation_path(original: Path, language: str) -> Path:
    """Return where the translation of *original* into *language* stands."""
    return original.with_name(f"{original.stem}.{language}{original.suffix}")
