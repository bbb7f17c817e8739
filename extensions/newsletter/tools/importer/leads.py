# SPDX-License-Identifier: EUPL-1.2
"""Bold words that begin a paragraph and are the title of what follows in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsletter.tools.importer.lines import Piece

_LONGEST = 120
_BREAK = re.compile(
    r"\s*(?:[:(–—]|-\s|\.\s|,\s*\d|\d{1,2}\b|(?:dal|dall['’]\d|luned|marted|mercoled|gioved|venerd|sabato|domenica))"
)
_CLOSED = re.compile(r"[:.]\s*$")
_BRACKET = re.compile(r"\s*\([^()]{3,60}\)\s*[.:,–-]?")


def split_lead(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return *pieces* as one line, or as a title, what stands in parentheses behind it, and the text.

    A title in bold ends before a colon, a dash, a parenthesis or a date; other bold words are only loud.
    """
    count = next((n for n, piece in enumerate(pieces) if piece.text.strip() and not piece.bold), len(pieces))
    lead = "".join(piece.text for piece in pieces[:count])
    rest = "".join(piece.text for piece in pieces[count:])
    if not lead.strip() or not rest.strip() or len(lead) > _LONGEST or "|" in rest[:3]:
        return [list(pieces)]
    if not (_CLOSED.search(lead) or _BREAK.match(rest)):
        return [list(pieces)]
    parts = [list(pieces[:count]), list(pieces[count:])]
    bracket = _BRACKET.match(parts[1][0].text)
    if bracket and rest[bracket.end() :].strip():
        first = parts[1][0]
        parts[1:] = [
            [replace(first, text=first.text[: bracket.end()])],
            [replace(first, text=first.text[bracket.end() :]), *parts[1][1:]],
        ]
    return [part for part in parts if "".join(piece.text for piece in part).strip()]
