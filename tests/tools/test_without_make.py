# SPDX-License-Identifier: EUPL-1.2
"""Bruno Prova has Python, and nothing else: no make, no shell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsletter.tools.commands import GROUPS, VARIABLES, arguments, find, names
from scripts.commands import GROUPS as ALL
from tests.adopting import adopt, lend_environment
from tests.project import ROOT, Project


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = adopt(tmp_path_factory.mktemp("without make") / "borgoluce")
    lend_environment(project.folder)
    return project


def type_command(project: Project, *words: str) -> subprocess.CompletedProcess[str]:
    """Type ``python newsletter.py`` with *words*, on a path on which no program is."""
    of_make = ("MAKE", "NEWSLETTER_PROGRAM", "PYTHON", "VERSIONS")  # what the tests themselves may have been started by
    kept = {name: value for name, value in os.environ.items() if not name.startswith(of_make)}
    return subprocess.run(
        [sys.executable, "newsletter.py", *words],
        cwd=project.folder,
        env=kept | {"PATH": str(project.folder / "nowhere"), "SOURCE_DATE_EPOCH": "1779098400"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_names_the_commands_as_they_are_typed_here(city: Project) -> None:
    shown = type_command(city, "help").stdout
    assert [name for name in names(ALL) if f"python3 newsletter.py {name} " not in shown] == []
    assert "comincia un numero da un modello" in shown


def test_before_anything_is_installed_help_is_given_too(tmp_path: Path) -> None:
    project = adopt(tmp_path / "fresh")
    shown = type_command(project, "help")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert re.search("^check +read all sources", shown.stdout, re.MULTILINE)
    assert not (project.folder / ".venv").exists()


@pytest.mark.slow
def test_an_issue_is_begun_written_checked_and_published(city: Project) -> None:
    assert type_command(city, "new", "ISSUE=2026-05").returncode == 0
    city.edit("issues/2026-05.md", "draft: true\n", "")
    title = 'L\'"ultima" lanterna: $5'
    done = type_command(
        city, "new-event", f"TITLE={title}", "DATE=12 maggio", "PLACE=Piazza Inventata", "ISSUE=2026-05"
    )
    assert done.returncode == 0, done.stderr
    done = type_command(city, "check")
    assert (done.returncode, done.stderr) == (0, "")
    done = type_command(city, "html", "--", "-q")
    assert done.returncode == 0, done.stderr
    assert "ultima" in (city.folder / "_build/html/issues/2026-05.html").read_text("utf-8")


def test_a_fault_is_told_at_its_line_and_by_the_exit_status(city: Project) -> None:
    city.write("issues/2026-06.md", "# Giugno 2026\n\n## Appuntamenti\n\n:::{event} Un ballo\n:date: 31 giugno\n:::\n")
    done = type_command(city, "check")
    (city.folder / "issues/2026-06.md").unlink()
    assert done.returncode == 1
    assert "issues/2026-06.md:6: WARNING: " in done.stderr


def pretend(environment: Path) -> None:
    """Put into the folder *environment* an interpreter that only notes what it was to do."""
    python = environment / "bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\necho "$@" >> "{environment}/asked"\n', "ascii")
    python.chmod(0o755)


def asked(environment: Path) -> list[str]:
    """Return what the interpreter in *environment* was asked to do since the last time."""
    lines = (environment / "asked").read_text("utf-8").splitlines()
    (environment / "asked").unlink()
    return [line.rpartition(f"{os.sep}")[2] if "-r" in line.split() else line for line in lines]


def test_what_a_command_takes_is_installed_once_and_again_when_it_changes(tmp_path: Path) -> None:
    project = adopt(tmp_path / "borgoluce")
    environment = project.folder / ".venv"
    pretend(environment)
    assert type_command(project, "check").returncode == 0
    assert asked(environment) == ["requirements.lock", "-m scripts.commands check"]

    assert type_command(project, "import", "FILE=a.txt").returncode == 0
    assert asked(environment) == ["requirements-import.lock", "-m scripts.commands import FILE=a.txt"]

    later = (environment / ".requirements").stat().st_mtime + 10
    os.utime(project.folder / "requirements.lock", (later, later))
    assert type_command(project).returncode == 0
    assert asked(environment) == ["requirements.lock", "-m scripts.commands"]


def test_the_newest_releases_have_an_environment_of_their_own(tmp_path: Path) -> None:
    project = adopt(tmp_path / "borgoluce")
    pretend(project.folder / ".venv-newest")
    assert type_command(project, "check", "VERSIONS=newest").returncode == 0
    assert asked(project.folder / ".venv-newest") == ["requirements.txt", "-m scripts.commands check"]
    assert "locked, newest, lowest" in type_command(project, "check", "VERSIONS=latest").stderr


@pytest.mark.parametrize(("typed", "meant"), [("chek", "check"), ("newevent", "new-event")])
def test_a_command_that_is_not_there_is_answered_with_the_one_that_was_meant(
    city: Project, typed: str, meant: str
) -> None:
    done = type_command(city, typed)
    assert done.returncode == 2
    assert meant in done.stderr


def test_clean_removes_what_was_built(city: Project) -> None:
    (city.folder / "_build").mkdir(exist_ok=True)
    assert type_command(city, "clean").returncode == 0
    assert not (city.folder / "_build").exists()


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("new", ["ISSUE=-h"], ["--", "-h"]),
        ("new", ["ISSUE=", "--", "-q"], []),
        ("html", ["JOBS=2", "TITLE=of another", "--", "-q"], ["html", "--jobs=2", "--", "-q"]),
        ("diff", ["BASE=a=b"], ["--base=a=b"]),
        ("format", ["CHECK=1"], ["--check"]),
        ("new-exhibition", ["TITLE=Due\nrighe"], ["exhibition", "--title=Due\nrighe"]),
    ],
)
def test_variables_become_options_whatever_they_hold(name: str, typed: list[str], words: list[str]) -> None:
    command = find(name, GROUPS)
    assert command is not None
    assert arguments(command, typed) == words


def test_make_hands_over_each_variable() -> None:
    given = re.search("^GIVEN := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert given is not None
    assert set(given[1].split()) == VARIABLES | {"VERSIONS"}
    used = {name for commands in GROUPS.values() for command in commands for name in command.variables}
    assert used == VARIABLES
