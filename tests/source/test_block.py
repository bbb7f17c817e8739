# SPDX-License-Identifier: EUPL-1.2
"""One block is read: what is right in it is taken, what is wrong is named at its line and costs what it must."""

from __future__ import annotations

from typing import Any

import pytest

from newsletter.archive.names import parse_names
from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Person, Status
from newsletter.source.block import ParsedBlock, parse_block
from newsletter.source.fields import Block
from tests.archive_factory import dates

TOPICS = {"cultura": "Cultura", "politiche-alimentari": "Politiche alimentari"}


def image(path: str) -> str:
    if "/" in path:
        raise ContentError("image-outside", "no")
    return f"issues/{path}"


def read(text: str, title: str = "Festa della Luce", kind: Kind = Kind.EVENT, **settings: Any) -> ParsedBlock:
    block = Block(kind=kind, period=Period(2026, 5), topics=TOPICS, find_image=image, **settings)
    return parse_block(title, text.split("\n"), block)


def faults(reading: ParsedBlock) -> list[tuple[str, int, bool]]:
    return [(fault.diagnostic.code, fault.line, fault.vital) for fault in reading.diagnostics]


def test_everything_that_a_block_can_say() -> None:
    reading = read(
        ":date: 13 maggio\n"
        ":time: 18:00-20:00\n"
        ":place: Parco; Piazza\n"
        ":country: Giappone, FR\n"
        ":people: Ada Esempio (Sindaca)\n"
        ":hosts: Bruno Prova\n"
        ":partners: Banda; Coro\n"
        ":topics: Cultura, politiche-alimentari, CULTURA\n"
        ":url: mailto:festa@borgoluce.example\n"
        ":image: festa.png\n"
        ":alt: Le lanterne: rosse\n"
        ":credit: Carla Finta\n"
        ":status: tentative\n"
        ":id: festa-2026\n"
        ":updated: 2026-05-18\n"
        ":lang: en\n"
        "\n"
        "Testo."
    )

    assert faults(reading) == []
    facts = reading.facts
    assert facts.date == dates("2026-05-13")
    assert facts.place == ("Parco", "Piazza")
    assert facts.country == ("JP", "FR")
    assert facts.people == (Person("Ada Esempio", "Sindaca"),)
    assert facts.topics == ("cultura", "politiche-alimentari")
    assert (facts.image, facts.alt, facts.status, facts.lang) == (
        "issues/festa.png",
        "Le lanterne: rosse",
        Status.TENTATIVE,
        "en",
    )
    assert (reading.facts.id, reading.body_start, reading.sound) == ("festa-2026", 16, True)


def test_a_block_may_say_nothing() -> None:
    reading = read("")
    assert (faults(reading), reading.facts.id, reading.facts.date) == ([], None, None)


@pytest.mark.parametrize(
    ("option", "code"),
    [
        (":date: 31 giugno", "date-"),
        (":date: prossimamente", "date-"),
        (":time: 25:00", "time-"),
        (":status: forse", "status-unknown"),
        (":id: Festa 2026", "id-form"),
        (":id: -", "id-form"),
    ],
)
def test_what_makes_a_record_untrustworthy_keeps_it_out(option: str, code: str) -> None:
    reading = read(f":place: Parco\n{option}")

    [(found, line, vital)] = faults(reading)
    assert found.startswith(code)
    assert (line, vital, reading.sound) == (1, True, False)
    assert reading.facts.place == ("Parco",)


@pytest.mark.parametrize(
    ("option", "code"),
    [
        (":country: Giapone", "country-unknown"),
        (":people: (Sindaca)", "people-name"),
        (":hosts: Ada (Sindaca", "people-parenthesis"),
        (":topics: cultura, sporti", "topic-unknown"),
        (":url: borgoluce.example", "url-form"),
        (":url: javascript:alert(1)", "url-scheme"),
        (":url: JAVASCRIPT://borgoluce.example", "url-scheme"),
        (":url: data:text/html,x", "url-scheme"),
        (":url: https://", "url-form"),
        (":image: ../x.png", "image-outside"),
        (":updated: ieri", "updated-form"),
        (":lang: italiano-veramente", "lang-unknown"),
        (":luogo: Parco", "option-unknown"),
        (":colore: blu", "option-unknown"),
        (":place:", "option-empty"),
    ],
)
def test_another_wrong_option_is_left_out_alone(option: str, code: str) -> None:
    reading = read(f":date: 13 maggio\n{option}\n\nTesto.")

    assert faults(reading) == [(code, 1, False)]
    assert reading.sound
    assert [left.line for left in reading.left_out] == [1]
    assert reading.facts.date == dates("2026-05-13")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("luogo", "place"),
        ("data", "date"),
        ("paese", "country"),
        ("tema", "topics"),
        ("ora", "time"),
        ("sito", "url"),
        ("persone", "people"),
        ("foto", "image"),
        ("Date", "date"),
        ("peple", "people"),
        ("città", "place"),
    ],
)
def test_an_italian_word_for_an_option_is_answered_with_the_right_one(word: str, meant: str) -> None:
    [fault] = read(f":{word}: qualcosa").diagnostics

    assert fault.diagnostic.code == "option-unknown"
    assert f"“:{meant}:”" in fault.diagnostic.text()


