# SPDX-License-Identifier: EUPL-1.2
"""The developers' commands: tests, style, types, locks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from newsletter.tools.console import split_options
from scripts.environment import TOP, own_environment
from scripts.verapdf import ENVIRONMENT as VERAPDF
from scripts.verapdf import development_kit, validate

_LOCK = (
    *("--quiet", "--universal", "--python-version", "3.11", "--fork-strategy", "requires-python"),
    *("--generate-hashes", "--no-emit-index-url", "--no-annotate", "--exclude-newer", "7 days"),
    *("--custom-compile-command", "make lock"),
)
"""For all Pythons and systems at once; a release is taken when it is seven days old, and others have tried it."""


def _run(*words: str) -> int:
    return subprocess.run(words, cwd=TOP, check=False).returncode


def _module(*words: str) -> int:
    return _run(sys.executable, "-m", *words)


def _first_failure(codes: Iterable[int]) -> int:
    """Return the first of *codes* that is not 0, without asking for those after it."""
    return next(filter(None, codes), 0)


def _pytest(*options: str) -> int:
    """Run pytest with a worker a core; what is compiled is kept, since the tests start Python hundreds of times."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return _module("pytest", "-n", "auto", "--dist", "worksteal", *options)


def test(options: Sequence[str]) -> int:
    """Run the tests but for the slow ones."""
    return _pytest("-m", "not slow", *options)


def test_all(options: Sequence[str]) -> int:
    """Run all tests, those too that want a mail server or a validator in an environment of its own."""
    own_environment("mail")
    if development_kit():
        own_environment(VERAPDF)
    return _pytest(*options)


def lint(_options: Sequence[str]) -> int:
    """Check style, layers and licences."""
    imports = str(Path(sys.executable).with_name("lint-imports"))

    def codes() -> Iterable[int]:
        yield _module("ruff", "check", ".")
        yield _module("ruff", "format", "--check", ".")
        yield _run(imports, "--no-cache", "--no-logo")
        yield _module("reuse", "lint", "--quiet") and _module("reuse", "lint")

    return _first_failure(codes())


def types(_options: Sequence[str]) -> int:
    """Check types."""
    return _module("mypy")


def lock(options: Sequence[str]) -> int:
    """Choose versions; all are raised where *options* do not say otherwise."""
    uv = str(own_environment("lock").program("uv"))

    def compiled(name: str, *more: str) -> int:
        command = [uv, "pip", "compile", *_LOCK, *options, *more]
        return _run(*command, f"{name}.txt", "--output-file", f"{name}.lock")

    def codes(excluded: Path) -> Iterable[int]:
        # Mailman wants nntplib on Python 3.13, for which there is none: there it is not installed.
        excluded.write_text("nntplib\n", "ascii")
        site, importing = ("--constraints", "requirements.lock"), ("--constraints", "requirements-import.lock")
        yield compiled("requirements")
        yield compiled("requirements-import", *site)
        yield compiled("requirements-test", *site, *importing)
        yield compiled("requirements-mail", "--excludes", str(excluded))
        yield compiled("requirements-verapdf")

    with TemporaryDirectory() as folder:
        return _first_failure(codes(Path(folder, "excluded.txt")))


def check_pdfs(options: Sequence[str]) -> int:
    """Check the PDFs that *options* name, else all that were built, with veraPDF."""
    files = options or sorted(map(str, (TOP / "_build" / "pdf").rglob("*.pdf")))
    if not development_kit():
        sys.exit("veraPDF vuole Java: un JDK, dal numero 11. Su Debian e Ubuntu: sudo apt install default-jdk-headless")
    if not files:
        sys.exit("Prima servono i PDF: make pdf")
    own_environment(VERAPDF)
    done = validate(files)
    print(done.stdout + done.stderr, end="")
    return done.returncode


_COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "test": test,
    "test-all": test_all,
    "lint": lint,
    "types": types,
    "lock": lock,
    "verapdf": check_pdfs,
}


def main(words: list[str]) -> int:
    """Run the command that the first of *words* names; what follows ``--`` is for its program."""
    own, options = split_options(words)
    if own[0] == "lock" and "--" not in words:
        options = ["--upgrade"]
    return _COMMANDS[own[0]]([*own[1:], *options])
