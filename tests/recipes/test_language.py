# SPDX-License-Identifier: EUPL-1.2
"""Borgoluce writes in Spanish: one module and one catalogue make a language, as the recipe has it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.project import Built, Project
from tests.recipes.manual import build, command, errors_of_style, example, follow, steps

CATALOGUE = "extensions/newsletter/locale/es/LC_MESSAGES/newsletter.po"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def in_spanish(city: Project) -> Project:
    follow(city, "language")
    city.edit("conf.py", 'language = "it"', 'language = "es"')
    city.write("issues/2026-05.md", example("language"))
    return city


@pytest.fixture(scope="module")
def built(in_spanish: Project) -> Built:
    started = command(in_spanish, "catalogue", "es")
    assert started.returncode == 1
    assert "Missions abroad" in started.stdout.splitlines()
    _translate(in_spanish)
    assert command(in_spanish, "catalogue").returncode == 0
    return build(in_spanish)


def _translate(project: Project) -> None:
    """Give the words of the recipe their Spanish, and all others longer ones, as compounds of German are."""
    spanish = dict(re.findall(r'msgid "(.+)"\nmsgstr "(.+)"', steps("language")["catalogue"]))
    path = project.folder / CATALOGUE
    text = path.read_text("utf-8")
    text = re.sub(
        r'^msgid (?P<id>(?:".*"\n)+)msgstr ""\n(?!")',
        lambda match: f"msgid {match['id']}msgstr {_spoken(match['id'], spanish)}",
        text,
        flags=re.MULTILINE,
    )
    path.write_text(text, "utf-8")


def _spoken(message: str, spanish: dict[str, str]) -> str:
    known = spanish.get(message.strip()[1:-1])
    return f'"{known}"\n' if known else _WORD_OR_VALUE.sub(_longer, message)


_WORD_OR_VALUE = re.compile(r"%\(\w+\)[sd]|%.|\{\w+\}|\\.|:[\w-]+:|[^\W\d_]{5,}")


def _longer(found: re.Match[str]) -> str:
    return f"{found[0]}s{found[0]}".lower() if found[0].isalpha() else found[0]


def test_an_issue_in_it_is_read_and_shown(built: Built) -> None:
    (record,) = built.records.values()
    assert (record["start"], record["end"], record["countries"]) == ("2026-05-13", "2026-05-15", ["JP"])
    shown = built.words("issues/2026-05.html")
    assert "13–15 mayo 2026" in shown
    assert "Japón" in shown
    assert built.html("issues/2026-05.html").get("lang") == "es"
    assert "Misiones al extranjero" in built.words("indexes/archivio.html")


def test_a_writer_is_answered_in_its_words(in_spanish: Project) -> None:
    in_spanish.write("issues/2026-06.md", "# Junio\n\n:::{mision} Lyon\n:fecha: 3 de junio\n:::\n")
    checked = command(in_spanish, "check")
    in_spanish.write("issues/2026-06.md", "# Junio\n\n:::{mission} Lyon\n:fecha: 3 de junio\n:::\n")
    checked_again = command(in_spanish, "check")
    in_spanish.delete("issues/2026-06.md")
    assert "{mission}" in checked.stderr
    assert "“:date:”" in checked_again.stderr


@pytest.fixture(scope="module")
def in_two(in_spanish: Project, built: Built) -> Built:
    """Give the site of an Italian city that has Spanish as a further language."""
    assert built.has("index.html")  # the catalogue is there
    in_spanish.edit("conf.py", 'language = "es"', 'language = "it"\nnewsletter_languages = ["it", "es"]')
    in_spanish.write(
        "issues/2026-05.md",
        "# Maggio 2026\n\n## Missioni\n\n:::{mission} Nagoya\n:date: 13 maggio\n:country: Giappone\n:::\n",
    )
    in_spanish.write(
        "issues/2026-05.es.md", "# Mayo\n\n## Misiones\n\n:::{mission} Viaje a Nagoya\n:id: 2026-05-nagoya\n:::\n"
    )
    made = command(in_spanish, "build", "html")
    assert made.returncode == 0, made.stderr
    return Built(in_spanish.folder / "_build" / "html", 0, made.stderr)


def test_it_can_be_a_further_language_of_an_italian_site(in_two: Built) -> None:
    shown = in_two.words("es/issues/2026-05.html")
    assert "Viaje a Nagoya" in shown
    assert "13 mayo 2026" in shown
    assert "Japón" in shown
    assert in_two.html("es/issues/2026-05.html").get("lang") == "es"
    assert in_two.records["2026-05-nagoya"]["translations"]["es"]["title"] == "Viaje a Nagoya"


@pytest.mark.parametrize("page", ["index", "issues/2026-05", "indexes/missioni", "iscriviti", "dati", "search"])
def test_long_words_fit_a_narrow_telephone(in_two: Built, browser: Browser, page: str) -> None:
    assert "contentscontent" in in_two.words(f"es/{page}.html", "//body")
    narrow = browser.new_page(viewport={"width": 320, "height": 700})
    narrow.goto((in_two.folder / f"es/{page}.html").as_uri())
    assert narrow.evaluate("document.documentElement.scrollWidth") == 320
    narrow.close()


def test_the_code_of_the_recipe_is_in_the_projects_style(in_spanish: Project) -> None:
    assert errors_of_style(in_spanish) == ""
