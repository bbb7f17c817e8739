# SPDX-License-Identifier: EUPL-1.2
"""Words on the opening line of a fence that no page shows: of code, of a directive, of a division."""

from __future__ import annotations

import re

from pygments.lexers import find_lexer_class_by_name  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.allow_list import BLOCKS, DIRECTIVES, VIEWS
from newsletter.reading.lost_words import lost
from newsletter.source.openings import KIND_WORDS

_WITH_WORDS = re.compile(r"\{(?P<name>[\w-]+)\}\s+(?P<words>\S.*)")
_NAMED = re.compile(r"\{(?P<name>[\w-]+)\}(?P<text>\S.*)?")


def lost_on_fence(marks: str, info: str) -> ContentError | None:
    """Return the diagnostic about words of the *info* behind the *marks* of a fence; None where none are lost."""
    if info.startswith("{"):
        words = info[1:].partition("}")[0].lower().split()
        if len(words) > 1 and KIND_WORDS.keys().isdisjoint(
            {words[0], "".join(words)}
        ):  # which are told with their lines
            message = _(
                "“%(text)s” is shown nowhere: the braces hold a single word, the name, as in “:::{event} Title”."
            )
            return ContentError("text-lost", message, text=info)
        match = _NAMED.fullmatch(info)
        if (view := _WITH_WORDS.fullmatch(info)) and view["name"] in VIEWS:
            return _shows_none(f"{{{view['name']}}}", view["words"])
        if match is None or not match["text"] or match["name"] not in DIRECTIVES - BLOCKS:
            return None
        message = _("“%(text)s” is shown nowhere: put a blank before it, “{%(name)s} %(text)s”.")
        return ContentError("text-lost", message, **match.groupdict())
    if not info:
        return None
    return _on_division(info) if marks.startswith(":") else _on_code(marks, info)


def _on_division(info: str) -> ContentError | None:
    word = re.search(r"\w+", info)
    meant = word[0].lower() if word else ""
    if meant in DIRECTIVES - BLOCKS:
        message = _("“:::%(name)s” is shown nowhere, and opens nothing: write “:::{%(meant)s}”.")
        return ContentError("text-lost", message, name=info, meant=meant)
    if meant in KIND_WORDS:  # which is told with its lines
        return None
    message = _("“:::%(name)s” names no block, and “%(name)s” is shown nowhere: put it on a line of its own.")
    return ContentError("text-lost", message, name=info)


def _on_code(marks: str, info: str) -> ContentError | None:
    """Return the diagnostic about what stands where the language of code is named and is none, or behind it."""
    language, _blank, words = info.partition(" ")
    try:
        find_lexer_class_by_name(language)
    except ClassNotFound:
        return lost(info)
    return _shows_none(f"{marks}{language}", words.strip()) if words.strip() else None


def _shows_none(mark: str, words: str) -> ContentError:
    """Return the diagnostic about *words* behind the *mark* of a fence that shows none."""
    message = _("“%(mark)s” shows no such text, and “%(words)s” is lost: put it before or after.")
    return ContentError("text-lost", message, mark=mark, words=words)
