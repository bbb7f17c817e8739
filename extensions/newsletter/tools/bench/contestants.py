# SPDX-License-Identifier: EUPL-1.2
"""The projects whose builds are measured, all of the same words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from newsletter.tools.bench.archive import write_issues
from newsletter.tools.settings import topics

_PLAIN_CONF = """
project, language, html_theme, extensions = "Inventato", "it", "basic", ["myst_parser"]
html_copy_source, html_use_index = False, False
"""
_WITHOUT_SEARCH = """
def setup(app):
    app.connect("builder-inited", lambda app: setattr(app.builder, "search", False))
"""
_PLAIN_INDEX = "# Inventato\n\n```{toctree}\n:glob:\n\nissues/*\n```\n"
_OURS = ("conf.py", "guida", "_templates", "_static", "locale", "indexes", "index.md", "iscriviti.md", "dati.md")


def ours(project: Path, target: Path, count: int) -> None:
    """Write this very project with invented issues."""
    target.mkdir(parents=True)
    for name in _OURS:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists():
            shutil.copy2(source, target / name)
    write_issues(target / "issues", count, topics(project), plain=False)


def _plain(conf: str) -> Callable[[Path, Path, int], None]:
    def write(project: Path, target: Path, count: int) -> None:
        target.mkdir(parents=True)
        (target / "conf.py").write_text(conf, encoding="utf-8")
        (target / "index.md").write_text(_PLAIN_INDEX, encoding="utf-8")
        write_issues(target / "issues", count, topics(project), plain=True)

    return write


CONTESTANTS: dict[str, Callable[[Path, Path, int], None]] = {
    "this project": ours,
    "plain Sphinx": _plain(_PLAIN_CONF),
    "plain Sphinx, no search": _plain(_PLAIN_CONF + _WITHOUT_SEARCH),
}
"""What writes each of them: from the project's folder into another, with so many issues."""
