# SPDX-License-Identifier: EUPL-1.2
"""Editors say once how a name is spelt, where a place lies, and who is not to be named."""

from __future__ import annotations

import pytest

from newsletter.archive.names import Names, parse_names
from newsletter.archive.surnames import surname_first
from newsletter.model.values import Person

REGISTERS = """
people:
  Ada Esempio: {aliases: [A. Esempio, "Esempio, Ada"]}
  Bruno Prova:
    aliases:
      - B. Prova
places:
  Altrove: {aliases: [Elsewhere], country: Giappone}
  Lontano:
    country: NO
    aliases: [Faraway]
organisations:
  Banda Immaginaria (BI): {aliases: [BI]}
countries:
  RO: {aliases: [Rumania]}
  Giappone: {aliases: [Nippon]}
withheld: [Carla Finta, B. Prova, BI]
"""


def names(text: str = REGISTERS) -> Names:
    reading = parse_names(text)
    assert reading.errors == ()
    return reading.names


def test_every_spelling_leads_to_one_name() -> None:
    people = tuple(Person(name, "Sindaca") for name in ("a. esempio", "ADA ESEMPIO", "Esempio,  Ada", "Dario Modello"))

    assert [person.name for person in names().known_people(people)] == ["Ada Esempio"] * 3 + ["Dario Modello"]
    assert names().known_places(("Elsewhere", "ALTROVE", "Faraway")) == ("Altrove", "Lontano")


def test_the_apostrophes_of_a_word_processor_and_of_a_keyboard_make_one_name() -> None:
    assert names("").known_organisations(("D’Amico", "D'Amico")) == ("D'Amico",)


def test_a_place_knows_its_country_whatever_the_order_of_its_lines() -> None:
    for place, code in {"Altrove": "JP", "elsewhere": "JP", "Lontano": "NO", "Faraway": "NO"}.items():
        assert names().countries_of((place,)) == (code,)
    assert names().countries_of(("Borgoluce", "Altrove", "Elsewhere", "Lontano")) == ("JP", "NO")


def test_countries_have_further_names() -> None:
    assert names().countries == {"rumania": "RO", "nippon": "JP"}


def test_who_is_withheld_is_so_under_every_spelling() -> None:
    people = tuple(map(Person, ("CARLA FINTA", "Bruno Prova", "B. Prova", "Ada Esempio")))

    assert names().known_people(people) == (Person("Ada Esempio"),)
    assert names().known_organisations(("Banda Immaginaria (BI)", "BI", "Coro")) == ("Coro",)
    text = "Carla Finta, carla fìnta e Bruno Prova con Ada Esempio."
    assert names().withheld.mask(text) == "[…], […] e […] con Ada Esempio."


def test_a_gap_falls_where_the_name_stands_even_after_letters_that_fold_to_two() -> None:
    assert names().withheld.mask("Straße, ﬁne: Carla Finta!") == "Straße, ﬁne: […]!"
    assert Names().withheld.mask("Carla Finta") == "Carla Finta"


def test_an_empty_file_and_one_of_comments_say_nothing() -> None:
    for text in ("", "# niente\n", "people:\nplaces:\nwithheld:\n"):
        assert names(text) == Names()


def test_faults_are_reported_with_their_lines_and_the_rest_holds() -> None:
    reading = parse_names(
        "people:\n"
        "  Ada Esempio: {aliases: [A. E.]}\n"
        "  Anna Esempio: {aliases: [A. E.]}\n"
        "places:\n"
        "  Altrove: {country: Atlantide, colore: blu}\n"
        "  Lontano: Norvegia\n"
        "posti: {}\n"
        "countries:\n"
        "  Atlantide: {aliases: [Atl]}\n"
        "withheld: Carla Finta\n"
    )

    assert [line for line, _error in reading.errors] == [3, 5, 5, 6, 7, 9, 10]
    messages = [str(error) for _line, error in reading.errors]
    assert "Ada Esempio" in messages[0]
    assert "Anna Esempio" in messages[0]
    assert "Atlantide" in messages[1]
    assert "colore" in messages[2]
    assert "withheld" in messages[4]
    assert reading.names.people["a. e."] == "Ada Esempio", "the first holds"


def test_what_is_no_yaml_is_one_fault_at_its_line() -> None:
    for text, line in {"people:\n  Ada: [\n": 3, "a: b: c\n": 1, "[" * 5000: 1}.items():
        reading = parse_names(text)
        assert reading.names == Names()
        assert [number for number, _error in reading.errors] == [line]
        assert {error.diagnostic.code for _line, error in reading.errors} == {"registers-form"}


def test_other_spellings_and_misspelt_sections_are_answered_with_what_to_write() -> None:
    errors = parse_names("places:\n  Lyon: [Lione, Lugdunum]\nwitheld: [Ugo Prova]\npersone:\n").errors
    assert [line for line, _error in errors] == [2, 3, 4]
    assert "“Lyon: {aliases: [Lione, Lugdunum]}”" in str(errors[0][1])
    assert ["“withheld”" in str(errors[1][1]), "“people”" in str(errors[2][1])] == [True, True]


