# SPDX-License-Identifier: EUPL-1.2
"""The option lines of a block, read as plain text and not as YAML."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

# A name has no colon and is not blank; ``:::`` opens or closes a fence and is no option.
_OPTION = re.compile(r"(?P<indent>[ \t]*):(?P<name>[^:`{}]{1,60}):(?:[ \t]+(?P<value>.*)|[ \t]*)$")


@dataclass(frozen=True, slots=True)
class Option:
    """One option as written: its value with inner line breaks folded to spaces."""

    name: str
    value: str
    line: int
    """How many lines after the first of the block's content it stands."""


def option_name(line: str) -> str | None:
    """Return the name of the option that *line* gives; None where it gives none."""
    match = _OPTION.match(line)
    return match["name"].strip() if match else None


def split_options(lines: Sequence[str], known: Container[str]) -> tuple[list[Option], int]:
    """Take the options from the head of a block's content.

    A line that starts with white space continues the option above it, unless it gives itself an
    option of a *known* name; the first line that is neither ends the options.

    :returns: the options in their order, and how many lines they fill.
    """
    options: list[Option] = []
    for number, line in enumerate(lines):
        match = _OPTION.match(line)
        if match and (not match["indent"] or not options or match["name"].strip() in known):
            name = match["name"].strip()
            options.append(Option(name, (match["value"] or "").strip(), number))
        elif options and line[:1] in {" ", "\t"} and line.strip():
            last = options[-1]
            options[-1] = Option(last.name, f"{last.value} {line.strip()}".strip(), last.line)
        else:
            return options, number
    return options, len(lines)
