# SPDX-License-Identifier: EUPL-1.2
"""A journalist takes the open data and works the report out again: every figure comes out the same."""

from __future__ import annotations

import csv
import io

import pytest

from tests.project import Built, Project, write_project
from tests.reports.borgoluce import INDEX, issues
from tests.reports.recomputed import Journalist

YEARS = (2023, 2024, 2025, 2026)
PAGE = "# Rapporto\n\n:::{report}\n:::\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    files = {**issues(), "index.md": INDEX, **{f"reports/{year}.md": PAGE for year in YEARS}}
    return write_project(tmp_path_factory.mktemp("figures") / "borgoluce", files)


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    built = project.build(strict=False)
    assert built.code == 0
    assert "WARNING" not in built.messages, built.messages
    return built


@pytest.fixture(scope="module")
def journalist(built: Built) -> Journalist:
    return Journalist(list(built.records.values()))


def rows(built: Built, year: int, table: str) -> list[list[str]]:
    """Return the rows of a *table* of the report of *year*, as its file has them; none where it has no file."""
    if not built.has(f"data/reports/{year}-{table}.csv"):
        return []
    return list(csv.reader(io.StringIO(built.text(f"data/reports/{year}-{table}.csv"))))[1:]


def by_name(built: Built, year: int, table: str) -> dict[str, list[str]]:
    found = rows(built, year, table)
    assert len({row[0] for row in found}) == len(found)
    return {row[0]: row[1:] for row in found}


@pytest.mark.parametrize("year", YEARS)
def test_the_year_in_figures(built: Built, journalist: Journalist, year: int) -> None:
    told = [[int(cell) if cell else None for cell in row[1:]] for row in rows(built, year, "figures")]

    assert told == [list(pair) for pair in zip(journalist.figures(year), journalist.figures(year - 1), strict=True)]


@pytest.mark.parametrize("year", YEARS)
def test_every_other_table(built: Built, journalist: Journalist, year: int) -> None:
    assert by_name(built, year, "countries") == journalist.country_rows(year)
    assert by_name(built, year, "people") == journalist.people(year)
    assert by_name(built, year, "topics") == journalist.topics(year)
    networks, cities = ["Rete delle Lanterne", "Città dei Fiumi"], ["Nagoya", "Lione"]
    assert by_name(built, year, "networks") == journalist.networks(year, networks)
    assert by_name(built, year, "twin-cities") == journalist.twin_cities(year, cities)
    assert [row[1:] for row in rows(built, year, "quarters")] == journalist.quarters(year)
    for kind in ("mission", "delegation"):
        assert [row[1] for row in rows(built, year, f"{kind}s")] == [row["title"] for row in journalist.of(year, kind)]


@pytest.mark.parametrize("year", YEARS)
def test_the_page_shows_what_its_files_have(built: Built, year: int) -> None:
    page = built.html(f"reports/{year}.html")
    for link in page.xpath("//p[contains(@class, 'table-file')]/a/@href"):
        name = link.rpartition("-")[2] if "twin" not in link else "twin-cities.csv"
        table = page.xpath(f"(//a[@href='{link}']/preceding::table)[last()]")[0]
        shown = [[" ".join(cell.text_content().split()) for cell in row.xpath("td")] for row in table.xpath("tbody/tr")]
        stored = rows(built, year, name.removesuffix(".csv"))
        assert len(shown) == len(stored), link
        numbers = [sorted(cell for cell in row if cell.isdigit()) for row in stored]
        assert sorted(sorted(cell for cell in row if cell.isdigit()) for row in shown) == sorted(numbers), link


def test_sentences_map_and_chart_have_the_same_figures(built: Built, journalist: Journalist) -> None:
    page, words = built.html("reports/2026.html"), built.words("reports/2026.html")
    missions, days, delegations, guests, countries, *_others = journalist.figures(2026)
    assert (
        f"Il 2026 in breve: {missions} missioni all'estero, per {days} giorni; {delegations} delegazioni ricevute, "
        f"con {guests} ospiti nominati; {countries} Paesi."
    ) in words
    assert sum(row["precision"] == "month" for row in journalist.of(2026, "mission")) == 1
    assert "Di 1 missione si conosce solo il mese: non aggiunge giorni." in words

    assert "Organizzazioni di Stati, non contate fra i Paesi: Unione europea." in words
    assert (
        page.xpath("//td/a[starts-with(@href, '../countries/')]/text()")[len(journalist.countries(2026))]
        == "Unione europea"
    )

    drawn = {each.text.partition(".")[2] for each in page.xpath("//figure/svg/*/title") if "." in (each.text or "")}
    told = {
        ", ".join(
            f"{name}: {number}" for name, number in zip(("Missioni", "Delegazioni"), row, strict=False) if number != "0"
        )
        for row in journalist.country_rows(2026).values()
    }
    assert {each.strip() for each in drawn} == told
    assert page.xpath("//svg[contains(@class, 'chart')]//text[@class='value']/text()") == [
        number for row in journalist.quarters(2026) for number in row
    ]


def test_known_figures_of_the_odd_year(journalist: Journalist) -> None:
    """Both ways of working them out could be wrong alike: these were counted by hand."""
    assert journalist.figures(2026) == [3, 6, 2, 2, 5, 1, 8, 1]
    assert journalist.people(2026)["Ada Esempio"] == ["Assessora; Sindaca", "2", "0", "2"]
    assert journalist.figures(2024) == [1, 1, 0, 0, 1, None, None, 0], "nobody knows what was before"


def test_a_year_that_nobody_told_is_not_quoted_as_nought(built: Built) -> None:
    page, words = built.html("reports/2023.html"), built.words("reports/2023.html")
    cells = [each.text_content() for each in page.xpath("//main//td") if not each.text_content()[:1].isalpha()]
    assert set(cells) == {"–"}
    assert not page.xpath("//svg[contains(@class, 'chart')]")
    assert "la newsletter, dal" not in words, "nothing is told until then: it has no first year"
    assert "la newsletter, dal 2024," in built.words("reports/2024.html")
