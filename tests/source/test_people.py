# SPDX-License-Identifier: EUPL-1.2
"""A contributor lists people with their roles; a slip is refused with a word on what to write."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.model.diagnostics import ContentError
from newsletter.model.values import Person
from newsletter.source.people import parse_people, split_names

often = settings(derandomize=True, max_examples=300, deadline=None)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Esempio", [("Ada Esempio", "")]),
        ("Ada Esempio (Sindaca)", [("Ada Esempio", "Sindaca")]),
        ("Ada Esempio(Sindaca)", [("Ada Esempio", "Sindaca")]),
        ("Ada  Esempio  ( Sindaca )", [("Ada Esempio", "Sindaca")]),
        ("Ada Esempio (Sindaca); Bruno Prova", [("Ada Esempio", "Sindaca"), ("Bruno Prova", "")]),
        ("Ada Esempio (Sindaca);Bruno Prova (Assessore);", [("Ada Esempio", "Sindaca"), ("Bruno Prova", "Assessore")]),
        ("Ada (Presidente; già Sindaca); Bruno Prova", [("Ada", "Presidente; già Sindaca"), ("Bruno Prova", "")]),
        ("Ada Esempio (Capo (ad interim))", [("Ada Esempio", "Capo (ad interim)")]),
        ("Ada Esempio, Conte di Borgoluce (Ospite, oratore)", [("Ada Esempio, Conte di Borgoluce", "Ospite, oratore")]),
        ("Ada Esempio ()", [("Ada Esempio", "")]),
        ("O'Prova d'Esempio (Vice-Sindaca)", [("O'Prova d'Esempio", "Vice-Sindaca")]),
    ],
)  # fmt: skip
def test_names_and_roles(text: str, people: list[tuple[str, str]]) -> None:
    assert parse_people(text) == tuple(Person(name, role) for name, role in people)


@pytest.mark.parametrize(
    ("text", "code", "advice"),
    [
        ("Ada Esempio (Sindaca", "people-parenthesis", "Ada Esempio (Sindaca"),
        ("Ada Esempio Sindaca)", "people-parenthesis", "Name (Role)"),
        ("Ada (Sindaca)) ((Esempio", "people-parenthesis", "Name (Role)"),
        ("(Sindaca)", "people-name", "Sindaca"),
        ("Ada Esempio; (Sindaca)", "people-name", "Sindaca"),
        ("Ada Esempio (Sindaca) di Borgoluce", "people-form", "“Ada Esempio (Sindaca di Borgoluce)”"),
        ("Ada Esempio (Sindaca), Bruno Prova", "people-form", "Ada Esempio (Sindaca); Bruno Prova"),
        ("Ada Esempio (Sindaca) e Bruno Prova (Assessore)", "people-form", "(Sindaca); Bruno Prova (Assessore)"),
        (";", "people-empty", "Name (Role)"),
    ],
)
def test_slips(text: str, code: str, advice: str) -> None:
    with pytest.raises(ContentError) as refused:
        parse_people(text)
    assert refused.value.diagnostic.code == code
    assert advice in str(refused.value)


@often
@given(st.text(alphabet="Ab (;)è,&", max_size=60))
def test_whatever_is_written_is_read_or_refused_by_name(text: str) -> None:
    try:
        people = parse_people(text)
    except ContentError as refused:
        assert refused.diagnostic.code.startswith("people-")
    else:
        assert people
        assert all(person.name.strip() == person.name != "" for person in people)


_names = st.text(alphabet="Abcè'- ", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)


@often
@given(st.lists(st.builds(Person, _names, _names | st.just("")), min_size=1, max_size=5))
def test_what_is_written_in_the_form_is_read_back(people: list[Person]) -> None:
    written = "; ".join(f"{person.name} ({person.role})" if person.role else person.name for person in people)

    assert parse_people(written) == tuple(people)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Torre; Piazza Inventata", ("Torre", "Piazza Inventata")),
        ("Torre (sala 1; sala 2); Piazza", ("Torre (sala 1; sala 2)", "Piazza")),
        ("Torre, Borgoluce", ("Torre, Borgoluce",)),
        ("; ;Torre;;", ("Torre",)),
        ("", ()),
        ("Torre) ; Piazza", ("Torre)", "Piazza")),
    ],
)
def test_lists_of_names(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


def test_a_name_from_a_mac_is_the_name_from_elsewhere() -> None:
    assert split_names("Jose\u0301 Modello; Citta\u0300") == ("Jos\u00e9 Modello", "Citt\u00e0")
