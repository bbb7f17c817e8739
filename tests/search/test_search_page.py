# SPDX-License-Identifier: EUPL-1.2
"""A reader searches: in Chromium, under a sub-path and the contract's policy."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def search(page: Page, address: str, **asked: str) -> list[str]:
    """Open the search page with *asked* in its address; return the titles of the hits that it shows."""
    page.goto(f"{address}?{'&'.join(f'{name}={_quoted(value)}' for name, value in asked.items())}")
    return titles(page)


def titles(page: Page) -> list[str]:
    """Return the titles of the hits, once all are there."""
    page.wait_for_function(
        """() => document.getElementById("search-status").textContent.match(/risultat/)
             && document.getElementById("search-results").ariaBusy === "false\""""
    )
    return page.locator(".search-hit h3").all_inner_texts()


def _quoted(text: str) -> str:
    return text.replace("%", "%25").replace("&", "%26").replace("+", "%2B").replace("#", "%23")


def in_address(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


FOUND = {
    "nagoya": {"Visita da Nagoya", "Settimana del gemellaggio"},
    "NAGOYA gemellaggi": {"Visita da Nagoya", "Settimana del gemellaggio"},
    "l’acqua": {"L’acqua è di tutti", "Il fiume e la città"},
    "acque": {"L’acqua è di tutti", "Il fiume e la città"},
    "vent'anni": {"Visita da Nagoya"},
    "anno": {"Visita da Nagoya"},
    "delegazione di Nagoya": {"Visita da Nagoya", "Settimana del gemellaggio"},
    "universita": {"L’acqua è di tutti", "Welcome, students"},
    "citta": {"Il fiume e la città"},
    "sao paulo": {"São Paulo in musica"},
    "lodz": {"Łódź chiama"},
    "ŁÓDŹ": {"Łódź chiama"},
    "2027": {"L’acqua è di tutti"},
    "2099": set(),
    "29 maggio": {"Il fiume e la città"},
    "27-29": {"Il fiume e la città"},
    '"giornata mondiale"': {"L’acqua è di tutti"},
    "“mondiale giornata”": {"Il fiume e la città"},
    '"giornata mondiale" paesi': {"L’acqua è di tutti"},
    "international students": {"Welcome, students"},
    "piroscafi": {"Maggio 2026"},
    "ada esempio": {"Visita da Nagoya", "Settimana del gemellaggio"},
    "inesistente": set(),
    "2 giugno": {"São Paulo in musica"},
    "giugno 2026": {"São Paulo in musica"},
    "June 2nd, 2026": {"São Paulo in musica"},
    "02/06/2026": {"São Paulo in musica"},
    "Japan": {"Visita da Nagoya", "Settimana del gemellaggio"},
    "delegazioni giapponesi": {"Visita da Nagoya", "Settimana del gemellaggio"},
    "chi è venuto dal Giappone negli ultimi due anni?": {"Visita da Nagoya"},
    "where did the mayor go in 2026": {"Settimana del gemellaggio"},
    "un concerto il 24 dicembre 2024 a Nagoya": {"Concerto numero 23"},
    "<b>perché</b>": {'Perché <b>no</b>? "Tutto" & niente'},
}


def test_what_is_searched_is_found(page: Page, address: str) -> None:
    page.goto(address)
    found = {}
    for query in FOUND:
        page.fill("#search-query", query)
        page.keyboard.press("Enter")
        found[query] = set(titles(page))
    assert found == FOUND


def test_typing_searches_from_the_first_key_and_the_address_follows(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#search-query")).to_be_focused()
    page.keyboard.type("nagoy")
    expect(page.locator("#search-status")).to_have_text("2 risultati")
    assert len(titles(page)) == 2
    assert in_address(page) == {"q": ["nagoy"]}
    page.keyboard.press("ArrowDown")
    first = page.locator(".search-hit a").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-query")).to_be_focused()


def test_what_is_on_in_a_week_is_answered_by_the_day_of_the_reader_and_a_feast_by_its_own(
    page: Page, address: str
) -> None:
    page.clock.set_fixed_time("2026-05-13T09:00:00")
    for question in ("what is on next week", "cosa c'è la settimana prossima?"):
        assert "L’acqua è di tutti" in search(page, address, q=question), question
    assert "L’acqua è di tutti" not in search(page, address, q="what is on this week")
    assert search(page, address, q="new year") == ["Lumi d'inverno"]


def test_a_hit_leads_to_its_record_under_the_site_s_own_path(page: Page, address: str) -> None:
    search(page, address, q="visita nagoya")
    page.keyboard.press("ArrowDown")
    link = page.locator(".search-hit a").first.get_attribute("href")
    assert link == address.replace("search.html", "records/2025-12-nagoya.html")


def test_filters_narrow_down_and_say_how_many_are_left(page: Page, address: str) -> None:
    assert len(search(page, address, q="nagoya")) == 2
    expect(page.locator("#search-kind option[value=mission]")).to_have_text("Missioni all’estero (1)")
    expect(page.locator("#search-kind option[value=event]")).to_have_text("Appuntamenti (0)")
    page.select_option("#search-year", "2025")
    expect(page.locator("#search-status")).to_have_text("Un risultato")
    assert titles(page) == ["Visita da Nagoya"]
    assert in_address(page) == {"q": ["nagoya"], "year": ["2025"]}
    page.go_back()
    expect(page.locator("#search-status")).to_have_text("2 risultati")
    expect(page.locator("#search-year")).to_have_value("")


def test_an_address_with_filters_and_order_shows_what_it_says(page: Page, address: str) -> None:
    found = search(page, address, topic="cultura", sort="date")
    assert found == ["São Paulo in musica", "Il fiume e la città", "Settimana del gemellaggio"]
    assert search(page, address, country="JP", kind="delegation") == ["Visita da Nagoya"]
    page.get_by_role("button", name="Remove the filters").click()
    expect(page.locator("#search-registers")).to_be_visible()
    assert in_address(page) == {}
    assert len(search(page, address, q="nagoya", country="zz", kind="no")) == 2


def test_a_title_counts_for_more_than_a_text_and_dates_go_from_the_newest(page: Page, address: str) -> None:
    assert search(page, address, q="gemellaggio")[0] == "Settimana del gemellaggio"
    found = search(page, address, q="nagoya", sort="date")
    assert found == ["Settimana del gemellaggio", "Visita da Nagoya"]
    search(page, address, q="concerto", sort="date")
    days = [day.split("/")[::-1] for day in page.locator(".search-hit-date").all_inner_texts()]
    assert days == sorted(days, reverse=True)
    assert days[:2] == [["2026", "06", "02"], ["2024", "12", "24"]]


def test_a_long_list_is_shown_in_parts(page: Page, address: str) -> None:
    assert len(search(page, address, q="concerto numero")) == 20
    expect(page.locator("#search-status")).to_have_text("32 risultati")
    page.locator("#search-more").click()
    expect(page.locator(".search-hit")).to_have_count(32)
    expect(page.locator(".search-hit a").nth(20)).to_be_focused()


def test_the_words_found_are_marked_and_nothing_of_a_record_becomes_markup(page: Page, address: str) -> None:
    search(page, address, q="dell'acqua mondiale")
    assert page.locator(".search-hit").first.locator("mark").all_inner_texts() == ["mondiale", "acqua"]
    assert search(page, address, q="burlone") == ['Perché <b>no</b>? "Tutto" & niente']
    text = page.locator(".search-hit-text").inner_text()
    assert text == "Un <script>window.broken = true</script> finto, &lt;scritto&gt; da un burlone."
    assert page.evaluate("window.broken") is None


def test_a_record_in_another_language_is_marked_as_such(page: Page, address: str) -> None:
    search(page, address, q="picnic")
    assert page.locator(".search-hit h3 a").get_attribute("lang") == "en"
    assert page.locator(".search-hit-facts").get_attribute("lang") is None


def test_nothing_found_says_why_and_where_to_go_on(page: Page, address: str) -> None:
    assert search(page, address, q="xyzwk") == []
    advice = page.locator("#search-advice")
    expect(advice).to_contain_text("“xyzwk”")
    expect(page.locator("#search-registers")).to_be_visible()
    search(page, address, q="nagoya", kind="event")
    expect(advice).to_contain_text("2 risultati")
    search(page, address, q='"gemellaggio del paese"')
    expect(advice).to_be_visible()


def test_a_slip_is_answered_with_what_was_meant_and_says_so(page: Page, address: str) -> None:
    assert set(search(page, address, q="gemelagio Nagoia")) == {"Visita da Nagoya", "Settimana del gemellaggio"}
    expect(page.locator("#search-advice")).to_contain_text("“gemelagio”")
    page.get_by_role("button", name="“Nagoya”").click()
    expect(page.get_by_role("button", name="“Nagoya”")).to_have_count(0)
    expect(page.locator("#search-query")).to_have_value("gemelagio Nagoya")


def test_where_nothing_has_all_words_what_has_most_of_them_answers_and_this_is_said(page: Page, address: str) -> None:
    assert search(page, address, q="piazza gratuito burlone concerto")[0] == "São Paulo in musica"
    expect(page.locator("#search-advice")).to_contain_text("most of them")


def test_the_first_question_stays_small(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, address, q="concerto")
    assert len(asked) <= 34
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}


def test_a_search_that_cannot_start_says_so_and_offers_the_registers(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/*", lambda route: route.abort())
    page.goto(f"{address}?q=nagoya")
    expect(page.locator("#search-status")).to_contain_text("could not be started")
    expect(page.locator("#search-registers")).to_be_visible()
    context.close()


def test_a_search_whose_index_has_been_built_anew_since_asks_for_the_new_one(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    stale = {"folder": "gone", "entries": 1, "pages": 0, "untranslated": "", "shards": ["a"], "stop": [], "months": {}}
    stale |= {"numbers": {}, "weeks": {}, "feasts": {}, "recent": [], "years": [], "first": [], "ordinals": []}
    stale["newest"] = 2020
    page.route("**/search/index.json", lambda route: route.fulfill(json=stale), times=1)
    assert len(search(page, address, q="nagoya")) == 2
    context.close()


def test_without_script_the_registers_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?q=nagoya")
    expect(page.locator(".search-noscript")).to_be_visible()
    expect(page.get_by_role("link", name="Paesi")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_has_to_be_scrolled_sideways_and_nothing_is_stored(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    search(page, address, q="concerto")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
