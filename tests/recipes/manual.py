# SPDX-License-Identifier: EUPL-1.2
"""The recipes of docs/architecture.md, taken from the page: what stands in it is what a technician would type."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from tests.project import ROOT, Built, Project

MANUAL = (ROOT / "docs" / "architecture.md").read_text("utf-8")
_STEP = re.compile(r"<!-- recipe (?P<name>\w+): (?P<place>.+?) -->\n```\w+\n(?P<code>.*?)```", re.DOTALL)
_INSERTION = re.compile(r"(?P<path>\S+) (?P<where>before|after) (?P<line>.+)")


def steps(name: str) -> dict[str, str]:
    """Return the code of the recipe *name* by where it goes."""
    found = {step["place"]: step["code"] for step in _STEP.finditer(MANUAL) if step["name"] == name}
    assert found, f"the manual has no recipe for {name}"
    return found


def example(name: str) -> str:
    """Return how that which the recipe *name* adds is used."""
    return steps(name)["example"]


def follow(project: Project, name: str) -> None:
    """Carry out the recipe *name* in *project*: new files, lines at their place, and the Italian words."""
    for place, code in steps(name).items():
        insertion = _INSERTION.fullmatch(place)
        if insertion:
            _insert(project.folder / insertion["path"], insertion["where"], insertion["line"], code)
        elif "/" in place:
            assert not (project.folder / place).exists()
            project.write(place, code)
    if "words" in steps(name):
        _translate(project, steps(name)["words"])


def _insert(path: Path, where: str, line: str, code: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(f"{line}\n") == 1, f"{path.name} has no such line: {line}"
    new = f"{line}\n{code}" if where == "after" else f"{code}{line}\n"
    path.write_text(text.replace(f"{line}\n", new), "utf-8")


def _translate(project: Project, words: str) -> None:
    """Do as the manual says: the command names what has no Italian; write it where the command left a place."""
    italian = dict(re.findall(r'msgid "(.+)"\nmsgstr "(.+)"', words))
    named = command(project, "catalogue")
    assert (named.returncode, set(named.stdout.splitlines())) == (1, set(italian))
    path = project.folder / "extensions/newsletter/locale/it/LC_MESSAGES/newsletter.po"
    text = path.read_text("utf-8")
    for message, translation in italian.items():
        text = text.replace(f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{translation}"')
    path.write_text(text, "utf-8")
    with path.open("rb") as source:
        known = {str(each.id): str(each.string) for each in read_po(source, locale="it")}
    assert italian.items() <= known.items()
    assert command(project, "catalogue").returncode == 0


def command(project: Project, name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command *name* of the tools that *project* itself has."""
    return subprocess.run(
        [sys.executable, "-m", f"newsletter.tools.{name}", *words],
        cwd=project.folder,
        env=os.environ | _its_own(project),
        capture_output=True,
        text=True,
        check=False,
    )


def build(project: Project, builder: str = "html") -> Built:
    """Build *project* strictly, with the extension that it has itself."""
    return project.build(builder, "-W", "--keep-going", surroundings=_its_own(project))


def errors_of_style(project: Project) -> str:
    """Return what the linter and the formatter say of the code of *project*; empty where it is nothing."""
    found = ""
    for words in (["check", "--no-cache", "-q"], ["format", "--no-cache", "--check", "-q"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *words, "extensions"],
            cwd=project.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        found += done.stdout if done.returncode else ""
    return found


def _its_own(project: Project) -> dict[str, str]:
    return {"PYTHONPATH": str(project.folder / "extensions")}
