# SPDX-License-Identifier: EUPL-1.2
"""The sources as a git revision has them, to be read by the tools of the working tree."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from newsletter.tools.console import refuse

_OF_THE_WORKING_TREE = ("conf.py", "extensions", "_templates", "locale")


def commit_of(project: Path, revision: str) -> str:
    """Return the commit that *revision* names; raise :exc:`CommandError` where there is none."""
    if not revision:
        raise refuse("Say what to compare with: make diff BASE=origin/main")
    if shutil.which("git") is None:
        raise refuse("Git is not installed on this machine: without it there is nothing to compare with.")
    if _git(project, "rev-parse", "--is-inside-work-tree") is None:
        raise refuse("There is nothing to compare with: this folder is no git repository.")
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise refuse("Git knows no revision “%(revision)s”. Perhaps a “git fetch” is missing.", revision=revision)
    return commit


def export(project: Path, commit: str, target: Path) -> None:
    """Write into *target* the sources of *commit*, under the settings, templates and extension of *project*.

    They go through an index of their own: neither the working tree nor the index of the user is touched. Links are
    written as plain files, so that none leads out of *target*.
    """
    prefix = _git(project, "rev-parse", "--show-prefix") or ""
    index = target.with_name(f"{target.name}.index")
    target.mkdir(parents=True)
    tree = f"{commit}:{prefix.rstrip('/')}"
    if _git(project, "read-tree", tree, index=index) is not None:
        checkout = ("-c", "core.symlinks=false", f"--work-tree={target}", "checkout-index", "--all", "--quiet")
        if _git(project, *checkout, index=index, cwd=target) is None:
            raise refuse("The sources of %(commit)s cannot be taken out of git.", commit=commit[:12])
    for name in _OF_THE_WORKING_TREE:
        _replace(project / name, target / name)


def _git(project: Path, *words: str, index: Path | None = None, cwd: Path | None = None) -> str | None:
    """Run git on the repository of *project*; return what it printed, None where it failed."""
    command = ["git", "-C", str(project), "rev-parse", "--absolute-git-dir"]
    environment = dict(os.environ)
    if index is not None:
        found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
        environment |= {"GIT_DIR": found.stdout.strip(), "GIT_INDEX_FILE": str(index)}
    run = subprocess.run(  # noqa: S603 - no shell, and --end-of-options before what a user typed
        ["git", *words],  # noqa: S607 - whichever git the user has
        cwd=cwd or project,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return run.stdout.strip() if run.returncode == 0 else None


def _replace(source: Path, target: Path) -> None:
    """Put *source*, a file or a folder or nothing, where *target* is."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    elif source.exists():
        shutil.copy2(source, target)
