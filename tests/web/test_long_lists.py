# SPDX-License-Identifier: EUPL-1.2
"""A city that has travelled much: its lists show the newest years and lead on to the others, its names to letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.archive import by_year
from tests.conftest import MakeProject
from tests.project import Built, Project, write_project

YEARS = (2023, 2024, 2025, 2026)
_EACH = 80


def _issue(year: int) -> str:
    blocks = []
    for number in range(_EACH):
        mark = f"{chr(65 + number % 24)}{'bcdf'[number // 24]}{'aeio'[year % 4]}"
        people = "; ".join(f"{first} {mark}{first.lower()}ini" for first in ("Ada", "Ugo", "Zoe"))
        facts = f":date: {1 + number % 28} aprile {year}\n:country: JP\n:people: {people}\n"
        blocks.append(f":::{{mission}} Viaggio {mark}\n{facts}:::\n")
    return f"# Maggio {year}\n\n## Missioni\n\n" + "\n".join(blocks)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    files = {f"issues/{year}-05.md": _issue(year) for year in YEARS}
    return write_project(tmp_path_factory.mktemp("long") / "borgoluce", files)


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    return project.build(strict=False)


def rows(built: Built, page: str) -> int:
    return len(built.html(page).xpath("//main//*[self::tr or self::li][@data-facets]"))


@pytest.mark.parametrize("page", ["indexes/missioni", "countries/jp"])
def test_a_list_shows_its_newest_years_and_leads_to_the_others(built: Built, page: str) -> None:
    assert rows(built, f"{page}.html") == 2 * _EACH
    older = built.html(f"{page}.html").xpath("//ul[contains(@class, 'records-years')]/li")
    assert [item.text_content().split() for item in older] == [["2024", "(80)"], ["2023", "(80)"]]

    for year in ("2024", "2023"):
        href = built.links(f"{page}.html", "//ul[contains(@class, 'records-years')]")[year]
        assert href == f"{page.rpartition('/')[2]}/{year}.html"
        assert rows(built, f"{page}/{year}.html") == _EACH
    assert built.words(f"{page}/2023.html", "//nav[contains(@class, 'neighbours')]") == "Dopo 2024"
    assert f"../{page.rpartition('/')[2]}.html" in built.links(f"{page}/2023.html").values()
    assert f"https://borgoluce.example/news/{page}/2023.html" in built.text("sitemap.xml")


def test_a_year_has_all_that_began_in_it(built: Built) -> None:
    assert rows(built, "years/2023.html") == _EACH


def test_a_long_year_shows_its_newest_months_and_leads_to_the_others(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_year, "MOST", 2)
    monkeypatch.setattr(by_year, "_MOST_OF_YEAR", 3)
    missions = (
        f":::{{mission}} Viaggio {number}\n:date: {day} 2026\n:country: JP\n:::\n"
        for number, day in enumerate(("2 febbraio", "3 marzo", "4 marzo", "5 aprile", "6 aprile"))
    )
    built = make_project({"issues/2026-05.md": "# Maggio 2026\n\n## Missioni\n\n" + "\n".join(missions)}).build()

    for page, name in (("years/2026", "2026: "), ("indexes/missioni/2026", "Missioni: ")):
        assert rows(built, f"{page}.html") == 2, "those of April"
        assert built.links(f"{page}.html", "//ul[contains(@class, 'records-years')]") == {
            "Marzo 2026": "2026/03.html",
            "Febbraio 2026": "2026/02.html",
        }
        assert rows(built, f"{page}/03.html") == 2
        assert built.words(f"{page}/03.html", "//h1").startswith(f"{name}Marzo 2026")
        assert "../2026.html" in built.links(f"{page}/03.html").values()


def test_a_register_of_very_many_names_has_a_page_a_letter(built: Built) -> None:
    letters = built.links("indexes/persone.html", "//ul[contains(@class, 'letters')]")
    assert len(letters) == 24
    assert letters["A (48)"] == "persone/a.html"
    anchor = built.html("indexes/persone.html").xpath(
        "//li[descendant-or-self::*[@id='person-ada-aboadaini']]//a/@href"
    )
    assert anchor == ["persone/a.html"], "an anchor of the register leads there"
    names = built.html("indexes/persone/a.html").xpath("//tr[@id]/td[1]/a/text()")
    assert len(names) == 48
    assert all(name.split()[1].startswith("A") for name in names)
    assert "persone/" not in built.text("sitemap.xml")


def test_an_old_title_that_is_corrected_is_right_on_the_page_of_its_year(built: Built, project: Project) -> None:
    newest = built.folder / "indexes/missioni.html"
    before = newest.stat().st_mtime_ns

    project.edit("issues/2023-05.md", "Viaggio Abo\n", "Viaggio corretto\n:id: 2023-05-viaggio-abo\n")
    after = project.build(strict=False)

    assert "Viaggio corretto" in after.words("indexes/missioni/2023.html")
    assert "Viaggio corretto" in after.words("countries/jp/2023.html")
    assert newest.stat().st_mtime_ns == before
    anew = Path(after.folder).with_name("anew")
    assert project.build(out=anew.name, doctrees="anew-doctrees", strict=False).tree == after.tree
