# SPDX-License-Identifier: EUPL-1.2
"""The outline of an old newsletter as the draft of an issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.issue import Period
from newsletter.source.block import read_block
from newsletter.source.fields import FIELD_BY_NAME, Block
from newsletter.tools.importer.escape import escape_inline, escape_line
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.outline import Item, Outline, Section
from newsletter.tools.importer.words import lines_with, lost_words

_SENTENCE = 40  # characters from which a paragraph of the masthead may be a sentence and no address


@dataclass
class Draft:
    """The draft, and what its editor has to know of it."""

    text: str = ""
    understood: list[Item] = field(default_factory=list)
    guessed: list[Item] = field(default_factory=list)
    left_over: list[Line] = field(default_factory=list)
    """Lines that stand in the draft as plain text or as notes, since no record took them."""
    words: int = 0
    lost: int = 0
    """How many of them are not in the draft: none, or the command is at fault."""


@dataclass(frozen=True)
class Writer:
    """Writes the draft of the issue of *period*."""

    period: Period
    title: str
    topics: Mapping[str, str] = field(default_factory=dict)
    language: str = "it"

    def write(self, outline: Outline, lines: Sequence[Line]) -> Draft:
        """Return the draft of *outline*; whatever of *lines* is not in it goes into notes at its end."""
        draft = Draft(words=sum(len(line.text.split()) for line in lines))
        pieces = ["---", "draft: true", "---", "", f"# {escape_inline(_capital(outline.title) or self.title)}", ""]
        pieces += [":::{masthead}", ":::", ""]
        for section in outline.sections:
            pieces += self._section(section, draft)
        if not any(section.name == "contacts" for section in outline.sections):
            pieces += ["## " + translate(_("Contacts")), "", ":::{contacts}", ":::", ""]
        if outline.asides:
            draft.left_over += outline.asides
            pieces += [*_notes(_("From the margins of the sheet:"), outline.asides), ""]
        lost = lost_words(lines, "\n".join(pieces), outline.labels)
        missing = lines_with(lines, lost)
        if missing:
            draft.left_over += missing
            pieces += [*_notes(_("Found no place:"), missing), ""]
        links = [link for line in lines for link in line.links if link not in "\n".join(pieces)]
        if links:
            pieces += [
                *(f"% {link}" for link in [translate(_("Addresses that were linked:")), *dict.fromkeys(links)]),
                "",
            ]
        draft.text = "\n".join(pieces).rstrip("\n") + "\n"
        draft.lost = lost_words(lines, draft.text, outline.labels).total()
        return draft

    def _section(self, section: Section, draft: Draft) -> Iterator[str]:
        if section.title:
            yield f"{'#' * section.level} {escape_inline(section.title)}"
            yield ""
        draft.left_over += section.prose
        if section.name in {"masthead", "contacts"}:
            addresses = [line for lines in _paragraphs(section.prose) if not _is_prose(lines) for line in lines]
            if section.name == "contacts":
                yield from (":::{contacts}", ":::", "")
            yield from _text(line for line in section.prose if line not in addresses)
            if addresses:
                yield from (*_notes(_("In the old newsletter, now taken from the settings:"), addresses), "")
        else:
            yield from _text(section.prose)
        for item in section.items:
            yield from self._block(item, draft)
        if section.name == "coming" and not section.items and not section.prose:
            yield from (":::{records}", ":upcoming:", ":::", "")

    def _block(self, item: Item, draft: Draft) -> Iterator[str]:
        options, refused = self._sound(item)
        (draft.guessed if item.guessed else draft.understood).append(item)
        body = [*_text(item.body)]
        head = [escape_line(item.rest), ""] if item.rest else []
        if item.rest and item.body and not item.body[0].gap:
            head = head[:1]
        kept = [escape_line(escape_inline(value)) for value in refused]
        text = "\n".join([*head, *body, *(line for value in kept for line in (value, ""))]).rstrip("\n")
        yield f":::{{{item.kind}}} {escape_inline(item.title)}"
        yield from (f":{name}: {options[name]}" for name in FIELD_BY_NAME if name in options)
        doubtful = [name for name in FIELD_BY_NAME if name in options and name in item.guessed]
        if doubtful:
            names = ", ".join(f":{name}:" for name in doubtful)
            yield from ("", "% " + translate(_("Guessed, to be looked at: %(names)s")) % {"names": names})
        if text:
            yield from ("", *text.split("\n"))
        yield from (":::", "")

    def _sound(self, item: Item) -> tuple[dict[str, str], list[str]]:
        """Return the options of *item* that read without a fault, and the values of the others."""
        about = Block(item.kind, self.period, self.topics, language=self.language)
        options = dict(item.options)
        refused: list[str] = []
        while True:
            names = list(options)
            reading = read_block(item.title, [f":{name}: {options[name]}" for name in names], about)
            # A year that the source writes stays, however far: “make check” asks whether it is meant.
            faults = [fault for fault in reading.faults if not fault.hint and fault.problem.code != "date-far"]
            wrong = next((names[fault.line] for fault in faults if 0 <= fault.line < len(names)), None)
            if wrong is None:
                return options, refused
            refused.append(options.pop(wrong))


def _text(lines: Iterable[Line]) -> Iterator[str]:
    """Return *lines* as Markdown, their paragraphs and lists apart."""
    before: Line | None = None
    for line in lines:
        if (
            before is not None
            and (line.gap or before.heading or line.item != before.item)
            and not (line.item and before.item)
        ):
            yield ""
        yield f"- {escape_line(line.markdown)}" if line.item else escape_line(line.markdown)
        before = line
    if before is not None:
        yield ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraphs(lines: Iterable[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found


def _is_prose(lines: Sequence[Line]) -> bool:
    text = " ".join(line.text for line in lines)
    return len(text) >= _SENTENCE and text.endswith((".", "!", "?"))


def _notes(heading: str, lines: Iterable[Line]) -> Iterator[str]:
    """Return *lines* as comments, which are published nowhere."""
    yield f"% {translate(heading)}"
    yield from (f"% {line.text}" for line in lines)
