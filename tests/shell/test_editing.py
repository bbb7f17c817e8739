# SPDX-License-Identifier: EUPL-1.2
"""A change in one source reaches all that shows it, and a rebuild equals a build from nothing."""

from __future__ import annotations

import shutil

import pytest

from tests.conftest import MakeProject
from tests.project import Built, Project
from tests.shell.borgoluce import CONFERENCE, ISSUES, JUNE


def from_nothing(project: Project, *options: str) -> Built:
    """Build a copy of *project* that has no memory, beside it."""
    copy = Project(project.folder.with_name("copy"))
    shutil.rmtree(copy.folder, ignore_errors=True)
    shutil.copytree(project.folder, copy.folder, ignore=shutil.ignore_patterns("_build"))
    return copy.build("html", *options)


def test_editing_one_title_reaches_everything(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    places = project.build().naming("Convegno sul clima")

    project.edit("issues/2026-05.md", "{event} Convegno sul clima", "{event} Assemblea sul clima")
    built = project.build()

    assert built.naming("Convegno sul clima") == set()
    own = {f"calendar/records/{CONFERENCE}.ics", f"records/{CONFERENCE}.html"}
    lasting = {place for place in places - own if not place.startswith("search/")}
    assert lasting <= built.naming("Assemblea sul clima")
    assert any(place.startswith("search/") for place in built.naming("Assemblea sul clima"))
    assert not any(map(built.has, own))
    assert built.has("calendar/records/2026-05-assemblea-sul-clima.ics")
    assert built.has("records/2026-05-assemblea-sul-clima.html")
    assert built.tree == from_nothing(project).tree


EDITS = {
    "another day": ("issues/2026-05.md", ":date: 27-29 maggio", ":date: 26-28 maggio"),
    "cancelled": ("issues/2026-05.md", ":topics: clima\n", ":topics: clima\n:status: cancelled\n"),
    "a person leaves": ("issues/2026-04.md", "; Bruno Prova (Assessore)", ""),
    "another country": ("issues/2026-04.md", ":country: Giappone", ":country: Norvegia, Francia"),
    "the title of an issue": ("issues/2026-04.md", "# Aprile 2026", "---\ntitle: Primavera\n---\n\n# Primavera"),
    "a description": ("issues/2026-05.md", "# Maggio 2026", "---\ndescription: Con il clima\n---\n\n# Maggio 2026"),
    "only the text": ("issues/2026-05.md", "Tre giorni di incontri.", "Tre giorni di dialoghi."),
    "the label of a topic": ("conf.py", '"clima": "Clima"', '"clima": "Ambiente"'),
    "the publisher": ("conf.py", "Comune di Borgoluce", "Città di Borgoluce"),
    "where it is published": ("conf.py", "borgoluce.example/news/", "borgoluce.example/altrove/"),
    "a register's page": ("indexes/persone.md", "# Persone", "# Le persone"),
}


@pytest.mark.slow
def test_a_rebuild_after_each_kind_of_edit_equals_a_build_from_nothing(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    project.build()

    for what, (path, old, new) in EDITS.items():
        project.edit(path, old, new)
        assert project.build().tree == from_nothing(project).tree, what


def test_a_build_without_a_change_writes_nothing(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    first = project.build()
    times = {path: (first.folder / path).stat().st_mtime_ns for path in first.tree}

    again = project.build()

    changed = {path for path in again.tree if times[path] != (again.folder / path).stat().st_mtime_ns}
    # Sphinx itself copies static files and writes its inventory and the pages without a source at every build.
    assert {path for path in changed if not path.startswith("_static/")} <= {"objects.inv", "404.html", "search.html"}
    assert again.tree == first.tree


def test_an_edit_of_one_issue_leaves_the_pages_alone_that_do_not_show_it(make_project: MakeProject) -> None:
    project = make_project({**ISSUES, "guida.md": "---\norphan: true\n---\n\n# Guida\n\nCome si scrive.\n"})
    built = project.build()
    time = (built.folder / "guida.html").stat().st_mtime_ns

    project.edit("issues/2026-05.md", "Tre giorni di incontri.", "Tre giorni di dialoghi.")
    project.build()

    assert (built.folder / "guida.html").stat().st_mtime_ns == time


def test_days_go_by_and_what_was_upcoming_is_past(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    before = project.build(today="2026-05-29")
    assert "Convegno sul clima" in before.words("index.html"), "it is on its last day"

    after = project.build(today="2026-05-30")

    assert "Convegno sul clima" not in after.words("index.html", "//section[@id='in-arrivo']")
    assert "Al momento non è annunciato nulla" in after.words("index.html")
    assert project.build(today="2026-05-29").tree == before.tree


def test_an_embargoed_issue_appears_on_its_day(make_project: MakeProject) -> None:
    project = make_project({**ISSUES, "issues/2026-06.md": f"---\npublished: 2026-06-03\n---\n{JUNE}"})
    assert project.build(today="2026-06-02").naming("Notte dei Racconti") == set()

    assert "issues/2026-06.html" in project.build(today="2026-06-03").naming("Notte dei Racconti")

    project.edit("issues/2026-06.md", "published: 2026-06-03", "draft: true")
    assert project.build(today="2026-06-03").naming("Notte dei Racconti") == set()


@pytest.mark.parametrize("suffix", ["md", "md~"])
def test_a_renamed_issue_leaves_nothing_under_its_old_name(make_project: MakeProject, suffix: str) -> None:
    """Renamed to the name of a copy that editors leave, it is gone altogether."""
    project = make_project({**ISSUES, "issues/2026-06.md": JUNE.replace("# Giugno 2026", "# Racconti")})
    project.build()

    (project.folder / "issues/2026-06.md").rename(project.folder / f"issues/2026-07.{suffix}")
    built = project.build()

    assert built.naming("2026-06-notte-dei-racconti") == set()
    assert built.has("issues/2026-07.html") is (suffix == "md")
    assert built.tree == from_nothing(project).tree


def test_a_backup_that_is_put_back_is_noticed_though_it_is_older(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    issue, backup = project.folder / "issues/2026-05.md", project.folder / "_build/backup.md"
    backup.parent.mkdir()
    shutil.copy2(issue, backup)
    project.edit("issues/2026-05.md", "Convegno sul clima", "Assemblea sul clima")
    assert "2026-05-assemblea-sul-clima" in project.build().records

    shutil.copy2(backup, issue)

    assert CONFERENCE in project.build().records
