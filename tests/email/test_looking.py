# SPDX-License-Identifier: EUPL-1.2
"""The mail in a browser: wide, on a phone, light, dark, without pictures; and the page on which the sender looks."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # the package has no types
from playwright.sync_api import Browser, Page, Route, expect

from tests.email.letters import Mail, mail
from tests.export.export_factory import record
from tests.project import Project
from tests.web.reading import Scheme, visit

pytestmark = pytest.mark.browser
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def _show(page: Page, sent: Mail, photograph: Path | None) -> None:
    """Show the HTML part alone; the photograph comes from where the site would have it, or not at all."""

    def answer(route: Route) -> None:
        if photograph is None:
            route.abort()
        else:
            route.fulfill(path=photograph)

    page.route("https://borgoluce.example/**", answer)
    page.set_content(sent.html)


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), tuple(product((600, 360), SCHEMES)))
def test_axe_finds_nothing_and_nothing_hangs_over(
    browser: Browser, may: Mail, borgoluce: Project, width: int, scheme: Scheme
) -> None:
    for photograph in (borgoluce.folder / "issues/notte.jpg", None):
        with visit(browser, width, scheme) as reading:
            _show(reading.page, may, photograph)
            found = Axe().run(reading.page)

            assert found.violations_count == 0, found.generate_report()
            assert reading.page.evaluate("document.documentElement.scrollWidth") == width
            assert {url for url in reading.requests if "://" in url} == {
                "https://borgoluce.example/news/_images/notte-600.jpg"
            }


def test_without_pictures_their_words_stand_there(browser: Browser, may: Mail) -> None:
    with visit(browser, 360) as reading:
        _show(reading.page, may, None)
        expect(reading.page.get_by_alt_text("Lanterne di carta sull'acqua")).to_be_visible()


def test_words_without_end_stay_on_a_phone(browser: Browser) -> None:
    with visit(browser, 360) as reading:
        _show(reading.page, mail([record(title="x" * 1000, places=("y" * 500,))]), None)

        assert reading.page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_reader_never_sees_the_preheader_and_reads_at_16_pixels(browser: Browser, may: Mail) -> None:
    with visit(browser, 600) as reading:
        _show(reading.page, may, None)
        page = reading.page

        expect(page.locator("body > div").first).to_be_hidden()
        sizes = page.locator(".surface p").evaluate_all("all => all.map(each => getComputedStyle(each).fontSize)")
        assert set(sizes) == {"16px"}


def test_the_sender_sees_the_mail_in_all_its_forms(browser: Browser, made: Path) -> None:
    with visit(browser) as reading:
        page = reading.page
        page.goto((made / "preview-2026-05.html").as_uri())

        for name, width in (("desktop", 600), ("phone", 360), ("dark", 600), ("bare", 600)):
            frame = page.frame_locator(f"#{name}")
            expect(frame.get_by_role("heading", level=1)).to_have_text("Maggio 2026")
            assert page.locator(f"#{name}").evaluate("frame => frame.contentWindow.innerWidth") == width
        grounds = [
            page.frame_locator(f"#{name}")
            .locator(".surface")
            .evaluate("each => getComputedStyle(each).backgroundColor")
            for name in ("desktop", "dark")
        ]
        assert grounds == ["rgb(255, 255, 255)", "rgb(23, 33, 44)"]
        assert page.frame_locator("#bare").locator("img").get_attribute("src") is None
        expect(page.locator("#text")).to_contain_text("Notte bianca sul fiume\n----------------------")


def test_the_rendered_mail_goes_to_the_clipboard(browser: Browser, made: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((made / "preview-2026-05.html").as_uri())

    page.get_by_role("button", name="Copia per Outlook").click()
    expect(page.get_by_role("status")).to_contain_text("Copiata")
    kinds = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            return Promise.all(item.types.map(async kind => [kind, await (await item.getType(kind)).text()]));
        }"""
    )
    copied = dict(kinds)
    context.close()

    assert copied["text/plain"].startswith("Borgoluce nel mondo")
    assert 'href="https://borgoluce.example/news/issues/2026-05.html#notte"' in copied["text/html"]
    assert "background-color" in copied["text/html"]
