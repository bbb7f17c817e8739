# SPDX-License-Identifier: EUPL-1.2
"""An issue is called by its month, a special one by its month and a word; names stand in the order of time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.model.issue import IssueName, Period

often = settings(derandomize=True, max_examples=300, deadline=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05", IssueName(Period(2026, 5))),
        ("2026-12", IssueName(Period(2026, 12))),
        ("2026-05-clima", IssueName(Period(2026, 5), "clima")),
        ("2026-05-clima-2", IssueName(Period(2026, 5), "clima-2")),
    ],
)
def test_names(text: str, expected: IssueName) -> None:
    assert IssueName.parse(text) == expected
    assert str(expected) == text


@pytest.mark.parametrize(
    "text",
    [
        *("2026-13", "2026-00", "2026-5", "26-05", "0000-05", "maggio", "2026-05-", "2026-05-Clima", "2026-05 "),
        *("2026-05--a", "2026_05", "２０２６-05", "2026-05-città", ""),
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert IssueName.parse(text) is None


def test_the_order_is_that_of_time_and_a_plain_issue_comes_before_a_special_one() -> None:
    names = ["2026-06", "2026-05-clima", "2025-12", "2026-05", "2026-05-arte"]

    ordered = sorted(filter(None, map(IssueName.parse, names)))

    assert [str(each) for each in ordered] == ["2025-12", "2026-05", "2026-05-arte", "2026-05-clima", "2026-06"]


@often
@given(st.builds(Period, st.integers(1900, 2999), st.integers(1, 12)), st.integers(-500, 500))
def test_months_are_counted_over_the_turn_of_years(period: Period, months: int) -> None:
    later = period.plus(months)
    assert later.plus(-months) == period
    assert (later > period) is (months > 0)
    assert period.plus(1).first_day.toordinal() - period.last_day.toordinal() == 1


def test_days_of_a_month() -> None:
    assert (Period(2024, 2).first_day, Period(2024, 2).last_day) == (date(2024, 2, 1), date(2024, 2, 29))
    assert Period(2026, 1).plus(-1) == Period(2025, 12)
    assert str(Period(2026, 5)) == "2026-05"
