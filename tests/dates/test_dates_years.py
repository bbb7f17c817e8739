# SPDX-License-Identifier: EUPL-1.2
"""A contributor leaves the year out, and the issue tells which one is meant."""

from __future__ import annotations

from datetime import date

import pytest

from newsletter.dates import far_from_issue, parse_dates, year_hint
from newsletter.model.diagnostics import ContentError, Diagnostic
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Span

OTHERS = [Kind.DELEGATION, Kind.MISSION, Kind.NEWS]
MONTHS = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"]


def read(text: str, issue: str, kind: Kind = Kind.EVENT) -> Dates:
    """Read *text* in the *issue* named ``2026-05``."""
    year, month = issue.split("-")
    return parse_dates(text, period=Period(int(year), int(month)), kind=kind)


@pytest.mark.parametrize("issue", ["2026-05", "2026-01", "2026-12", "2027-02", "2028-02"])
@pytest.mark.parametrize(("kind", "back", "ahead"), [(Kind.EVENT, 2, 9), *((kind, 9, 2) for kind in OTHERS)])
def test_each_month_has_one_year_around_its_issue(issue: str, kind: Kind, back: int, ahead: int) -> None:
    year, month = map(int, issue.split("-"))
    window = [Period(year, month).plus(step) for step in range(-back, ahead + 1)]
    for period in window:
        read_day = read(f"28 {MONTHS[period.month - 1]}", issue, kind).start
        assert read_day == date(period.year, period.month, 28)
        assert read(MONTHS[period.month - 1], issue, kind).start == period.first_day


@pytest.mark.parametrize(
    ("text", "issue", "kind", "start", "end"),
    [
        ("28 dicembre - 3 gennaio", "2026-12", Kind.EVENT, date(2026, 12, 28), date(2027, 1, 3)),
        ("28 dicembre - 3 gennaio", "2027-01", Kind.EVENT, date(2026, 12, 28), date(2027, 1, 3)),
        ("28 dicembre - 3 gennaio", "2027-01", Kind.MISSION, date(2026, 12, 28), date(2027, 1, 3)),
        ("28 dicembre - 3 gennaio", "2026-12", Kind.MISSION, date(2026, 12, 28), date(2027, 1, 3)),
        ("10 gennaio - 2 maggio", "2026-05", Kind.EVENT, date(2026, 1, 10), date(2026, 5, 2)),
        ("28 dicembre; 3 gennaio", "2027-01", Kind.EVENT, date(2026, 12, 28), date(2027, 1, 3)),
        ("10 marzo; 20 febbraio", "2026-05", Kind.EVENT, date(2026, 2, 20), date(2026, 3, 10)),
        ("10 gennaio - 20 dicembre", "2026-05", Kind.EVENT, date(2026, 1, 10), date(2026, 12, 20)),
    ],
)
def test_it_is_the_last_day_that_lies_around_the_issue(
    text: str, issue: str, kind: Kind, start: date, end: date
) -> None:
    dates = read(text, issue, kind)
    assert (dates.start, dates.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("13 maggio; 20 maggio 2024", [date(2024, 5, 13), date(2024, 5, 20)]),
        ("20 dicembre; 7 gennaio 2025", [date(2024, 12, 20), date(2025, 1, 7)]),
        ("13 maggio 2024; 20 maggio", [date(2024, 5, 13), date(2024, 5, 20)]),
        ("20 dicembre 2024; 7 gennaio", [date(2024, 12, 20), date(2025, 1, 7)]),
        ("20 maggio; 13 maggio 2024", [date(2024, 5, 13), date(2024, 5, 20)]),
        ("20 maggio 2024; 13 maggio", [date(2024, 5, 13), date(2024, 5, 20)]),
    ],
)
def test_a_written_year_serves_its_neighbours(text: str, days: list[date]) -> None:
    assert read(text, "2026-05").spans == tuple(Span(day, day) for day in days)


def test_six_months_are_how_far_back_a_start_without_year_may_lie() -> None:
    assert read("31 agosto - 28 febbraio 2027", "2026-12").start == date(2026, 8, 31)
    assert read("3 luglio - 3 gennaio 2027", "2026-12").start == date(2026, 7, 3)
    assert read("luglio - gennaio 2027", "2026-12").start == date(2026, 7, 1)
    with pytest.raises(ContentError, match="The end comes before the start"):
        read("2 luglio - 3 gennaio 2027", "2026-12")
    with pytest.raises(ContentError, match="Give both their year: “10 gennaio 2026 – 20 dicembre 2026”"):
        read("10 gennaio - 20 dicembre 2026", "2026-12")


