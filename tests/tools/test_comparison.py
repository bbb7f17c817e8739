# SPDX-License-Identifier: EUPL-1.2
"""A reviewer in Borgoluce is told what a proposal does to the records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsletter.tools.comparison import Change, Row, compare

Factory = Callable[..., dict[str, Any]]


def only(before: list[Row], after: list[Row]) -> tuple[Change, set[str], str]:
    (change,) = compare(before, after)
    return change.change, {field.field for field in change.fields}, change.former_id


def test_nothing_changed_is_nothing_told(row: Factory) -> None:
    assert compare([row()], [row()]) == ()


def test_a_new_record_is_added_and_a_lost_one_removed(row: Factory) -> None:
    other = row(id="2026-05-mostra", title="Mostra di vetri", day="2026-05-30")
    assert only([row()], [row(), other]) == (Change.ADDED, set(), "")
    assert only([row(), other], [row()]) == (Change.REMOVED, set(), "")


@pytest.mark.parametrize(
    ("different", "change", "fields"),
    [
        ({"places": ["Teatro Esempio"]}, Change.CHANGED, {"places"}),
        ({"people": []}, Change.CHANGED, {"people"}),
        ({"day": "2026-05-14"}, Change.MOVED, {"days"}),
        ({"end": "2026-05-14"}, Change.MOVED, {"days"}),
        ({"hour": "18:00"}, Change.MOVED, {"hours"}),
        ({"precision": "month"}, Change.MOVED, {"days"}),
        ({"issue": "2026-06", "issues": ["2026-06"]}, Change.MOVED, {"issue", "issues"}),
        ({"issue": "2026-06", "issues": ["2026-05", "2026-06"]}, Change.CHANGED, {"issue", "issues"}),
        ({"status": "cancelled"}, Change.CANCELLED, {"status"}),
        ({"status": "cancelled", "day": "2026-05-14"}, Change.CANCELLED, {"status", "days"}),
        ({"status": "postponed", "day": "2026-05-14"}, Change.MOVED, {"status", "days"}),
        ({"a-field-of-tomorrow": 1}, Change.CHANGED, {"a-field-of-tomorrow"}),
    ],
)
def test_each_change_is_told_for_what_it_is(
    row: Factory, different: dict[str, Any], change: Change, fields: set[str]
) -> None:
    assert only([row()], [row(**different)]) == (change, fields, "")


def test_a_title_mended_without_an_explicit_id_takes_the_old_address_away(row: Factory) -> None:
    mended = row(id="2026-05-concerto-sul-ponte", title="Concerto sul ponte")
    assert only([row()], [mended]) == (Change.CHANGED, {"title"}, "2026-05-concerto-del-ponte")


def test_a_block_carried_to_another_issue_is_moved_not_removed_and_added(row: Factory) -> None:
    carried = row(id="2026-06-concerto-del-ponte", issue="2026-06", issues=["2026-06"], day="2026-06-20")
    assert only([row()], [carried]) == (Change.MOVED, {"days", "issue", "issues"}, "2026-05-concerto-del-ponte")


def test_two_records_of_one_day_are_not_taken_for_one(row: Factory) -> None:
    changes = compare([row()], [row(id="2026-05-sagra", title="Sagra delle ciliegie")])
    assert [each.change for each in changes] == [Change.ADDED, Change.REMOVED]


def test_each_former_record_is_found_again_once_at_most(row: Factory) -> None:
    twins = [row(id=f"2026-05-concerto-{number}", title=f"Concerto del ponte {number}") for number in (1, 2)]
    changes = compare([row()], twins)
    assert sorted(each.change for each in changes) == [Change.ADDED, Change.CHANGED]
    assert compare([row()], twins) == compare([row()], twins[::-1])
