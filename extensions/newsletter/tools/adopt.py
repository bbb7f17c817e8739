# SPDX-License-Identifier: EUPL-1.2
"""``make adopt DIR=… TITLE="…" LANGUAGE=en``: writes the project of another city, which installs this package."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from string import Template

from newsletter.environment.i18n import use_language
from newsletter.environment.standing_pages import package_folder
from newsletter.model.text import slug
from newsletter.tools.console import refuse, say

_CITY = Path(__file__).with_name("city")
_REPOSITORY = Path(__file__).resolve().parents[3]
_ITALIAN = ("index.md", "iscriviti.md", "dati.md", "accessibilita.md", "indexes", "guida", ".github/ISSUE_TEMPLATE")
"""The Italian pages and forms: those of this repository, of which the wheel has a copy (``pyproject.toml``)."""
_FILLED = ".in"


def adopt(folder: Path, title: str, language: str) -> None:
    """Write a project called *title* into *folder*: settings, standing pages and forms in *language*, and no issue.

    :raises CommandError: where *folder* is not empty, or there are no pages in *language*.
    """
    languages = sorted(path.name for path in _CITY.iterdir() if path.is_dir() and path.name != "all")
    if language not in languages:
        raise refuse(
            "There are no pages in “%(language)s”. Possible: %(languages)s.",
            language=language,
            languages=", ".join(languages),
        )
    if folder.exists() and any(folder.iterdir()):
        raise refuse("There is something in %(folder)s already: give the name of a new folder.", folder=folder)
    values = {"title": json.dumps(title)[1:-1], "language": language, "slug": slug(title), "origin": _origin()}
    for source, path in _files(language):
        target = folder / path.removesuffix(_FILLED)
        target.parent.mkdir(parents=True, exist_ok=True)
        content = source.read_bytes()
        if path.endswith(_FILLED):
            content = Template(content.decode()).substitute(values).encode()
        target.write_bytes(content)


def _files(language: str) -> Iterator[tuple[Path, str]]:
    """Yield the files of a city, each with its path there."""
    for top in (_CITY / "all", _CITY / language):
        for path in sorted(top.rglob("*")):
            if path.is_file():
                yield path, path.relative_to(top).as_posix()
    pages = package_folder(language)
    if pages != _CITY / language:
        for name in _ITALIAN:
            found = pages / name
            for path in sorted(found.rglob("*")) if found.is_dir() else [found]:
                if path.is_file():
                    yield path, path.relative_to(pages).as_posix()


def _origin() -> str:
    """Return where this package comes from (PEP 610), as a requirement names it; else the folder of this repository."""
    try:
        written = distribution("newsletter").read_text("direct_url.json")
    except PackageNotFoundError:
        written = None
    if written is None:
        return _REPOSITORY.as_uri()
    found = json.loads(written)
    version_control = found.get("vcs_info")
    if version_control is None:
        return str(found["url"])
    return f"{version_control['vcs']}+{found['url']}@{version_control['commit_id']}"


def main(words: list[str]) -> int:
    """Write the project that *words* describe."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.adopt")
    parser.add_argument("--title", default="Newsletter")
    parser.add_argument("--language", default="en")
    parser.add_argument("folder", nargs="?", default="")
    asked = parser.parse_args(words)
    use_language(asked.language)  # there is no conf.py yet that says which
    if not asked.folder:
        raise refuse("Say where: adopt DIR=../city TITLE=… LANGUAGE=en")
    folder = Path(asked.folder)
    adopt(folder, asked.title, asked.language)
    say("Here it is: %(folder)s. Go on with its README.md.", folder=folder)
    return 0
