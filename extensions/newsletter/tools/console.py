# SPDX-License-Identifier: EUPL-1.2
"""Answer whoever typed a command, in the site's language."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from newsletter.environment.extras import Extra, is_installed, left_out
from newsletter.environment.i18n import translate, use_language
from newsletter.publish.disk_errors import disk_error
from newsletter.tools.commands import GROUPS, names
from newsletter.tools.environ import settle_variables
from newsletter.tools.settings import site_language

PROJECT = next((folder for folder in (Path.cwd(), *Path.cwd().parents) if (folder / "conf.py").is_file()), Path.cwd())
"""The folder of ``conf.py``: the one in which the command was typed, or one above it."""

PROGRAM = os.environ.get("NEWSLETTER_PROGRAM", "newsletter")
"""The word before the name of a command: ``make``, where the Makefile calls it."""

_MAKE = re.compile(rf"\bmake(?=[”»]| (?:{'|'.join(names(GROUPS))})\b)")


class CommandError(Exception):
    """The command cannot be carried out; the message, already translated, says why and what to do."""


def speak(project: Path) -> None:
    """From here on, talk in the language of the site whose ``conf.py`` is in *project*."""
    use_language(site_language(project))


def say(message: str, **values: object) -> None:
    """Print *message* in the site's language, filled with *values*, at once even into a pipe."""
    print(as_typed(translate(message)) % values, flush=True)


def refuse(message: str, **values: object) -> CommandError:
    """Return the error to raise, with *message* in the site's language, filled with *values*."""
    return CommandError(as_typed(translate(message)) % values)


def as_typed(message: str) -> str:
    """Return *message* with the commands that it names as they are typed here, which may be without make."""
    return message if PROGRAM == "make" else _MAKE.sub(PROGRAM, message)


def require_extra(extra: Extra) -> None:
    """Go on where *extra* is installed.

    :raises CommandError: else, which says how it is installed.
    """
    if not is_installed(extra):
        raise CommandError(left_out(extra))


def split_options(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words before ``--``, which are for the command, and those after it, which are for Sphinx."""
    if "--" not in words:
        return words, []
    where = words.index("--")
    return words[:where], words[where + 1 :]


def run(command: Callable[[list[str]], int]) -> int:
    """Run *command* on the words typed after its name; return its exit code.

    A console that has no typographic quotes shows a mark in their place.

    It is 2 where the command refuses, or the disk is full or cannot be written, and 130 where it is stopped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    speak(PROJECT)
    try:
        settle_variables()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        return command(sys.argv[1:])
    except CommandError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        sentence = disk_error(error)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
