# SPDX-License-Identifier: EUPL-1.2
"""The hints that a page silences, between its parsing and its collection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from sphinx.environment import BuildEnvironment

from newsletter.source.source_text import Silence

_KEY = "newsletter_silences"


def note_silences(env: BuildEnvironment, found: tuple[Silence, ...]) -> None:
    """Add *found* to what the page that is being read silences."""
    env.temp_data[_KEY] = (*page_silences(env), *found)


def page_silences(env: BuildEnvironment) -> tuple[Silence, ...]:
    """Return what the page that is being read silences."""
    return cast("tuple[Silence, ...]", env.temp_data.get(_KEY, ()))


def is_silenced(code: str, path: str, line: int, found: Iterable[Silence]) -> bool:
    """Tell whether the hint *code* at *line* of the file *path* is silenced."""
    return any(
        silence.code == code and silence.path == path and silence.first <= line <= silence.last for silence in found
    )
