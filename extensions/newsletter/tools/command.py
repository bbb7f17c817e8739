# SPDX-License-Identifier: EUPL-1.2
"""``newsletter NAME [NAME=value …] [-- OPTIONS]``: runs a command; what follows ``--`` is for Sphinx."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

from newsletter.environment.i18n import translate
from newsletter.tools.commands import GROUPS, Groups, arguments, find, names
from newsletter.tools.console import PROGRAM, refuse, run


def show_help(groups: Groups) -> None:
    """Print the commands in the site's language."""
    width = max(map(len, names(groups)))
    for group, commands in groups.items():
        print(f"\n{translate(group)}")
        for command in commands:
            print(f"  {PROGRAM} {command.name:{width}} {translate(command.help)}")


def dispatch(words: Sequence[str], groups: Groups = GROUPS) -> int:
    """Run the command that the first of *words* names, ``all`` where none does; return its exit code."""
    named = bool(words) and "=" not in words[0] and words[0] != "--"
    name, typed = (words[0], words[1:]) if named else ("all", words)
    if name in {"help", "-h", "--help"}:
        show_help(groups)
        return 0
    command = find(name, groups)
    if command is None:
        close = ", ".join(get_close_matches(name, names(groups))) or translate("see “help”")
        raise refuse("There is no command “%(name)s”: %(close)s.", name=name, close=close)
    return int(import_module(command.module).main(arguments(command, typed)))


def main() -> int:
    """Run what was typed after ``newsletter``."""
    return run(dispatch)


if __name__ == "__main__":
    sys.exit(main())
