# SPDX-License-Identifier: EUPL-1.2
"""The corpus: wrong blocks as text files, each line that will be complained of marked with what is expected.

A file holds many cases. ``=== name`` opens one, which becomes the issue ``issues/2026-05-name.md``; words after
``|`` say how its file is written (``crlf``, ``cr``, ``bom``, ``utf16``). ``--- path`` opens a further file of the
same case.
A line ends in ``⟵ code: words`` where that code, and a message with these words, is expected on just this
line. After the arrow ``hint`` stands before the code of a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
_EXPECTED = re.compile(r"⟵ (?P<hint>hint )?(?P<code>[a-z-]+): (?P<words>[^⟵]+)")


@dataclass(frozen=True)
class Expected:
    """A diagnostic that a case has to bring about."""

    path: str
    line: int
    level: str
    code: str
    words: str


@dataclass
class Case:
    """One thing that a contributor may write wrongly."""

    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)

    def __str__(self) -> str:
        return self.name


def corpus() -> list[Case]:
    """Return all cases."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in _cases(path.read_text("utf-8"))]


def _cases(text: str) -> Iterator[Case]:
    for piece in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        head, _newline, body = piece.partition("\n")
        name, _bar, form = head.partition("|")
        case = Case(name.strip())
        path = f"issues/2026-05-{case.name}.md"
        for number, file in enumerate(re.split(r"^--- (?=\S.*\.\w+#?\n)", body, flags=re.MULTILINE)):
            if number:
                path, _newline, file = file.partition("\n")  # noqa: PLW2901 - the head of the file is not of it
            _add(case, path, file, form.split())
        yield case


def _add(case: Case, path: str, text: str, form: list[str]) -> None:
    lines = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        source, arrow, expected = line.partition("⟵")
        for match in _EXPECTED.finditer(arrow + expected):
            level = "HINT" if match["hint"] else "WARNING"
            case.expected.append(Expected(path, number, level, match["code"], match["words"].strip()))
        lines.append(source.rstrip(" ") if arrow else line)
    end = "\r\n" if "crlf" in form else "\r" if "cr" in form else "\n"
    content = end.join([*lines, ""])
    encoding = "utf-16" if "utf16" in form else "utf-8"
    case.files[path] = (("\ufeff" if "bom" in form else "") + content).encode(encoding)