def test_a_list_where_names_are_expected_is_a_fault() -> None:
    assert [line for line, _error in parse_names("- people\n").errors] == [1]
    assert [line for line, _error in parse_names("people:\n  - Ada Esempio\n").errors] == [2]


@pytest.mark.parametrize(
    ("name", "sorted_as"),
    [
        ("Stefano Lo Russo", "Lo Russo Stefano"),
        ("Chiara Foglietta", "Foglietta Chiara"),
        ("Anna Maria De Luca", "De Luca Anna Maria"),
        ("Ludwig van der Rohe", "van der Rohe Ludwig"),
        ("Livia Dell’ Acqua", "Dell’ Acqua Livia"),
        ("José Ortega y Gasset", "Ortega y Gasset José"),
        ("Surangel Whipps, Jr", "Whipps Surangel Jr"),
        ("Corazon Aquino, III", "Aquino Corazon III"),
        ("Aquino, 3rd", "Aquino 3rd"),
        ("Lo Russo, Stefano", "Lo Russo Stefano"),
        ("Al Gore", "Gore Al"),
        ("Pelé", "Pelé"),
        ("Leone XIV", "Leone XIV"),
        ("", ""),
    ],
)
def test_the_surname_is_the_last_word_with_the_particles_before_it(name: str, sorted_as: str) -> None:
    assert surname_first(name) == sorted_as


def test_people_stand_by_surname_unless_the_registers_say_otherwise() -> None:
    known = names(
        "people: {Mao Esempio: {aliases: [Esempio M.], sort: Mao Esempio}, Eva Zeta Beta: {sort: 'Zeta, Eva'}}"
    )
    people = ["Eva Zeta Beta", "Zoe Alfa", "Mao Esempio", "Ugo Lo Russo", "Ada Rossi"]
    assert sorted(people, key=lambda name: known.order("people", name)) == [
        "Zoe Alfa",
        "Ugo Lo Russo",
        "Mao Esempio",
        "Ada Rossi",
        "Eva Zeta Beta",
    ]


def test_an_organisation_may_be_sorted_by_another_word_than_its_first() -> None:
    known = names("organisations: {The Example Council: {sort: Example Council}}")
    found = sorted(["Fondazione", "The Example Council"], key=lambda name: known.order("organisations", name))
    assert found == ["The Example Council", "Fondazione"]


def test_what_a_name_is_sorted_as_is_one_text() -> None:
    reading = parse_names("people:\n  Ada Esempio:\n    sort: [Esempio, Ada]\n")
    [(line, error)] = reading.errors
    assert (line, error.diagnostic.code) == (3, "registers-form")
    assert "Lo Russo, Stefano" in error.diagnostic.text()


def test_a_name_that_its_comma_tears_in_two_is_told_and_withheld_in_both_readings() -> None:
    reading = parse_names("withheld: [Ugo Finto, Lo Prova, Ada]\n")
    [(line, error)] = reading.errors
    assert (line, '"Lo Prova, Ada"' in str(error), '"Lo Prova", "Ada"' in str(error)) == (1, True, True)
    people = tuple(map(Person, ("Ada Lo Prova", "Lo Prova, Ada", "Ugo Finto", "Lo Prova", "Lia Modello")))
    assert reading.names.known_people(people) == (Person("Lia Modello"),)

    assert names('withheld: ["Lo Prova, Ada"]').withheld.mask("Ada Lo Prova e Ada Rossi") == "[…] e Ada Rossi"
    assert names('withheld: ["Lo Prova", "Ada"]').withheld.mask("Ada Rossi") == "[…] Rossi"
    assert names("withheld:\n  - Prova, Ada\n").withheld.mask("Ada Prova") == "[…]"


def test_half_a_name_is_no_other_spelling_of_it_until_its_writer_says_so() -> None:
    people = "people:\n  Lia Modello: {aliases: [Modelo, L.], sort: Modello, Lia}\n"
    reading = parse_names(f"{people}withheld: [Lia Modello]\n")
    assert [(line, '"Model' in str(error)) for line, error in reading.errors] == [(2, True), (2, True)]
    assert reading.names.people == {"lia modello": "Lia Modello", "modelo, l.": "Lia Modello"}
    assert {"L.", "Modelo"} <= reading.names.withheld.names, "whoever asks for one spelling asks for all"

    assert names("people: {Luiz Lula da Silva: {aliases: [Lula, Presidente Lula]}}").people["lula"]


def test_what_is_withheld_and_no_name_holds_the_site_back() -> None:
    for text in ("withheld: [Prova: Ada]\n", "withheld:\n  - [Prova, Ada]\n"):
        reading = parse_names(text)
        assert [error.diagnostic.code for _line, error in reading.errors] == ["registers-form"]
        assert not reading.whole
