# SPDX-License-Identifier: EUPL-1.2
"""Declare what is measured: commands, what goes before each of their runs, and what their cost is compared with."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.sources import plant_hints, write_ours, write_plain

CHECKED = 120
"""The issues that commands are measured with as they are typed, and saves in ``make serve``."""


@dataclass(frozen=True, slots=True)
class Case:
    """One command to measure."""

    name: str
    command: str
    before: str = "true"
    """The command that is run before each run, and not measured."""


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that are measured side by side; the first is what the others are compared with."""

    title: str
    cases: Sequence[Case]


def groups(project: Path, scratch: Path, sizes: Sequence[int]) -> Iterator[Group]:
    """Yield what is to be measured, with sources of all *sizes* written into the folder *scratch*."""
    for count in sizes:
        folder = scratch / str(count)
        write_plain(project, folder / "plain", count, search=True)
        write_plain(project, folder / "without", count, search=False)
        write_ours(project, folder / "ours", count)
        yield Group(
            f"Cold HTML build, one process, {count} issues",
            (
                _build("plain Sphinx with its search", folder / "plain"),
                _build("plain Sphinx without search", folder / "without"),
                _build("this project, with everything", folder / "ours"),
            ),
        )
    if CHECKED in sizes:
        yield _checks(scratch / str(CHECKED), project)


def _build(name: str, source: Path) -> Case:
    output = source.with_name(f"{source.name}-output")
    words = ["-m", "sphinx", "-q", "-W", "-b", "html", "-d", output / "doctrees", source, output / "html"]
    return Case(name, _python(*words), _remove(output))


def _checks(folder: Path, project: Path) -> Group:
    """Return the commands as they are typed, on as many processes as there are cores."""
    ours, hinted = folder / "ours", folder / "hinted"
    write_ours(project, hinted, CHECKED)
    plant_hints(hinted)
    check = _python("-m", "newsletter.tools.check", "--source", ours)
    check_hinted = _python("-m", "newsletter.tools.check", "--source", hinted)
    html, pdf = (_python("-m", "newsletter.tools.build", target, "--source", ours) for target in ("html", "pdf"))
    return Group(
        f"As typed, {CHECKED} issues",
        (
            Case("make html, cold", html, _remove(ours / "_build")),
            Case("make pdf, cold", pdf, _remove(ours / "_build")),
            Case("make check, cold", check, _remove(ours / "_build")),
            Case("make check, unchanged", check),
            Case("make check, cold, a hint in each issue", check_hinted, _remove(hinted / "_build")),
            Case("make check, unchanged, a hint in each issue", check_hinted),
        ),
    )


def _python(*words: object) -> str:
    return shlex.join([sys.executable, *map(str, words)])


def _remove(folder: Path) -> str:
    return shlex.join(["rm", "-rf", str(folder)])
