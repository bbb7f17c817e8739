# SPDX-License-Identifier: EUPL-1.2
"""``make check`` notices what was on the site as it was last built and will be there no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.tools.check import check
from tests.conftest import MakeProject
from tests.project import EXTENSIONS, Project

APRIL = "# Aprile 2026\n\n## Appuntamenti\n\n:::{event} Sagra\n:date: 21 aprile\n:::\n"
MAY = """# Maggio 2026

## Appuntamenti

:::{event} Concerto
:date: 21 maggio
:::

:::{event} Gara
:date: 23 maggio
:::
"""


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a newsletter that was built once."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1779000000")
    monkeypatch.setenv("PYTHONPATH", EXTENSIONS)
    project = make_project({"issues/2026-04.md": APRIL, "issues/2026-05.md": MAY})
    project.build()
    return project


def hints(folder: Path, capfd: pytest.CaptureFixture[str]) -> list[str]:
    """Check the newsletter in *folder*; return where the hints stand, each with the address or the id it names."""
    capfd.readouterr()
    check(folder, [])
    lines = [line for line in capfd.readouterr().err.splitlines() if "[newsletter.address-gone]" in line]
    places = [line.removeprefix(f"{folder}/").partition(": HINT: ")[0] for line in lines]
    return [f"{place} {line.partition('«')[2].partition('»')[0]}" for place, line in zip(places, lines, strict=True)]


def test_an_issue_that_is_deleted_is_noticed(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    assert hints(project.folder, capfd) == []

    project.delete("issues/2026-04.md")

    found = hints(project.folder, capfd)
    assert "conf.py:1 issues/2026-04.html" in found
    assert "conf.py:1 issues/2026-04.html#2026-04-sagra" not in found


def test_a_record_with_another_title_is_told_at_its_block(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    project.edit("issues/2026-05.md", "Concerto", "Concerto all'aperto")
    assert hints(project.folder, capfd) == ["issues/2026-05.md:5 2026-05-concerto"]

    project.edit("issues/2026-05.md", ":date: 21 maggio", ":date: 21 maggio\n:id: 2026-05-concerto")
    assert hints(project.folder, capfd) == []


def test_a_record_with_a_fault_is_not_said_to_be_gone(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    project.edit("issues/2026-05.md", "21 maggio", "31 giugno")
    assert hints(project.folder, capfd) == []


def test_an_issue_that_becomes_a_draft_is_noticed_though_a_check_reads_it(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    project.edit("issues/2026-04.md", "# Aprile", "---\ndraft: true\n---\n# Aprile")
    assert "conf.py:1 issues/2026-04.html" in hints(project.folder, capfd)


def test_what_the_settings_tell_of_is_not_gone(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    project.delete("issues/2026-04.md")
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('newsletter_moved = {"issues/2026-04.html": ""}\n')

    assert "conf.py:1 issues/2026-04.html" not in hints(project.folder, capfd)
