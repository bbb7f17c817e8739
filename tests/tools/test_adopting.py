# SPDX-License-Identifier: EUPL-1.2
"""The city of Borgoluce takes the project over, as docs/adopting.md says: its own conf.py, and no issue yet."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from newsletter.locale import use_language
from newsletter.tools.new_block import main as new_block
from newsletter.tools.new_issue import main as new_issue
from tests.project import ROOT, Project

GUIDE = (ROOT / "docs" / "adopting.md").read_text("utf-8")
SETTINGS = re.search(r"<!-- conf -->\n```python\n(?P<code>.*?)```", GUIDE, re.DOTALL)
OF_TORINO = ("Torino", "torino", "Meucci", "01137808", "work-in-progress")


@pytest.fixture
def city(tmp_path: Path) -> Project:
    """Do what the guide says: copy the project, give it the settings of the guide, empty what the city writes."""
    folder = tmp_path / "borgoluce"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "_build", "tests", "__pycache__"))
    shutil.rmtree(folder / "issues")  # git keeps no empty folder, so a clone has none
    (folder / "registers.yaml").write_text("", "utf-8")
    home = folder / "index.md"
    home.write_text(home.read_text("utf-8").replace("# Work in Progress", "# Borgoluce nel mondo"), "utf-8")
    conf = (folder / "conf.py").read_text("utf-8")
    start, end = conf.index("# -- The newsletter and its publisher"), conf.index("# -- How it is built")
    assert SETTINGS is not None
    (folder / "conf.py").write_text(f"{conf[:start]}{SETTINGS['code']}\n{conf[end:]}", "utf-8")
    use_language("it")
    return Project(folder)


def test_the_settings_of_the_guide_are_all_that_there_are() -> None:
    assert SETTINGS is not None
    theirs = set(re.findall(r"^(\w+)(?:: .*?)? =", SETTINGS["code"], re.MULTILINE))
    conf = (ROOT / "conf.py").read_text("utf-8")
    ours = set(
        re.findall(r"^(newsletter_\w+|project|author|copyright|language|html_baseurl)(?:: .*?)? =", conf, re.MULTILINE)
    )
    assert ours <= theirs


def test_an_empty_newsletter_builds_without_a_warning_and_without_a_word_of_the_first_city(city: Project) -> None:
    built = city.build("html", "-W", "--keep-going")
    assert "Borgoluce" in built.words("index.html", "//body")
    assert built.records == {}
    assert {word: built.naming(word) for word in OF_TORINO} == {word: set() for word in OF_TORINO}


def test_its_first_issue_needs_nothing_but_the_commands(city: Project) -> None:
    source = f"--source={city.folder}"
    assert new_issue(["2026-07", source]) == 0
    event = [source, "--title=Notte delle lanterne", "--date=12 luglio", "--place=Borgoluce", "--topics=cultura"]
    assert new_block(["event", *event]) == 0
    city.build("html", "-W", "--keep-going")  # a draft: there is still nothing to publish
    city.edit("issues/2026-07.md", "draft: true", "title: Luglio 2026")
    built = city.build("html", "-W", "--keep-going", strict=False, today="2026-07-01")
    assert "WARNING" not in built.messages
    assert list(built.records) == ["2026-07-notte-delle-lanterne"]
    top_news = built.words("issues/2026-07.html", "//section[h2='Top News']")
    assert "Notte delle lanterne" in top_news
    assert "Notte delle lanterne" in built.words("indexes/agenda.html")
    assert "Notte delle lanterne" in built.words("index.html")
    assert built.has("calendar/events.ics")
