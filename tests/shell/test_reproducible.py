# SPDX-License-Identifier: EUPL-1.2
"""Whatever happened before, and wherever it is done, the same sources make the same bytes."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import MakeProject
from tests.project import Built, Project
from tests.shell.borgoluce import APRIL, ISSUES, JUNE, MAY
from tests.shell.subscribers import Seen, publish, subscribed

STEPS = int(os.environ.get("NEWSLETTER_STEPS", "10"))
"""Edits in a row; more of them on demand."""


def from_nothing(project: Project, folder: Path, **given: str) -> Built:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(project.folder, folder, ignore=shutil.ignore_patterns("_build"))
    return Project(folder).build(strict=False, today=given.get("today", "2026-05-18"))


def test_another_folder_time_zone_locale_and_hash_seed(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project({**ISSUES, "issues/2026-06.md": JUNE})
    here = project.build(surroundings={"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"})

    other = Project(tmp_path / "un'altra cartella" / "più in là")
    shutil.copytree(project.folder, other.folder, ignore=shutil.ignore_patterns("_build"))
    there = other.build(surroundings={"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2", "LC_ALL": "C", "LANG": "C"})

    assert there.tree == here.tree


Edit = Callable[[Project, random.Random], None]


def writing(name: str, text: str) -> Edit:
    """Return an edit that writes the issue, part or translation *name*."""
    return lambda project, _chance: project.write(f"issues/{name}.md", text)


def _delete(project: Project, chance: random.Random) -> None:
    issues = sorted((project.folder / "issues").rglob("*.md"))
    if issues:
        chance.choice(issues).unlink()


def _rename(project: Project, chance: random.Random) -> None:
    issues = sorted((project.folder / "issues").glob("*.md"))
    if issues:
        chance.choice(issues).rename(project.folder / "issues" / f"2026-{chance.randint(1, 12):02}.md")


def replacing(old: str, *new: str) -> Edit:
    """Return an edit that puts one of *new* in the place of *old*, in the first page that has it."""

    def edit(project: Project, chance: random.Random) -> None:
        for path in sorted(project.folder.rglob("*.md")):
            text = path.read_text("utf-8")
            if old in text and "_build" not in path.parts:
                path.write_text(text.replace(old, chance.choice(new), 1), "utf-8")
                return

    return edit


def _configure(project: Project, chance: random.Random) -> None:
    text = chance.choice(["Comune di Borgoluce", "Città di Borgoluce"])
    project.write("conf.py", (project.folder / "conf.py").read_text("utf-8") + f"newsletter_publisher = {text!r}\n")


def _registers(project: Project, chance: random.Random) -> None:
    names = chance.choice(["{}", "{Ada Esempi: {aliases: [Ada Esempio]}}", "{Bruno Provo: {aliases: [Bruno Prova]}}"])
    project.write("registers.yaml", f"people: {names}\n")


AGAIN = "# Luglio\n\n## Eventi\n\n:::{event} Festa\n:id: 2026-04-festa-della-luce\n:status: cancelled\n:::\n"
EDITS: list[Edit] = [
    writing("2026-04", APRIL),
    writing("2026-05", MAY),
    writing("2026-06", JUNE),
    writing("2026-07", AGAIN),
    writing("2026-05-clima", JUNE.replace("# Giugno 2026", "# Speciale")),
    writing("2026-05/parte", ":::{event} In disparte\n:date: 3 maggio\n:country: NO\n:::\n"),
    writing("2026-08", f"---\npublished: 2026-05-20\n---\n{JUNE}"),
    writing("2026-03", ":::{event} Sbagliato\n:date: 31 giugno\n:::\n"),
    _delete,
    _rename,
    replacing("Festa della Luce", "Festa dei Lumi", "Festa della Luce!"),
    replacing(":country: Giappone", ":country: Norvegia", ":country: -"),
    replacing(":date: 27-29 maggio", ":date: 28 maggio", ":date: maggio"),
    replacing("published: 2026-05-20", "draft: true", "published: 2026-05-01"),
    replacing("## Appuntamenti", "## Eventi", "## Da vedere"),
    replacing(":date: 20 giugno", ":date: 20 giugno; 27 giugno (era 26)", ":was: 20 giugno\n:status: postponed"),
    replacing(":topics: clima", ":topics: clima\n:correction: Si parla di clima.\n:updated: 2026-05-15"),
    _registers,
]
"""Edits of what an issue tells, and of names."""


def _withdraw(project: Project, chance: random.Random) -> None:
    """Mark what an issue told as withdrawn, told or not."""
    files = sorted((project.folder / "published").glob("*.json"))
    if files:
        path = chance.choice(files)
        path.write_text(path.read_text("utf-8").replace('"state": "confirmed"', '"state": "withdrawn"'), "utf-8")


SETTINGS: list[Edit] = [
    _configure,
    lambda project, _chance: publish(project),
    _withdraw,
]
"""Changes of what lies beside the issues: a setting, and what subscribers have seen."""


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_rebuild_after_any_edits_equals_a_build_from_nothing(
    make_project: MakeProject, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits at every run
    project = make_project(ISSUES)
    publish(project)
    project.build()
    done = []

    for step in range(STEPS):
        for _edit in range(chance.randint(1, 2)):
            number = chance.randrange(len(EDITS + SETTINGS))
            done.append(number)
            (EDITS + SETTINGS)[number](project, chance)
        if chance.random() < 0.2:
            project.build("text", strict=False)
        today = str(date(2026, 5, 18) + timedelta(days=step // 3))
        rebuilt = project.build(strict=False, today=today)
        clean = from_nothing(project, tmp_path / "clean", today=today)
        assert rebuilt.code == clean.code == 0
        different = {
            path for path in rebuilt.tree.keys() | clean.tree.keys() if rebuilt.tree.get(path) != clean.tree.get(path)
        }
        assert different == set(), f"after the edits {done}"


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_revision_falls_whatever_is_edited_and_each_edit_raises_it(make_project: MakeProject, seed: int) -> None:
    """Each state is noted as it goes out; what a client would show in another way has a higher number."""
    chance = random.Random(seed)  # noqa: S311 - the same edits at every run
    project = make_project(ISSUES)
    had: dict[str, Seen] = {}

    for _step in range(2 * STEPS):
        for each in subscribed(project):
            before = had.get(each.uid, each)
            if replace(each, sequence=0, modified="") != replace(before, sequence=0, modified=""):
                assert each.sequence > before.sequence
                assert each.modified > before.modified
            assert each.sequence >= before.sequence
            assert each.modified >= before.modified
            had[each.uid] = each
        publish(project)
        chance.choice(EDITS)(project, chance)
