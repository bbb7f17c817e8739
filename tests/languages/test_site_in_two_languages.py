# SPDX-License-Identifier: EUPL-1.2
"""A newsletter in Italian and in English: what an editor writes, and what readers of each language get."""

from __future__ import annotations

import csv
import functools
import io
import os
import re
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.languages.interface_words import spoken
from tests.languages.two_languages import FILES, ISSUE, TRANSLATION, build, check, publish
from tests.project import CONF, EXTENSIONS, Built, Project, write_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return write_project(tmp_path_factory.mktemp("two") / "borgoluce", FILES)


@pytest.fixture(scope="module")
def sites(project: Project) -> tuple[Built, Built]:
    return build(project)


def test_a_reader_of_english_gets_words_in_english_and_facts_from_the_original(sites: tuple[Built, Built]) -> None:
    words = sites[1].words("issues/2026-05.html")
    assert "Lanterns in Nagoya" in words
    assert "13–15 April 2026" in words
    assert "Ada Prova (Mayor)" in words
    assert "Japan" in words
    assert "Culture" in words
    assert "Made of paper." in words
    assert not re.search("Lanterne|Sindaca|Di carta|Giappone", words)


def test_its_words_say_their_language_wherever_they_stand(sites: tuple[Built, Built]) -> None:
    for path in (path for path in sites[1].tree if path.endswith(".html")):
        for text, language in spoken(sites[1].html(path)):
            if re.search(
                "Ponte di Lione|Un ponte nuovo|Un saluto|Sala dei ponti|Consigliere|Piazza Inventata(?! 1)", text
            ):
                assert language == "it", (path, text)
            if re.search("Mission abroad|20 April|France|Feast|Mayor", text):
                assert language == "en", (path, text)
    facts = sites[1].words("issues/2026-05.html", "//section[@id='2026-05-ponte-di-lione']//dt")
    assert "Place" in facts
    assert "Luogo" not in facts


def test_what_is_translated_in_part_says_which_part_is_not(tmp_path: Path) -> None:
    picture = ":image: lanterna.svg\n    :alt: Una lanterna rossa\n    :date: 13-15 aprile"
    files = {
        **FILES,
        "issues/lanterna.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        "issues/2026-05.md": ISSUE.replace(":date: 13-15 aprile", picture),
        "issues/2026-05.en.md": TRANSLATION.replace("    A thousand lights, and {record}`lanterne`.\n", "").replace(
            "{mission} Lanterns in Nagoya", "{mission}"
        ),
    }
    _italian, english = build(write_project(tmp_path / "parts", files))
    page = english.html("issues/2026-05.html")
    [title_alone] = page.xpath("//section[@id='2026-05-festa-dei-lumi']")
    assert title_alone.xpath("h3/@lang") == []
    assert title_alone.xpath("p[contains(., 'Mille lumi')]/@lang") == ["it"]
    assert "The text has not been translated yet." in title_alone.text_content()
    [text_alone] = page.xpath("//section[@id='lanterne']")
    assert text_alone.xpath("h3/@lang") == ["it"]
    assert "not been translated" not in text_alone.text_content()
    assert text_alone.xpath(".//img[@alt = 'Una lanterna rossa']/@lang") == ["it"]
    assert not text_alone.xpath(".//dd[contains(., 'Mayor')]/@lang")


def test_the_site_around_it_is_english_too(sites: tuple[Built, Built]) -> None:
    page = sites[1].html("issues/2026-05.html")
    assert page.get("lang") == "en"
    assert sites[1].words("issues/2026-05.html", "//h2").replace("¶", "").startswith("Missions abroad In the square")
    assert "People" in sites[1].words("issues/2026-05.html", "//nav")
    assert "Countries" not in sites[0].words("issues/2026-05.html", "//nav")


def test_what_is_not_translated_stands_there_in_its_language_with_a_note(sites: tuple[Built, Built]) -> None:
    page = sites[1].html("issues/2026-05.html")
    [block] = page.xpath("//section[@id='2026-05-ponte-di-lione']")
    assert block.xpath("h3/@lang") == ["it"]
    assert block.xpath("p[contains(., 'Un ponte nuovo')]/@lang") == ["it"]
    assert "This has not been translated yet." in block.text_content()
    assert not block.xpath("dl/@lang | @lang")  # the facts have English names
    assert page.xpath("//p[contains(., 'Un saluto')]/@lang") == ["it"]


