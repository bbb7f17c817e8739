# SPDX-License-Identifier: EUPL-1.2
"""Tellings become records: the latest wins, the rest is inherited, and what does not fit is said."""

from __future__ import annotations

import itertools
from datetime import time
from typing import Any

import pytest

from newsletter.archive.assemble import Assembly, assemble, default_dates
from newsletter.archive.names import Names, parse_names
from newsletter.model.issue import Period, default_published
from newsletter.model.kinds import Kind
from newsletter.model.telling import Telling
from newsletter.model.values import Hours, Person, Picture, Precision, Status
from tests.archive_factory import dates, day, issue, name, telling

CANCELLED, POSTPONED = Status.CANCELLED, Status.POSTPONED
FIRST = telling(
    "2026-04",
    date=dates("2026-05-09"),
    time=Hours(time(18)),
    place=("Piazza Inventata",),
    country=("JP",),
    people=(Person("Ada Esempio", "Sindaca"),),
    topics=("cultura",),
    image="issues/festa.png",
    alt="Le lanterne",
    body="Lanterne.",
)


def assembled(*told: Telling, names: Names | None = None) -> Assembly:
    issues = {str(each.issue): issue(str(each.issue)) for each in told}
    return assemble(told, issues.values(), names or Names(), "it")


def codes(assembly: Assembly) -> list[str]:
    return [diagnostic.diagnostic.code for diagnostic in assembly.diagnostics]


def test_one_telling_is_a_record() -> None:
    [record] = assembled(FIRST).archive.records

    assert record.id == "2026-04-festa"
    assert (record.dates, record.hours) == (dates("2026-05-09"), Hours(time(18)))
    assert (record.places, record.countries, record.topics) == (("Piazza Inventata",), ("JP",), ("cultura",))
    assert record.picture == Picture("issues/festa.png", "Le lanterne")
    assert record.status is Status.CONFIRMED
    assert (record.issue, record.issues) == ("2026-04", ("2026-04",))
    assert (record.published, record.revised) == (day("2026-04-01"), day("2026-04-01"))
    assert record.former_dates is None


def test_the_latest_telling_wins_and_inherits() -> None:
    later = telling("2026-06", title="Grande festa", place=("Parco",), body="Altro.")

    [record] = assembled(later, FIRST).archive.records

    assert (record.title, record.places, record.body) == ("Grande festa", ("Parco",), "Altro.")
    assert (record.dates, record.hours, record.countries) == (dates("2026-05-09"), Hours(time(18)), ("JP",))
    assert (record.docname, record.issues) == ("issues/2026-06", ("2026-04", "2026-06"))
    assert (record.published, record.revised) == (day("2026-04-01"), day("2026-06-01"))


def test_a_telling_without_a_text_keeps_that_of_before() -> None:
    later = telling("2026-06", status=Status.CANCELLED)

    [record] = assembled(FIRST, later).archive.records

    assert (record.status, record.body) == (Status.CANCELLED, "Lanterne.")


def test_the_order_of_reading_means_nothing() -> None:
    told = [FIRST, telling("2026-05", place=("Parco",)), telling("2026-05-arte", status=Status.CANCELLED)]
    told += [telling("2026-05", "2026-05-altro", date=dates("2026-05-01"), line=30)]

    first, *others = [assembled(*order) for order in itertools.permutations(told)]

    assert all(other == first for other in others)
    assert first.archive.by_id["2026-04-festa"].issues == ("2026-04", "2026-05", "2026-05-arte")
    assert [record.id for record in first.archive.records] == ["2026-05-altro", "2026-04-festa"]


def test_an_empty_answer_is_an_answer() -> None:
    """``country: -`` says that it is not known: it is neither inherited nor guessed from the place."""
    names = parse_names("places:\n  Piazza Inventata: {country: NO}\n").names

    [record] = assembled(FIRST, telling("2026-05", country=()), names=names).archive.records

    assert record.countries == ()


