# SPDX-License-Identifier: EUPL-1.2
"""Someone is sent the address of one record, of a country or of a person, and finds all of it there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import MakeProject
from tests.project import Built, write_project

BASE = "https://borgoluce.example/news/"
ISSUES = {
    "issues/2026-04.md": """
        # Aprile 2026

        ## Delegazioni

        :::{delegation} Ospiti da Osaka
        :date: 6 marzo
        :country: JP
        :hosts: Ada Esempio (Sindaca)
        :::
        """,
    "issues/2026-05.md": """
        # Maggio 2026

        ## Appuntamenti

        :::{event} Mostra di carte
        :date: 4 maggio
        :place: Sala Grande, Borgoluce
        :topics: cultura

        Carte *da tutto il mondo*,[^una] come le [lanterne](#2026-05-lanterne) e la [nota](#appunto).

        [^una]: Anche antiche.
        :::

        :::{event} Lanterne
        :date: 9 maggio
        :place: Duomo
        :::

        :::{event} أمسية الشعر
        :id: poesia
        :lang: ar
        :date: 11 maggio

        شعر وموسيقى.
        :::

        ## Missioni

        :::{mission} Nagoya
        :date: 13 aprile
        :country: JP
        :people: Bruno Prova (Assessore)
        :partners: Club C++; Club C#
        :::

        (appunto)=
        ### Appunto

        Una nota.
        """,
    "registers.yaml": "people:\n  Ada Esempio: {public: true}\n",
    "indexes/organizzazioni.md": "# Organizzazioni\n\n:::{records}\n:group-by: organisation\n:::\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the site of Borgoluce."""
    return write_project(tmp_path_factory.mktemp("own") / "borgoluce", ISSUES).build()


def head(built: Built, page: str, xpath: str) -> str:
    return str(built.html(page).xpath(f"string(//head/{xpath})"))


def test_a_record_has_its_text_its_facts_and_its_description_alone(built: Built) -> None:
    page = "records/2026-05-mostra-di-carte.html"

    assert built.words(page, "//h1") == "Mostra di carte"
    assert "Carte da tutto il mondo" in built.words(page)
    assert "Lanterne" not in built.words(page, "//section")
    assert head(built, page, "title") == "Mostra di carte – Borgoluce nel mondo"
    assert head(built, page, "meta[@name='description']/@content").startswith("Carte da tutto il mondo")
    assert head(built, page, "link[@rel='canonical']/@href") == f"{BASE}{page}"
    links = built.links(page)
    assert links["Cultura"] == "../topics/cultura.html"
    assert "../calendar/records/2026-05-mostra-di-carte.ics" in links.values()


def test_what_its_text_leads_to_is_found(built: Built) -> None:
    links = built.links("records/2026-05-mostra-di-carte.html", "//section")

    assert links["lanterne"] == "../issues/2026-05.html#2026-05-lanterne"
    assert links["nota"] == "../issues/2026-05.html#appunto"
    anchors = set(built.html("issues/2026-05.html").xpath("//@id"))
    local = {href.partition("#")[2] for href in links.values() if href.startswith("../issues/2026-05.html#")}
    assert local <= anchors


def test_one_goes_from_record_to_record_and_up_to_the_issue(built: Built) -> None:
    page = built.html("records/2026-05-mostra-di-carte.html")

    around = {link.get("rel"): link.get("href") for link in page.xpath("//nav[contains(@class, 'neighbours')]/a")}
    assert around == {"prev": "2026-05-nagoya.html", "next": "2026-05-lanterne.html"}
    up = page.xpath("//p[@class='up']/a")[0]
    assert (up.text, up.get("href")) == ("Maggio 2026", "../issues/2026-05.html#2026-05-mostra-di-carte")
    permanent = built.html("issues/2026-05.html").xpath("//section[@id='2026-05-lanterne']//a[@class]/@href")
    assert "../records/2026-05-lanterne.html" in permanent


def test_machines_are_told_of_one_event_by_one_address(built: Built) -> None:
    def events(page: str) -> list[dict[str, object]]:
        found = built.html(page).xpath("//script[@type='application/ld+json']/text()")
        return [told for told in map(json.loads, found) if told["@type"] == "Event"]

    [alone] = events("records/2026-05-lanterne.html")
    assert alone["@id"] == alone["url"] == f"{BASE}records/2026-05-lanterne.html"
    assert alone in events("issues/2026-05.html")
    assert events("records/2026-05-nagoya.html") == []


def test_a_record_in_a_script_from_right_to_left_stays_so(built: Built) -> None:
    [section] = built.html("records/poesia.html").xpath("//main//section")
    assert (section.get("lang"), section.get("dir")) == ("ar", "rtl")
    assert "شعر وموسيقى." in section.text_content()


def test_a_country_has_all_its_records_newest_first_and_the_register_leads_to_it(built: Built) -> None:
    items = built.html("countries/jp.html").xpath("//main//ul[contains(@class, 'records-list')]/li")
    assert [item.xpath("string(.//a)") for item in items] == ["Nagoya", "Ospiti da Osaka"]
    assert built.links("countries/jp.html")["Paesi"] == "../indexes/paesi.html#country-jp"
    assert built.links("indexes/paesi.html", "//*[@id='country-jp']") == {"Giappone": "../countries/jp.html"}


def test_a_year_has_its_months(built: Built) -> None:
    headings = [heading.text for heading in built.html("years/2026.html").xpath("//main//h2")]
    assert headings == ["Marzo 2026", "Aprile 2026", "Maggio 2026"]


def test_search_engines_list_office_holders_alone(built: Built) -> None:
    assert head(built, "people/bruno-prova.html", "meta[@name='robots']/@content") == "noindex"
    assert head(built, "people/ada-esempio.html", "meta[@name='robots']/@content") == ""
    listed = built.text("sitemap.xml")
    assert f"{BASE}people/ada-esempio.html" in listed
    assert "bruno-prova" not in listed
    for page in ("records/2026-05-nagoya.html", "countries/jp.html", "topics/cultura.html", "years/2026.html"):
        assert f"{BASE}{page}" in listed


def test_names_that_differ_in_signs_alone_have_pages_of_their_own(built: Built) -> None:
    links = built.links("records/2026-05-nagoya.html")
    assert {links["Club C++"], links["Club C#"]} == {"../organisations/club-c.html", "../organisations/club-c-2.html"}
    for name in ("Club C++", "Club C#"):
        assert built.words(links[name].removeprefix("../"), "//h1").rstrip("¶") == name


def test_a_page_of_the_editors_keeps_its_name(make_project: MakeProject) -> None:
    own = {"countries/jp.md": "---\norphan: true\n---\n\n# Il nostro Giappone\n\nUn testo.\n"}
    assert "Un testo." in make_project({**ISSUES, **own}).build().words("countries/jp.html")


def test_an_edit_reaches_the_pages_around_and_no_other(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    first = project.build().folder
    untouched = [first / "records/2026-04-ospiti-da-osaka.html", first / "countries/jp.html"]
    before = [path.stat().st_mtime_ns for path in untouched]

    project.edit("issues/2026-05.md", "{event} Lanterne", "{event} Lanterne di carta")
    project.edit("issues/2026-05.md", ":place: Duomo", ":place: Duomo\n:id: 2026-05-lanterne")
    after = project.build()

    assert "Lanterne di carta" in after.words("records/2026-05-mostra-di-carte.html", "//nav")
    assert [path.stat().st_mtime_ns for path in untouched] == before


def test_a_bad_word_about_who_is_public_is_told(make_project: MakeProject) -> None:
    built = make_project({**ISSUES, "registers.yaml": "people:\n  Ada Esempio: {public: forse}\n"}).build(strict=False)
    assert "registers.yaml:2: WARNING" in built.messages
    assert head(built, "people/ada-esempio.html", "meta[@name='robots']/@content") == "noindex"


def test_pages_are_there_under_any_theme(tmp_path: Path) -> None:
    project = write_project(tmp_path / "borgoluce", ISSUES)
    project.edit("conf.py", 'html_theme = "newsletter"', 'html_theme = "basic"')
    built = project.build(strict=False)
    assert "Carte da tutto il mondo" in built.words("records/2026-05-mostra-di-carte.html", "//body")
    assert built.links("countries/jp.html", "//body")["Nagoya"] == "../records/2026-05-nagoya.html"
