# SPDX-License-Identifier: EUPL-1.2
"""Which records a list holds, in what order and under what headings."""

from __future__ import annotations

import random

import pytest

from newsletter.archive.selection import GroupBy, Labels, Listing, Query, group, keys, select
from newsletter.model.kinds import Kind
from tests.archive_factory import archive, day, person, record

TODAY = day("2026-05-18")
WEBINAR = record("webinar", "2026-05-13", "2026-05-20", countries=("IT", "PS"), topics=("cibo",))
FESTIVAL = record("festival", "2026-04-09/2026-06-02", people=(person("Ada Esempio/Sindaca"),))
VISIT = record("visita", "2026-05-18", kind=Kind.DELEGATION, countries=("JP",), hosts=(person("ADA ESÈMPIO/Ospite"),))
NEW_YEAR = record("capodanno", "2025-12-30/2026-01-02", issues=("2025-12", "2026-01"), people=(person("Bruno Prova"),))
OLD = record("vecchio", "2023-10-06/2023-10-07", issues=("2023-12",), kind=Kind.MISSION)
ALL = archive(WEBINAR, FESTIVAL, VISIT, NEW_YEAR, OLD)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query(), ["vecchio", "capodanno", "festival", "webinar", "visita"]),
        (Query(descending=True), ["visita", "webinar", "festival", "capodanno", "vecchio"]),
        (Query(descending=True, limit=1), ["visita"]),
        (Query(kinds=frozenset({"mission", "delegation"})), ["vecchio", "visita"]),
        (Query(countries=frozenset({"PS"})), ["webinar"]),
        (Query(people=frozenset({"ada esempio"})), ["festival", "visita"]),
        (Query(topics=frozenset({"cibo", "clima"})), ["webinar"]),
        (Query(issues=frozenset({"2026-01"})), ["capodanno"]),
        (Query(years=frozenset({2025})), ["capodanno"]),
        (Query(years=frozenset({2026})), ["capodanno", "festival", "webinar", "visita"]),
        (Query(upcoming=True), ["festival", "webinar", "visita"]),
        (Query(past=True), ["vecchio", "capodanno"]),
        (Query(since=day("2026-05-20")), ["festival", "webinar"]),
        (Query(until=day("2026-01-01")), ["vecchio", "capodanno"]),
        (Query(since=day("2026-01-02"), until=day("2026-04-09")), ["capodanno", "festival"]),
        (Query(kinds=frozenset({"news"})), []),
        (Query(upcoming=True, past=True), []),
    ],
)
def test_which_records(query: Query, ids: list[str]) -> None:
    assert [found.id for found in select(ALL, query, TODAY)] == ids


def test_the_order_is_total_whatever_comes_first() -> None:
    alike = [record(f"r{number}", "2026-05-13/2026-05-14") for number in range(9)]
    alike += [record("a", "2026-05-13"), record("z", "2026-05-12/2026-05-30")]
    shuffled = random.Random(3).sample(alike, len(alike))  # noqa: S311 - a test of order, no secret

    ids = [found.id for found in select(archive(*shuffled), Query(), TODAY)]

    assert ids == ["z", "a", *(f"r{number}" for number in range(9))]


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (GroupBy.YEAR, {"2023": 1, "2025": 1, "2026": 3}),
        (GroupBy.MONTH, {"2023-10": 1, "2025-12": 1, "2026-04": 1, "2026-05": 2}),
        (GroupBy.KIND, {"event": 3, "delegation": 1, "mission": 1}),
        (GroupBy.COUNTRY, {"IT": 1, "JP": 1, "PS": 1}),
        (GroupBy.TOPIC, {"cibo": 1}),
        (GroupBy.ISSUE, {"2023-12": 1, "2025-12": 1, "2026-01": 1, "2026-05": 3}),
    ],
)
def test_groups(by: GroupBy, groups: dict[str, int]) -> None:
    found = group(ALL.records, by, Labels())

    assert {each.key: len(each.records) for each in found} == groups
    assert [each.key for each in found] == list(groups)


def test_one_person_in_two_spellings_has_one_heading() -> None:
    found = group(ALL.records, GroupBy.PERSON, Labels())

    assert {each.key: [record.id for record in each.records] for each in found} == {
        "Ada Esempio": ["festival", "visita"],
        "Bruno Prova": ["capodanno"],
    }


def test_a_host_who_also_speaks_stands_once_in_the_group() -> None:
    twice = record("due", people=(person("Ada Esempio/Relatrice"),), hosts=(person("Ada Esempio/Sindaca"),))

    [found] = group([twice], GroupBy.PERSON, Labels())

    assert found.records == (twice,)
    assert keys(twice, GroupBy.PERSON) == ("Ada Esempio",)


def test_time_runs_backwards_and_names_never_do() -> None:
    months = [each.key for each in group(ALL.records, GroupBy.MONTH, Labels(), descending=True)]
    countries = [each.key for each in group(ALL.records, GroupBy.COUNTRY, Labels(), descending=True)]

    assert months == ["2026-05", "2026-04", "2025-12", "2023-10"]
    assert countries == ["IT", "JP", "PS"]


def test_headings_stand_in_the_order_of_what_is_read() -> None:
    labels = Labels({GroupBy.COUNTRY: {"IT": "Zeta", "JP": "Àlfa", "PS": "beta"}.__getitem__})

    assert [each.key for each in group(ALL.records, GroupBy.COUNTRY, labels)] == ["JP", "PS", "IT"]
    assert labels.label(GroupBy.TOPIC, "cibo") == "cibo"


def test_issues_of_one_month_stand_with_the_plain_one_first() -> None:
    records = [record("a", issues=(issue,)) for issue in ("2026-05-clima", "2026-05", "2026-04", "2026-05-arte")]

    found = [each.key for each in group(records, GroupBy.ISSUE, Labels())]

    assert found == ["2026-04", "2026-05", "2026-05-arte", "2026-05-clima"]


def test_a_list_without_a_condition_is_a_register() -> None:
    assert Listing(Query(descending=True), GroupBy.COUNTRY).lists_everything
    assert not Listing(Query(limit=5), GroupBy.COUNTRY).lists_everything
    assert not Listing(Query(upcoming=True)).lists_everything
