# SPDX-License-Identifier: EUPL-1.2
"""A page may hold anything; where the time to read it grew with its square, these would take minutes."""

from __future__ import annotations

from newsletter.core.slips import slips
from newsletter.core.source_text import top_fences
from newsletter.markup.prose import is_prose, paragraphs


def test_blanks_before_what_is_no_block() -> None:
    lines = ["Testo.", f"{' ' * 200_000}[x", "Testo."]
    assert list(slips(lines, top_fences(lines))) == []


def test_paragraphs_without_end() -> None:
    text = "Lanterne.\n\n" * 100_000
    assert is_prose(text)
    found = list(paragraphs(text))
    assert found[0] == (0, "Lanterne.")
    assert found[-1] == (199_998, "Lanterne.")


def test_marks_that_are_never_closed() -> None:
    for mark in ("**lanterne ", "[lanterne ", "[lanterne](https://", "**lanterne** [", "a-"):
        assert not is_prose(mark * 100_000 + "`")
