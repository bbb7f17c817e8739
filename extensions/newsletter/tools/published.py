# SPDX-License-Identifier: EUPL-1.2
"""``make published``: note what subscribers have seen, when the site goes out; ``make withdraw``: what is no more."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from newsletter.archive.published import FOLDER
from newsletter.tools.console import PROJECT, refuse, run, say, split_options
from newsletter.tools.sphinx_run import SphinxRun


def note_published(project: Path, options: Sequence[str] = ()) -> list[Path]:
    """Write what subscribers of *project* have seen once its sources are out; return the files that differ now.

    :raises CommandError: where the sources cannot be read; Sphinx has said why.
    """
    with tempfile.TemporaryDirectory(prefix="newsletter-published-") as name:
        output = Path(name, "out")
        code = SphinxRun(
            source=project,
            builder="newsletter-published",
            output=output,
            doctrees=Path(name, "read"),
            options=["-q", *options],
        ).call()
        if code:
            raise refuse("Nothing was noted.")
        return [path for made in sorted(output.glob("*.json")) if (path := _put(made, project / FOLDER / made.name))]


def _put(made: Path, path: Path) -> Path | None:
    """Put what was *made* at *path*; return it where that was another."""
    text = made.read_text("utf-8")
    if path.is_file() and path.read_text("utf-8") == text:
        return None
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def main(words: list[str]) -> int:
    """Note what goes out, and say which files are to be committed."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.published")
    parser.add_argument("--source", type=Path, default=PROJECT)
    parser.add_argument("--out", type=Path, help="a file for what has changed, as data that another job commits")
    known, options = split_options(words)
    asked = parser.parse_args(known)
    project = asked.source.resolve()
    changed = note_published(project, options)
    if asked.out is not None:
        files = {path.relative_to(project).as_posix(): path.read_text("utf-8") for path in changed}
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(json.dumps({"files": files}), "utf-8")
    for path in changed:
        say("Noted in %(path)s, which belongs into the repository: commit it.", path=path.relative_to(project))
    if not changed:
        say("What subscribers have seen is noted already.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
