# SPDX-License-Identifier: EUPL-1.2
"""What is installed is what was tried: locks answer the ranges on each Python, and know each file by its hash."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from newsletter.environment.extras import MODULES
from newsletter.tools.report import Item
from scripts.raised_locks import compare, versions
from tests.project import ROOT

LOCKS = ("requirements", "requirements-import", "requirements-test", "requirements-mail", "requirements-verapdf")
PYTHONS = ("3.11.0", "3.12.0", "3.13.0", "3.14.0")
_PIN = re.compile(
    r"(?P<name>[\w.-]+)==(?P<version>[\w.+!-]+)(?: ; (?P<marker>[^\\\n]+?))? \\\n(?P<hashes>(?:    --hash=.+\n)+)"
)
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def ranges(path: Path) -> Iterator[Requirement]:
    """Yield what the requirements at *path* ask for, with those that they include."""
    for line in path.read_text("utf-8").splitlines():
        words = line.split("#")[0].strip()
        if words.startswith("-r "):
            yield from ranges(path.parent / words.removeprefix("-r "))
        elif words:
            yield Requirement(words)


def surroundings(python: str) -> dict[str, str]:
    """Return what the marker of a requirement may ask for, on Linux with *python*."""
    return {"python_full_version": python, "python_version": python.rpartition(".")[0], "sys_platform": "linux"}


def pins(name: str, python: str) -> dict[str, Version]:
    """Return the version of each package that the lock *name* gives on Linux with *python*."""
    found: dict[str, Version] = {}
    for pin in _PIN.finditer((ROOT / f"{name}.lock").read_text("utf-8")):
        marker = Requirement(f"x ; {pin['marker']}").marker if pin["marker"] else None
        if marker is None or marker.evaluate(surroundings(python)):
            assert pin["name"] not in found, f"{pin['name']} has two versions on Python {python}"
            found[canonicalize_name(pin["name"])] = Version(pin["version"])
    return found


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_answers_all_that_is_asked_for(name: str, python: str) -> None:
    found = pins(name, python)
    missing = [
        str(asked)
        for asked in ranges(ROOT / f"{name}.txt")
        if asked.marker is None or asked.marker.evaluate(surroundings(python))
        if (version := found.get(canonicalize_name(asked.name))) is None or version not in asked.specifier
    ]
    assert missing == [], "run “make lock LOCKOPTS=”, which adds what is missing"


@pytest.mark.parametrize("python", PYTHONS)
def test_the_site_is_built_by_the_same_versions_wherever_it_is(python: str) -> None:
    site = pins("requirements", python).items()
    assert site
    assert site <= pins("requirements-import", python).items()
    assert site <= pins("requirements-test", python).items()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_nothing_but_versions_with_their_hashes(name: str) -> None:
    text = (ROOT / f"{name}.lock").read_text("utf-8")
    lines = [line for pin in _PIN.finditer(text) for line in pin["hashes"].splitlines()]
    assert [line for line in lines if not _HASH.fullmatch(line)] == []
    rest = [line for line in _PIN.sub("", text).splitlines() if not line.startswith("#")]
    assert rest == [], "no address of an index, no option, nothing without a hash"


def test_a_reviewer_of_a_raised_lock_is_told_which_versions_change() -> None:
    before = "a==1 \\\nb==1 ; python_full_version < '3.12' \\\nb==2 ; python_full_version >= '3.12' \\\nc==1 \\\n"
    after = "a==1 \\\nb==1 ; python_full_version < '3.12' \\\nb==3 ; python_full_version >= '3.12' \\\nd==1 \\\n"
    told = compare(versions(before), versions(after))
    assert [(section.title, section.items) for section in told.sections] == [
        ("Cambiate", (Item("b", "1, 2 → 1, 3"),)),
        ("Aggiunte", (Item("d", "1"),)),
        ("Tolte", (Item("c", "1"),)),
    ]


def test_the_distribution_asks_for_what_the_site_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {name: set(asked) for name, asked in project["optional-dependencies"].items() if name != "all"}

    site = {*project["dependencies"], *(each for name, asked in extras.items() if name != "import" for each in asked)}
    assert set(map(Requirement, site)) == set(ranges(ROOT / "requirements.txt"))
    importing = set(ranges(ROOT / "requirements-import.txt")) - set(ranges(ROOT / "requirements.txt"))
    assert set(map(Requirement, extras["import"])) == importing
    assert project["optional-dependencies"]["all"] == [f"newsletter[{','.join(extras)}]"]
    assert set(extras) == set(MODULES)
