# SPDX-License-Identifier: EUPL-1.2
"""Write the sources of what is measured: this very project, and plain Sphinx with its search and without."""

from __future__ import annotations

import shutil
from pathlib import Path

from newsletter.tools.settings import topics
from scripts.bench.archive import write_issues

_NOT_TAKEN = shutil.ignore_patterns(
    *(".*", "_build", "__pycache__", "issues", "extensions", "scripts", "tests", "docs", "registers.yaml", "[A-Z]*")
)
_INDEX = "# Inventato\n\n```{toctree}\n:glob:\n\nissues/*\n```\n"
# snowballstemmer hands over to PyStemmer, which is written in C, where that is installed.
_PLAIN = """
import sys
sys.modules["Stemmer"] = None
project, language, html_theme, extensions = "Inventato", "it", "basic", ["myst_parser"]
html_copy_source, html_use_index = False, False
"""
_NO_SEARCH = """
def setup(app):
    app.connect("builder-inited", lambda app: setattr(app.builder, "search", False))
"""
_HINT = "\n\nUn altro programma si trova [qui](https://example.org/programma).\n:::\n"


def write_ours(project: Path, target: Path, count: int) -> None:
    """Write *project* into the folder *target*, with *count* invented issues instead of its own."""
    shutil.copytree(project, target, ignore=_NOT_TAKEN)
    write_issues(target / "issues", count, topics(project), plain=False)


def write_plain(project: Path, target: Path, count: int, *, search: bool) -> None:
    """Write the same words as ordinary sections of a plain Sphinx project."""
    target.mkdir(parents=True)
    (target / "conf.py").write_text(_PLAIN if search else _PLAIN + _NO_SEARCH, encoding="utf-8")
    (target / "index.md").write_text(_INDEX, encoding="utf-8")
    write_issues(target / "issues", count, topics(project), plain=True)


def plant_hints(source: Path) -> None:
    """Write into each issue of *source* a link that deserves a hint."""
    for path in (source / "issues").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(_HINT.join(text.rsplit("\n:::\n", 1)), encoding="utf-8")
