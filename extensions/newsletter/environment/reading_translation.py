# SPDX-License-Identifier: EUPL-1.2
"""Remember, while an issue is read, its translations: Sphinx forgets it with the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from sphinx.environment import BuildEnvironment

from newsletter.model.telling import Translated

TRANSLATION_READ = "newsletter-translation-read"
"""The event of a translation that was parsed beside its original, for what looks over documents: with its document."""
_READING, _FOUND = "newsletter_reads_translation", "newsletter_translated"
_OF_ONE_FILE = ("newsletter_blocks", "newsletter_ids")


@contextmanager
def reading_translation(env: BuildEnvironment) -> Iterator[None]:
    """Let blocks that are parsed meanwhile be translations, with ids of their own."""
    kept: dict[str, Any] = {name: env.temp_data.pop(name) for name in _OF_ONE_FILE if name in env.temp_data}
    env.temp_data[_READING] = True
    try:
        yield
    finally:
        for name in (_READING, *_OF_ONE_FILE):
            env.temp_data.pop(name, None)
        env.temp_data.update(kept.items())


def is_reading_translation(env: BuildEnvironment) -> bool:
    """Tell whether the block that is parsed stands in a translation."""
    return bool(env.temp_data.get(_READING))


def keep_translated(env: BuildEnvironment, found: tuple[Translated, ...]) -> None:
    """Keep what translations of the page say."""
    env.temp_data[_FOUND] = (*translated_blocks(env), *found)


def translated_blocks(env: BuildEnvironment) -> tuple[Translated, ...]:
    """Return what the translations of the page that is read say."""
    return cast("tuple[Translated, ...]", env.temp_data.get(_FOUND, ()))
