# SPDX-License-Identifier: EUPL-1.2
"""The city of Borgoluce takes the project over: what docs/adopting.md says, done."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from tests.project import ROOT, Project

GUIDE = (ROOT / "docs" / "adopting.md").read_text("utf-8")
_SETTINGS = re.search(r"<!-- conf -->\n```python\n(?P<code>.*?)```", GUIDE, re.DOTALL)
assert _SETTINGS is not None, "docs/adopting.md shows the settings of another city"
SETTINGS: str = _SETTINGS["code"]
_NOT_TAKEN = shutil.ignore_patterns(".git", ".venv*", "_build", "__pycache__", ".*_cache", ".hypothesis")


def adopt(folder: Path) -> Project:
    """Copy the project into *folder*, give it the settings of the guide, and empty what a city writes itself."""
    shutil.copytree(ROOT, folder, ignore=_NOT_TAKEN)
    shutil.rmtree(folder / "issues", ignore_errors=True)  # git keeps no empty folder, so a clone has none
    (folder / "registers.yaml").write_text("", "utf-8")
    conf = (folder / "conf.py").read_text("utf-8")
    start = conf.index("\n", conf.index("# -- The newsletter and its publisher"))
    end = conf.index("# -- How it is built")
    (folder / "conf.py").write_text(f"{conf[:start]}\n\n{SETTINGS}\n{conf[end:]}", "utf-8")
    return Project(folder)


def lend_environment(folder: Path) -> None:
    """Give the project in *folder* the environment that runs this test, as if it had just been installed."""
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "ascii")
    python.chmod(0o755)
    for stamp in (".requirements", ".requirements-import"):
        (folder / ".venv" / stamp).touch()
