# SPDX-License-Identifier: EUPL-1.2
"""``make diff``: which records the working tree adds, alters, moves, cancels or removes."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.tools.change_wording import Wording
from newsletter.tools.comparison import RecordChange, Row, compare
from newsletter.tools.console import PROJECT, refuse, run, split_options
from newsletter.tools.rendering import as_report, as_text
from newsletter.tools.report import Section
from newsletter.tools.revision import commit_of, export
from newsletter.tools.settings import setting, site_language
from newsletter.tools.sphinx_run import SphinxRun


@dataclass(frozen=True, slots=True)
class Reading:
    """A state of the archive as ``make check`` reads it, drafts included."""

    rows: tuple[Row, ...]
    messages: tuple[str, ...] = ()
    """The diagnostics, as Sphinx writes them."""
    blocks: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """The place of the latest telling of each record: its file and the line of its title."""
    unnamed: tuple[tuple[str, int, str], ...] = ()
    """The place of a block that does not write its id, and the id."""
    unpublished: frozenset[str] = frozenset()
    """The issues that only a preview shows."""
    today: str = ""
    """The day, in the city's time zone."""

    @property
    def warnings(self) -> int:
        """The number of warnings and errors."""
        return sum(": WARNING: " in line or ": ERROR: " in line for line in self.messages)


class Reader:
    """One reading under way, of *source*, with everything it writes in *workplace*."""

    def __init__(self, source: Path, workplace: Path, options: list[str]) -> None:
        self._source, self._output = source, workplace
        self._messages = workplace.with_suffix(".messages")
        self._process: subprocess.Popen[str] | None = None
        if any(source.glob("issues/**/*.md")):
            settings = {"newsletter_drafts": "1"}
            options = ["-q", "-w", str(self._messages), *options]
            self._process = SphinxRun(
                source=source,
                builder="newsletter-check",
                output=workplace,
                doctrees=workplace / "read",
                settings=settings,
                options=options,
            ).start(stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def result(self) -> Reading:
        """Wait for the end and return what was read; raise :exc:`CommandError` where it cannot be read at all."""
        if self._process is None:
            return Reading(())
        _, messages = self._process.communicate()
        try:
            rows = json.loads((self._output / "records.json").read_text(encoding="utf-8"))["records"]
            found = json.loads((self._output / "addresses.json").read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError) as error:
            raise refuse("%(folder)s cannot be read:\n%(why)s", folder=self._source, why=messages) from error
        return Reading(
            rows=tuple(rows),
            messages=tuple(self._lines()),
            blocks={name: (path, line) for name, (path, line) in found["blocks"].items()},
            unnamed=tuple((path, line, name) for path, line, name in found["unnamed"]),
            unpublished=frozenset(found["unpublished"]),
            today=found["today"],
        )

    def _lines(self) -> list[str]:
        return self._messages.read_text(encoding="utf-8", errors="replace").splitlines()


@dataclass(frozen=True, slots=True)
class Difference:
    """The differences of a project's records from those of a revision, in words, and how the project was read."""

    sections: list[Section]
    base: str
    notes: tuple[str, ...]
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences of a project's records from those of a revision, and how the project was read."""

    changes: tuple[RecordChange, ...]
    after: Reading


def read_archive(project: Path, options: list[str]) -> Reading:
    """Return the archive of *project* as it is."""
    with tempfile.TemporaryDirectory(prefix="newsletter-read-") as name:
        return Reader(project, Path(name, "read"), options).result()


def compare_with(project: Path, base: str, options: list[str]) -> Comparison:
    """Return what the records of *project* differ in from those of the git revision *base*."""
    commit = commit_of(project, base)
    with tempfile.TemporaryDirectory(prefix="newsletter-diff-") as name:
        workplace = Path(name)
        export(project, commit, workplace / "base")
        readers = [
            Reader(workplace / "base", workplace / "before", options),
            Reader(project, workplace / "after", options),
        ]
        before, after = (reader.result() for reader in readers)
    return Comparison(compare(before.rows, after.rows, before.unpublished), after)


def differences(project: Path, base: str, options: list[str]) -> Difference:
    """Return what the records of *project* differ in from those of the git revision *base*, in words."""
    found = compare_with(project, base, options)
    after = found.after
    note = translate("What has a fault is in no register and counts here as removed: see “make check” (%(count)d).")
    notes = (note % {"count": after.warnings},) if after.warnings else ()
    return Difference(wording_of(project).sections(found.changes), base, notes, after.messages)


def wording_of(project: Path) -> Wording:
    """Return how changes of *project* are put into words."""
    topics = setting(project, "newsletter_topics")
    return Wording(site_language(project), topics if isinstance(topics, dict) else {})


def difference(project: Path, base: str, form: str, options: list[str]) -> str:
    """Return what :func:`differences` finds, in *form*."""
    found = differences(project, base, options)
    told = found.sections, found.base, found.notes
    return as_text(*told) if form == "text" else as_report(*told).as_markdown()


def main(words: list[str]) -> int:
    """Print the difference from the revision that ``--base`` names."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.diff")
    parser.add_argument("--base", default="")
    parser.add_argument("--format", choices=["text", "markdown"], default="text")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    print(difference(asked.source.resolve(), asked.base, asked.format, options), end="")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
