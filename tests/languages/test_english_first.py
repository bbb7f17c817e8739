# SPDX-License-Identifier: EUPL-1.2
"""The city of Lumen writes in English, and its readers in Italy have its site in Italian."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.environment.i18n import use_language
from newsletter.tools.adopt import adopt
from tests.languages.two_languages import build
from tests.project import Built, Project


@pytest.fixture(scope="module")
def italian(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder: Path = tmp_path_factory.mktemp("lumen") / "lumen"
    use_language("en")
    adopt(folder, "Lumen abroad", "en")
    lumen = Project(folder)
    lumen.edit("conf.py", 'newsletter_languages = ["en"]', 'newsletter_languages = ["en", "it"]')
    _english, built = build(lumen, further="it")
    return built


def test_its_standing_pages_are_the_packages_in_italian(italian: Built) -> None:
    for page, title in {
        "indexes/missions.html": "Missioni all'estero",
        "indexes/people.html": "Persone",
        "subscribe.html": "Iscriviti",
        "data.html": "Dati aperti",
        "accessibility.html": "Accessibilità",
    }.items():
        assert title in italian.words(page, "//h1")
        assert "Questa pagina non è ancora tradotta." not in italian.words(page)
        assert italian.html(page).xpath("//meta[@name='description']/@content")


def test_its_home_leads_to_pages_as_they_are_called_there(italian: Built) -> None:
    found = set(italian.html("index.html").xpath("//main//a/@href"))
    assert {"subscribe.html", "data.html", "indexes/missions.html", "indexes/archive.html"} <= found
