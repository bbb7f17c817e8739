# SPDX-License-Identifier: EUPL-1.2
"""Questions that readers ask of ten years of issues: by mouse, by keyboard and on a telephone, three actions at most.

An action is a press of a button or link, or a choice or some words in one field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.project import Built

from .conftest import served
from .many_issues import TODAY, build
from .reading import visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_COUNTED = re.compile(r"\d+ su \d+")


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("ten"), 120)


@pytest.fixture(scope="module")
def archive(ten_years: Built) -> Iterator[str]:
    yield from served(ten_years.folder)


class Reader:
    """A reader who counts what it takes."""

    def __init__(self, page: Page, way: str) -> None:
        self.page, self.way, self.actions = page, way, 0

    def go(self, name: str) -> None:
        """Follow the main navigation, which a telephone has behind a button."""
        if self.way == "telephone":
            self.press(self.page.get_by_role("button", name="Menu"))
        self.press(self.page.get_by_role("navigation", name="Navigazione principale").get_by_role("link", name=name))

    def press(self, target: Locator) -> None:
        self.actions += 1
        if self.way == "keyboard":
            target.focus()
            self.page.keyboard.press("Enter")
        elif self.way == "telephone":
            target.tap()
        else:
            target.click()

    def choose(self, field: str, label: str) -> None:
        self.actions += 1
        self.page.get_by_label(field, exact=True).select_option(label=label)

    def say(self, field: str, words: str) -> None:
        self.actions += 1
        self.page.get_by_label(field, exact=True).press_sequentially(words)

    def lines(self) -> list[str]:
        """Return what is left on the page of its lists, once all years are read."""
        expect(self.page.locator(".filter-status")).to_have_text(_COUNTED)
        return self.page.locator("main [data-facets]:visible").all_inner_texts()


@pytest.fixture(params=["mouse", "keyboard", "telephone"])
def reader(request: pytest.FixtureRequest, browser: Browser, archive: str) -> Iterator[Reader]:
    with visit(browser, 360 if request.param == "telephone" else 1280, touch=request.param == "telephone") as reading:
        reading.page.clock.set_fixed_time(datetime.fromisoformat(TODAY))
        reading.page.goto(archive)
        yield Reader(reading.page, request.param)
        assert reading.violations() == []


def test_who_came_from_japan_in_the_last_three_years(reader: Reader) -> None:
    reader.go("Paesi")
    reader.press(reader.page.locator("main table").get_by_role("link", name="Giappone"))

    assert reader.actions <= 3
    for year in ("2026", "2025", "2024"):
        group = reader.page.locator(f"#year-{year}")
        expect(group.locator(".record-delegation").first).to_contain_text("(")  # guests with their roles


def test_where_the_mayor_went_in_2024(reader: Reader) -> None:
    reader.go("Missioni")
    reader.say("Parole", "sindaca 2024")

    assert reader.actions <= 3
    lines = reader.lines()
    assert lines
    assert all("Sindaca" in line and "2024" in line for line in lines)


def test_what_is_on_next_week(reader: Reader, ten_years: Built) -> None:
    last = max(ten_years.html("indexes/agenda.html").xpath("//@data-days"))[:10]  # the start of what comes last
    monday = date.fromisoformat(last) - timedelta(date.fromisoformat(last).weekday())
    reader.page.clock.set_fixed_time(datetime.combine(monday - timedelta(3), time(10), UTC))
    reader.go("Agenda")
    reader.press(reader.page.get_by_role("link", name="La prossima settimana"))

    assert reader.actions <= 3
    assert reader.lines()
    lines = reader.page.locator("main [data-days]:visible")
    days = [days.split("/") for days in lines.evaluate_all("lines => lines.map((line) => line.dataset.days)")]
    assert all(start <= str(monday + timedelta(6)) and end >= str(monday) for start, end in days)


def test_which_missions_concerned_climate(reader: Reader, ten_years: Built) -> None:
    reader.go("Missioni")
    reader.choose("Tema", "Clima")

    assert reader.actions <= 3
    assert f"Missioni all'estero: {len(reader.lines())}" in ten_years.words("topics/clima.html")


def test_all_that_a_filter_finds_is_reached_by_links_without_a_script(ten_years: Built) -> None:
    page = ten_years.html("indexes/missioni.html")
    years = page.xpath("//ul[contains(@class, 'records-years')]//a/@href")
    pages = [page, *(ten_years.html(f"indexes/{year}") for year in years)]
    assert len(pages) > 5
    assert sum(len(each.xpath("//tr[@data-facets]")) for each in pages) == 120 * 4