def test_the_country_of_a_place_is_known_to_editors() -> None:
    names = parse_names("places:\n  Parco: {country: NO, aliases: [Parco Grande]}\n").names
    told = telling("2026-05", date=dates("2026-05-09"), place=("Parco Grande", "Altrove"))

    [record] = assembled(told, names=names).archive.records

    assert (record.places, record.countries) == (("Parco", "Altrove"), ("NO",))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(Kind.NEWS, "2025-12-01/2025-12-31"), (Kind.DELEGATION, "2025-12-01/2025-12-31")],
)
def test_what_has_no_date_was_the_month_before(kind: Kind, expected: str) -> None:
    [record] = assembled(telling("2026-01", kind=kind, country=("JP",))).archive.records

    assert record.dates == dates(expected, precision=Precision.MONTH)


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.MISSION])
def test_what_needs_a_date_and_has_none_is_no_record(kind: Kind) -> None:
    assembly = assembled(telling("2026-05", kind=kind, country=("JP",)))

    assert assembly.archive.records == ()
    assert codes(assembly) == ["date-missing"]
    assert default_dates(kind, Period(2026, 5)) is None


def test_a_later_telling_need_not_repeat_the_date() -> None:
    assert codes(assembled(FIRST, telling("2026-05"))) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"date": dates("2026-05-10")}, ["telling-dates"]),
        ({"date": dates("2026-05-01/2026-05-31", precision=Precision.MONTH)}, ["telling-dates"]),
        ({"date": dates("2026-05-09")}, []),
        ({"date": dates("2026-05-10"), "status": Status.POSTPONED}, []),
        ({"date": dates("2026-05-10"), "status": Status.CANCELLED}, []),
        ({"date": dates("2026-05-10"), "status": Status.TENTATIVE}, ["telling-dates"]),
        ({"kind": Kind.NEWS}, ["telling-kind"]),
    ],
)
def test_what_two_tellings_may_differ_in(facts: dict[str, Any], expected: list[str]) -> None:
    assembly = assembled(FIRST, telling("2026-05", line=17, **facts))

    assert codes(assembly) == expected
    assert all((each.path, each.line) == ("issues/2026-05.md", 17) for each in assembly.diagnostics)


def test_the_day_that_no_longer_holds_is_remembered() -> None:
    moved = telling("2026-05", date=dates("2026-05-10"), status=Status.POSTPONED)
    [record] = assembled(FIRST, moved).archive.records
    assert (record.dates, record.former_dates) == (dates("2026-05-10"), dates("2026-05-09"))

    [record] = assembled(FIRST, moved, telling("2026-06", status=Status.CONFIRMED)).archive.records
    assert record.former_dates == dates("2026-05-09")

    [record] = assembled(FIRST, telling("2026-05", status=Status.POSTPONED)).archive.records
    assert record.former_dates is None, "no new day is known"


def test_an_hour_is_inherited_by_a_day_and_not_by_a_month() -> None:
    month = dates("2026-05-01/2026-05-31", precision=Precision.MONTH)
    for given, expected in (
        (dates("2026-05-10"), Hours(time(18))),
        (month, None),
        (dates("2026-05-10/2026-05-12"), None),
    ):
        [record] = assembled(FIRST, telling("2026-05", date=given, status=Status.POSTPONED)).archive.records
        assert record.hours == expected


def test_a_fault_in_the_latest_telling_keeps_the_record_out_and_one_before_it_does_not() -> None:
    out = assembled(FIRST, telling("2026-05", sound=False))
    assert out.archive.records == ()
    assert out.kept_out["2026-04-festa"].issues == ("2026-04",)

    mended = assembled(telling("2026-03", sound=False), FIRST)
    assert [record.id for record in mended.archive.records] == ["2026-04-festa"]


def test_of_two_blocks_with_one_id_in_an_issue_the_first_stands() -> None:
    [record] = assembled(FIRST, telling("2026-04", title="Doppia", line=90, date=dates("2026-05-30"))).archive.records

    assert record.title == "Festa"


def test_a_correction_counts_as_the_last_revision() -> None:
    corrected = telling("2026-05", updated=day("2026-05-20"))
    assert assembled(FIRST, corrected).archive.records[0].revised == day("2026-05-20")

    early = telling("2026-05", updated=day("2020-01-01"))
    assert assembled(FIRST, early).archive.records[0].revised == day("2026-05-01")