def test_occurrences_in_no_order_at_all_are_asked_for_their_years() -> None:
    with pytest.raises(ContentError, match="not in order") as error:
        read("20 giugno; 3 gennaio 2027", "2026-12")
    assert error.value.diagnostic.code == "date-order"


def test_the_leap_day_is_found_in_a_leap_year() -> None:
    assert read("29 febbraio", "2028-01").start == date(2028, 2, 29)
    assert read("29 febbraio", "2028-05", Kind.MISSION).start == date(2028, 2, 29)
    assert read("28-29 febbraio 2028", "2026-05").end == date(2028, 2, 29)
    with pytest.raises(ContentError, match="“febbraio 2027”, which has 28 days"):
        read("29 febbraio", "2026-05")


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("30 novembre 2027", False),
        ("1 dicembre 2027", True),
        ("1 novembre 2024", False),
        ("31 ottobre 2024", True),
        ("20 maggio 2026; 1 dicembre 2027", True),
        ("novembre 2027", False),
    ],
)
def test_a_day_more_than_eighteen_months_from_its_issue_is_worth_a_question(text: str, far: bool) -> None:
    diagnostic = far_from_issue(read(text, "2026-05"), Period(2026, 5))
    assert (diagnostic is not None) is far
    if diagnostic is not None:
        assert diagnostic.code == "date-far"
        assert "18 months from the issue (maggio 2026)" in diagnostic.text()


@pytest.mark.parametrize(
    ("text", "issue", "kind", "better"),
    [
        ("2022-10-30", "2023-10", Kind.EVENT, "30 ottobre 2023"),
        ("6 giugno 2025", "2024-05", Kind.EVENT, "6 giugno 2024"),
        ("28 dicembre 2025 - 3 gennaio 2026", "2026-12", Kind.EVENT, "28 dicembre 2026 – 3 gennaio 2027"),
        ("13 maggio 2026; 20 maggio 2027", "2026-05", Kind.EVENT, "20 maggio 2026"),
        ("29 febbraio 2028", "2027-02", Kind.EVENT, "28 febbraio 2027"),
        ("maggio 2025", "2026-05", Kind.EVENT, "maggio 2026"),
        ("12/04/2026", "2026-12", Kind.EVENT, "12 aprile 2027, 4 dicembre 2026"),
        ("12 aprile 2026", "2026-12", Kind.EVENT, "12 aprile 2027"),
        ("4 dicembre 2026", "2026-01", Kind.MISSION, "4 dicembre 2025"),
        ("martedì 13 maggio 2025", "2026-05", Kind.EVENT, "13 maggio 2026"),  # copied from last year's issue
    ],
)
def test_a_year_that_seems_wrong_by_one_is_asked_about(text: str, issue: str, kind: Kind, better: str) -> None:
    diagnostic = hint(text, issue, kind)
    assert diagnostic is not None
    assert diagnostic.code == "date-year"
    assert diagnostic.text().endswith(f"one expects: {better}.")


@pytest.mark.parametrize(
    ("text", "issue", "kind"),
    [
        ("13 maggio 2026", "2026-05", Kind.EVENT),
        ("28 febbraio 2027", "2026-05", Kind.EVENT),
        ("1 marzo 2026", "2026-05", Kind.EVENT),
        ("9 aprile 2026 - 8 aprile 2027", "2026-05", Kind.EVENT),  # a long exhibition that has begun
        ("venerdì 13 febbraio 2026", "2026-05", Kind.EVENT),  # the weekday confirms the year
        ("31 luglio 2026", "2026-05", Kind.MISSION),
        ("1 agosto 2025", "2026-05", Kind.DELEGATION),
        ("13 maggio 2029", "2026-05", Kind.EVENT),  # wrong by more than one: date-far says so
    ],
)
def test_a_written_year_that_may_well_be_right_is_not(text: str, issue: str, kind: Kind) -> None:
    assert hint(text, issue, kind) is None


def hint(text: str, issue: str, kind: Kind) -> Diagnostic | None:
    year, month = map(int, issue.split("-"))
    return year_hint(text, read(text, issue, kind), Period(year, month), kind)
