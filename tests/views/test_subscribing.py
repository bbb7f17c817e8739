# SPDX-License-Identifier: EUPL-1.2
"""Readers of Borgoluce's newsletter look for a way to its calendars, on each page where one helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from lxml.html import fromstring

from tests.project import Built, Project, write_project

BASE = "https://borgoluce.example/news/"
FILES = {
    "issues/2025-04.md": """
        # Aprile 2025

        :::{mission} Kobe
        :id: kobe
        :date: 8-10 aprile
        :country: JP
        :::
        """,
    "issues/2026-05.md": """
        # Maggio 2026

        ## Calendario

        :::{event} Notte & giorno
        :id: notte
        :date: 20 maggio
        :country: FR, ES
        :topics: cultura, politiche-alimentari

        Si balla fino all'alba.
        :::

        :::{delegation} Ospiti dal Perù
        :id: ospiti
        :country: PE
        :::

        :::{news} Un premio
        :id: premio
        :date: 28 aprile
        :country: FR
        :topics: clima
        :::
        """,
    "issues/2026-05-appunti.md": """
        # Appunti

        :::{news} Senza giorno
        :id: senza-giorno
        :::
        """,
    "indexes/agenda.md": """
        # Agenda

        :::{subscribe}
        :calendar: events
        :::

        :::{records}
        :kind: event
        :group-by: month
        :::
        """,
    "indexes/delegazioni.md": "# Delegazioni\n\n:::{subscribe}\n:calendar: delegations\n:::\n",
    "iscriviti.md": """
        # Iscriviti

        ## Tutto

        :::{subscribe}
        :layout: list
        :::

        ## Calendari

        :::{downloads}
        :files: calendar
        :::
        """,
    "feed.md": "# Feed\n\n:::{downloads}\n:files: feeds\n:::\n",
    "dati.md": "# Dati\n\n## Colonne\n\n:::{columns}\n:::\n",
    "index.md": """
        # Borgoluce nel mondo

        :::{downloads}
        :::

        :::{toctree}
        :hidden:
        :glob:

        iscriviti
        feed
        dati
        indexes/*
        issues/*
        :::
        """,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return write_project(tmp_path_factory.mktemp("subscribe") / "borgoluce", FILES)


@pytest.fixture(scope="module")
def site(project: Project) -> Built:
    return project.build()


def controls(site: Built, page: str, where: str = "") -> dict[str, Any]:
    """Return the folded controls of a *page*, by all the words of their line, those that are only heard among them."""
    found = site.html(page).xpath(f"{where}//details[contains(@class, 'subscribe')]")
    return {" ".join(control.xpath("string(summary)").split()): control for control in found}


def spoken_name(link: Any) -> str:
    """Return what *link* is called where it is heard: its own words, or those of the elements that it names."""
    by = [link.xpath(f"//*[@id = '{anchor}']")[0] for anchor in link.get("aria-labelledby", "").split()] or [link]
    return " ".join(" ".join(each.text_content() for each in by).replace("¶", "").split())


def addresses(control: Any) -> dict[str, str]:
    """Return where the links of a control lead, by their class."""
    return {link.get("class").split()[0]: link.get("href") for link in control.xpath(".//a")}


def test_a_country_has_its_calendar_under_its_name(site: Built) -> None:
    [(words, control)] = controls(site, "countries/jp.html").items()

    assert words == "Iscriviti al calendario: Giappone"
    assert control.get("open") is None
    assert control.getprevious().text == "Giappone"
    to = addresses(control)
    assert to["webcal"] == "webcal://borgoluce.example/news/calendar/countries/jp.ics"
    assert to["file"] == "../calendar/countries/jp.ics"
    for name in ("outlook", "office"):
        assert parse_qs(urlsplit(to[name]).query)["url"] == [f"{BASE}calendar/countries/jp.ics"]
    assert control.xpath("string(.//code)") == f"{BASE}calendar/countries/jp.ics"


def test_only_a_country_or_a_topic_with_a_date_has_a_calendar(site: Built) -> None:
    for folder, found in (("countries", {"es", "fr", "jp"}), ("topics", {"cultura", "politiche-alimentari"})):
        pages = {path.stem for path in (site.folder / folder).glob("*.html")}
        assert {name for name in pages if controls(site, f"{folder}/{name}.html")} == found


def test_home_and_registers_offer_what_they_are_about(site: Built) -> None:
    assert addresses(controls(site, "index.html")["Tutto il calendario"])["file"] == "calendar/all.ics"
    agenda = controls(site, "indexes/agenda.html")["Iscriviti al calendario: Appuntamenti"]
    assert addresses(agenda)["webcal"].endswith("/calendar/events.ics")


def test_a_calendar_that_does_not_exist_yet_is_not_offered(site: Built) -> None:
    assert controls(site, "indexes/delegazioni.html") == {}
    assert "Questo calendario non c'è ancora" in site.words("indexes/delegazioni.html")


def test_an_issue_offers_its_own_dates_and_those_to_come(site: Built) -> None:
    [(words, control)] = controls(site, "issues/2026-05.html").items()
    assert words == "Iscriviti al calendario della newsletter: Tutto il calendario"
    files = control.xpath(".//a[starts-with(@class, 'file')]/@href")
    assert files == ["../calendar/all.ics", "../calendar/issues/2026-05.ics"]
    assert controls(site, "issues/2026-05-appunti.html") == {}


def test_what_a_page_offers_is_no_part_of_the_text_that_feeds_carry(site: Built) -> None:
    assert "calendar/" not in site.text("feeds/atom.xml")
    assert "calendar/" not in site.text("feeds/feed.json")
    (entry,) = site.xml("feeds/topics/cultura.xml").iterfind("{*}entry")
    text: Any = fromstring(f"<div>{entry.findtext('{*}content')}</div>")
    words = " ".join(text.text_content().split())
    assert words.startswith("Tipo: Appuntamento Data: 20 maggio 2026 Paese: Francia, Spagna Temi: Cultura,")
    assert words.endswith("Si balla fino all'alba.")
    assert text.xpath(".//a/@href")[0] == f"{BASE}countries/fr.html"


def test_a_record_with_a_day_can_be_taken_alone(site: Built) -> None:
    taken = site.html("issues/2026-05.html").xpath("//section//a[starts-with(@class, 'add-to-calendar')]")
    assert [link.get("href") for link in taken] == ["../calendar/records/notte.ics"]
    assert spoken_name(taken[0]) == "Calendario Notte & giorno"


def test_the_page_of_all_calendars_has_them_under_headings_by_name(site: Built) -> None:
    page = site.html("iscriviti.html")
    shelves = {section.findtext("h3"): section for section in page.xpath("//section[h3]")}
    assert list(shelves) == ["Per tipo", "Per Paese", "Per tema", "Per anno, da scaricare"]
    named = {heading: section.xpath(".//summary/text()") for heading, section in shelves.items()}
    assert named["Per tipo"] == ["Appuntamenti", "Missioni all'estero"]
    assert named["Per Paese"] == ["Francia", "Giappone", "Spagna"]
    assert named["Per tema"] == ["Cultura", "Politiche alimentari"]
    assert shelves["Per anno, da scaricare"].xpath(".//li//a/text()") == ["2026", "2025"]


def test_the_page_says_what_each_way_does(site: Built) -> None:
    [ways] = site.html("iscriviti.html").xpath("//ul[contains(@class, 'ways-explained')]")
    lines = [" ".join(item.text_content().split()) for item in ways.xpath("li")]
    assert len(lines) == 6
    assert lines[0].startswith("Nel tuo programma di calendario: Tutto il calendario: apre il programma")
    assert f"Indirizzo: {BASE}calendar/all.ics – da copiare" in lines[4]
    assert lines[5].endswith("il calendario com'è oggi, che poi non cambia più.")


def _pages(site: Built) -> Iterator[Path]:
    return (path.relative_to(site.folder) for path in sorted(site.folder.rglob("*.html")))


def test_every_calendar_that_a_page_names_is_published_and_every_subscription_is_named(site: Built) -> None:
    published = {path for path in site.tree if path.startswith("calendar/")}
    named: set[str] = set()
    for page in _pages(site):
        for address in site.html(str(page)).xpath("//a/@href | //code/text()"):
            whole = urljoin(f"{BASE}{page}", address.replace("webcal:", "https:"))
            handed = parse_qs(urlsplit(whole).query)
            for target in (urlsplit(whole)._replace(query="").geturl(), *handed.get("url", ()), *handed.get("cid", ())):
                if target.endswith(".ics"):
                    named.add(target.replace("webcal:", "https:").removeprefix(BASE))

    assert named == published


def test_no_two_links_of_a_page_are_called_the_same_and_lead_elsewhere(site: Built) -> None:
    for page in _pages(site):
        links = site.html(str(page)).xpath(
            "//details[contains(@class, 'subscribe')]//a | //div[contains(@class, 'record-controls')]//a"
        )
        named = {(spoken_name(link), link.get("href")) for link in links}
        assert [name for name, count in Counter(name for name, _href in named).items() if count > 1] == [], page


def test_the_page_of_feeds_names_each_one_that_is_published(site: Built) -> None:
    page = site.html("feed.html")
    named = {link.text: link.get("href") for link in page.xpath("//main//div[contains(@class, 'downloads')]//a")}
    assert named.pop("Cultura") == "feeds/topics/cultura.xml"
    assert {"feeds/topics/cultura.xml", *named.values()} == {path for path in site.tree if path.startswith("feeds/")}
    headings = [heading.text for heading in page.xpath("//main//h2")]
    assert headings == ["Singole schede per tipo", "Singole schede per Paese", "Singole schede per tema"]


def test_a_kind_a_country_and_a_topic_have_their_feed_beside_their_calendar(site: Built) -> None:
    japan = controls(site, "countries/jp.html")["Iscriviti al calendario: Giappone"]
    assert addresses(japan)["feed"] == "../feeds/countries/jp.xml"
    culture = controls(site, "topics/cultura.html")["Iscriviti al calendario: Cultura"]
    assert addresses(culture)["feed"] == "../feeds/topics/cultura.xml"
    agenda = controls(site, "indexes/agenda.html")["Iscriviti al calendario: Appuntamenti"]
    assert addresses(agenda)["feed"] == "../feeds/events.xml"


def test_without_an_address_of_the_site_there_are_plain_links_alone(project: Project) -> None:
    site = project.build("html", "-D", "html_baseurl=", out="homeless", doctrees="homeless-doctrees")

    for page in ("index.html", "iscriviti.html", "countries/fr.html", "issues/2026-05.html"):
        links = [link.get("href") for link in site.html(page).xpath("//details[contains(@class, 'subscribe')]//a")]
        assert links
        assert all(urlsplit(link).scheme == "" and link.endswith((".ics", ".xml")) for link in links), page
    assert site.naming("webcal:") == set()


def test_a_text_gets_one_absolute_link_and_no_folded_parts(project: Project) -> None:
    agenda = project.build("text", doctrees="text-doctrees").text("indexes/agenda.txt")

    assert "Calendario: Appuntamenti" in agenda
    assert "Google" not in agenda


def test_a_calendar_that_comes_or_goes_does_so_on_all_pages(tmp_path: Path) -> None:
    project = write_project(tmp_path / "borgoluce", FILES)
    project.build()
    project.edit("issues/2026-05.md", ":country: PE", ":country: PE\n        :date: 3 maggio".replace("        ", ""))
    with_guests = project.build()
    assert "Iscriviti al calendario: Perù" in controls(with_guests, "countries/pe.html")
    assert "Iscriviti al calendario: Delegazioni ricevute" in controls(with_guests, "indexes/delegazioni.html")
    assert "Perù" in controls(with_guests, "iscriviti.html")

    project.edit("issues/2026-05.md", ":country: PE\n:date: 3 maggio", ":country: PE")
    without = project.build()
    assert "Iscriviti al calendario: Perù" not in controls(without, "countries/pe.html")
    assert controls(without, "indexes/delegazioni.html") == {}
    assert "Perù" not in controls(without, "iscriviti.html")
