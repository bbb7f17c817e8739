# SPDX-License-Identifier: EUPL-1.2
"""The commands that keep what was published in order: dates of corrections, ids, names of issues, what is withdrawn."""

from __future__ import annotations

import subprocess

import pytest

from newsletter.environment.i18n import use_language
from newsletter.tools.diff import difference
from newsletter.tools.published import note_published
from newsletter.tools.rename import main as rename
from newsletter.tools.touch import write_asked
from newsletter.tools.withdraw import main as withdraw
from tests.conftest import MakeProject
from tests.project import Project
from tests.shell.subscribers import publish, subscribed

pytestmark = pytest.mark.usefixtures("sphinx_here")

MAY = """
# Maggio 2026

:::{event} Mostra di carte
:date: 5 giugno
:place: Borgoluce

Carte antiche.
:::

:::{event} Gara
:date: 6 giugno
:topics: clima
:updated: 2026-05-02
:::
"""
DRAFT = "---\ndraft: true\n---\n\n# Giugno 2026\n\n:::{event} Bozza\n:date: 7 giugno\n:::\n"


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a newsletter under git, of which one issue is out and one a draft, on May 18."""
    use_language("it")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1779105600")
    made = make_project({"issues/2026-05.md": MAY, "issues/2026-06.md": DRAFT})
    for words in ("init -q", "add .", "-c user.name=Ada -c user.email=ada@borgoluce.example commit -qm uno"):
        subprocess.run(["git", "-C", str(made.folder), *words.split()], check=True)
    return made


def issue(project: Project, name: str = "2026-05") -> str:
    return (project.folder / f"issues/{name}.md").read_text("utf-8")


def test_a_change_without_its_day_is_told_and_the_line_written(project: Project) -> None:
    project.edit("issues/2026-05.md", ":date: 5 giugno", ":date: 12 giugno")
    project.edit("issues/2026-05.md", ":date: 6 giugno", ":date: 13 giugno")
    project.edit("issues/2026-06.md", ":date: 7 giugno", ":date: 8 giugno")
    asked = "era pubblicata, e nessun nuovo :updated: dice quando è cambiata"
    assert difference(project.folder, "HEAD", "text", []).count(asked) == 2, "a draft is not out"

    assert write_asked(project.folder, "touch", "HEAD", []) == 2

    assert ":date: 12 giugno\n:place: Borgoluce\n:updated: 2026-05-18\n\nCarte" in issue(project)
    assert ":topics: clima\n:updated: 2026-05-18\n:::" in issue(project), "in place of the former one"
    assert asked not in difference(project.folder, "HEAD", "text", [])
    assert write_asked(project.folder, "touch", "HEAD", []) == 0


def test_another_title_keeps_its_id(project: Project) -> None:
    [before, _race] = subscribed(project)
    project.edit("issues/2026-05.md", "Mostra di carte", "Mostra di antiche carte")
    assert subscribed(project)[0].uid != before.uid

    assert write_asked(project.folder, "keep-ids", "HEAD", []) == 1

    assert ":id: 2026-05-mostra-di-carte\n" in issue(project)
    assert subscribed(project)[0].uid == before.uid


def test_a_block_moved_to_another_month_keeps_its_id(project: Project) -> None:
    block = MAY[MAY.index(":::{event} Mostra") : MAY.index(":::{event} Gara")]
    project.edit("issues/2026-05.md", block, "")
    project.write("issues/2026-04.md", f"# Aprile 2026\n\n{block}")

    assert write_asked(project.folder, "keep-ids", "HEAD", []) == 1

    assert ":id: 2026-05-mostra-di-carte\n" in issue(project, "2026-04")


def test_lines_of_windows_stay_lines_of_windows(project: Project) -> None:
    path = project.folder / "issues/2026-05.md"
    path.write_bytes(path.read_bytes().replace(b"Mostra di carte", b"Mostra di vecchie carte").replace(b"\n", b"\r\n"))

    write_asked(project.folder, "keep-ids", "HEAD", [])

    assert b":id: 2026-05-mostra-di-carte\r\n" in path.read_bytes()
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")


def test_an_issue_is_called_by_another_month(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write("issues/2026-05/parte.md", ":::{event} In disparte\n:date: 8 giugno\n:place: Borgoluce\n:::\n")
    publish(project)
    before = subscribed(project)
    project.delete("issues/2026-06.md")

    assert rename(["--from", "2026-05", "--to", "2026-06", "--source", str(project.folder)]) == 0

    assert not (project.folder / "issues/2026-05.md").exists()
    assert not (project.folder / "published/2026-05.json").exists()
    after = subscribed(project)
    assert [(each.uid, each.day) for each in after] == [(each.uid, each.day) for each in before]
    assert all(new.sequence > old.sequence for new, old in zip(after, before, strict=True)), "its page is another"
    said = project.build("newsletter-check", strict=False).messages.splitlines()
    assert ["Il titolo è «Maggio 2026», e il file è quello del numero 2026-06" in line for line in said] == [True]
    assert '"issues/2026-05.html": "issues/2026-06.html"' in capsys.readouterr().out


def test_what_was_taken_out_stays_as_cancelled_where_the_editor_says_so(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [path.name for path in note_published(project.folder)] == ["2026-05.json"]
    before = subscribed(project)
    project.write("issues/2026-05.md", MAY[: MAY.index(":::{event} Gara")])
    assert "Gara" in project.build("newsletter-check", strict=False).messages
    assert len(subscribed(project)) == 1

    assert withdraw(["--issue", "2026-05", "--source", str(project.folder)]) == 0

    assert "«Gara» (2026-06-06) resta nei calendari come annullata." in capsys.readouterr().out
    _exhibition, race = subscribed(project)
    assert subscribed(project, "topics/clima") == [race]
    assert (race.uid, race.state, race.summary) == (before[1].uid, "CANCELLED", "ANNULLATO: Gara")
    assert race.sequence > before[1].sequence
    assert project.build("newsletter-check", strict=False).messages == ""
    project.write("issues/2026-05.md", MAY)
    back = subscribed(project)[1]
    assert (back.state, back.sequence) == ("CONFIRMED", race.sequence + 1), "and it can come back"
