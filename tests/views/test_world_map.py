# SPDX-License-Identifier: EUPL-1.2
"""A reader looks at the map: which countries, what for, where to read on; and at the years one after the other."""

from __future__ import annotations

import re

import pytest

from newsletter.model.country_names import names
from newsletter.model.world import HEIGHT, WIDTH, project, world
from tests.conftest import MakeProject
from tests.project import CONF, Built, write_project

ISSUES = {
    "conf.py": f'{CONF}newsletter_country = "IT"\nnewsletter_twin_cities = {{"Nagoya": ("JP", 35.18, 136.91)}}\n',
    "issues/2024-03.md": """
        # Marzo 2024

        ## Missioni

        :::{mission} Fiera di Nagoya
        :date: 4 marzo
        :country: JP
        :::

        :::{mission} Un porto del Sud
        :date: 9 marzo
        :country: SG, IT
        :::
        """,
    "issues/2026-05.md": """
        # Maggio 2026

        ## Missioni

        :::{mission} A Bruxelles
        :date: 3 maggio
        :country: EU
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
        :::

        :::{delegation} Ospiti da Oslo
        :date: 8 aprile
        :country: NO
        :::
        """,
    "indexes/mondo.md": "# Mondo\n\n:::{map}\n:::\n\n:::{map}\n:table: none\n:::\n\n:::{timeline}\n:::\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the site of Borgoluce."""
    return write_project(tmp_path_factory.mktemp("map") / "borgoluce", ISSUES).build()


def test_each_country_says_what_it_had_and_leads_to_its_records(built: Built) -> None:
    countries = built.html("indexes/mondo.html").xpath("(//figure)[1]/svg//a")

    assert {each.findtext("title"): (each.get("class"), each.get("href")) for each in countries} == {
        "Giappone. Missioni: 1, Delegazioni: 1": ("met-both", "../countries/jp.html"),
        "Norvegia. Delegazioni: 1": ("met-delegation", "../countries/no.html"),
        "Singapore. Missioni: 1": ("met-mission", "../countries/sg.html"),
        "Unione europea. Missioni: 1": ("met-mission", "../countries/eu.html"),
    }
    assert "Su nessuna carta: Unione europea." in built.words("indexes/mondo.html", "(//figure)[1]/figcaption")
    assert "Città gemellate: Nagoya" in built.words("indexes/mondo.html", "(//figure)[1]/figcaption")


def test_what_a_country_had_is_told_without_colour(built: Built) -> None:
    page = built.html("indexes/mondo.html")
    patterns = {f"url(#{pattern.get('id')})" for pattern in page.xpath("//pattern")}

    assert len(patterns) == 4, "two maps on a page do not share their patterns"
    assert {each.get("fill") for each in page.xpath("//*[@class='met-mission' or @class='met-delegation']")} == patterns
    assert [item.strip() for item in page.xpath("(//ul[@class='map-legend'])[1]/li//text()") if item.strip()][:3] == [
        "Missioni e delegazioni",
        "Missioni",
        "Delegazioni",
    ]


def test_the_table_says_the_same_unless_it_stands_elsewhere(built: Built) -> None:
    page = built.html("indexes/mondo.html")
    [table] = page.xpath("//figure//table")

    assert [[" ".join(cell.text_content().split()) for cell in row.xpath("td")] for row in table.xpath("tbody/tr")] == [
        ["Giappone", "1", "1", "2024, 2026"],
        ["Norvegia", "0", "1", "2026"],
        ["Singapore", "1", "0", "2024"],
        ["Unione europea", "1", "0", "2026"],
    ]


def test_years_stand_in_a_row_with_the_countries_met_first(built: Built) -> None:
    years = [" ".join(item.text_content().split()) for item in built.html("indexes/mondo.html").xpath("//ol/li")]

    assert years == [
        "2024 Missioni: 2 · Delegazioni: 0 · per la prima volta: Giappone, Singapore",
        "2025 Missioni: 0 · Delegazioni: 0",
        "2026 Missioni: 1 · Delegazioni: 2 · per la prima volta: Norvegia, Unione europea",
    ]


def test_the_page_of_a_country_has_a_small_figure_of_its_years_behind_its_records(built: Built) -> None:
    behind = built.html("countries/jp.html").xpath("//ul[contains(@class, 'records-list')]/following::ol/li")
    years = [" ".join(item.text_content().split()) for item in behind]

    assert years == [
        "2026 Missioni: 0 · Delegazioni: 1",
        "2025 Missioni: 0 · Delegazioni: 0",
        "2024 Missioni: 1 · Delegazioni: 0",
    ]
    assert not built.html("countries/no.html").xpath("//ol"), "a single year needs no figure"


def test_a_page_may_show_the_last_years_alone_and_still_knows_who_was_met_before(make_project: MakeProject) -> None:
    issues = {f"issues/{year}-05.md": f"# Maggio {year}\n\n## Missioni\n\n:::{{mission}} M{year}\n:date: 3 maggio\n"
        f":country: {'JP' if year % 2 else 'FR'}\n:::\n" for year in range(2018, 2026)}  # fmt: skip
    built = make_project({**issues, "indexes/anni.md": "# Anni\n\n:::{timeline}\n:last: 5\n:::\n"}).build()

    years = [" ".join(item.text_content().split()) for item in built.html("indexes/anni.html").xpath("//ol/li")]
    assert [year[:4] for year in years] == ["2021", "2022", "2023", "2024", "2025"]
    assert not any("per la prima volta" in year for year in years)


def test_a_map_of_the_whole_world_weighs_no_more_than_60_kb(make_project: MakeProject) -> None:
    everywhere = ", ".join(code for code in sorted(names("en")) if world().has(code))
    block = f":::{{mission}} Il giro del mondo\n:date: 3 maggio\n:country: {everywhere}\n:::\n"
    issue = f"# Maggio 2026\n\n## Missioni\n\n{block}"
    page = make_project({"issues/2026-05.md": issue, "indexes/mondo.md": "# Mondo\n\n:::{map}\n:::\n"}).build()

    [drawing] = re.findall("<svg.*?</svg>", page.text("indexes/mondo.html").partition("<figure")[2], re.DOTALL)[:1]
    assert drawing.count("<title>") > 230
    assert len(drawing.encode()) <= 60_000


def test_every_country_of_today_can_be_shown_where_it_lies() -> None:
    drawn = world()
    missing = {code for code in names("en") if not drawn.has(code)}

    assert not {"IT", "SM", "VA", "MT", "SG", "TW", "PS", "XK", "UA", "FJ"} & missing
    for code, (x, y) in {"IT": (12.5, 42.5), "JP": (138.0, 36.2), "BR": (-52.0, -10.0), "RU": (100.0, 62.0)}.items():
        left, top = project(y, x)
        points = re.findall(r"M(\d+) (\d+)", drawn.outlines[code])
        assert min(abs(int(at) - left) for at, _ in points) < WIDTH / 5, code
        assert 0 < top < HEIGHT


def test_a_city_without_records_sees_no_empty_map(make_project: MakeProject) -> None:
    built = make_project({"indexes/mondo.md": ISSUES["indexes/mondo.md"]}).build()

    assert not built.html("indexes/mondo.html").xpath("//svg[@aria-label]")
    assert built.words("indexes/mondo.html").count("Qui non c'è ancora nessuna scheda") == 3


def test_other_formats_have_the_table_and_the_list(make_project: MakeProject) -> None:
    text = make_project(ISSUES).build("text").text("indexes/mondo.txt")

    assert "Giappone" in text
    assert "2024: Missioni: 2" in text
    assert text.count("Missioni e delegazioni per Paese") == 1