def test_each_page_leads_to_itself_in_the_other_language(sites: tuple[Built, Built]) -> None:
    italian, english = sites
    for site, current in ((italian, "it"), (english, "en")):
        for page in (path for path in site.tree if path.endswith(".html") and not path.startswith("en/")):
            links = site.html(page).xpath("//ul[@class='slim-languages']//a")
            assert [link.get("hreflang") for link in links] == ["it", "en"]
            assert [link.get("hreflang") for link in links if link.get("aria-current")] == [current]
            if page == "404.html":
                continue
            for link, other in zip(links, sites, strict=True):
                assert (site.folder / page).parent.joinpath(link.get("href")).resolve() == other.folder / page
    alternates = italian.html("indexes/paesi.html").xpath("//link[@rel='alternate'][@hreflang]")
    assert {
        link.get("hreflang"): link.get("href").removeprefix("https://borgoluce.example/news/") for link in alternates
    } == {
        "it": "indexes/paesi.html",
        "x-default": "indexes/paesi.html",
        "en": "en/indexes/paesi.html",
    }


def test_search_engines_are_told_of_the_pages_in_both(sites: tuple[Built, Built]) -> None:
    root = "https://borgoluce.example/news/"
    assert re.findall("Sitemap: (.*)", sites[0].text("robots.txt")) == [f"{root}sitemap.xml", f"{root}en/sitemap.xml"]
    assert f"{root}en/issues/2026-05.html" in sites[1].text("sitemap.xml")


def entries(calendar: str) -> dict[str, str]:
    """Return the titles of a calendar by UID."""
    events = calendar.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    found = [dict(line.partition(":")[::2] for line in event.splitlines() if ":" in line) for event in events]
    return {
        event["UID"]: next(value for name, value in event.items() if name.partition(";")[0] == "SUMMARY")
        for event in found
    }


def test_a_subscriber_of_both_calendars_has_one_event(sites: tuple[Built, Built]) -> None:
    italian, english = (entries(site.text("calendar/all.ics")) for site in sites)
    assert italian.keys() == english.keys()
    assert set(italian.values()) == {"Lanterne a Nagoya", "Ponte di Lione", "Festa dei lumi"}
    assert set(english.values()) == {"Lanterns in Nagoya", "Ponte di Lione", "Feast of lights"}


def test_a_feed_is_in_its_language(sites: tuple[Built, Built]) -> None:
    assert "Lanterns in Nagoya" in sites[1].text("feeds/missions.xml")
    assert "Lanterne a Nagoya" in sites[0].text("feeds/missions.xml")
    assert 'xml:lang="en"' in sites[1].text("feeds/atom.xml")


def test_data_are_there_once_with_their_translations(sites: tuple[Built, Built]) -> None:
    italian, english = sites
    assert not english.has("data/records.json")
    assert italian.records["lanterne"]["title"] == "Lanterne a Nagoya"
    assert italian.records["lanterne"]["text"] == "La Sindaca ha visto le lanterne.\nDi carta."
    assert italian.records["lanterne"]["translations"] == {
        "en": {
            "title": "Lanterns in Nagoya",
            "text": "The Mayor saw the lanterns.\nMade of paper.",
            "people": [{"name": "Ada Prova", "role": "Mayor"}],
        }
    }
    assert italian.records["2026-05-ponte-di-lione"]["translations"] == {}
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(italian.text("data/records.csv"), newline=""))}
    assert rows["lanterne"]["title_en"] == "Lanterns in Nagoya"
    assert rows["2026-05-ponte-di-lione"]["text_en"] == ""
    assert len(italian.records) == 3  # a translation is no record


