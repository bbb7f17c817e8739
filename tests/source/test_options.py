# SPDX-License-Identifier: EUPL-1.2
"""Options are plain lines: what YAML would trip over is just text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.source.options import split_options

often = settings(derandomize=True, max_examples=300, deadline=None)
KNOWN = ("date", "place", "people", "url")


def read(text: str) -> tuple[list[tuple[str, str, int]], int]:
    options, end = split_options(text.split("\n"), KNOWN)
    return [(option.name, option.value, option.line) for option in options], end


@pytest.mark.parametrize(
    "value",
    [
        '"Tra virgolette" e poi',
        "'Ndrangheta e mafie",
        "> così",
        "Sala C # 2",
        "- un trattino",
        "& altro: due punti",
        "[x], {y}, *z*, !w, %v, @u, `t`, |",
        "https://borgoluce.example/a:b?c=d#e",
        "Sala: quella :rossa:",
    ],
)
def test_signs_are_just_signs(value: str) -> None:
    assert read(f":place: {value}\n:date: 13 maggio\n\nTesto") == (
        [("place", value, 0), ("date", "13 maggio", 1)],
        2,
    )


def test_an_indented_line_goes_on_with_the_one_above() -> None:
    text = ":people: Ada Esempio (Sindaca);\n   Bruno Prova\n\t(Assessore)\n:date: 13 maggio\n\nTesto"
    assert read(text) == (
        [("people", "Ada Esempio (Sindaca); Bruno Prova (Assessore)", 0), ("date", "13 maggio", 3)],
        4,
    )


def test_an_indented_option_is_an_option_where_its_name_is_known() -> None:
    assert read(":place: Sala\n  :date: 13 maggio\n  :rossa: e altro") == (
        [("place", "Sala", 0), ("date", "13 maggio :rossa: e altro", 1)],
        3,
    )


def test_the_text_begins_with_the_first_line_that_is_no_option() -> None:
    assert read(":date: 13 maggio\nTesto\n:place: tardi")[1] == 1
    assert read("\n:date: 13 maggio") == ([], 0)
    assert read("Testo") == ([], 0)
    assert read("") == ([], 0)
    assert read(":::{note}\n:::") == ([], 0)
    assert read("{record}`x` e :doc:`y`") == ([], 0)


def test_an_option_may_be_empty_unknown_or_twice_and_is_told_as_it_stands() -> None:
    assert read(":date:\n:luogo: Parco\n:date: 13 maggio\n:date:   \n") == (
        [("date", "", 0), ("luogo", "Parco", 1), ("date", "13 maggio", 2), ("date", "", 3)],
        4,
    )


def test_a_known_option_needs_no_space_before_its_value() -> None:
    assert read(":date:13 maggio")[0] == [("date", "13 maggio", 0)]
    assert read(":doc:`guida`") == ([], 0)


_value = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@often
@given(st.lists(st.tuples(st.sampled_from(KNOWN), _value), max_size=6))
def test_whatever_is_written_after_a_name_is_its_value(pairs: list[tuple[str, str]]) -> None:
    found, end = read("\n".join(f":{name}: {value}" for name, value in pairs) + "\n\nTesto")

    assert [(name, value) for name, value, _line in found] == pairs
    assert end == len(pairs)


@often
@given(st.text(alphabet=":` \tdatex{}\n", max_size=80))
def test_no_line_is_lost(text: str) -> None:
    lines = text.split("\n")
    options, end = split_options(lines, KNOWN)
    assert 0 <= end <= len(lines)
    assert [option.line for option in options] == sorted({option.line for option in options})
    assert sum(len("".join(option.value.split())) for option in options) <= len("".join(lines[:end]))
