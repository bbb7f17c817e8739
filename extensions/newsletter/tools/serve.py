# SPDX-License-Identifier: EUPL-1.2
"""``make serve``: show the site with its drafts on this machine alone, and reload it at each save."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

from newsletter.tools.console import PROJECT, run, say, split_options
from newsletter.tools.workspace import alone, prepare, toolchain

_UNWATCHED = ("_build", ".venv", ".git", "tests")


def command(source: Path, port: int, options: list[str]) -> list[str]:
    """Return the words that start sphinx-autobuild on *source*.

    The template knows the page for a preview (``preview``): the strict policy of published pages would forbid the
    script by which sphinx-autobuild reloads it.
    """
    preview = source / "_build" / "preview"
    ignored = [word for name in _UNWATCHED for word in ("--ignore", str(source / name))]
    return [
        *(sys.executable, "-m", "sphinx_autobuild", "--host", "127.0.0.1", "--port", str(port)),
        *(*ignored, "-b", "html", "-d", str(preview / "doctrees"), "-D", "newsletter_drafts=1", "-A", "preview=1"),
        *(*options, str(source), str(preview / "html")),
    ]


def main(words: list[str]) -> NoReturn:
    """Serve the project until stopped; what follows ``--`` is for Sphinx."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.serve")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    source = asked.source.resolve()
    preview = source / "_build" / "preview"
    with alone(preview):
        prepare(preview / "doctrees", toolchain(Path(__file__).resolve().parents[2]))
        say("The site with its drafts will be at http://127.0.0.1:%(port)d; Ctrl-C ends it.", port=asked.port)
        # It takes this very process over, with its lock, so that whatever stops the command stops the server.
        os.execv(sys.executable, command(source, asked.port, options))  # noqa: S606 - our own interpreter, no shell


if __name__ == "__main__":
    sys.exit(run(main))
