# SPDX-License-Identifier: EUPL-1.2
"""An issue in another language: ``2026-05.en.md`` gives titles and texts to the blocks of ``2026-05.md``.

The page in the other language is composed from both as text, before it is parsed: facts stay where they were written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it import MarkdownIt

from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.kinds import Kind
from newsletter.source.options import Option, split_options
from newsletter.source.source_text import COMMENT, Fence, top_fences

DIGEST = "source-digest"
"""The option of a translated block that tells from which text it was translated."""
GIVEN_AGAIN = frozenset({"place", "people", "hosts", "alt", "credit", "correction"})
"""Options whose words a translation may give in its language; all others are facts, and inherited."""

_INFO = re.compile(r"\{(?P<kind>[^}]*)\}\s*(?P<title>.*)")
_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?:[ \t]+(?P<text>.*?))?(?:[ \t]+#+)?[ \t]*$")


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block as it stands in a file."""

    id: str
    """As written, or else what follows from its title."""
    title: str
    first: int
    """The line of its title, counted from 1."""
    last: int
    opening: str
    """The words before the title: its fence and its kind."""
    closing: str
    options: tuple[Option, ...] = ()
    body: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether it has a title or a text; a block of a fresh skeleton has neither."""
        return bool(self.title or self.text)

    @property
    def text(self) -> tuple[str, ...]:
        """The lines of its body without comments."""
        lines = [line for line in self.body if not COMMENT.match(line)]
        return tuple(lines) if any(line.strip() for line in lines) else ()

    @property
    def digest(self) -> str:
        """Return a short digest of what is translated of it: title, text and the options that have words."""
        words = [f"{option.name} {option.value}" for option in self.options if option.name in GIVEN_AGAIN]
        told = "\n".join([self.title, *sorted(words), *(line.strip() for line in self.text if line.strip())])
        return hashlib.sha256(told.encode()).hexdigest()[:8]

    def option(self, name: str) -> Option | None:
        """Return the option called *name*; None where it is not given."""
        return next((option for option in self.options if option.name == name), None)


@dataclass(slots=True)
class Section:
    """A heading, what stands under it beside blocks, and its blocks."""

    heading: str = ""
    level: int = 0
    line: int = 0
    runs: list[list[str]] = field(default_factory=lambda: [[]])
    """Lines before, between and after its blocks."""
    starts: list[int] = field(default_factory=lambda: [1])
    """The number of the first line of each run."""
    blocks: list[SourceBlock] = field(default_factory=list)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its blocks."""
        return frozenset(block.id for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Composed:
    """A page of an issue in another language, as text."""

    lines: list[str]
    untranslated: frozenset[int]
    """The lines, counted from 1, that are still in the language of the original; blocks say so themselves."""


def plain_title(title: str) -> str:
    """Return the words of a *title* without the signs of Markdown."""
    return "".join(
        child.content for token in MarkdownIt().parseInline(title) for child in token.children or () if child.content
    )


def sections(lines: Sequence[str], default_id: Callable[[str], str]) -> list[Section]:
    """Return the sections of a file, the first without a heading; *default_id* makes an id of the words of a title."""
    found = [Section()]
    fences = {fence.first: fence for fence in top_fences(lines)}
    number = 1
    while number <= len(lines):
        line, fence = lines[number - 1], fences.get(number)
        info = _INFO.fullmatch(fence.info) if fence else None
        if fence and info and info["kind"] in set(Kind):
            content = lines[fence.first : fence.last - 1 if fence.closed else fence.last]
            options, start = split_options(content, FIELD_BY_NAME)
            title = info["title"].strip()
            block_id = next((option.value for option in options if option.name == "id"), "")
            found[-1].blocks.append(
                SourceBlock(
                    id=block_id or default_id(plain_title(title)),
                    title=title,
                    first=fence.first,
                    last=fence.last,
                    opening=line[: line.index("}") + 1],
                    closing=lines[fence.last - 1] if fence.closed else line.lstrip()[:3],
                    options=tuple(options),
                    body=tuple(content[start:]),
                )
            )
            found[-1].runs.append([])
            number = fence.last + 1
            found[-1].starts.append(number)
        elif fence:
            found[-1].runs[-1] += lines[fence.first - 1 : fence.last]
            number = fence.last + 1
        elif heading := _HEADING.fullmatch(line):
            found.append(Section(heading["text"] or "", len(heading["level"]), number, starts=[number + 1]))
            number += 1
        else:
            found[-1].runs[-1].append(line)
            number += 1
    return found


def blocks(found: Sequence[Section]) -> dict[str, SourceBlock]:
    """Return the blocks of sections by id, the first of those that share one."""
    by_id: dict[str, SourceBlock] = {}
    for section in found:
        for block in section.blocks:
            by_id.setdefault(block.id, block)
    return by_id


@dataclass(frozen=True, slots=True)
class Translation:
    """The translation of an issue, and from which language into which it is."""

    sections: Sequence[Section]
    original: str
    into: str
    headings: Callable[[str], str] = lambda _heading: ""
    """A heading in the language of the translation, where it is known of itself."""

    def compose(self, original: Sequence[Section]) -> Composed:
        """Return the page of *original* in the other language."""
        writer = _Writer(self, blocks(self.sections))
        pairs = self._pairs(original)
        for number, section in enumerate(original):
            writer.section(section, self.sections[pairs[number]] if number in pairs else Section())
        return Composed(writer.lines, frozenset(writer.untranslated))

    def without_place(self, original: Sequence[Section]) -> Iterator[tuple[int, str]]:
        """Yield what has no place on the page of *original*: headings, or text without one, with their lines from 1."""
        places = {other: len(original[number].runs) for number, other in self._pairs(original).items()}
        for number, section in enumerate(self.sections):
            if number not in places and section.heading:
                yield section.line, section.heading
                continue
            for run, start in list(zip(section.runs, section.starts, strict=True))[places.get(number, 0) :]:
                if said := next(_said(run), None):
                    yield start + said[0], said[1]

    def _pairs(self, original: Sequence[Section]) -> dict[int, int]:
        """Return which section of *original* is translated by which: with the same blocks, or in the same place."""
        pairs: dict[int, int] = {}
        for number, section in enumerate(original):
            same = (place for place, each in enumerate(self.sections) if each.level == section.level)
            found = (place for place in same if section.level == 1 or self.sections[place].ids & section.ids)
            if (place := next(found, None)) is not None and place not in pairs.values():
                pairs[number] = place
        ends = [(-1, -1), *sorted(pairs.items()), (len(original), len(self.sections))]
        for (first, other), (last, other_last) in pairwise(ends):
            levels = [section.level for section in original[first + 1 : last]]
            if levels == [section.level for section in self.sections[other + 1 : other_last]]:
                pairs |= zip(range(first + 1, last), range(other + 1, other_last), strict=True)
        return pairs


def _said(run: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a *run* that readers are to see, with their distance from its first."""
    return ((number, line.strip()) for number, line in enumerate(run) if line.strip() and not COMMENT.match(line))


class _Writer:
    def __init__(self, translation: Translation, translated: Mapping[str, SourceBlock]) -> None:
        self._translation = translation
        self._translated = translated
        self.lines: list[str] = []
        self.untranslated: set[int] = set()

    def section(self, section: Section, other: Section) -> None:
        if section.level:
            known = other.heading or self._translation.headings(section.heading)
            self._write([f"{'#' * section.level} {known or section.heading}"], own=not known)
        for number, run in enumerate(section.runs):
            self._run(run, other.runs[number] if number < len(other.runs) else [])
            if number < len(section.blocks):
                self._block(section.blocks[number])

    def _run(self, run: list[str], other: list[str]) -> None:
        """Write what stands beside blocks: the text of the translation, and directives that it does not give again."""
        if next(_said(other), None) is None:
            self._write(run, own=True)
            return
        again = {_name(fence) for fence in top_fences(other)}
        for fence in top_fences(run):
            if _name(fence) not in again:
                self._write(run[fence.first - 1 : fence.last])
        self._write(["", *other, ""])

    def _block(self, block: SourceBlock) -> None:
        other = self._translated.get(block.id)
        translated = other is not None and other.says_something
        title = other.title if other is not None else ""
        self._write([f"{block.opening} {title or block.title}".rstrip()], own=translated and not title)
        given = {option.name: option for option in reversed(block.options)}
        if other is not None and translated:
            given |= {option.name: option for option in other.options if _may_replace(option, given.get(option.name))}
            given["lang"] = other.option("lang") or Option("lang", self._translation.into, 0)
            given.setdefault("id", Option("id", block.id, 0))
        else:
            given.setdefault("lang", Option("lang", self._translation.original, 0))
        for option in given.values():
            self._write([f":{option.name}: {option.value}"], own=translated and option in block.options)
        text = other.text if other is not None else ()
        self._write(["", *(text or block.body)], own=translated and not text)
        self._write([block.closing])

    def _write(self, lines: Sequence[str], *, own: bool = False) -> None:
        """Write *lines*; those of the original's *own* language are noted."""
        for line in lines:
            self.lines.append(line)
            if own:
                self.untranslated.add(len(self.lines))


def _may_replace(option: Option, original: Option | None) -> bool:
    """Tell whether an option of the translation holds in the place of the *original*: people keep their names."""
    if option.name in {"people", "hosts"}:
        return original is not None and names(option.value) == names(original.value)
    return option.name in GIVEN_AGAIN


def names(people: str) -> list[str]:
    """Return the names in an option of people, without their roles."""
    return [" ".join(re.sub(r"\([^)]*\)", "", each).split()) for each in people.split(";") if each.strip()]


def _name(fence: Fence) -> str:
    return fence.info.partition("}")[0]