def test_a_search_finds_what_is_translated_first_and_then_the_rest(
    sites: tuple[Built, Built], browser: Browser
) -> None:
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(sites[0].folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/en/search.html?q=abroad")
        hits = page.locator("#search-results li a")
        hits.nth(1).wait_for()
        found = [" ".join(text.split()) for text in hits.all_inner_texts()]
        page.close()
        server.shutdown()
    assert found[:3] == ["Lanterns in Nagoya", "Ponte di Lione", "Missions abroad"], "pages come after records"


def test_a_draft_of_a_translation_is_not_published(tmp_path: Path) -> None:
    draft = TRANSLATION.replace("description:", "draft: true\n    description:")
    italian, english = build(write_project(tmp_path / "draft", {**FILES, "issues/2026-05.en.md": draft}))
    assert not italian.naming("Lanterns")
    assert not english.naming("Lanterns")
    assert english.words("issues/2026-05.html").count("This issue has not been translated yet.") == 1
    assert "This has not been translated yet." not in english.words("issues/2026-05.html")


def test_a_name_that_is_withheld_is_in_no_language(tmp_path: Path) -> None:
    files = {
        **FILES,
        "registers.yaml": "withheld: [Ugo Prova]\n",
        "issues/2026-05.en.md": TRANSLATION.replace("Feast of lights", "Feast of Ugo Prova"),
    }
    italian = write_project(tmp_path / "only", files).build(strict=False)
    _italian, english = build(write_project(tmp_path / "withheld", files))
    assert not italian.naming("Ugo Prova")
    # What is written on the page itself stays, as in the original, and with it in the feeds of whole issues.
    assert english.naming("Ugo Prova") == {"issues/2026-05.html", "feeds/atom.xml", "feeds/feed.json"}


def test_one_language_is_the_site_that_it_was(tmp_path: Path) -> None:
    original = {"issues/2026-05.md": ISSUE}
    today = write_project(tmp_path / "none", original).build()
    one = write_project(tmp_path / "one", {**original, "conf.py": f'{CONF}\nnewsletter_languages = ["it"]\n'}).build()
    assert today.tree == one.tree


def test_an_edit_of_either_file_gives_what_a_fresh_build_gives(tmp_path: Path) -> None:
    project = write_project(tmp_path / "edited", FILES)
    build(project)
    project.edit("issues/2026-05.en.md", "Feast of lights", "Night of lights")
    project.edit("issues/2026-05.md", ":date: 30 maggio", ":date: 29 maggio")
    edited = build(project)
    project.delete("issues/2026-05.en.md")
    build(project)
    project.write("issues/2026-05.en.md", TRANSLATION.replace("Feast of lights", "Night of lights"))
    again = build(project)
    fresh = build(
        write_project(
            tmp_path / "fresh",
            {
                **FILES,
                "issues/2026-05.md": ISSUE.replace("30 maggio", "29 maggio"),
                "issues/2026-05.en.md": TRANSLATION.replace("Feast of lights", "Night of lights"),
            },
        )
    )
    assert edited[0].tree.keys() == fresh[0].tree.keys()
    assert [path for path in fresh[0].tree if edited[0].tree[path] != fresh[0].tree[path]] == []
    assert [path for path in fresh[0].tree if again[0].tree.get(path) != fresh[0].tree[path]] == []


@pytest.mark.slow
def test_one_command_publishes_both_and_takes_a_language_away_that_is_given_up(tmp_path: Path) -> None:
    project = write_project(tmp_path / "published", FILES)
    publish(project)
    site = Built(project.folder / "_build" / "html", 0, "")
    assert "Feast of lights" in site.words("en/issues/2026-05.html")
    assert site.links("index.html", "//header")["English"] == "en/index.html"
    assert not any("address-gone" in line for line in check(project))
    project.edit("conf.py", '["it", "en"]', '["it"]')
    project.delete("issues/2026-05.en.md")
    publish(project)
    assert not site.has("en")
    assert "English" not in site.links("index.html", "//header")


@pytest.mark.slow
def test_a_bare_sphinx_build_says_that_it_makes_one_language(tmp_path: Path) -> None:
    project = write_project(tmp_path / "bare", FILES)
    words = [sys.executable, "-m", "sphinx", "-b", "html", str(project.folder), str(tmp_path / "html")]
    environment = {**os.environ, "PYTHONPATH": EXTENSIONS}
    done = subprocess.run(words, check=True, env=environment, capture_output=True, text=True)
    assert "«make» costruisce anche en," in done.stdout
    assert "English" not in Built(tmp_path / "html", 0, "").links("index.html", "//header")
