# SPDX-License-Identifier: EUPL-1.2
"""What the workflow of a proposal finds out about it, with the command that it runs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from newsletter.tools.report import read_json, read_report
from newsletter.tools.review.__main__ import main as review_command
from newsletter.tools.review.findings import findings
from newsletter.tools.review.links import link_report
from newsletter.tools.review.links import main as links_command
from newsletter.tools.review.messages import read_messages
from tests.conftest import MakeProject

_MAY = """
    # Maggio 2026

    ## Appuntamenti

    :::{event} Concerto del ponte
    :date: 13 maggio
    :place: Borgoluce
    :::

    :::{event} Festa di Prova
    :date: 16 maggio
    :::
    """


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=Ada Esempio", "-c", "user.email=ada@borgoluce.example")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def test_a_reviewer_is_told_what_changes_and_what_has_to_be_put_right(
    make_project: MakeProject, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    city = make_project({"issues/2026-05.md": _MAY})
    git(city.folder, "init", "-q")
    git(city.folder, "add", "-A")
    git(city.folder, "commit", "-qm", "Maggio")
    city.edit("issues/2026-05.md", "13 maggio", "14 maggio")
    city.edit("issues/2026-05.md", "Prova\n:date: 16 maggio", "Prova\n:date: 31 aprile")
    out = tmp_path / "review.json"
    assert review_command(["--base=HEAD", "--source", str(city.folder), "--out", str(out)]) == 0
    report = read_report(read_json(out))
    assert capsys.readouterr().out == report.as_markdown()
    sections = {section.title: section.items for section in report.sections}
    assert [item.title for item in sections["Da correggere"]] == ["issues/2026-05.md:11"]
    assert "[newsletter.date-impossible]" in sections["Da correggere"][0].about
    moved = next(items for title, items in sections.items() if any("Concerto" in item.title for item in items))
    assert "14 maggio 2026" in " ".join(moved[0].lines)


def test_sources_that_cannot_be_read_are_told_too(make_project: MakeProject, tmp_path: Path) -> None:
    city = make_project({"issues/2026-05.md": _MAY})
    out = tmp_path / "review.json"
    assert review_command(["--base=HEAD", "--source", str(city.folder), "--out", str(out)]) == 0  # no git repository
    assert "git" in read_report(read_json(out)).as_markdown()


def test_messages_are_read_back_once_each_and_by_place() -> None:
    impossible = "issues/2026-05.md:12: WARNING: «31 aprile» non esiste: è [newsletter.date-impossible]"
    lines = [
        f"/borgoluce/{impossible}",
        "/borgoluce/issues/2026-05.md:3: HINT: Forse è la stessa persona? [newsletter.person-alike]",
        f"\x1b[31m/borgoluce/{impossible}\x1b[0m",
        "WARNING: qualcosa senza luogo",
        "una riga qualunque",
    ]
    found = read_messages(lines, Path("/borgoluce"))
    assert [(each.place, each.code, each.is_hint) for each in found] == [
        ("", "", False),
        ("issues/2026-05.md:3", "newsletter.person-alike", True),
        ("issues/2026-05.md:12", "newsletter.date-impossible", False),
    ]
    assert found[2].words == "«31 aprile» non esiste: è"


def test_a_summary_says_what_the_check_found_as_words_and_nothing_else() -> None:
    log = "issues/2026-05.md:12: WARNING: «31 aprile» @ada <b> [newsletter.date-impossible]\nSchede: 3\n"
    told = findings(log, Path("/borgoluce")).as_markdown()
    assert "#### Da correggere" in told
    assert "issues/2026-05.md:12" in told
    assert "@ada" not in told
    assert "<b>" not in told
    assert "Il controllo non ha niente da dire." in findings("Schede: 3\n", Path("/borgoluce")).as_markdown()


def test_dead_links_are_told_by_page_and_good_ones_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def link(status: str, line: int, page: str = "issues/2026-05.md") -> str:
        row = {"filename": page, "lineno": line, "status": status, "code": 0, "info": "404 Not Found"}
        return json.dumps({**row, "uri": f"https://borgoluce.example/{line}"})

    folder = tmp_path / "_build/linkcheck"
    folder.mkdir(parents=True)
    rows = [
        link("broken", 9),
        link("working", 3),
        link("redirected", 4),
        link("timeout", 5),
        link("broken", 1, "dati.md"),
    ]
    (folder / "output.json").write_text("\n".join(rows) + "\n", "utf-8")
    assert links_command(["--source", str(tmp_path)]) == 0
    report = read_report(read_json(folder / "report.json"))
    assert capsys.readouterr().out == report.as_markdown()
    assert [(section.title, len(section.items)) for section in report.sections] == [
        ("dati.md", 1),
        ("issues/2026-05.md", 2),
    ]
    assert report.sections[1].items[0].about == "riga 5: 404 Not Found"
    assert "3 collegamenti su 5" in report.lines[0]


def test_where_no_link_is_dead_there_is_nothing_to_open_an_issue_for() -> None:
    assert link_report([]).sections == ()
