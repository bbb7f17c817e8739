# SPDX-License-Identifier: EUPL-1.2
"""Somebody unfolds the ways in to a calendar, with a mouse or with a keyboard, on a telephone or a wide screen."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # the package has no types
from playwright.sync_api import Browser, expect

from .reading import Scheme, visit

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("first_city")]

PAGES = ["index.html", "iscriviti.html", "indexes/agenda.html", "countries/jp.html", "issues/2026-05.html"]
VIEWS: tuple[tuple[int, Scheme], ...] = ((320, "light"), (1280, "dark"))
UNFOLD = "document.querySelectorAll('details.subscribe').forEach(details => { details.open = true; })"


@pytest.mark.slow
@pytest.mark.parametrize("address", PAGES)
def test_unfolded_ways_fit_every_screen_and_axe_finds_nothing(browser: Browser, site: str, address: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + address)
        assert page.locator("details.subscribe").count() > 0
        page.evaluate(UNFOLD)
        for width, scheme in VIEWS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)

            assert page.evaluate("document.documentElement.scrollWidth") == width
            found = Axe().run(page)
            assert found.violations_count == 0, f"{width} px, {scheme}: {found.generate_report()}"


def test_a_keyboard_unfolds_the_ways_and_reaches_them(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + "indexes/agenda.html")
        webcal = page.locator("details.subscribe a.webcal")
        expect(webcal).not_to_be_visible()

        page.locator("details.subscribe summary").focus()
        page.keyboard.press("Enter")
        expect(webcal).to_be_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className").startswith("webcal")
        expect(webcal).to_have_accessible_name(re.compile("^Nel tuo programma di calendario ?: Appuntamenti$"))


def test_one_click_selects_the_whole_address(browser: Browser, site: str) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto(site + "iscriviti.html")
        page.locator("code.address").first.click()

        assert page.evaluate("getSelection().toString()") == "https://example.org/sub/calendar/all.ics"
