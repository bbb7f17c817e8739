# SPDX-License-Identifier: EUPL-1.2
"""Read the diagnostics of a build back from the lines that Sphinx wrote."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LINE = re.compile(r"(?:(?P<path>.+?)(?::(?P<line>\d+))?: )?(?P<level>HINT|WARNING|ERROR|CRITICAL): (?P<words>.*)")
_CODE = re.compile(r" \[(?P<code>[\w.-]+)\]$")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One diagnostic: where, what, and its code; a hint fails nothing."""

    path: str
    line: int
    words: str
    code: str
    is_hint: bool

    @property
    def place(self) -> str:
        """``path:line``, as far as they are known."""
        return f"{self.path}:{self.line}" if self.line else self.path


def read_messages(lines: Iterable[str], project: Path) -> tuple[Message, ...]:
    """Return the diagnostics in *lines*, with paths from the folder of *project*, each once, sorted by place."""
    found = set()
    for raw in lines:
        if match := _LINE.match(_COLOUR.sub("", raw).strip()):
            words = match["words"]
            code = _CODE.search(words)
            found.add(
                Message(
                    path=(match["path"] or "").removeprefix(f"{project}{os.sep}"),
                    line=int(match["line"] or 0),
                    words=words[: code.start()] if code else words,
                    code=code["code"] if code else "",
                    is_hint=match["level"] == "HINT",
                )
            )
    return tuple(sorted(found))
