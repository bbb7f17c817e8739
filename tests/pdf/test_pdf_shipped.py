# SPDX-License-Identifier: EUPL-1.2
"""The shipped issues, as staff hands them over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf.linear_reading import linear_reading
from tests.pdf.pdf_project import Printed, dates_untold, faults, out_of_order, text_of, words_lost
from tests.project import Built, Project

pytestmark = pytest.mark.usefixtures("first_city")


@pytest.fixture(scope="module")
def printed(shipped_sources: Project) -> Printed:
    built = shipped_sources.build("newsletter-pdf", "-W", strict=False)
    assert built.code == 0, built.messages
    return Printed(built.folder, built.messages)


def issues(printed: Printed) -> list[str]:
    return sorted(name for name in printed.manifest if name.startswith("issues/"))


def test_all_are_accessible(printed: Printed) -> None:
    assert {name: faults(printed.path(name)) for name in printed.manifest} == {name: [] for name in printed.manifest}


def test_each_says_every_word_of_its_page(printed: Printed, shipped: Built) -> None:
    lost = {
        name: words_lost(shipped.folder / Path(name).with_suffix(".html"), printed.path(name))
        for name in issues(printed)
    }
    assert lost == {name: {} for name in issues(printed)}
    assert lost


def test_each_says_headings_and_texts_in_the_order_of_its_page_and_the_dates_below_each_title(
    printed: Printed, shipped: Built
) -> None:
    pages = {name: shipped.folder / Path(name).with_suffix(".html") for name in issues(printed)}
    assert {name: out_of_order(pages[name], printed.path(name)) for name in pages} == {name: [] for name in pages}
    assert {name: dates_untold(pages[name], printed.path(name)) for name in pages} == {name: [] for name in pages}


def test_lines_of_contacts_are_heard_one_by_one(printed: Printed) -> None:
    heard = [said.words for said in linear_reading(printed.path(issues(printed)[-1]))]
    assert "Via Meucci 4, 10121 Torino, Italia" in heard


def test_each_is_small(printed: Printed) -> None:
    assert {name for name in issues(printed) if printed.manifest[name]["bytes"] >= 400_000} == set()


def test_an_issue_tells_contacts_once_and_so_does_a_volume(printed: Printed) -> None:
    for name in issues(printed):
        assert "".join(text_of(printed.path(name))).count("Via Meucci 4") == 1
    whole = "".join(text_of(printed.path("work-in-progress.pdf")))
    assert whole.count("Via Meucci 4") == 1


def test_pages_are_numbered_in_italian(printed: Printed) -> None:
    pages = text_of(printed.path(issues(printed)[-1]))
    for number, words in enumerate(pages, 1):
        assert f"{number} di {len(pages)}" in " ".join(words.split())


def test_the_site_offers_them(printed: Printed, shipped_sources: Project) -> None:
    site = shipped_sources.build(
        "html", "-D", f"newsletter_pdf_dir={printed.folder}", out="html-with-pdf", strict=False
    )
    hrefs = site.html("indexes/archivio.html").xpath("//main//a/@href")
    offered = {href.removeprefix("../pdf/") for href in hrefs if "pdf/" in href}
    assert offered == {name for name in printed.manifest if not name.startswith("posters/")}
    for name in issues(printed):
        page = str(Path(name).with_suffix(".html"))
        assert f"{printed.manifest[name]['pages']} pagin" in site.words(page, "//body")
        poster = name.replace("issues", "posters")
        for each in {name, poster} & set(printed.manifest):
            assert any(href.endswith(f"pdf/{each}") for href in site.links(page, "//body").values())
