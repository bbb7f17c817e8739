# SPDX-License-Identifier: EUPL-1.2
"""Ada Esempio has her sources checked again and again: each time all is told, though little is read again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsletter.tools.check import check
from tests.conftest import MakeProject
from tests.project import Project, write_project

FAULTS = {
    "issues/2026-04.md": """
        # Aprile 2026

        ## Appuntamenti

        :::{event} Sagra
        :date: 31 aprile
        :::

        :::{event} Fiera
        :date: 21 aprile

        Vedi [qui](https://borgoluce.example/fiera), [la gara](#2026-05-gara) e {record}`2026-05-gara`.
        :::
        """,
    "issues/2026-05.md": """
        # Maggio 2026

        ## Appuntamenti

        :::{event} Gara
        :date: 23 maggio
        :::
        """,
    "guida.md": """
        ---
        orphan: true
        ---
        (stessa)=
        # Guida

        [altrove](#nessun-luogo)
        """,
    "note.md": """
        (stessa)=
        # Note
        """,
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project(FAULTS)


def told(project: Project, capfd: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """Check *project*; return the codes of what is told, with the files."""
    capfd.readouterr()
    check(project.folder, list(options))
    lines = re.sub(r"\x1b\[[0-9;]*m", "", capfd.readouterr().err).splitlines()
    return sorted(line for line in lines if "WARNING: " in line or "HINT: " in line)


def read(project: Project) -> dict[str, int]:
    """Return when each page was read last."""
    folder = project.folder / "_build/check/read"
    return {path.relative_to(folder).stem: path.stat().st_mtime_ns for path in folder.rglob("*.doctree")}


def test_what_was_told_is_told_again_without_reading_it_again(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    project.edit("note.md", "(stessa)=", "(altra)=")
    first = told(project, capfd)
    assert [re.sub(r": (HINT|WARNING): .*", r" \1", line) for line in first] == [
        *("guida.md:7 WARNING", "issues/2026-04.md:12 HINT", "issues/2026-04.md:6 WARNING", "note.md WARNING"),
    ]
    times = read(project)

    assert told(project, capfd) == first
    assert read(project) == times


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_after_an_edit_all_is_told_that_a_check_from_nothing_tells(
    project: Project, capfd: pytest.CaptureFixture[str], jobs: str
) -> None:
    told(project, capfd, "-j", jobs)
    for path, old, new in (
        ("issues/2026-05.md", "{event} Gara", "{event} Corsa"),  # two links in April lead nowhere now
        ("issues/2026-05.md", ":date: 23 maggio", ":date: 24 maggio\n:boh: x"),
        ("note.md", "(stessa)=", "(altra)="),  # the other label of that name is in the guide
        ("issues/2026-04.md", "31 aprile", "30 aprile"),
        ("issues/2026-05.md", "{event} Corsa", "{event} Gara"),
    ):
        project.edit(path, old, new)
        again = told(project, capfd, "-j", jobs)
        assert again == told(project, capfd, "-j", jobs, "-E"), path
    assert not any("2026-04.md:6" in line or "stessa" in line for line in again)


def test_a_city_is_asked_for_the_pages_that_it_owes_its_readers(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    without = write_project(tmp_path / "without", {"issues/2026-05.md": FAULTS["issues/2026-05.md"]})
    check(without.folder, [])
    assert "Il piè di pagina non porta ancora a: privacy, note legali, dichiarazione" in capfd.readouterr().out

    project = write_project(tmp_path / "with", {"issues/2026-05.md": FAULTS["issues/2026-05.md"]})
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("""newsletter_legal_links = {
    "Informativa sulla privacy": "https://borgoluce.example/privacy",
    "Note legali": "https://borgoluce.example/note",
    "Dichiarazione di accessibilità": "https://form.example/1",
}
""")
    check(project.folder, [])
    assert "Il piè di pagina" not in capfd.readouterr().out
