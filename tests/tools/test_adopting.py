# SPDX-License-Identifier: EUPL-1.2
"""The city of Borgoluce has a copy of the repository: its own conf.py, and no issue yet."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsletter.environment.i18n import use_language
from newsletter.tools.form.topics import main as forms
from newsletter.tools.new_block import main as new_block
from newsletter.tools.new_issue import main as new_issue
from tests.adopting import adopt
from tests.project import ROOT, Project

OF_TORINO = ("Torino", "torino", "Meucci", "01137808", "work-in-progress")


@pytest.fixture
def city(tmp_path: Path) -> Project:
    """Give the copy."""
    use_language("it")
    return adopt(tmp_path / "borgoluce")


def test_the_settings_of_the_template_are_all_that_there_are() -> None:
    template = (ROOT / "extensions/newsletter/tools/city/all/conf.py.in").read_text("utf-8")
    theirs = set(re.findall(r"^(\w+)(?:: .*?)? =", template, re.MULTILINE))
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


@pytest.mark.slow
def test_the_tests_that_come_along_are_silent_about_the_first_city(city: Project) -> None:
    assert forms([f"--source={city.folder}"]) == 0
    files = ["tests/test_shipped_issues.py", "tests/workflows/test_form.py", "tests/workflows/test_lint.py"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files],
        cwd=city.folder,
        env={**os.environ, "PYTHONPATH": str(city.folder / "extensions")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "the issues of the first city are not here" in done.stdout
