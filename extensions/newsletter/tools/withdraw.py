# SPDX-License-Identifier: EUPL-1.2
"""``make withdraw``: leave cancelled entries to subscribers of what was taken out of an issue."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from newsletter.archive.published import FOLDER, PublishedOccurrence, parse_published, write_published
from newsletter.archive.revisions import WITHDRAWN
from newsletter.model.diagnostics import ContentError
from newsletter.tools.console import PROJECT, refuse, run, say, split_options
from newsletter.tools.diff import read_archive


def withdraw(project: Path, issue: str, options: list[str]) -> tuple[PublishedOccurrence, ...]:
    """Note as withdrawn what subscribers have of *issue* and no issue of *project* tells any more; return it."""
    path = project / FOLDER / f"{issue}.json"
    try:
        seen = parse_published(path.read_text("utf-8"))
    except FileNotFoundError:
        raise refuse("What subscribers have seen of %(issue)s was never noted (make published).", issue=issue) from None
    except ContentError as error:
        raise refuse("%(path)s cannot be read: %(why)s", path=path, why=error) from error
    archive = read_archive(project, options)
    gone = [each for each in seen if each.id not in archive.blocks and each.state != WITHDRAWN]
    noted = [_withdrawn(each, archive.today) if each in gone else each for each in seen]
    path.write_text(write_published(noted), "utf-8")
    return tuple(gone)


def _withdrawn(seen: PublishedOccurrence, today: str) -> PublishedOccurrence:
    return replace(seen, state=WITHDRAWN, revision=seen.revision + 1, day=max(seen.day, today))


def main(words: list[str]) -> int:
    """Note what is withdrawn, and say what."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.withdraw")
    parser.add_argument("--issue", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    if not asked.issue:
        raise refuse("Say of which issue: make withdraw ISSUE=2026-05")
    gone = withdraw(asked.source.resolve(), asked.issue, options)
    for each in gone:
        say("“%(title)s” (%(date)s) stays in calendars as cancelled.", title=each.title, date=each.date)
    if not gone:
        say("All that subscribers have seen of %(issue)s is still told.", issue=asked.issue)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
