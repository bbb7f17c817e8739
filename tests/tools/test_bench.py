# SPDX-License-Identifier: EUPL-1.2
"""What is measured is the same work for everybody at every run; the table says what it is beside others."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from newsletter.dates import parse_dates
from newsletter.model.kinds import Kind
from scripts.bench.__main__ import peak_memory, table
from scripts.bench.archive import issues, write_issues
from scripts.bench.cases import Case, Group
from scripts.bench.sources import plant_hints, write_ours, write_plain
from tests.project import EXTENSIONS, ROOT, Project

_TOPICS = ("musica", "gemellaggi", "clima")


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_an_archive_is_invented_the_same_way_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_issues(tmp_path / name, 14, _TOPICS, plain=False)
    assert texts(tmp_path / "one") == texts(tmp_path / "other")
    assert min(texts(tmp_path / "one")) == "2025-04.md"
    assert len(texts(tmp_path / "one")) == 14


def test_blocks_and_plain_sections_hold_the_same_words(tmp_path: Path) -> None:
    write_issues(tmp_path / "blocks", 2, _TOPICS, plain=False)
    write_issues(tmp_path / "plain", 2, _TOPICS, plain=True)
    for name, sections in texts(tmp_path / "plain").items():
        blocks = texts(tmp_path / "blocks")[name]
        words = re.sub(r"^:::(\{\w+\})?|^:\w+:", "", blocks, flags=re.MULTILINE)
        assert Counter(re.findall(r"\w+", sections)) == Counter(re.findall(r"\w+", words))
        assert sections.count("\n### ") == len(re.findall(r"^:::\{(?!masthead)", blocks, re.MULTILINE)) == 22


def test_invented_dates_are_right_for_their_issues() -> None:
    for issue in issues(14, _TOPICS):
        for entry in issue.entries:
            dates = parse_dates(entry.options["date"], period=issue.period, kind=Kind(entry.kind))
            assert (dates.start.year, dates.start.month) in {
                (near.year, near.month) for near in (issue.period, issue.period.plus(-1))
            }


def test_an_invented_archive_is_one_that_nobody_complains_of(tmp_path: Path) -> None:
    write_ours(ROOT, tmp_path / "site", 3)
    built = Project(tmp_path / "site").build("html", "-W", "--keep-going")  # hints would fail it, too
    assert len(built.records) == 3 * 22
    assert any("https://example.org/" in href for href in built.links("issues/2026-05.html").values())


def test_each_issue_can_be_given_a_hint(tmp_path: Path) -> None:
    write_ours(ROOT, tmp_path / "site", 2)
    plant_hints(tmp_path / "site")
    messages = Project(tmp_path / "site").build("newsletter-check", strict=False).messages
    assert (messages.count("HINT"), messages.count("[newsletter.link-text]")) == (2, 2)


def test_plain_sphinx_has_its_search_or_none(tmp_path: Path) -> None:
    for search in (True, False):
        write_plain(ROOT, tmp_path / str(search), 1, search=search)
        built = Project(tmp_path / str(search)).build("html", "-W")
        assert built.has("issues/2026-05.html")
        assert built.has("searchindex.js") is search


def test_each_cost_is_given_beside_the_first() -> None:
    group = Group("Cold", (Case("plain", "true"), Case("ours", "true")))
    results = [
        {"command": name, "user": cpu, "system": 1.0, "median": wall, "min": wall, "max": wall + 1}
        for name, cpu, wall in (("plain", 3.0, 2.0), ("ours", 5.0, 5.0))
    ]
    assert list(table(group, results))[-3:] == [
        "| plain | 4.00 | 2.00 | 2.00–3.00 | 1.00 | 1.00 |",
        "| ours | 6.00 | 5.00 | 5.00–6.00 | 1.50 | 2.50 |",
        "",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="ps tells it by session on Linux alone")
def test_memory_is_that_of_all_processes_together() -> None:
    hold = "import time; held = bytearray(10**8); time.sleep(0.5)"
    code = f"import subprocess, sys; held = bytearray(10**8); subprocess.run([sys.executable, '-c', {hold!r}])"
    assert 200 < peak_memory([sys.executable, "-c", code]) < 300


@pytest.mark.slow
def test_somebody_takes_a_quick_look() -> None:
    if shutil.which("hyperfine") is None:
        pytest.skip("hyperfine is not on this machine")
    words = [sys.executable, "-m", "scripts.bench", "--sizes", "1", "--runs", "1"]
    done = subprocess.run(
        words, cwd=ROOT, env={**os.environ, "PYTHONPATH": EXTENSIONS}, capture_output=True, text=True, check=True
    )
    assert re.findall(r"^\| (plain Sphinx|this project)", done.stdout, re.MULTILINE) == [
        *("plain Sphinx", "plain Sphinx", "this project"),
    ]
