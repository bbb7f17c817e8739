# SPDX-License-Identifier: EUPL-1.2
"""Somebody reads the site, on a telephone or a wide screen, by day or by night."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # the package has no types
from playwright.sync_api import Browser, expect

from .reading import Scheme, Visit, visit

pytestmark = pytest.mark.browser

_TYPICAL = [
    "index.html", "issues/2026-05.html", "indexes/agenda.html", "indexes/missioni.html", "indexes/persone.html",
    "records/2026-05-tokyo.html", "search.html?q=nagoya", "iscriviti.html", "guida/blocchi.html", "no/such/page.html",
]  # fmt: skip
_OTHERS = [
    "indexes/delegazioni.html", "indexes/paesi.html", "indexes/temi.html", "indexes/archivio.html", "dati.html",
    "indexes/organizzazioni.html", "indexes/statistiche.html", "accessibilita.html", "issues/2019-01.html",
    "guida/index.html", "countries/jp.html", "people/stefano-lo-russo.html", "topics/clima.html", "years/2026.html",
    "organisations/politecnico-di-torino.html", "indexes/missioni.html?country=country-jp&sort=-0",
    "indexes/agenda.html?words=torino",
]  # fmt: skip
PAGES = [*_TYPICAL, *(pytest.param(page, marks=pytest.mark.slow) for page in _OTHERS)]
WIDTHS = (320, 360, 768, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.fixture(scope="module", params=PAGES)
def reading(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """Give each page, opened once for the stories that ask for no more."""
    with visit(browser) as reading:
        reading.page.goto(site + request.param, wait_until="networkidle")
        yield reading


def test_a_page_asks_nobody_else_stores_nothing_and_keeps_to_the_policy(reading: Visit, site: str) -> None:
    assert reading.violations() == []
    assert [url for url in reading.requests if not url.startswith(site)] == []
    assert set(reading.stored().values()) == {0}
    assert [line for line in reading.console if "404" not in line] == []


def test_no_page_scrolls_sideways(reading: Visit) -> None:
    widths = {}
    for width in WIDTHS:
        reading.page.set_viewport_size({"width": width, "height": 900})
        widths[width] = reading.page.evaluate("document.documentElement.scrollWidth")

    assert widths == {width: width for width in WIDTHS}


def test_a_page_has_a_language_one_main_heading_and_its_landmarks(reading: Visit) -> None:
    page = reading.page

    assert page.evaluate("document.documentElement.lang") == "it"
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_role("banner")).to_have_count(1)
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(1)
    assert page.title().strip()


@pytest.mark.parametrize(
    "address", ["index.html", *(pytest.param(page, marks=pytest.mark.slow) for page in (*_TYPICAL[1:], *_OTHERS))]
)
def test_axe_finds_nothing(browser: Browser, site: str, address: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + address)
        for width, scheme in product((320, 768, 1280), SCHEMES):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)

            found = Axe().run(page)

            assert found.violations_count == 0, f"{width} px, {scheme}: {found.generate_report()}"


def test_the_first_tab_leads_past_the_header(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + "issues/2026-05.html")

        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        expect(page.locator(".skip")).to_be_in_viewport()

        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.localName") == "main"


def test_night_readers_get_light_words_on_a_dark_ground(browser: Browser, site: str) -> None:
    grounds = {}
    for scheme in SCHEMES:
        with visit(browser, scheme=scheme) as reading:
            reading.page.goto(site + "index.html")
            grounds[scheme] = reading.page.evaluate(
                "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
            )

    assert min(grounds["light"]) > 220
    assert max(grounds["dark"]) < 60


@pytest.mark.usefixtures("first_city")
def test_the_contents_are_folded_on_a_telephone_and_beside_the_text_on_a_wide_screen(
    browser: Browser, site: str
) -> None:
    with visit(browser, 360) as reading:
        reading.page.goto(site + "issues/2026-05.html")
        folded = reading.page.locator(".contents-folded")
        expect(folded.locator("a").first).not_to_be_visible()
        folded.locator("summary").click()
        expect(folded.locator("a").first).to_be_visible()

    with visit(browser, 1280) as reading:
        reading.page.goto(site + "issues/2026-05.html")
        expect(reading.page.locator(".contents-beside a").first).to_be_visible()
        expect(reading.page.locator(".contents-folded")).not_to_be_visible()


@pytest.mark.usefixtures("first_city")
def test_on_a_telephone_reading_starts_on_the_first_screen(browser: Browser, site: str) -> None:
    with visit(browser, 360) as reading:
        page = reading.page
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(site + "issues/2026-05.html", wait_until="networkidle")

        expect(page.locator(".record > p").first).to_be_in_viewport()
        assert page.evaluate("document.querySelector('.site-header').clientHeight") <= 160


def test_the_menu_of_a_telephone_opens_and_closes_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(site + "index.html")
    agenda = page.get_by_role("navigation", name="Navigazione principale").get_by_role("link", name="Agenda")
    expect(agenda).not_to_be_visible()

    page.get_by_role("button", name="Menu").click()
    expect(agenda).to_be_visible()
    page.get_by_role("button", name="Chiudi").click()
    expect(agenda).not_to_be_visible()

    page.get_by_role("button", name="Menu").click()
    agenda.click()
    page.wait_for_url(site + "indexes/agenda.html")
    context.close()


@pytest.mark.usefixtures("first_city")
def test_a_record_can_be_kept_and_taken_into_a_calendar(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + "issues/2026-05.html")
        record = page.locator(".record-event").first
        anchor = record.get_attribute("id")

        assert record.locator("a.permanent").get_attribute("href") == f"../records/{anchor}.html"

        with page.expect_download() as download:
            record.locator("a.add-to-calendar").click()
        assert download.value.suggested_filename == f"{anchor}.ics"


def test_a_lost_reader_finds_home_from_any_depth(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        answer = page.goto(site + "no/such/page/at/all.html")

        assert answer is not None
        assert answer.status == 404
        assert page.evaluate("document.fonts.size") > 0, "the style sheet was not found"
        page.locator("main a").first.click()
        assert page.url == site + "index.html"


@pytest.mark.usefixtures("first_city")
def test_without_script_the_pages_say_the_same(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "issues/2026-05.html")
    expect(page.locator(".record").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Navigazione principale")).to_be_visible()
    context.close()