def test_an_option_given_twice_is_refused() -> None:
    for repeated in (":place: Piazza", ":place: Parco"):
        reading = read(f":date: 13 maggio\n:place: Parco\n{repeated}")
        assert faults(reading) == [("option-twice", 2, False)]
    assert not read(":date: 13 maggio\n:date: 14 maggio").sound, "nobody knows which day is right"


def test_a_block_without_a_title_is_no_record() -> None:
    assert faults(read(":date: 13 maggio", title="  ")) == [("title-missing", -1, True)]


def test_an_hour_needs_a_day() -> None:
    for date in ("maggio", "13-15 maggio"):
        [(code, line, vital)] = faults(read(f":date: {date}\n:time: 18:00"))
        assert code.startswith("time-")
        assert (line, vital) == (1, True)
    assert read(":date: 13 maggio; 20 maggio\n:time: 18:00").sound


def test_an_image_needs_words_for_those_who_do_not_see_it() -> None:
    reading = read(":date: 13 maggio\n:image: festa.png")

    assert faults(reading) == [("alt-missing", 1, False)]
    assert reading.facts.image is None
    assert [(left.name, left.line) for left in reading.left_out] == [("image", 1)]


def test_a_day_far_from_its_issue_is_a_warning_and_the_record_stays() -> None:
    reading = read(":date: 13 maggio 2029")

    assert [(code, vital) for code, _line, vital in faults(reading)] == [("date-far", False)]
    assert reading.facts.date == dates("2029-05-13")


def test_a_year_that_seems_wrong_by_one_is_a_hint_unless_the_record_was_postponed() -> None:
    (fault,) = read(":date: 13 maggio 2027").diagnostics
    assert (fault.diagnostic.code, fault.line, fault.hint) == ("date-year", 0, True)
    assert read(":date: 13 maggio 2027\n:status: postponed").diagnostics == ()


def test_the_year_follows_from_the_kind_and_the_issue() -> None:
    assert read(":date: 13 gennaio").facts.date == dates("2027-01-13")
    assert read(":date: 13 gennaio", kind=Kind.MISSION).facts.date == dates("2026-01-13")


def test_editors_names_of_countries_are_read() -> None:
    names = parse_names("countries:\n  RO: {aliases: [Rumania]}\n").names
    assert read(":country: Rumania", names=names).facts.country == ("RO",)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Il cielo sospeso", "Un incontro rinviato più volte, che ora si tiene davvero."),
        ("Concerto spostato in Sala Rossa", "Il convegno che è stato rinviato per due anni si tiene ora."),
        ("I rinviati a giudizio", "L'incontro è rinviato più volte."),
        ("Equilibri sospesi tra le nuvole", "Il concerto annullato nel 2020 torna."),
        ("Un ponte per la nuova data della scienza", "Una mostra sospesa per i bambini."),
        ("Programma provvisorio", "Si parla di opere perdute e cancellate per sempre."),
        ("Festa dei lumi", "Programma provvisorio: alle 18 il coro."),
        ("Vite spostate nel 1945", "L'incontro è spostato nell'Aula 5, alle ore 18."),
        ("Concerto spostato in alto: 12 voci", "Il termine per le domande è stato spostato al 15 luglio."),
        ("Festa dei lumi", "In caso di maltempo l'evento è rinviato al 7 giugno."),
        ("Festa delle lanterne", "Il concerto non si tiene in caso di pioggia."),
        ("Festa dei tuoni", "Il traffico in via dei Lumi è sospeso dalle 14 alle 18."),
    ],
)
def test_words_that_say_nothing_of_the_plan_are_not_asked_about(title: str, text: str) -> None:
    assert faults(read(f":date: 13 maggio\n\n{text}", title)) == []


@pytest.mark.parametrize(
    "option",
    [
        ":place: Borgoluce - San Marino",
        ":place: 「サローネ」",
        ":place: „Haus der Kunst“",
        ":partners: ¿Y Ahora? Asociación",
    ],
)
def test_signs_that_belong_to_a_name_are_not_asked_about(option: str) -> None:
    assert faults(read(f":date: 13 maggio\n{option}")) == []


@pytest.mark.parametrize("name", ["Joseph Prova, Jr", "Ada Esempio, 3rd", "Ugo Prova, III", "Bruno Finto, Sr."])
def test_a_generation_after_a_comma_belongs_to_the_name(name: str) -> None:
    reading = parse_block("Visita", [":date: 13 maggio", f":people: {name}"], Block(Kind.EVENT, Period(2026, 5)))
    assert reading.diagnostics == ()
