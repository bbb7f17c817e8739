# SPDX-License-Identifier: EUPL-1.2
"""``make new-event`` and its like: start one block, in a file of its own, without typing it from memory."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.issue import IssueName
from newsletter.model.kinds import TRAITS, Kind
from newsletter.model.text import slug
from newsletter.source.front_matter import parse_front_matter
from newsletter.tools.console import PROJECT, refuse, run, say
from newsletter.tools.new_issue import next_issue, write_issue

GIVEN = ("date", "time", "place", "country", "people", "hosts", "partners", "topics", "url")
"""The options that can be given with the command: ``make new-event TITLE="…" DATE="12 luglio"``."""


def block_text(kind: Kind, title: str, values: Mapping[str, str]) -> str:
    """Return a block of *kind* with *title*: the options in *values*, and those that are asked of it, empty.

    ``make check`` tells of each that stays empty.
    """
    values = {name: " ".join(value.split()) for name, value in values.items() if value.strip()}
    names = [name for name in FIELD_BY_NAME if name in values or name in TRAITS[kind].asked]
    options = [f":{name}: {values.get(name, '')}".rstrip() for name in names]
    others = ", ".join(f":{name}:" for name in FIELD_BY_NAME if name not in names)
    notes = [
        "% " + translate(_("Write the text here, and take out these lines and the options that stay empty.")),
        "% " + translate(_("Other options, above: %(names)s.")) % {"names": others},
    ]
    opening = f":::{{{kind}}} " + (" ".join(title.split()) or translate(_("Title")))
    return "\n".join([opening, *options, "", *notes, ":::", ""])


def issue_in_the_making(project: Path) -> IssueName:
    """Return the newest issue that is not out yet; where all are, the one that comes next."""
    names = [name for path in (project / "issues").glob("*.md") if (name := IssueName.parse(path.stem))]
    newest = max(names, default=None)
    return newest if newest is not None and _ahead(project / "issues" / f"{newest}.md") else next_issue(project)


def _ahead(path: Path) -> bool:
    try:
        head = parse_front_matter(path.read_text("utf-8", errors="replace"))
    except ContentError:
        return True  # nothing of it is published before it can be read
    return head.draft or (head.published is not None and head.published > datetime.now().astimezone().date())


def write_block(kind: Kind, title: str, values: Mapping[str, str], issue: IssueName, project: Path) -> Path:
    """Write a fresh block into the folder of *issue*, started where it is not there; return its path.

    :raises CommandError: where a file of that name exists: nothing is ever written over.
    """
    if not (project / "issues" / f"{issue}.md").exists():
        page = write_issue(issue, project)
        say("The issue was not there yet: here it is, %(path)s", path=page.relative_to(project))
    path = project / "issues" / str(issue) / f"{slug(title)}.md"
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(block_text(kind, title, values))
    except FileExistsError:
        raise refuse(
            "%(path)s exists already and stays as it is. Open it, or give another title.",
            path=path.relative_to(project),
        ) from None
    return path


def main(words: list[str]) -> int:
    """Write the block that has a title into the issue in the making; print one that has none."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.new_block")
    parser.add_argument("kind", choices=[kind.value for kind in Kind])
    parser.add_argument("--title", default="")
    parser.add_argument("--issue", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    for name in GIVEN:
        parser.add_argument(f"--{name}", default="")
    asked = parser.parse_args(words)
    kind, values = Kind(asked.kind), {name: getattr(asked, name) for name in GIVEN}
    if not asked.title.strip():
        print(block_text(kind, "", values), end="")
        return 0
    issue = IssueName.parse(asked.issue) if asked.issue else issue_in_the_making(asked.source)
    if issue is None:
        raise refuse("“%(text)s” is no name of an issue: write the year and the month, 2026-07.", text=asked.issue)
    path = write_block(kind, asked.title, values, issue, asked.source)
    say("Here is the new block: %(path)s", path=path.relative_to(asked.source))
    say("Fill it in; “make check” says what is still missing.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
