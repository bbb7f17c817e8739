# SPDX-License-Identifier: EUPL-1.2
"""Accents made with a backtick behind a vowel, “citta`”: two of them in Markdown make code of what is between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from newsletter.model.diagnostics import ContentError, _
from newsletter.source.source_text import Fence

_ACCENT = re.compile(r"(?<![\w`])(?P<word>[^\W\d_]*[aeiouAEIOU])`(?![\w`])")
_CODE = re.compile(r"(?<!\w)(?P<marks>`+)(?!`)(?![\s.,;:!?)]).{1,300}?(?<!`)(?P=marks)(?!`)")


def backtick_accents(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Yield the *lines* with an accent made with a backtick, counted from 1, each with the words to write."""
    code = {n for each in fences if not each.info.startswith("{") for n in range(each.first, each.last + 1)}
    for number, line in enumerate(lines, start=1):
        if number not in code and (found := {match[0]: _accented(match["word"]) for match in accents(line)}):
            message = _("A backtick is no accent, and begins code: for “%(text)s” write “%(better)s”.")
            yield number, ContentError("markup-sign", message, text=tuple(found), better=tuple(found.values()))


def accents(text: str) -> Iterator[re.Match[str]]:
    """Return the words in *text* with a backtick for an accent."""
    return _ACCENT.finditer(_CODE.sub("", text))


def _accented(word: str) -> str:
    acute = word.lower() in {"ne", "se"} or word.lower().endswith("che")
    return unicodedata.normalize("NFC", word + ("\u0301" if acute else "\u0300"))
