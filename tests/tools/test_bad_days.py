# SPDX-License-Identifier: EUPL-1.2
"""The machine is not as it should be: a sentence says so, and the command goes on where it can."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError, SphinxParallelError

from newsletter.publish.disk_errors import disk_error
from newsletter.tools.console import run
from tests.conftest import MakeProject
from tests.project import EXTENSIONS, Project


def command(project: Project, *words: str, **variables: str) -> tuple[int, str]:
    """Run a command of the project in *project* with *variables* in the environment; never in a traceback."""
    tool, *others = words
    done = subprocess.run(
        [sys.executable, "-m", f"newsletter.tools.{tool}", *others, "--source", str(project.folder)],
        env={**os.environ, "PYTHONPATH": EXTENSIONS, "SOURCE_DATE_EPOCH": "1779091200"} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    return done.returncode, said


@pytest.fixture
def city(make_project: MakeProject) -> Project:
    return make_project({"issues/2026-05.md": "# Maggio 2026\n"})


@pytest.mark.slow
@pytest.mark.parametrize("variable", ["LC_ALL", "LC_TIME", "LANG"])
def test_a_locale_that_is_not_installed_is_done_without(city: Project, variable: str) -> None:
    others = dict.fromkeys(("LC_ALL", "LC_CTYPE", "LANG"), "")
    code, said = command(city, "build", "html", **(others | {variable: "xx_YY.UTF-8"}))
    assert code == 0
    assert "non è installata" in said
    assert (city.folder / "_build/html/index.html").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["", "  "])
def test_an_empty_moment_is_none(city: Project, moment: str) -> None:
    code, said = command(city, "build", "html", SOURCE_DATE_EPOCH=moment)
    assert code == 0
    assert "vale la data di oggi" in said


@pytest.mark.parametrize("moment", ["ieri", "-5", "1.5", "9" * 5_000, "253370764800", "٥"])
def test_a_moment_that_cannot_be_read_is_refused(city: Project, moment: str) -> None:
    code, said = command(city, "build", "html", SOURCE_DATE_EPOCH=moment)
    assert code == 2
    assert f"«{moment}»" in said


def test_without_git_there_is_nothing_to_compare_with(city: Project, tmp_path: Path) -> None:
    code, said = command(city, "diff", "--base=HEAD", PATH=str(tmp_path))
    assert code == 2
    assert "non c'è git" in said


@pytest.mark.slow
def test_a_disk_that_fills_up_during_a_build_leaves_what_is_published(city: Project) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no file that is always full")
    assert command(city, "build", "html")[0] == 0
    notes = city.folder / "_build/stage/site/doctrees/environment.pickle"
    notes.unlink()
    notes.symlink_to("/dev/full")
    city.write("issues/2026-06.md", "# Giugno 2026\n")
    code, said = command(city, "build", "html")
    assert code == 2
    assert "Il disco è pieno" in said
    assert not (city.folder / "_build/html/issues/2026-06.html").exists()
    assert (city.folder / "_build/html/issues/2026-05.html").exists()


def test_a_folder_that_nobody_may_write_is_named(city: Project) -> None:
    if not Path("/sys/kernel").exists():
        pytest.skip("this system has no folder in which even its administrator makes no file")
    (city.folder / "_build").symlink_to("/sys/kernel")
    code, said = command(city, "build", "html")
    assert code == 2
    assert f"Non si può leggere o scrivere: {city.folder}/_build" in said


def test_the_disk_is_named_wherever_it_failed() -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/a/file")
    wrapped = ExtensionError("A handler threw an exception", full)
    in_a_worker = SphinxParallelError(f"OSError: {full}", "")
    assert {disk_error(each) for each in (full, wrapped, in_a_worker)} == {disk_error(full)}
    assert "/a/file" in str(disk_error(full))
    read_only = disk_error(OSError(errno.EROFS, os.strerror(errno.EROFS)))
    assert read_only not in {None, disk_error(full)}


@pytest.mark.parametrize("error", [OSError(errno.ENOENT, "gone"), ValueError("[Errno 28]"), ExtensionError("no")])
def test_what_is_a_fault_of_the_program_is_not_explained_away(error: Exception) -> None:
    def fail(_words: list[str]) -> int:
        raise error

    assert disk_error(error) is None
    with pytest.raises(type(error)):
        run(fail)
