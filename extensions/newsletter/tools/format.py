# SPDX-License-Identifier: EUPL-1.2
"""``make format``: lay out the blocks of the issues in one form, without changing what they say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsletter.model.issue import IssueName, Period
from newsletter.model.kinds import Kind
from newsletter.source.fields import Block
from newsletter.tools.console import PROJECT, run, say
from newsletter.tools.format_source import MeaningWouldChange, format_source
from newsletter.tools.settings import setting, site_language

_ANY_MONTH = Period(2026, 5)


def sources(project: Path) -> tuple[Path, ...]:
    """Return the files that hold the issues of *project*; links are left alone, since they may lead elsewhere."""
    found = sorted((project / "issues").rglob("*.md"))
    # A translation is written in the layout of its skeleton.
    return tuple(path for path in found if path.is_file() and not path.is_symlink() and "." not in path.stem)


def about(project: Path, path: Path) -> Block:
    """Return what the blocks in the file *path* have to know of their issue and of the publication."""
    name = IssueName.parse(path.stem) or IssueName.parse(path.parent.name)
    topics = setting(project, "newsletter_topics")
    return Block(
        kind=Kind.EVENT,
        period=name.period if name else _ANY_MONTH,
        topics={str(slug): str(label) for slug, label in topics.items()} if isinstance(topics, dict) else {},
        language=site_language(project),
    )


def changes(project: Path, paths: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
    """Return the files among *paths* that are not in the canonical layout, with their text in it; tell what stays."""
    for path in paths:
        raw = path.read_bytes()
        try:
            fresh = format_source(raw.decode("utf-8"), about(project, path)).encode()
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            say("%(path)s:%(line)d: this file is not in UTF-8, and stays as it is.", path=_short(path), line=line)
        except (MeaningWouldChange, RecursionError):
            say("%(path)s stays as it is: another layout would change what it says.", path=_short(path))
        else:
            if fresh != raw:
                yield path, fresh


def _short(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def main(words: list[str]) -> int:
    """Lay out the named files, or all issues; with ``--check`` only tell which are not, and fail where there are."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.format")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--source", type=Path, default=PROJECT)
    asked = parser.parse_args(words)
    named = tuple(path for path in asked.files if str(path) not in {"", "."})
    found = list(changes(asked.source, named or sources(asked.source)))
    for path, fresh in found:
        if not asked.check:
            path.write_bytes(fresh)
            say("%(path)s was put in order.", path=_short(path))
        else:
            say("%(path)s is not in order: run “make format”.", path=_short(path))
    if not found:
        say("All files are in order.")
    return 1 if found and asked.check else 0


if __name__ == "__main__":
    sys.exit(run(main))
