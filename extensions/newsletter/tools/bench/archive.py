# SPDX-License-Identifier: EUPL-1.2
"""Archives of any size, of invented words, the same at every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsletter.core.issue import Period

_SYLLABLES = (
    "ba be bo ca ce co da di do fa fe ga go la le li lo ma me mi mo na ne no pa pe ra re ri sa se so ta te to va vi"
)
_KINDS = ("event",) * 10 + ("delegation",) * 4 + ("mission",) * 4 + ("news",) * 4
_COUNTRIES = ("JP", "FR", "CA", "RO", "BR", "SE", "US", "DE")
_LAST = Period(2026, 5)


@dataclass(frozen=True, slots=True)
class Entry:
    """One invented record: its options, and its text."""

    kind: str
    title: str
    options: dict[str, str]
    text: str

    def block(self) -> str:
        """Return the record as a block of ours."""
        options = "".join(f":{name}: {value}\n" for name, value in self.options.items())
        return f":::{{{self.kind}}} {self.title}\n{options}\n{self.text}\n:::\n"

    def heading(self) -> str:
        """Return the same words as a plain section."""
        return f"### {self.title}\n\n{'. '.join(self.options.values())}.\n\n{self.text}\n"


class Inventor:
    """Makes up words; *seed* decides which."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self._words = ["".join(self._random.choices(_SYLLABLES.split(), k=n % 3 + 2)) for n in range(3000)]
        self._people = [self.title(2).title() for _ in range(200)]

    def title(self, length: int) -> str:
        """Return some words, the first with a capital letter."""
        return " ".join(self._random.choices(self._words, k=length)).capitalize()

    def text(self) -> str:
        """Return two paragraphs of about thirty words each."""
        return "\n\n".join(". ".join(self.title(10) for _ in range(3)) + "." for _ in range(2))

    def entry(self, kind: str, number: int, period: Period, topics: tuple[str, ...]) -> Entry:
        """Return the record *number* of the issue of *period*."""
        day = self._random.randint(1, 28)
        month = period if kind == "event" else period.plus(-1)
        options = {"date": f"{month}-{day:02}", "place": self.title(1)}
        if kind in {"delegation", "mission"}:
            options["country"] = self._random.choice(_COUNTRIES)
            options["people"] = "; ".join(f"{name} ({self.title(2)})" for name in self._random.sample(self._people, 2))
        if topics:
            options["topics"] = ", ".join(self._random.sample(topics, min(2, len(topics))))
        return Entry(kind, f"{self.title(4)} {number}", options, self.text())


def issues(count: int, topics: tuple[str, ...]) -> Iterator[tuple[Period, list[Entry]]]:
    """Yield *count* monthly issues of 22 records each, oldest first."""
    inventor = Inventor(count)
    for back in range(count - 1, -1, -1):
        period = _LAST.plus(-back)
        yield period, [inventor.entry(kind, number, period, topics) for number, kind in enumerate(_KINDS)]


def write_issues(folder: Path, count: int, topics: tuple[str, ...], *, plain: bool) -> None:
    """Write an archive of *count* issues into *folder*, as blocks of ours or as plain sections."""
    folder.mkdir(parents=True)
    for period, entries in issues(count, topics):
        told = (entry.heading() if plain else entry.block() for entry in entries)
        text = f"# Numero {period}\n\n## Notizie\n\n" + "\n".join(told)
        (folder / f"{period}.md").write_text(text, encoding="utf-8")
