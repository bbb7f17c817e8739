# SPDX-License-Identifier: EUPL-1.2
"""The sources of a git revision are read by the tools at hand, and nobody's work is touched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newsletter.tools.console import CommandError
from newsletter.tools.revision import commit_of, export


def git(folder: Path, *words: str) -> str:
    identity = {f"GIT_{who}_{what}": "ada@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = ["git", "-c", "init.defaultBranch=main", *words]
    run = subprocess.run(
        command, cwd=folder, env={**os.environ, **identity}, check=True, capture_output=True, text=True
    )
    return run.stdout


@pytest.fixture(params=[".", "siti/borgoluce"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Make a repository, or a folder of one, with one commit and other things since."""
    repository = tmp_path / "repository"
    city = repository / str(request.param)
    (city / "issues").mkdir(parents=True)
    (city / "conf.py").write_text("# of the commit\n", encoding="utf-8")
    (city / "issues" / "2026-05.md").write_text("# Maggio 2026\n", encoding="utf-8")
    (city / "issues" / "fuori.md").symlink_to("/etc/hostname")
    git(repository, "init", "--quiet")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--no-verify", "--message", "Maggio")
    (city / "conf.py").write_text("# of the working tree\n", encoding="utf-8")
    (city / "extensions" / "newsletter").mkdir(parents=True)
    (city / "extensions" / "newsletter" / "__init__.py").touch()
    (city / "issues" / "2026-05.md").write_text("# Maggio, riscritto\n", encoding="utf-8")
    (city / "issues" / "2026-06.md").write_text("# Giugno 2026\n", encoding="utf-8")
    git(repository, "add", str(city / "issues" / "2026-06.md"))
    return city


def test_content_is_of_the_revision_and_tools_are_those_at_hand(city: Path, tmp_path: Path) -> None:
    before = git(city, "status", "--porcelain")
    base = tmp_path / "base"
    export(city, commit_of(city, "HEAD"), base)
    assert (base / "issues" / "2026-05.md").read_text(encoding="utf-8") == "# Maggio 2026\n"
    assert not (base / "issues" / "2026-06.md").exists()
    assert (base / "conf.py").read_text(encoding="utf-8") == "# of the working tree\n"
    assert (base / "extensions" / "newsletter" / "__init__.py").exists()
    assert git(city, "status", "--porcelain") == before


def test_no_link_of_a_revision_leads_out_of_it(city: Path, tmp_path: Path) -> None:
    export(city, commit_of(city, "HEAD"), tmp_path / "base")
    assert not (tmp_path / "base" / "issues" / "fuori.md").is_symlink()


@pytest.mark.parametrize("revision", ["", "ramo-che-non-c-e", "--help", "$(touch x)", "HEAD:conf.py"])
def test_what_is_no_revision_is_refused(city: Path, revision: str) -> None:
    with pytest.raises(CommandError):
        commit_of(city, revision)


def test_outside_git_there_is_nothing_to_compare_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(CommandError, match="git"):
        commit_of(tmp_path, "HEAD")
