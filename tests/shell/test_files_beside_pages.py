# SPDX-License-Identifier: EUPL-1.2
"""What lies beside the pages is what a build from nothing would make, whatever was found there."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsletter.environment.issue_files import build_moment
from tests.conftest import MakeProject
from tests.project import Project
from tests.shell.borgoluce import CONFERENCE, ISSUES

EDITED, UNTOUCHED = f"calendar/records/{CONFERENCE}.ics", "calendar/records/2026-04-festa-della-luce.ics"


def edit(project: Project, old: str = "Tre giorni di incontri.", new: str = "Tre giorni di dialoghi.") -> None:
    project.edit("issues/2026-05.md", old, new)


def put_wrong(file: Path, *, as_of_old: bool) -> None:
    """Give *file* other words of the same length, *as_of_old* under its old time."""
    old = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Festa", b"Fasto").replace(b"Lanterne", b"Lucciole"))
    if as_of_old:
        os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert file.stat().st_size == old.st_size


def test_an_edit_makes_the_calendars_again_that_tell_of_it(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    built = project.build()
    put_wrong(built.folder / UNTOUCHED, as_of_old=True)

    edit(project)
    built = project.build()

    for calendar in (EDITED, "calendar/all.ics", "calendar/events.ics", "calendar/issues/2026-05.ics"):
        assert "dialoghi" in built.text(calendar), calendar
    assert "Festa" in built.text(UNTOUCHED), "what somebody changed is mended"
    assert "Festa" in built.text("calendar/all.ics")


def test_what_somebody_changed_or_took_away_is_made_again(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    built = project.build()
    put_wrong(built.folder / UNTOUCHED, as_of_old=False)
    (built.folder / "calendar/years/2026.ics").unlink()
    (built.folder / "calendar/issues/2026-04.ics").write_text("")

    edit(project)

    assert project.build().tree == project.build(out="anew", doctrees="anew-doctrees").tree


@pytest.mark.slow
def test_when_all_pages_are_read_anew_nothing_is_taken_on_trust(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    built = project.build()
    tree = built.tree
    put_wrong(built.folder / UNTOUCHED, as_of_old=True)

    assert project.build("html", "-E").tree == tree


def test_two_outputs_of_one_memory_have_their_own_files(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    project.build()
    other = project.build(out="other")

    edit(project)
    project.build()
    edit(project, "Tre giorni di dialoghi.", "Tre giorni di silenzio.")

    assert project.build(out="other").tree == project.build(out="anew", doctrees="anew-doctrees").tree
    assert "silenzio" in other.text("feeds/atom.xml")


def test_another_address_of_the_site_reaches_every_calendar_and_feed(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    project.build()

    project.edit("conf.py", "https://borgoluce.example/news/", "https://notizie.example/")
    built = project.build()

    old = "borgoluce.example/news/"
    assert not [path for path in built.tree if path.startswith(("calendar/", "feeds/")) and old in built.text(path)]


def test_a_program_that_watches_the_site_reads_when_it_was_built(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    assert json.loads(project.build().text("build.json")) == {
        "built": "2026-05-18T10:00:00+00:00",
        "newest_issue": "2026-05",
    }
    assert json.loads(project.build(today="2026-05-19").text("build.json"))["built"] == "2026-05-19T10:00:00+00:00"


def test_without_a_given_moment_it_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(UTC).replace(microsecond=0)
    assert before <= build_moment() <= datetime.now(UTC)
