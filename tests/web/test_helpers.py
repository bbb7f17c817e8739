# SPDX-License-Identifier: EUPL-1.2
"""What a script adds for whoever has one: tables narrowed down, addresses copied; and that nothing jumps meanwhile."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from .reading import visit

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("first_city")]

MISSIONS = "indexes/missioni.html"
ISSUE = "issues/2026-05.html"

_LITTLE = 0.1  # Web Vitals: up to here a reader does not mind; what is left is a line that wraps when the font has come
_SHIFT = """() => new Promise(resolve => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(sum), 300);
})"""


def shown_rows(page: Page) -> list[str]:
    return page.locator("table.filterable tbody tr:visible").all_inner_texts()


def test_words_and_a_country_narrow_the_tables_down(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + MISSIONS)
        everything = len(shown_rows(page))

        page.get_by_label("Parole", exact=True).fill("MONTREAL")
        found = shown_rows(page)
        assert 0 < len(found) < everything
        assert all("Montréal" in row for row in found)
        expect(page.locator(".filter-status")).to_have_text(f"{len(found)} su {everything}")

        page.get_by_label("Parole", exact=True).fill("")
        page.get_by_label("Paese").select_option(label="Francia")
        found = shown_rows(page)
        assert found
        assert all("Francia" in row for row in found)
        assert "country=country-fr" in page.evaluate("location.search")
        years = page.locator("section.records-group:visible > h2")
        assert 0 < years.count() < page.locator("section.records-group").count(), "years without any are out of the way"

        page.get_by_role("button", name="Togli i filtri").click()
        expect(page.locator("table.filterable tbody tr:visible")).to_have_count(everything)
        expect(page.get_by_role("button", name="Togli i filtri")).not_to_be_visible()
        assert page.evaluate("location.search") == ""
        assert reading.violations() == []
        assert set(reading.stored().values()) == {0}


def test_an_address_with_filters_shows_the_same_to_whoever_gets_it(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + MISSIONS + "?country=country-jp&words=nagoya")
        expect(page.get_by_label("Parole", exact=True)).to_have_value("nagoya")
        assert all("Giappone" in row for row in shown_rows(page))


def test_the_filters_work_by_keyboard(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + MISSIONS)
        everything = len(shown_rows(page))
        page.get_by_label("Parole", exact=True).focus()
        page.keyboard.type("lyon")
        assert 0 < len(shown_rows(page)) < everything
        page.keyboard.press("Enter")
        assert 0 < len(shown_rows(page)) < everything, "the form is not sent anywhere"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "country"


def test_the_address_of_a_record_can_be_copied(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(site + ISSUE)
        record = page.locator(".record").first
        title = record.locator("h3, h4").first.inner_text()
        link = record.get_by_role("link", name=f"Copia il link {title}")

        link.focus()
        page.keyboard.press("Enter")

        expect(record.get_by_role("link", name=re.compile("Link copiato"))).to_be_visible()
        expect(page.locator("main > [role=status]")).to_have_text("Link copiato")
        assert page.evaluate("navigator.clipboard.readText()") == f"{site}records/{record.get_attribute('id')}.html"
        assert reading.violations() == []


def test_a_record_is_shared_by_the_ways_of_the_browser_or_by_mail(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.add_init_script("navigator.share = shared => { window.shared = shared; return Promise.resolve(); }")
        page.goto(site + ISSUE)
        record = page.locator(".record").first
        address = f"records/{record.get_attribute('id')}.html"

        record.get_by_role("button", name=re.compile("Condividi")).click()

        assert page.evaluate("window.shared.url") == site + address
        assert page.evaluate("window.shared.title") == record.locator("h3, h4").first.inner_text()
        expect(record.locator("a.mail")).not_to_be_visible()

    with visit(browser) as reading:
        page = reading.page
        page.add_init_script("navigator.share = undefined")
        page.goto(site + ISSUE)
        record = page.locator(".record").first
        expect(record.locator("button.share")).not_to_be_visible()
        mail = record.get_by_role("link", name=re.compile("E-mail")).get_attribute("href") or ""
        assert f"https://example.org/sub/{address}" in unquote(mail)


_SLOWER = [pytest.param(page, marks=pytest.mark.slow) for page in ("indexes/agenda.html", "indexes/statistiche.html")]


@pytest.mark.parametrize("address", [ISSUE, MISSIONS, *_SLOWER])
def test_nothing_jumps_while_a_page_comes(browser: Browser, site: str, address: str) -> None:
    for width in (360, 1280):
        with visit(browser, width) as reading:
            reading.page.goto(site + address, wait_until="networkidle")
            assert reading.page.evaluate(_SHIFT) < _LITTLE, width


def test_without_a_script_there_is_no_control_that_does_nothing(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + MISSIONS)
    expect(page.locator("table.filterable").first).to_be_visible()
    expect(page.locator(".filter")).not_to_be_visible()
    page.goto(site + ISSUE)
    expect(page.locator("button.share").first).not_to_be_visible()
    expect(page.locator(".record a.permanent").first).to_have_accessible_name(re.compile("^Link"))
    context.close()


def test_a_day_of_the_month_leads_to_what_is_on(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + "indexes/agenda.html")
        day = page.locator(".month-grid a.begins").first
        named = day.get_attribute("title") or ""
        day.click()
        target = page.locator(":target")
        expect(target).to_be_in_viewport()
        assert target.locator("a").first.inner_text() in named


def test_a_page_that_moved_leads_on_and_one_that_was_withdrawn_says_so(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + "issues/2019-02.html")
        page.wait_for_url(site + ISSUE)
        page.goto(site + "issues/2019-01.html")
        expect(page.locator("h1")).to_have_text("Questa pagina è stata ritirata")
        assert reading.violations() == []


def test_on_paper_there_are_no_controls(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + MISSIONS)
        page.emulate_media(media="print")
        expect(page.locator("table.filterable").first).to_be_visible()
        for control in (".filter", ".main-nav", ".slim-search"):
            expect(page.locator(control)).not_to_be_visible()
