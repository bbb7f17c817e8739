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
    """Check the newsletter in *folder*; return the addresses that the hints name."""
    capfd.readouterr()
    assert check(folder, []) == 0
    lines = [line for line in capfd.readouterr().err.splitlines() if "[newsletter.address-gone]" in line]
    assert all("conf.py:1: HINT: " in line for line in lines)
    return [line.partition("«")[2].partition("»")[0] for line in lines]


def test_a_record_that_is_renamed_and_an_issue_that_is_deleted_are_noticed(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    assert hints(project.folder, capfd) == []

    project.edit("issues/2026-05.md", "Concerto", "Concerto all'aperto")
    project.delete("issues/2026-04.md")

    assert hints(project.folder, capfd) == [
        "calendar/issues/2026-04.ics",
        "calendar/records/2026-04-sagra.ics",
        "calendar/records/2026-05-concerto.ics",
        "issues/2026-04.html",
        "issues/2026-04.html#2026-04-sagra",
        "issues/2026-05.html#2026-05-concerto",
    ]


def test_an_issue_that_becomes_a_draft_is_noticed_though_a_check_reads_it(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    project.edit("issues/2026-04.md", "# Aprile", "---\ndraft: true\n---\n# Aprile")
    assert "issues/2026-04.html" in hints(project.folder, capfd)


def test_what_the_settings_tell_of_is_not_gone(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    project.edit("issues/2026-05.md", "Concerto", "Concerto all'aperto")
    new = "2026-05-concerto-all-aperto"
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'newsletter_moved = {{"issues/2026-05.html#2026-05-concerto": "issues/2026-05.html#{new}",\n')
        conf.write(f'"calendar/records/2026-05-concerto.ics": "calendar/records/{new}.ics"}}\n')

    assert hints(project.folder, capfd) == []
