# SPDX-License-Identifier: EUPL-1.2
"""Ada Esempio writes an issue for Borgoluce with the commands alone: starts it, has it read, sees what changes."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsletter.environment.i18n import use_language
from newsletter.tools.check import check
from newsletter.tools.diff import difference
from newsletter.tools.new_issue import main as new_issue

_CONF = """
project, author = "Borgoluce nel mondo", "Comune di Borgoluce"
language = "it"
extensions = ["myst_parser", "sphinx_design", "newsletter"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]
html_baseurl = "https://borgoluce.example/"
newsletter_slug = "borgoluce"
newsletter_topics = {"musica": "Musica", "gemellaggi": "Gemellaggi"}
"""
_INDEX = """# Borgoluce nel mondo

:::{toctree}
:glob:
:hidden:

issues/*
:::
"""
_MAY = """# Maggio 2026

## Appuntamenti

:::{event} Concerto del ponte
:date: 13 maggio
:place: Ponte di Borgoluce
:topics: musica

Suona la banda di Prova.
:::
"""


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Path]:
    city = tmp_path / "borgoluce"
    (city / "issues").mkdir(parents=True)
    (city / "conf.py").write_text(_CONF, encoding="utf-8")
    (city / "index.md").write_text(_INDEX, encoding="utf-8")
    may(city).write_text(_MAY, encoding="utf-8")
    use_language("it")
    yield city
    use_language("en")


def may(city: Path) -> Path:
    return city / "issues" / "2026-05.md"


def records(city: Path) -> list[str]:
    rows = json.loads((city / "_build" / "check" / "records.json").read_text(encoding="utf-8"))["records"]
    return [f"{row['kind']} {row['start']}" for row in rows]


def test_a_fresh_issue_is_right_as_it_is_and_so_are_its_examples(city: Path, capfd: pytest.CaptureFixture[str]) -> None:
    new_issue(["2026-06", "--source", str(city)])
    assert check(city, []) == 0
    assert records(city) == ["event 2026-05-13"]
    june = city / "issues" / "2026-06.md"
    lines = june.read_text(encoding="utf-8").splitlines()
    notes, examples = [line for line in lines if line.startswith("% Le righe")], 0
    assert notes
    written = []
    for line in lines:
        examples += line.startswith("% :::{")
        written.append(line.removeprefix("%").removeprefix(" ") if line.startswith("%") else line)
    june.write_text("\n".join(written) + "\n", encoding="utf-8")
    assert check(city, []) == 0
    assert len(records(city)) == 1 + examples
    said = capfd.readouterr().err.splitlines()
    assert [line for line in said if "[newsletter.note-published]" not in line] == [], "words to fill in, at most"


def test_a_fault_is_named_at_each_check_until_it_is_mended(city: Path, capfd: pytest.CaptureFixture[str]) -> None:
    may(city).write_text(_MAY.replace("13 maggio", "31 giugno"), encoding="utf-8")
    for _again in range(2):
        assert check(city, []) == 1
        captured = capfd.readouterr()
        assert "2026-05.md:6: WARNING: " in captured.err
        assert "[newsletter.date-impossible]" in captured.err
        assert records(city) == []
    may(city).write_text(_MAY, encoding="utf-8")
    for _again in range(2):
        assert check(city, []) == 0
        assert capfd.readouterr().err == ""
        assert records(city) == ["event 2026-05-13"]


@pytest.mark.usefixtures("sphinx_here")
def test_a_review_reads_what_the_working_tree_changes(city: Path) -> None:
    identity = {f"GIT_{who}_{what}": "ada@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for words in (["init"], ["add", "."], ["commit", "--no-verify", "-m", "Maggio"]):
        subprocess.run(["git", *words], cwd=city, env={**os.environ, **identity}, check=True, capture_output=True)
    may(city).write_text(_MAY.replace("13 maggio", "14 maggio"), encoding="utf-8")
    (city / "issues" / "2026-06.md").write_text(
        "---\ndraft: true\n---\n# Giugno 2026\n\n## Notizie\n\n"
        ":::{news} Un gemellaggio\n:date: 2 giugno\n\nCon Prova.\n:::\n",
        encoding="utf-8",
    )
    told = difference(city, "HEAD", "text", [])
    assert "Un gemellaggio" in told
    assert "13 maggio 2026" in told
    assert "14 maggio 2026" in told
    may(city).write_text(_MAY.replace(":date: 13 maggio", ":date: 13 maggio\n:status: cancelled"), encoding="utf-8")
    (city / "issues" / "2026-06.md").unlink()
    assert "Concerto del ponte" in difference(city, "HEAD", "markdown", [])
    may(city).write_text(_MAY, encoding="utf-8")
    assert difference(city, "HEAD", "text", []).count("\n") == 1
    assert not (city / "_build").exists()
