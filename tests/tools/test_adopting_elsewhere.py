# SPDX-License-Identifier: EUPL-1.2
"""The city of Lumen starts a newsletter in English from the template: settings, pages, forms, and no other word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsletter.environment.i18n import use_language
from newsletter.model.kinds import Kind
from newsletter.tools.adopt import adopt, main
from newsletter.tools.console import CommandError
from newsletter.tools.form.answers import read_forms
from newsletter.tools.form.topics import main as forms
from newsletter.tools.new_issue import main as new_issue
from tests.languages.interface_words import phrases_in
from tests.project import ROOT, Built, Project
from tests.web.test_english import words

_ITALIAN = re.compile(r"\b(?:il|gli|della|delle|dello|degli|nella|che|non|sono|è|più|città|numero|dati|iscriviti)\b")
_EVENT = ":::{event} Night of lanterns\n:date: 12 July 2026\n:place: Lumen\n:topics: culture\n\nLights all over.\n:::\n"


@pytest.fixture
def lumen(tmp_path: Path) -> Project:
    use_language("en")
    adopt(tmp_path / "lumen", 'Lumen "abroad"', "en")
    return Project(tmp_path / "lumen")


def texts(folder: Path) -> Mapping[str, str]:
    """Return the texts of all files in *folder* by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in {".md", ".py", ".yml", ".txt", ""}
    }


def italian_words(said: Mapping[str, str]) -> set[tuple[str, str]]:
    by_word = {(path, found) for path, text in said.items() for found in _ITALIAN.findall(text.casefold())}
    return by_word | phrases_in(said, "it")


def test_nothing_that_is_written_has_an_italian_word(lumen: Project) -> None:
    assert new_issue(["2026-07", f"--source={lumen.folder}"]) == 0
    found = texts(lumen.folder)
    assert {"conf.py", "index.md", "subscribe.md", "indexes/missions.md", "issues/2026-07.md"} <= found.keys()
    assert italian_words(found) == set()


def test_the_site_is_built_strictly_and_has_none_either(lumen: Project) -> None:
    empty = lumen.build("html", "-W", "--keep-going")
    assert empty.records == {}
    lumen.edit("conf.py", '# "culture"', '"culture"')
    new_issue(["2026-07", f"--source={lumen.folder}"])
    lumen.edit("issues/2026-07.md", "draft: true\n", "")
    lumen.edit("issues/2026-07.md", "## International sports", f"{_EVENT}\n## International sports")
    built = lumen.build("html", "-W", "--keep-going", today="2026-07-02")

    assert list(built.records) == ["2026-07-night-of-lanterns"]
    pages = {path: words(built, path) for path in built.tree if path.endswith(".html")}
    assert italian_words(pages) == set()
    assert _linked_from_everywhere(built) >= {
        "indexes/agenda.html", "indexes/delegations.html", "indexes/missions.html", "indexes/countries.html",
        "indexes/people.html", "indexes/organisations.html", "indexes/topics.html", "indexes/archive.html",
        "subscribe.html", "data.html", "accessibility.html",
    }  # fmt: skip
    assert '"@type": "Dataset"' in built.text("data.html")


def _linked_from_everywhere(built: Built) -> set[str]:
    links = built.html("issues/2026-07.html").xpath("//header//a/@href | //footer//a/@href")
    return {link.removeprefix("../") for link in links}


def test_its_forms_make_blocks_and_offer_its_topics(lumen: Project) -> None:
    lumen.edit("conf.py", '# "culture": "Culture"', '"light": "Light"')
    assert forms([f"--source={lumen.folder}"]) == 0
    assert {form.kind for form in read_forms(lumen.folder)} == set(Kind)
    assert all("- Light\n" in path.read_text("utf-8") for path in (lumen.folder / ".github/ISSUE_TEMPLATE").iterdir())


def test_an_italian_city_gets_the_pages_of_the_first_one_and_its_guide(tmp_path: Path) -> None:
    adopt(tmp_path / "borgoluce", "Borgoluce nel mondo", "it")
    built = Project(tmp_path / "borgoluce").build("html", "-W", "--keep-going")
    assert {"index.html", "iscriviti.html", "indexes/missioni.html", "guida/index.html"} <= built.tree.keys()
    assert built.naming("Torino") == set()


def test_nothing_is_written_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine", "utf-8")
    with pytest.raises(CommandError):
        main([str(tmp_path)])
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_language_without_pages_is_answered_with_those_that_have_them(tmp_path: Path) -> None:
    use_language("en")
    with pytest.raises(CommandError, match="en, it"):
        main(["--language=xx", str(tmp_path / "new")])


@pytest.mark.usefixtures("first_city")
def test_its_pages_show_what_those_in_italian_show(lumen: Project) -> None:
    def shown(folder: Path) -> set[str]:
        pages = [page.read_text("utf-8") for page in (*folder.glob("[a-z]*.md"), *folder.glob("indexes/*.md"))]
        return {view for page in pages for view in re.findall(r"^:::+\{([a-z-]+)\}", page, re.MULTILINE)}

    assert shown(lumen.folder) == shown(ROOT)
    assert len([*lumen.folder.glob("indexes/*.md")]) == len([*ROOT.glob("indexes/*.md")])
