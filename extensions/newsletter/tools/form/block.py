# SPDX-License-Identifier: EUPL-1.2
"""The text of a block from answers: nothing in them can end the block, add an option or stand outside of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsletter.model.facts import FIELDS
from newsletter.model.values import Status
from newsletter.tools.form.answers import Answers

_LINE_LIMIT = 1_000
_TEXT_LIMIT = 20_000
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """A block, and the question that each of its lines answers."""

    lines: tuple[str, ...]
    sources: tuple[str, ...]
    """For each line the name of the answer it came from; empty where it came from none."""

    @property
    def text(self) -> str:
        """The content of the file."""
        return "\n".join(self.lines) + "\n"

    def source(self, number: int) -> str:
        """Return the name of the answer that line *number*, counted from 1, came from."""
        return self.sources[number - 1] if 0 < number <= len(self.sources) else ""


def write_block(answers: Answers) -> WrittenBlock:
    """Return the block that *answers* describe."""
    values = answers.values
    body = values.get("text", "")[:_TEXT_LIMIT].rstrip()
    fence = ":" * _fence_length(body)
    written = [(f"{fence}{{{answers.form.kind}}} {_line(values.get('title', ''))}".rstrip(), "title")]
    for option in FIELDS:
        value = _line(values.get(option.name, ""))
        if value and (option.name, value) != ("status", Status.CONFIRMED):
            written.append((f":{option.name}: {value}", option.name))
    if body:
        # The blank line ends the options: no line of the text is one.
        written += [("", ""), *((line, "text") for line in body.split("\n"))]
    written.append((fence, ""))
    return WrittenBlock(tuple(line for line, _ in written), tuple(source for _, source in written))


def _fence_length(body: str) -> int:
    """Return how many colons open the block: more than stand anywhere in its text, so that none closes it."""
    return max([_SHORTEST, *(len(run) + 1 for run in re.findall(":+", body))])


def _line(value: str) -> str:
    return " ".join(value.split())[:_LINE_LIMIT].rstrip()
