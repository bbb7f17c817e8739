# SPDX-License-Identifier: EUPL-1.2
"""Hand on what a job has to tell, as data: checked and written as Markdown by the job that may post it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from newsletter.tools.escaping import escape

LIMIT = 60_000
"""Characters of a text that GitHub takes as a comment, with some to spare; it refuses more than 65,536."""

_FILE_LIMIT = 5_000_000
_WORDS = 2_000
_LIST = re.compile(r"^(\d*)(?=[-+=.])")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing told: its words, what is said of it, and its details."""

    title: str
    about: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one sort."""

    title: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that a job has to tell."""

    title: str
    lines: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    cut: str = "…"
    """The words at the end where something had to be left out."""

    def as_json(self) -> str:
        """Return the report as data."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"

    def as_markdown(self, limit: int = LIMIT) -> str:
        """Return the report as Markdown of at most *limit* characters, cut between lines."""
        kept: list[str] = []
        length = len(self.cut) + 2
        for line in self._lines():
            length += len(line) + 1
            if length > limit:
                return "\n".join([*kept, "", escape(self.cut)]) + "\n"
            kept.append(line)
        return "\n".join(kept) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"### {_paragraph(self.title)}"
        for line in self.lines:
            yield from ("", _paragraph(line))
        for section in self.sections:
            yield from ("", f"#### {_paragraph(section.title)}", "")
            for item in section.items:
                about = f" — {escape(item.about)}" if item.about else ""
                yield f"- **{_paragraph(item.title)}**{about}"
                yield from (f"  - {_paragraph(line)}" for line in item.lines)


def read_json(path: Path) -> object:
    """Return what the file at *path* holds; raise :exc:`ValueError` where it is no JSON, or is far too long."""
    with path.open("rb") as file:
        content = file.read(_FILE_LIMIT + 1)
    if len(content) > _FILE_LIMIT:
        raise ValueError(f"{path.name} has more than {_FILE_LIMIT} bytes")
    try:
        return json.loads(content)
    except RecursionError:
        raise ValueError(f"{path.name} is nested too deeply") from None


def read_report(data: object) -> Report:
    """Return the report that *data* is; raise :exc:`ValueError` where it is none."""
    found = mapping(data)
    sections = tuple(
        Section(text(part, "title"), tuple(_item(mapping(each)) for each in _list(part, "items")))
        for part in map(mapping, _list(found, "sections"))
    )
    return Report(text(found, "title"), _texts(found, "lines"), sections, text(found, "cut", "…"))


def mapping(data: object) -> Mapping[str, object]:
    """Return *data*, which has to be a JSON object."""
    if not isinstance(data, dict):
        raise ValueError("A JSON object was expected")  # noqa: TRY004 - the file is wrong, not the program
    return data


def text(found: Mapping[str, object], name: str, default: str = "", limit: int = _WORDS) -> str:
    """Return the text called *name*, cut to *limit* characters."""
    value = found.get(name, default)
    if not isinstance(value, str):
        raise ValueError(f"{name!r} is no text")  # noqa: TRY004 - the same
    return value[:limit]


def _item(found: Mapping[str, object]) -> Item:
    return Item(text(found, "title"), text(found, "about"), _texts(found, "lines"))


def _texts(found: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(text({name: each}, name) for each in _list(found, name))


def _list(found: Mapping[str, object], name: str) -> list[object]:
    value = found.get(name, [])
    if not isinstance(value, list):
        raise ValueError(f"{name!r} is no list")  # noqa: TRY004 - the same
    return value


def _paragraph(words: str) -> str:
    """Return *words* escaped, never empty, and not taken for a list or a heading at the start of a line."""
    return _LIST.sub(r"\1\\", escape(words).strip()) or "—"
