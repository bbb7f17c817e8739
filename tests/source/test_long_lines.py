# SPDX-License-Identifier: EUPL-1.2
"""A page may hold anything; where the time to read it grew with its square, these would take minutes."""

from __future__ import annotations

from newsletter.source.source_text import top_fences
from newsletter.source.stray_lines import stray_openings


def test_blanks_before_what_is_no_block() -> None:
    lines = ["Testo.", f"{' ' * 200_000}[x", "Testo."]
    assert list(stray_openings(lines, top_fences(lines))) == []