def test_who_is_withheld_is_in_no_record() -> None:
    names = parse_names("withheld: [Ada Esempio]\n").names
    told = telling("2026-04", date=dates("2026-05-09"), people=(Person("ADA ESEMPIO"),), body="Parla Ada Esempio.")

    [record] = assembled(told, names=names).archive.records

    assert (record.people, record.body) == ((), "Parla […].")


def test_the_archive_knows_its_records_by_issue() -> None:
    archive = assembled(FIRST, telling("2026-05"), telling("2026-05", "2026-05-b", date=dates("2026-05-01"))).archive

    assert {key: [record.id for record in records] for key, records in archive.by_issue.items()} == {
        "2026-04": ["2026-04-festa"],
        "2026-05": ["2026-05-b", "2026-04-festa"],
    }
    assert archive.newest is not None
    assert str(archive.newest.name) == "2026-05"
    assert default_published(name("2026-05")) == day("2026-05-01")


@pytest.mark.parametrize(
    ("before", "later", "lost"),
    [
        ({"date": dates("2026-05-02", "2026-05-09")}, {"date": dates("2026-05-09"), "status": CANCELLED}, True),
        ({"date": dates("2026-05-01/2026-05-20")}, {"date": dates("2026-05-05"), "status": CANCELLED}, True),
        ({"date": dates("2026-05-02", "2026-05-09")}, {"date": dates("2026-05-19"), "status": POSTPONED}, True),
        ({"date": dates("2026-05-02")}, {"date": dates("2026-05-19"), "status": POSTPONED}, False),
        ({"date": dates("2026-05-02", "2026-05-09")}, {"status": CANCELLED}, False),
        ({"people": (Person("Ada Esempio"), Person("Bea Prova"))}, {"people": (Person("Cia Modello"),)}, True),
        ({"people": (Person("Ada Esempio"), Person("Bea Prova"))}, {"people": (Person("ada esempio", "Pres."),)}, True),
        ({"people": (Person("Ada Esempio"),)}, {"people": (Person("Ada Esempio"), Person("Bea Prova"))}, False),
        (
            {"people": (Person("Ada Esempio"),)},
            {"people": (Person("Bea Prova"),), "hosts": (Person("Ada Esempio"),)},
            False,
        ),
        ({"place": ("Sala Uno", "Molo")}, {"place": ("Teatro",)}, True),
        ({"place": ("Sala Uno", "Molo")}, {"place": ("Sala Uno, piano terra",)}, True),
        ({"place": ("Sala Uno", "Molo")}, {"place": ("Sala Uno, piano terra", "Molo")}, False),
        ({"place": ("Sala Uno",)}, {"place": ("Teatro",)}, False),
        ({"partners": ("Ente Lumi", "Ente Mare")}, {"partners": ("Ente Lumi",)}, True),
        ({"partners": ("Ente Lumi",)}, {"partners": ("Ente Mare",)}, True),
        ({"topics": ("sport",)}, {"topics": ("cultura",)}, True),
        ({"country": ("FR",)}, {"country": ()}, True),
        ({"country": ("FR",)}, {}, False),
    ],
)
def test_what_a_later_telling_takes_away_is_asked_about(
    before: dict[str, Any], later: dict[str, Any], lost: bool
) -> None:
    first = telling("2026-04", **{"date": dates("2026-05-09"), **before})
    asked = [hint.diagnostic.code for hint in assembled(first, telling("2026-05", **later)).hints]
    assert ("telling-less" in asked) is lost


def test_a_partner_under_its_other_name_is_the_same_partner() -> None:
    names = parse_names("organisations:\n  Ente dei Lumi: {aliases: [Lumi e Lanterne]}\n").names
    told = [
        telling(month, date=dates("2026-05-09"), partners=(partner,))
        for month, partner in (("2026-04", "Lumi e Lanterne"), ("2026-05", "Ente dei Lumi"))
    ]

    assert [hint.diagnostic.code for hint in assembled(*told, names=names).hints] == []
