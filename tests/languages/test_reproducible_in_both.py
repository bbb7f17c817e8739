# SPDX-License-Identifier: EUPL-1.2
"""The site in two languages is the same bytes however it came about: edit by edit, by many processes, or at once."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import MakeProject
from tests.languages.two_languages import BOTH, IN_ENGLISH, LANGUAGES
from tests.project import CONF, Built, Project
from tests.shell.borgoluce import ISSUES, JUNE
from tests.shell.subscribers import publish
from tests.shell.test_reproducible import EDITS, SETTINGS, STEPS, Edit, replacing, writing

APRIL_IN_ENGLISH = """
# April

Greetings.

## Missions

:::{mission} Elsewhere
:id: 2026-04-altrove
:people: Ada Esempio (Mayor); Bruno Prova (Councillor)
:place: Elsewhere

A short journey, and {record}`2026-05-convegno-sul-clima`.
:::

:::{event} Feast of Light
:id: 2026-04-festa-della-luce
:::
"""
MAY_IN_ENGLISH = """
---
description: Climate above all.
---

# May

:::{event} Conference on climate
:id: 2026-05-convegno-sul-clima
:source-digest: 00000000

Three days of talks.
:::
"""
IN_TWO = {
    **ISSUES,
    "conf.py": CONF + LANGUAGES + IN_ENGLISH,
    "issues/2026-04.en.md": APRIL_IN_ENGLISH,
    "issues/2026-05.en.md": MAY_IN_ENGLISH,
}
TRANSLATING: list[Edit] = [
    writing("2026-04.en", APRIL_IN_ENGLISH),
    writing("2026-05.en", MAY_IN_ENGLISH),
    writing("2026-06.en", f"---\ndraft: true\n---\n{JUNE.replace(':date: 20 giugno', ':date: 21 giugno')}"),
    writing("2026-07.en", ":::{event} Feast\n:id: 2026-04-festa-della-luce\n\nCalled off.\n:::\n"),
    replacing("Feast of Light", "Night of Light", "Feast of Light!", ""),
    replacing("draft: true", "description: Nothing"),
    replacing("Three days of talks.", "Two days.", ""),
    replacing("# Paesi", "# I paesi"),
    lambda project, _chance: project.write("indexes/paesi.en.md", "# Lands\n\n:::{records}\n:group-by: country\n:::\n"),
    lambda project, _chance: (project.folder / "indexes/paesi.en.md").unlink(missing_ok=True),
]
"""Edits of translations, of issues and of a standing page."""


def build(project: Project, *options: str, out: str = "html") -> Built:
    """Build the site in Italian and then in English, as ``make`` does, whatever is wrong in the sources."""
    italian = project.build("html", *BOTH, *options, out=out, doctrees=f"{out}-doctrees", strict=False)
    english = project.build(
        *("html", "-D", "language=en", *BOTH, *options), out=f"{out}/en", doctrees=f"{out}-doctrees-en", strict=False
    )
    assert (italian.code, english.code) == (0, 0), italian.messages + english.messages
    return italian


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_rebuild_after_any_edits_equals_a_build_from_nothing(
    make_project: MakeProject, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits at every run
    project = make_project(IN_TWO)
    publish(project)
    build(project)
    done = []

    for _step in range(STEPS):
        for edits in chance.sample([TRANSLATING, TRANSLATING, EDITS, SETTINGS], k=chance.randint(1, 2)):
            done.append((edits is TRANSLATING, number := chance.randrange(len(edits))))
            edits[number](project, chance)
        rebuilt = build(project)
        clean = Project(tmp_path / "clean")
        shutil.rmtree(clean.folder, ignore_errors=True)
        shutil.copytree(project.folder, clean.folder, ignore=shutil.ignore_patterns("_build"))
        fresh = build(clean).tree
        different = {path for path in rebuilt.tree.keys() | fresh.keys() if rebuilt.tree.get(path) != fresh.get(path)}
        assert different == set(), f"after the edits {done}"


@pytest.mark.slow
def test_many_processes_make_the_same_site_as_one(make_project: MakeProject) -> None:
    years = {f"issues/{year}-06.md": JUNE.replace("2026", str(year)) for year in range(2019, 2026)}
    in_english = {
        f"issues/{year}-06.en.md": f":::{{event}} Night of {year}\n:id: {year}-06-notte-dei-racconti\n\nTales.\n:::\n"
        for year in range(2019, 2026)
    }
    project = make_project({**IN_TWO, **years, **in_english})
    serial, parallel = (build(project, "-j", jobs, out=f"jobs-{jobs}") for jobs in ("1", "4"))
    assert "Night of 2019" in serial.words("en/issues/2019-06.html")
    assert parallel.tree.keys() == serial.tree.keys()
    assert [path for path in serial.tree if serial.tree[path] != parallel.tree[path]] == []
    assert parallel.messages.splitlines() == serial.messages.splitlines()
