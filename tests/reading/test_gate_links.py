# SPDX-License-Identifier: EUPL-1.2
"""However an address or a path comes in, it is judged before anything follows it; both commands go on."""

from __future__ import annotations

import pytest

from newsletter.model.diagnostics import ContentError
from newsletter.source.urls import check_reference, host_hint
from tests.project import Built
from tests.reading.reading import Diagnostic, diagnostics, write

IMAGE = "```{{image}} foto.png\n:alt: La piazza\n:target: {address}\n```\n"
CARD = "````{{card}} Scheda\n:link: {address}\n\ntesto\n````\n"
FIGURE = "```{{figure}} foto.png\n:alt: La piazza\n:target: {address}\n\nDidascalia\n```\n"
LINK = "Vedi [la pagina](<{address}>).\n"
DEFINITION = "Vedi [la pagina][qui].\n\n[qui]: <{address}>\n"
AUTOLINK = "Vedi <{address}>.\n"
BLOCK = ":::{{event}} Concerto\n:date: 20 maggio\n:url: {address}\n\ntesto\n:::\n"

# Each way in, with the line that is wrong, counted from 1 after the title of the page and a blank line.
BAD = [
    (IMAGE, r'"java\tscript:document.title=1"', 3, "url-scheme"),
    (IMAGE, r'"java\nscript:document.title=3"', 3, "url-scheme"),
    (IMAGE, r'"\x01javascript:document.title=1"', 3, "url-scheme"),
    (IMAGE, "https:\\\\cattivo.example", 3, "url-form"),
    (FIGURE, "https://banca.example@cattivo.example/", 3, "url-form"),
    (CARD, r'"java\tscript:document.title=2"', 2, "url-scheme"),
    (CARD, '"http://[da completare"', 2, "url-form"),
    (CARD, "https://℀.example/", 2, "url-form"),
    (CARD, "https://borgoluce.example:porta/", 2, "url-form"),
    (CARD, "//cattivo.example/x", 2, "link-outside"),
    (CARD, r'"/\tcattivo.example"', 2, "link-outside"),
    (CARD, "%2e%2e/%2e%2e/conf.py", 2, "link-outside"),
    (LINK, "https://℀.example/", 1, "url-form"),
    (LINK, "javascript&colon;alert(1)", 1, "url-scheme"),
    (LINK, "&#1;javascript:alert(1)", 1, "link-missing"),
    (LINK, "java&Tab;script:alert(1)", 1, "url-scheme"),
    (LINK, "javascript%3Aalert(1)", 1, "url-scheme"),
    (LINK, "https://banca.example&commat;cattivo.example/", 1, "url-form"),
    (LINK, "\\\\cattivo.example", 1, "url-form"),
    (DEFINITION, "data:text/html;base64,PHNjcmlwdD4=", 1, "url-scheme"),
    (DEFINITION, "https://2130706433/", 1, "url-form"),
    (AUTOLINK, "vbscript:msgbox(1)", 1, "url-scheme"),
    (AUTOLINK, "http://[da", 1, "url-form"),
    (BLOCK, "http://[da completare", 3, "url-form"),
    (BLOCK, "https://banca.example@cattivo.example/", 3, "url-form"),
    (BLOCK, "https://a..b/", 3, "url-form"),
    (BLOCK, "https://xn--é.example/", 3, "url-form"),
]
GOOD = [
    (IMAGE, "https://borgoluce.example/a?b=c&d=%20#e"),
    (CARD, "https://città.example:8080/piazza"),
    (FIGURE, "2026-05-buono0.md"),
    (LINK, "mailto:uno@borgoluce.example,due@borgoluce.example?subject=Ciao"),
    (LINK, "http://[2001:db8::1]/"),
    (DEFINITION, "HTTPS://Borgoluce.Example/@ufficio"),
    (AUTOLINK, "https://xn--citt-3na.example/"),
    (BLOCK, "https://a_b.borgoluce.example./è"),
]
DOUBTFUL = ((LINK, "https://раypal.example/", 1), (CARD, "https://аррӏе.example/", 1), (BLOCK, "https://пaypal.it", 3))


