# SPDX-License-Identifier: EUPL-1.2
"""Pages around the issues in a further language: the city's own, the package's, or the original with a note."""

from __future__ import annotations

from pathlib import Path

from tests.languages.two_languages import FILES, build
from tests.project import write_project


def test_a_standing_page_is_the_citys_own_or_else_the_packages_or_says_what_it_is(tmp_path: Path) -> None:
    files = {
        **FILES,
        "index.en.md": "# Borgoluce abroad\n\n:::{toctree}\n:hidden:\n:glob:\n\nindexes/*\nissues/*\ncontatti\n:::\n",
        "contatti.md": (
            "---\norphan: true\n---\n\n# Contatti\n\nSi scrive a noi.\n\n## Cifre\n\nEcco:\n\n"
            ":::{report}\n:part: method\n:year: 2026\n:::\n"
        ),
    }
    _italian, english = build(write_project(tmp_path / "standing", files))
    assert english.html("index.html").xpath("//h1")[0].text_content().startswith("Borgoluce abroad")
    assert "Missions abroad" in english.words("indexes/missioni.html", "//h1")
    page = english.html("contatti.html")
    assert page.xpath("//p[contains(., 'Si scrive')]/@lang") == ["it"]
    said_in = "string(//{}/ancestor-or-self::*[@lang][1]/@lang)"
    assert page.xpath(said_in.format("h2[starts-with(., 'Cifre')]")) == "it"
    assert page.xpath(said_in.format("p[.='Ecco:']")) == "it"
    assert page.xpath(said_in.format("p[starts-with(., 'Roles are')]")) == "en", "what is made is in English"
    assert "This page has not been translated yet." in english.words("contatti.html")
    assert not english.has("index.en.html")


def test_a_standing_page_may_have_a_gettext_catalogue(tmp_path: Path) -> None:
    catalogue = """
        msgid "Contatti"
        msgstr "Contacts"

        msgid "Si scrive a noi."
        msgstr "Write to us."
        """
    files = {
        **FILES,
        "contatti.md": "---\norphan: true\n---\n\n# Contatti\n\nSi scrive a noi.\n\n## Orari\n\nOgni mattina.\n",
        "locales/en/LC_MESSAGES/contatti.po": catalogue,
        "locales/en/LC_MESSAGES/index.po": 'msgid "In arrivo"\nmsgstr "What is on"\n',
    }
    italian, english = build(write_project(tmp_path / "gettext", files))
    page = english.html("contatti.html")
    assert page.xpath("//h1[starts-with(., 'Contacts')]/@lang | //p[.='Write to us.']/@lang") == []
    assert page.xpath("string(//p[.='Ogni mattina.']/ancestor-or-self::*[@lang][1]/@lang)") == "it"
    assert "Write to us." in english.words("contatti.html")
    assert "This page has not been translated yet." not in english.words("contatti.html")
    assert "Si scrive a noi." in italian.words("contatti.html")
    assert "What is on" in english.words("index.html")  # before the package's page
