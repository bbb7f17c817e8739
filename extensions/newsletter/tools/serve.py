# SPDX-License-Identifier: EUPL-1.2
"""``make serve``: show the site with its drafts on this machine alone, and reload it at each save."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newsletter.tools.console import PROJECT, CommandError, refuse, require_extra, run, say, split_options
from newsletter.tools.preview import Preview, load_code
from newsletter.tools.settings import further_languages, of_language
from newsletter.tools.sphinx_run import SphinxRun
from newsletter.tools.workspace import alone, prepare, toolchain

_UNWATCHED = ("_build", ".venv", ".git", "tests")
_ADDRESS = "address"
"""The file beside the pages that says where they are served."""
_PASSING = r"(?:~|\.sw[a-z]|\.tmp|\.pyc|\.mo|/4913|/\.#[^/]*|/~\$[^/]*)$"
"""Files that editors and builds put beside another for a moment: nobody saved them."""


def preview_run(source: Path, options: list[str], language: str = "") -> SphinxRun:
    """Return the run of Sphinx that shows the site of *source* with its drafts, in a further *language* or as written.

    The template knows the page for a preview (``preview``): the strict policy of published pages would forbid the
    script by which sphinx-autobuild reloads it.
    """
    preview = source / "_build" / "preview"
    return SphinxRun(
        source=source,
        builder="html",
        output=preview / "html" / language,
        doctrees=preview / f"doctrees{language and '-'}{language}",
        settings={"newsletter_drafts": "1", **of_language(source, language)},
        options=["-q", "-A", "preview=1", *options],
    )


def serve(build: SphinxRun, translated: Sequence[SphinxRun], port: int) -> None:
    """Let sphinx-autobuild watch and serve; each build is ours, which speaks the writer's language and briefly."""
    import sphinx_autobuild.__main__ as autobuild  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, without types

    address, seen = f"http://127.0.0.1:{port}", load_code()

    def builder(*_arguments: Any, **_commands: Any) -> Preview:
        return Preview(build, translated, address, seen)

    autobuild.Builder = builder
    autobuild.show_message = _say_nothing
    ignored = [word for name in _UNWATCHED for word in ("--ignore", str(build.source / name))]
    folders = ["-d", str(build.doctrees), str(build.source), str(build.output)]
    autobuild.main(["--host", "127.0.0.1", "--port", str(port), *ignored, "--re-ignore", _PASSING, *folders])


def _say_nothing(_message: str) -> None:
    """Stand in for the English notes of sphinx-autobuild."""


def _serving(root: Path) -> CommandError:
    """Return the error of a second preview, which names the URL of the first."""
    try:
        address = (root / _ADDRESS).read_text(encoding="ascii")
    except OSError:
        address = "http://127.0.0.1"
    return refuse("A preview runs already, at %(address)s: open that, or end it with Ctrl-C first.", address=address)


def _check_port(port: int) -> None:
    """Refuse a *port* at which another program listens, before anything is built."""
    with socket.socket() as probe:
        if os.name != "nt":  # where it would let two programs have one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            message = "Another program has the port %(port)d: choose another one, “make serve PORT=%(other)d”."
            raise refuse(message, port=port, other=port + 1) from None


def main(words: list[str]) -> int:
    """Serve the project until stopped; what follows ``--`` is for Sphinx."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.serve")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    require_extra("serve")
    source = asked.source.resolve()
    build = preview_run(source, options)
    translated = [preview_run(source, options, language) for language in further_languages(source)]
    root = build.output.parent
    with alone(root, taken=lambda: _serving(root)):
        _check_port(asked.port)
        (root / _ADDRESS).write_text(f"http://127.0.0.1:{asked.port}", encoding="ascii")
        tools = toolchain(source)
        for each in (build, *translated):
            prepare(each.doctrees, tools)
        say("The site with its drafts will be at http://127.0.0.1:%(port)d; Ctrl-C ends it.", port=asked.port)
        serve(build, translated, asked.port)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
