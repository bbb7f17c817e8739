# SPDX-License-Identifier: EUPL-1.2
"""Somebody asks the registers: with which countries, in which years, who in which role, what is on this month."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeProject
from tests.project import Built, write_project

ISSUES = {
    "issues/2024-03.md": """
        # Marzo 2024

        ## Missioni

        :::{mission} Fiera di Nagoya
        :date: 4 marzo
        :country: JP
        :people: Ada Esempio (Assessora)
        :partners: Università di Borgoluce
        :::

        :::{mission} Visita a Lione
        :date: 9 marzo
        :country: FR
        :people: Bruno Prova (Tecnico)
        :::
        """,
    "issues/2026-05.md": """
        # Maggio 2026

        ## Appuntamenti

        :::{event} Mostra lunga
        :date: 2 aprile - 20 giugno
        :::

        :::{event} Concerto
        :date: 21 maggio; 4 giugno
        :::

        :::{event} Gara annullata
        :date: 23 maggio
        :status: cancelled
        :::

        ## Missioni

        :::{mission} Ritorno a Nagoya
        :date: 4 maggio
        :country: JP
        :people: Ada Esempio (Sindaca)
        :partners: Università di Borgoluce; Fondazione Lume
        :::

        :::{mission} Missione annullata
        :date: 5 maggio
        :country: ES
        :status: cancelled
        :::

        ## Delegazioni

        :::{delegation} Ospiti da Osaka
        :date: 6 aprile
        :country: JP
        :hosts: Ada Esempio (Sindaca)
        :::

        :::{delegation} Ospiti da Oslo
        :date: 8 aprile
        :country: NO
        :::
        """,
    "indexes/organizzazioni.md": "# Organizzazioni\n\n:::{records}\n:group-by: organisation\n:::\n",
    "indexes/statistiche.md": """
        # Statistiche

        ## Anni

        :::{statistics}
        :by: year
        :::

        ## Paesi

        :::{statistics}
        :by: country
        :::
        """,
    "indexes/mesi.md": "# Mesi\n\n:::{months}\n:::\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the site of Borgoluce, as of 18 May 2026."""
    return write_project(tmp_path_factory.mktemp("registers") / "borgoluce", ISSUES).build()


def cells(built: Built, page: str, table: str) -> list[list[str]]:
    rows = built.html(page).xpath(f"//table{table}//tr")
    return [[" ".join(cell.text_content().split()) for cell in row.xpath("th|td")] for row in rows]


def test_countries_tell_how_often_and_when_last(built: Built) -> None:
    assert cells(built, "indexes/paesi.html", "[contains(@class, 'short-index')]") == [
        ["Paese", "Delegazioni", "Missioni", "Schede", "La più recente"],
        ["Francia", "–", "1", "1", "9 marzo 2024"],
        ["Giappone", "1", "2", "3", "4 maggio 2026"],
        ["Norvegia", "1", "–", "1", "8 aprile 2026"],
        ["Spagna", "–", "1", "1", "5 maggio 2026"],
    ]
    assert built.links("indexes/paesi.html", "//*[@id='country-jp']") == {"Giappone": "../countries/jp.html"}
    assert "Delegazioni ricevute: 1, Missioni all'estero: 2 · 2024, 2026" in built.words("countries/jp.html")


def test_people_have_their_roles_over_time(built: Built) -> None:
    roles = "//p[contains(@class, 'records-summary')]"
    assert built.words("people/ada-esempio.html", roles) == "Assessora (2024); Sindaca (2026)"


def test_an_organisation_leads_from_a_record_to_all_that_it_did(built: Built) -> None:
    link = built.links("issues/2026-05.html")["Università di Borgoluce"]
    assert link == "../organisations/universita-di-borgoluce.html"

    titles = [link.text for link in built.html(link.removeprefix("../")).xpath("//main//li//a")]
    assert titles == ["Ritorno a Nagoya", "Fiera di Nagoya"]


def test_names_in_tables_lead_to_their_pages(built: Built) -> None:
    links = built.links("indexes/missioni.html", "//table")

    assert links["Giappone"] == "../countries/jp.html"
    assert links["Ada Esempio"] == "../people/ada-esempio.html"
    assert links["Fondazione Lume"] == "../organisations/fondazione-lume.html"


def test_statistics_count_what_took_place_and_name_the_years_without(built: Built) -> None:
    assert cells(built, "indexes/statistiche.html", "[caption[contains(., 'per anno')]]") == [
        ["Anno", "Missioni", "Delegazioni"],
        ["2024", "2", "0"],
        ["2025", "0", "0"],
        ["2026", "1", "2"],
    ]
    assert cells(built, "indexes/statistiche.html", "[caption[contains(., 'per Paese')]]")[1:] == [
        ["Francia", "1", "0", "2024"],
        ["Giappone", "2", "1", "2024, 2026"],
        ["Norvegia", "0", "1", "2026"],
    ]


def test_the_drawing_says_what_the_table_beside_it_says(built: Built) -> None:
    page = built.html("indexes/statistiche.html")
    [years, countries] = page.xpath("//svg[@class='chart']")

    assert years.get("role") == "img"
    assert years.get("aria-label") == "Missioni e delegazioni per anno"
    values = [text.text for text in years.xpath(".//text[@class='value']")]
    assert values == ["2", "0", "0", "0", "1", "2"]
    lengths = {text.getprevious().get("width"): text.text for text in years.xpath(".//text[@class='value']")}
    assert sorted(lengths, key=float) == sorted(lengths, key=lambda width: int(lengths[width]))
    assert countries.xpath("string(.//text[@text-anchor][1])") == "Giappone", "the most come first"
    assert not page.xpath("//svg//@style | //svg//style")


def test_a_month_shows_on_which_days_something_is_on_and_where_to_read_of_it(built: Built) -> None:
    page = built.html("indexes/mesi.html")
    [may, june] = page.xpath("//section[contains(@class, 'month-view')]")
    begins = {day.text: day.get("href") for day in may.xpath(".//td/a[@class='begins']")}

    assert may.xpath("string(h2/text())") == "Maggio 2026"
    assert begins == {"21": "#agenda-2026-05-concerto"}
    assert len(may.xpath(".//td/a")) == 31, "the exhibition is on, every day"
    assert may.xpath(".//td/a[text()='23']/@aria-label") == ["23 maggio 2026: Mostra lunga"]
    assert [item.xpath("string(.//a)") for item in may.xpath(".//li")] == ["Mostra lunga", "Concerto", "Gara annullata"]
    assert june.xpath(".//td/a[@class='begins']/text()") == ["4"]
    assert len(june.xpath(".//td/a")) == 20
    targets = {href.removeprefix("#") for href in page.xpath("//td/a/@href")}
    assert targets <= set(page.xpath("//li/@id"))


def test_a_month_view_with_nothing_ahead_says_so(make_project: MakeProject) -> None:
    past = {path: ISSUES[path] for path in ("issues/2024-03.md", "indexes/mesi.md")}
    built = make_project(past).build()
    assert "Al momento non è annunciato nulla" in built.words("indexes/mesi.html")


@pytest.mark.parametrize("builder", ["text", "epub", "newsletter-pdf"])
def test_other_formats_have_the_same_numbers_without_the_drawing(tmp_path: Path, builder: str) -> None:
    project = write_project(tmp_path / "borgoluce", ISSUES)
    built = project.build(builder, strict=builder != "epub")
    assert built.code == 0
    if builder == "text":
        assert "Norvegia" in built.text("indexes/statistiche.txt")
        assert "Concerto" in built.text("indexes/mesi.txt")
