# SPDX-License-Identifier: EUPL-1.2
"""The search is one key away from every page, and answers a question with the records that it is about."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from .reading import visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_leads_into_the_box_of_any_page_and_its_question_to_the_hits(
    browser: Browser, site: str, keys: str
) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(f"{site}issues/2026-05.html")
        page.keyboard.press(keys)
        page.keyboard.type("delegazioni giapponesi")
        page.keyboard.press("Enter")

        expect(page.locator(".search-hit .kind-delegation").first).to_be_visible()
        expect(page.get_by_label("Parole da cercare")).to_have_value("delegazioni giapponesi")
        page.get_by_role("link", name="Archivio").first.focus()
        page.keyboard.press(keys)
        expect(page.get_by_label("Parole da cercare")).to_be_focused()
        page.keyboard.type("k/2")
        expect(page.get_by_label("Parole da cercare")).to_have_value("k/2")
        assert reading.violations() == []


def test_who_dictates_turns_the_slash_off_for_all_pages(browser: Browser, site: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{site}search.html")
    choice = page.get_by_label("il tasto «/» porta alla ricerca")
    expect(choice).to_be_checked()
    choice.uncheck()
    page.goto(f"{site}issues/2026-05.html")
    page.keyboard.press("/")
    expect(page.get_by_label("Parole da cercare")).not_to_be_focused()
    page.goto(f"{site}search.html")
    page.get_by_label("il tasto «/» porta alla ricerca").check()
    page.goto(f"{site}issues/2026-05.html")
    page.keyboard.press("/")
    expect(page.get_by_label("Parole da cercare")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    page.context.close()


def test_on_a_telephone_the_search_is_a_page_whose_hits_come_before_filters(browser: Browser, site: str) -> None:
    with visit(browser, 360) as reading:
        page = reading.page
        page.goto(site)
        page.get_by_role("banner").get_by_role("link", name="Cerca").click()
        page.get_by_label("Parole da cercare").fill("nagoya")

        expect(page.locator(".search-hit").first).to_be_in_viewport()
        expect(page.get_by_label("Tipo")).to_be_hidden()
        page.get_by_text("Filtri", exact=True).click()
        expect(page.get_by_label("Tipo")).to_be_visible()


def test_the_guide_for_writers_answers_no_reader(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        for words in ("description", "{mission}", "esposizione a Borgoluce"):
            page.goto(f"{site}search.html?q={words}")
            expect(page.locator("#search-status")).not_to_be_empty()
            expect(page.locator("#search-results")).to_have_attribute("aria-busy", "false")
            links = page.locator(".search-hit a").evaluate_all("links => links.map((link) => link.href)")
            assert [link for link in links if "/guida/" in link or link.endswith("/dati.html")] == []
