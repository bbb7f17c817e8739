# SPDX-License-Identifier: EUPL-1.2
"""``make rename``: give an issue the name of another month; what it tells keeps its ids, links and calendar entries."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from newsletter.archive.published import FOLDER as PUBLISHED
from newsletter.model.issue import IssueName
from newsletter.publish.mailings import FOLDER as SENT
from newsletter.source.block_edit import write_options
from newsletter.tools.comparison import Change, RecordChange, compare
from newsletter.tools.console import PROJECT, refuse, run, say, split_options
from newsletter.tools.diff import Reading, read_archive, wording_of
from newsletter.tools.rendering import as_text

_FOLLOWS_FROM_THE_NAME = frozenset({"issue", "issues", "updated"})
_FOLDERS = ("issues", PUBLISHED, SENT)


def rename(project: Path, former: IssueName, name: IssueName, options: list[str]) -> None:
    """Rename the issue *former* of *project*, and say what that changes in records.

    :raises CommandError: where there is no such issue, or one called *name*.
    """
    moves = _moves(project, str(former), str(name))
    before = read_archive(project, options)
    _write_ids(before, [source for source, _target in moves])
    for source, target in moves:
        source.rename(target)
    after = read_archive(project, options)
    say("issues/%(former)s.md is issues/%(name)s.md now.", former=former, name=name)
    print(as_text(wording_of(project).sections(list(_changes(before, after))), str(former)), end="")
    say(
        'In conf.py, under newsletter_moved, belongs “"issues/%(former)s.html": "issues/%(name)s.html"”, so that '
        "links to the page lead on.",
        former=former,
        name=name,
    )


def _changes(before: Reading, after: Reading) -> Iterator[RecordChange]:
    """Yield what the new name changes in records, beside itself: a date without a year, say, may be another."""
    for change in compare(before.rows, after.rows):
        fields = tuple(field for field in change.fields if field.field not in _FOLLOWS_FROM_THE_NAME)
        if fields or change.change in {Change.ADDED, Change.REMOVED}:
            yield replace(change, fields=fields, undated=False)


def _moves(project: Path, former: str, name: str) -> list[tuple[Path, Path]]:
    """Return the files and folders to rename, each with what it is to be called."""
    if not (project / "issues" / f"{former}.md").is_file():
        raise refuse("There is no issue issues/%(name)s.md.", name=former)
    moves = [
        (path, path.with_name(name + path.name.removeprefix(former)))
        for folder in _FOLDERS
        for path in sorted((project / folder).glob(f"{former}*"))
        if path.name == former or path.name.startswith(f"{former}.")
    ]
    taken = [target for _source, target in moves if target.exists()]
    if taken:
        raise refuse("%(path)s exists already and stays as it is.", path=taken[0].relative_to(project))
    return moves


def _write_ids(before: Reading, sources: Sequence[Path]) -> None:
    """Write the ids that would otherwise follow from the name of the file."""
    ids: dict[Path, list[tuple[int, str, str]]] = defaultdict(list)
    for name, line, record in before.unnamed:
        path = Path(name)
        if path in sources or path.parent in sources:
            ids[path].append((line, "id", record))
    for path, lines in ids.items():
        write_options(path, lines)


def main(words: list[str]) -> int:
    """Rename the issue that ``--from`` names."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.rename")
    parser.add_argument("--from", dest="former", default="")
    parser.add_argument("--to", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    former, name = IssueName.parse(asked.former), IssueName.parse(asked.to)
    if former is None or name is None:
        raise refuse("Say which issue is to be called how: make rename FROM=2026-05 TO=2026-06")
    rename(asked.source.resolve(), former, name, options)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