def _pages() -> dict[str, str | bytes]:
    pages: dict[str, str | bytes] = {}
    for number, (form, address, _line, _code) in enumerate(BAD):
        pages[f"issues/2026-05-cattivo{number}.md"] = "# Maggio\n\n" + form.format(address=address)
    for number, (form, address) in enumerate(GOOD):
        pages[f"issues/2026-05-buono{number}.md"] = "# Maggio\n\n" + form.format(address=address)
    for number, (form, address, _line) in enumerate(DOUBTFUL):
        pages[f"issues/2026-05-dubbio{number}.md"] = "# Maggio\n\n" + form.format(address=address)
    return pages


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return write(tmp_path_factory.mktemp("links"), _pages()).build("html", strict=False)


@pytest.fixture(scope="module")
def said(built: Built) -> list[Diagnostic]:
    return diagnostics(built)


def test_the_build_ends_well_whatever_an_address_is(built: Built) -> None:
    assert built.code == 0
    assert all(built.has(f"issues/2026-05-cattivo{number}.html") for number in range(len(BAD)))


@pytest.mark.parametrize("number", range(len(BAD)))
def test_a_bad_address_is_told_at_its_line_and_leads_nowhere(number: int, built: Built, said: list[Diagnostic]) -> None:
    _form, _address, line, code = BAD[number]
    path = f"issues/2026-05-cattivo{number}.md"
    warnings = [message for message in said if message.path == path and message.level == "WARNING"]
    told = [(each.line, each.code) for each in warnings if each.code != "newsletter.pdf-glyph"]  # it is shown as text
    assert told == [(line + 2, f"newsletter.{code}")]
    page = built.html(f"issues/2026-05-cattivo{number}.html")
    assert [href for href in page.xpath("//main//@href") if "cattivo.example" in href or _acts(href)] == []


def _acts(href: str) -> bool:
    seen = "".join(char for char in href if char > " ").lower()
    return ":" in seen.partition("/")[0] and not seen.startswith(("https://", "http://", "mailto:", "webcal:"))


@pytest.mark.parametrize("number", range(len(GOOD)))
def test_a_good_address_stays(number: int, built: Built, said: list[Diagnostic]) -> None:
    warnings = [message for message in said if message.level == "WARNING"]  # a hint speaks of so small a picture
    assert [message for message in warnings if message.path == f"issues/2026-05-buono{number}.md"] == []
    assert built.html(f"issues/2026-05-buono{number}.html").xpath("//main//a[contains(@class, 'reference')]")


def test_a_host_that_imitates_another_is_a_hint(said: list[Diagnostic]) -> None:
    told = [(message.path, message.line, message.level) for message in said if message.code == "newsletter.url-host"]
    assert told == [
        (f"issues/2026-05-dubbio{number}.md", line + 2, "HINT") for number, (*_x, line) in enumerate(DOUBTFUL)
    ]


@pytest.mark.parametrize(
    "host", ["москва.рф", "ελλάδα.gr", "日本語カタカナabc.jp", "città.example", "xn--citt-3na.example"]
)
def test_a_host_in_the_letters_of_its_country_is_no_doubt(host: str) -> None:
    assert host_hint(f"https://{host}/") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://" + "a" * 64 + ".it", "https://" + "a." * 130 + "it", "https://ev\u200bil.it/", "https://evil。example/",
        "https://ｅvil.example", "http://[::1%25eth0]/", "http://[::1]x/", "http://:80/", "http:///x", "http://1.2.3/",
        "https://0x7f.1/", "https://ex%61mple.org/", "https://example.org:99999/", "https://example.org:٣/",
        "http://[v1.a]/", "view-source:https://example.org", "blob:https://example.org/x", "file:///etc/hostname",
        "mailto:", "mailto:a@b@c.it",
        "https://example.org/\u202etxt", "https://example.org/" + "a" * 2000, "https:/example.org", "..\\..\\conf.py",
        " javascript:alert(1)", "JaVaScRiPt:alert(1)", "https://-.-/x\0",
    ],
)  # fmt: skip
def test_what_no_browser_should_follow_is_refused(address: str) -> None:
    with pytest.raises(ContentError):
        check_reference(address)
