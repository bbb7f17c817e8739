# SPDX-License-Identifier: EUPL-1.2
"""Every page of the shipped site, as readers of each language have it: its words, their language, its ways."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from newsletter.languages.language import split
from newsletter.tools.settings import further_languages, setting
from tests.languages.interface_words import pieces_in, spoken
from tests.languages.two_languages import publish
from tests.project import ROOT, Built, Project

BASE = str(setting(ROOT, "html_baseurl"))
COMMON = {
    "it": frozenset(
        split("il lo la gli le di e del della delle dei degli al alla nel nella dal dalla che per con una sono è si ha")
    ),
    "en": frozenset(split("the of and to with for from which this that are is was by on at its has an be it as")),
}
"""Words that no other of the two languages has, and hardly a sentence does without."""


@pytest.fixture(scope="module")
def site(shipped_sources: Project, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the shipped site in all of its languages, as ``make html`` publishes it."""
    assert further_languages(ROOT) == ("en",)
    folder = tmp_path_factory.mktemp("both") / "newsletter"
    shutil.copytree(shipped_sources.folder, folder, ignore=shutil.ignore_patterns("_build"))
    publish(Project(folder))
    return Built(folder / "_build" / "html", 0, "")


def pages(site: Built, language: str) -> Iterator[str]:
    """Yield the paths of the pages in *language*."""
    for path in sorted(site.tree):
        if path.endswith(".html") and path.startswith("en/") == (language == "en"):
            yield path


def other(path: str) -> str:
    """Return the path of the same page in the other language."""
    return path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"


def in_other_language(texts: list[tuple[str, str]], language: str, stranger: str) -> list[str]:
    """Return those of *texts* that are said to be in *language*, and have more common words of the *stranger*.

    Names have two such words at most.
    """
    found = []
    for text, said in texts:
        words = re.findall(r"\w+", text.casefold())
        own, others = (sum(word in COMMON[each] for word in words) for each in (language, stranger))
        if said == language and others > max(2, own):
            found.append(" ".join(text.split()))
    return found


def page(text: str) -> Any:
    """Return a page of one paragraph."""
    return html.document_fromstring(f'<html lang="en"><body>{text}</body></html>')


def test_a_wrong_language_would_be_noticed() -> None:
    italian = "Una mostra nella piazza che è aperta per tutti."
    assert in_other_language(list(spoken(page(f"<p>{italian}</p>"))), "en", "it") == [italian]
    assert in_other_language(list(spoken(page(f'<p lang="it">{italian}</p>'))), "en", "it") == []
    assert in_other_language(list(spoken(page('<p lang="it">The mayor of the city is in it.</p>'))), "it", "en")
    assert pieces_in(["Missioni all'estero (3)", "Cerca:", "Compagnia Cerca Dove"], "it") == {
        "missioni all'estero (3)",
        "cerca:",
    }
    assert pieces_in(["Missions abroad"], "en") == {"missions abroad"}


@pytest.mark.slow
@pytest.mark.usefixtures("first_city")
@pytest.mark.parametrize(("language", "stranger"), [("en", "it"), ("it", "en")])
def test_no_page_has_words_of_the_other_language_unless_it_says_so(site: Built, language: str, stranger: str) -> None:
    said = {path: list(spoken(site.html(path))) for path in pages(site, language)}
    assert len(said) > 20

    ours = {path: [text for text, lang in texts if lang == language] for path, texts in said.items()}
    assert {path: strange for path, texts in ours.items() if (strange := pieces_in(texts, stranger))} == {}
    assert {
        path: found for path, texts in said.items() if (found := in_other_language(texts, language, stranger))
    } == {}


@pytest.mark.slow
@pytest.mark.usefixtures("first_city")
def test_each_page_leads_to_the_same_page_in_each_language_and_search_engines_too(site: Built) -> None:
    for language in ("it", "en"):
        for path in pages(site, language):
            root = site.html(path)
            if root.xpath("//meta[@http-equiv='refresh']"):
                continue  # a former address leads on of itself
            assert root.get("lang") == language, path
            assert other(path) in site.tree, path
            links = {link.get("hreflang"): link.get("href") for link in root.xpath("//ul[@class='slim-languages']//a")}
            led_to = {name: led(path, href) for name, href in links.items()}
            assert led_to == {language: path, "en" if language == "it" else "it": other(path)}, path
            if root.xpath("//meta[@name='robots'][@content='noindex']"):
                continue
            alternates = {
                link.get("hreflang"): link.get("href").removeprefix(BASE)
                for link in root.xpath("//link[@rel='alternate'][@hreflang]")
            }
            italian = path.removeprefix("en/")
            assert alternates == {"it": italian, "x-default": italian, "en": f"en/{italian}"}, path
            assert root.xpath("string(//link[@rel='canonical']/@href)") == f"{BASE}{path}"


def led(path: str, href: str) -> str:
    """Return the page that *href* on *path* leads to; on 404.html, which stands anywhere, it starts at the root."""
    root = re.sub("^https?://[^/]+", "", BASE)
    if href.startswith(root):
        return href.removeprefix(root)
    return os.path.normpath(Path(path).parent / href)
