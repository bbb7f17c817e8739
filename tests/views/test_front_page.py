# SPDX-License-Identifier: EUPL-1.2
"""A visitor opens the front page: what matters of the newest issue, what is on this week, what comes after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pictures.samples import photograph, written
from tests.project import Built, write_project

ISSUE = """
# Maggio 2026

## Appuntamenti

:::{event} Corsa dei Lampioni
:date: 2 maggio
:status: cancelled
:image: corsa.jpg
:alt: Corridori tra i lampioni
:::

:::{event} Prova d'orchestra
:date: 12 maggio
:place: Borgoluce

L'orchestra prova.
:::

:::{event} Notte dei Lumi
:date: 20 maggio
:place: Borgoluce
:image: notte.jpg
:alt: Lumi sul fiume
:credit: Archivio inventato

I lumi scendono il fiume.
:::

:::{event} Mostra delle lanterne
:date: 9 aprile - 2 giugno
:image: mostra.jpg
:alt: Lanterne di carta
:::

## Aprile

:::{delegation} Altrove a Borgoluce
:country: JP
:::

:::{mission} Altrove
:date: 3 aprile
:country: JP
:people: Ada Esempio (Sindaca)
:::

:::{news} Premio alla città
:::
"""
HOME = """
# Borgoluce nel mondo

## Ultimo numero

:::{latest-issue}
:::

## In agenda

:::{coming}
:::

:::{toctree}
:hidden:
:glob:

indexes/*
issues/*
iscriviti
:::
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the site as it was built on Monday 11 May 2026."""
    files = {"index.md": HOME, "issues/2026-05.md": ISSUE, "iscriviti.md": "# Iscriviti\n\nIn tre modi.\n"}
    project = write_project(tmp_path_factory.mktemp("front"), files)
    for name in ("notte", "corsa", "mostra"):
        (project.folder / f"issues/{name}.jpg").write_bytes(written(photograph((1200, 800)), "JPEG"))
    return project.build(today="2026-05-11")


def test_the_first_story_that_has_a_picture_leads_and_what_is_off_does_not(home: Built) -> None:
    [lead] = home.html("index.html").xpath("//div[contains(@class, 'lead ')]")

    assert lead.xpath("string(.//a)") == "Notte dei Lumi"
    assert lead.xpath(".//img/@alt") == ["Lumi sul fiume"]
    words = " ".join(lead.text_content().split())
    assert words == "Notte dei Lumi Appuntamento 20 maggio 2026 · Borgoluce I lumi scendono il fiume."


def test_headlines_are_of_every_kind_in_the_order_of_the_issue(home: Built) -> None:
    headlines = "//div[contains(@class, 'latest-issue-words')]//li"
    titles = [item.xpath("string(.//a)") for item in home.html("index.html").xpath(headlines)]

    assert titles == ["Prova d'orchestra", "Altrove a Borgoluce", "Altrove", "Premio alla città"]


def test_this_week_has_its_days_and_what_comes_later_is_apart(home: Built) -> None:
    week = home.words("index.html", "//section[@id='this-week']").replace("¶", "")
    assert week.startswith("Questa settimana, 11–17 maggio 2026 Appuntamento Prova d'orchestra")
    assert "Mostra delle lanterne" in week
    assert "Notte dei Lumi" in home.words("index.html", "//section[@id='later']")
    assert "Prova d'orchestra" not in home.words("index.html", "//section[@id='later']")


def test_a_line_of_a_list_has_a_small_picture_that_says_no_more_than_the_line(home: Built) -> None:
    shown = home.html("index.html").xpath("//section[@id='this-week']//li[.//img]")

    assert [item.xpath("string(.//a)") for item in shown] == ["Mostra delle lanterne"]
    [image] = shown[0].xpath(".//img")
    assert image.get("alt") == ""
    assert home.has(image.get("src"))


def test_an_issue_with_several_pictures_begins_with_them_and_each_leads_to_its_record(home: Built) -> None:
    links = home.html("issues/2026-05.html").xpath("//div[contains(@class, 'picture-strip')]/a")

    assert {link.xpath("string(.//img/@alt)"): link.get("href") for link in links} == {
        "Mostra delle lanterne": "#2026-05-mostra-delle-lanterne",
        "Corsa dei Lampioni": "#2026-05-corsa-dei-lampioni",
        "Notte dei Lumi": "#2026-05-notte-dei-lumi",
    }


def test_without_pictures_the_first_story_leads_and_with_nothing_ahead_the_page_says_so(tmp_path: Path) -> None:
    plain = "\n".join(line for line in ISSUE.splitlines() if not line.startswith((":image:", ":alt:", ":credit:")))
    built = write_project(tmp_path, {"index.md": HOME.replace("iscriviti\n", ""), "issues/2026-05.md": plain}).build(
        today="2026-07-01"
    )

    page = built.html("index.html")
    assert page.xpath("string(//div[contains(@class, 'lead ')]//a)") == "Prova d'orchestra"
    assert not page.xpath("//main//img")
    assert "Al momento non è annunciato nulla." in built.words("index.html")


def test_every_page_leads_to_the_ways_to_subscribe(home: Built) -> None:
    menu = home.links("issues/2026-05.html", "//nav[@id='_menu']")
    assert menu["Iscriviti"] == "../iscriviti.html"
