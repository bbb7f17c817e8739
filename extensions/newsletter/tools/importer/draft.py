# SPDX-License-Identifier: EUPL-1.2
"""The outline of an old newsletter as the draft of an issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.source.block import parse_block
from newsletter.source.fields import Block
from newsletter.tools.importer.escape import URL, escape_inline, escape_line, escape_marks
from newsletter.tools.importer.items import Item, Picture, Section
from newsletter.tools.importer.known import Known
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.looks import readable_url
from newsletter.tools.importer.offers import dates_told, offers
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.outline import Outline
from newsletter.tools.importer.personal import impersonal, left_out, personal_links, target_of, without_counters
from newsletter.tools.importer.pictures import Taken, unowned
from newsletter.tools.importer.text_language import is_foreign, say_language
from newsletter.tools.importer.when import Calendar
from newsletter.tools.importer.words import OURS, lost_words, texts_with

OFFERED = "%+ "
"""The beginning of each line of a block that is offered; no line of the file begins so."""
FOREIGN = _(
    "The language of this text is not known: Italian, English and French are read. Look at each date, and give each "
    "block its “:lang:”."
)
_SENTENCE = 40  # characters from which a paragraph of the masthead may be a sentence and no address
_WRITTEN = re.compile(rf"{URL.pattern}|mailto:[^\s<>\"]+", re.ASCII | re.IGNORECASE)
_COPIES = frozenset({"people", "hosts", "partners", "country"})
"""Options whose words stand in the text as well."""


@dataclass
class Draft:
    """The draft, and what its editor has to know of it."""

    text: str = ""
    understood: list[Item] = field(default_factory=list)
    guessed: list[Item] = field(default_factory=list)
    left_over: list[Line] = field(default_factory=list)
    """Lines that stand in the draft as plain text or as notes, since no record took them."""
    offered: list[Item] = field(default_factory=list)
    """Sentences with a date that no record has; they stand as comments behind their paragraph."""
    unread: list[str] = field(default_factory=list)
    """Pieces of text of the file that no reader read; they stand in a note."""
    words: int = 0
    """The number of words of the file."""
    lost: int = 0
    """The number of them that are not in the draft: none, or the command has a bug."""
    noted: int = 0
    """The number of them that stand only in notes."""
    links: dict[str, str] = field(default_factory=dict)
    """Each link of the file, with what became of it (a message)."""
    pictures: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    """Those that were taken out, by their paths from the folder of issues."""
    shown: dict[str, str] = field(default_factory=dict)
    """These paths by the names that lines have for the pictures."""

    foreign: bool = False
    """Whether the language of the text is none that is read."""

    @property
    def items(self) -> list[Item]:
        """The records, those that were understood first."""
        return [*self.understood, *self.guessed]


@dataclass(frozen=True)
class Writer:
    """Writes the draft of the issue of *period*."""

    period: Period
    title: str
    known: Known = field(default_factory=Known)
    language: str = "it"
    """That of the site."""
    told: str = ""
    """That of the newsletter; empty where it is not known."""
    taken: Taken = field(default_factory=Taken)

    def write(self, outline: Outline, original: Original) -> Draft:
        """Return the draft of *outline*; whatever of the *original* is not in it goes into notes at its end."""
        draft = Draft(words=sum(len(text.split()) for text in original.texts), files=self.taken.files)
        draft.shown = self.taken.paths
        pieces = ["---", "draft: true", "---", "", f"# {escape_inline(_capital(outline.title) or self.title)}", ""]
        pieces += [":::{masthead}", ":::", ""]
        draft.foreign = is_foreign(" ".join(line.text for line in original.lines if not line.aside))
        if draft.foreign:
            pieces += [f"{OURS} {translate(FOREIGN)}", ""]
        for section in outline.sections:
            pieces += self._section(section, draft)
        if not any(section.name == "contacts" for section in outline.sections):
            pieces += ["## " + translate(_("Contacts")), "", ":::{contacts}", ":::", ""]
        pieces += self._margins(outline, original, draft)
        personal = personal_links(original)
        texts = _without_personal(original.texts, personal)
        lost = lost_words(texts, self._counted(pieces), outline.labels, original.broken)
        for heading, missing in (
            (_("In the file, but no part of its text:"), texts_with(texts, lost)),
            (_("In another form of the text:"), self._only_spared(original, pieces, personal)),
        ):
            if missing:
                draft.unread += missing
                pieces += [*_notes(heading, (line for text in missing for line in text.splitlines())), ""]
        pieces += self._links(original, pieces, draft, personal)
        draft.text = "\n".join(pieces).rstrip("\n") + "\n"
        draft.lost = lost_words(texts, self._counted(pieces), outline.labels, original.broken).total()
        draft.noted = sum(len(line.split()) - 1 for line in draft.text.split("\n") if line.startswith("% "))
        return draft

    def _counted(self, pieces: Sequence[str]) -> str:
        """Return the text in which words are looked for: without what only repeats others."""
        return "\n".join(piece for piece in pieces if not piece.startswith(_REPEATED))

    def _only_spared(self, original: Original, pieces: Sequence[str], personal: frozenset[str]) -> list[str]:
        """Return the pieces of the parts that were spared which have a word that nothing else has."""
        text = "\n".join(pieces)
        lines = [line for each in original.spared for line in each.splitlines() if line.strip()]
        wanted = _without_personal(lines, personal)
        return [
            line for line in wanted if lost_words([line], f"{text}\n{text}\n{text}").keys() - {"http", "https", "www"}
        ]

    def _margins(self, outline: Outline, original: Original, draft: Draft) -> Iterator[str]:
        words = [line for line in outline.asides if line.text and not line.picture]
        draft.left_over += words
        if words:
            yield from (*_notes(_("From the margins of the sheet:"), (impersonal(line).text for line in words)), "")
        draft.pictures = list(original.pictures)
        named = [f"{line.text} ({path or line.picture[-80:]})".strip() for line, path in unowned(outline, self.taken)]
        if named:
            yield from (*_notes(_("Pictures of the old newsletter:"), named), "")

    def _links(
        self, original: Original, pieces: Sequence[str], draft: Draft, personal: frozenset[str]
    ) -> Iterator[str]:
        """Yield notes with the links that the text does not have; those of one recipient stand in no file."""
        text = "\n".join(pieces)
        missing, written = list[str](), frozenset(URL.findall(text))
        words = {link: piece.text for line in original.lines for piece in line.pieces if (link := piece.link)}
        for link in dict.fromkeys(original.links):
            if link.startswith("#"):
                draft.links[link] = _("within the page")
            elif link in personal:
                draft.links[link] = (
                    _("of one recipient: it leads to its target")
                    if target_of(link)
                    else _("of one recipient: left out")
                )
            elif (bare := without_counters(link)) in written or bare in text:
                draft.links[link] = _("in the draft")
            else:
                draft.links[link] = _("in a note")
                missing.append(link if readable_url(link) else f"({words.get(link) or link.partition(':')[0]})")
        if missing:
            words_above = translate(_("Links that stand nowhere else: put them in their place, or take them away."))
            yield f"{OURS} {words_above}"
            yield from (*(f"% {' '.join(link.split())}" for link in missing), "")

    def _section(self, section: Section, draft: Draft) -> Iterator[str]:
        if section.title:
            yield f"{'#' * section.level} {escape_inline(section.title)}"
            yield ""
        draft.left_over += section.prose
        kind = section.kind or Kind.EVENT
        if section.name in {"masthead", "contacts", "imprint"}:
            known = section.name == "imprint"
            addresses = [line for each in _paragraphs(section.prose) if known or not _is_prose(each) for line in each]
            if section.name == "contacts":
                yield from (":::{contacts}", ":::", "")
            yield from self._prose([line for line in section.prose if line not in addresses], kind, draft)
            if addresses:
                heading = _("In the old newsletter, now taken from the settings:")
                yield from (*_notes(heading, (impersonal(line).text for line in addresses)), "")
        else:
            yield from self._prose(section.prose, kind, draft)
        for item in section.items:
            yield from self._block(item, draft)
        if section.name == "coming" and not section.items and not section.prose:
            yield from (":::{records}", ":kind: event", ":upcoming:", ":::", "")

    def _block(self, item: Item, draft: Draft) -> Iterator[str]:
        options, refused = self._sound(item)
        (draft.guessed if item.guessed else draft.understood).append(item)
        yield f":::{{{item.kind}}} {escape_inline(item.title)}"
        options |= {name: value for each in item.pictures[:1] for name, value in _options_of(each)}
        yield from (f":{name}: {options[name]}" for name in FIELD_BY_NAME if name in options)
        guesses = [*self._guesses(item, options)]
        if guesses:
            yield from ("", f"{OURS} " + translate(_("Guessed: %(guesses)s")) % {"guesses": "; ".join(guesses)})
        if item.further:
            question = translate(_("Other days in the text. Where they are occurrences, this line is the right one:"))
            yield from ("", f"{OURS} {question}", f"{OFFERED}:date: {item.further}")
        if item.pictures:
            yield from ("", f"{OURS} " + translate(_("Is this its picture? Say in “:alt:” what is to be seen in it.")))
        body = [*self._text(item.body)]
        body += [line for each in item.pictures[1:] for line in ("", f"![{escape_marks(each.alt)}]({each.path})")]
        text = "\n".join([*body, *(line for value in refused for line in (escape_line(escape_inline(value)), ""))])
        if text.rstrip("\n"):
            yield from ("", *text.rstrip("\n").split("\n"))
        yield from (":::", "")

    def _guesses(self, item: Item, options: Mapping[str, str]) -> Iterator[str]:
        """Yield the name of each guess, with its rule and its confidence."""
        for name in ("kind", "title", *FIELD_BY_NAME):
            if name in item.guessed and (name in options or name in {"kind", "title"}):
                each = item.guessed[name]
                yield f"{name} ({translate(each.confidence.value)}: {translate(each.rule)})"

    def _sound(self, item: Item) -> tuple[dict[str, str], list[str]]:
        """Return the options of *item* that read without an error, and the values of the others."""
        about = Block(item.kind, self.period, self.known.topics, language=self.language)
        options = dict(item.options)
        refused: list[str] = []
        while True:
            names = list(options)
            reading = parse_block(item.title, [f":{name}: {options[name]}" for name in names], about)
            # A year that the source writes stays, however far: “make check” asks whether it is meant.
            serious = [found for found in reading.diagnostics if not found.hint and found.diagnostic.code != "date-far"]
            wrong = next((names[found.line] for found in serious if 0 <= found.line < len(names)), None)
            if wrong is None:
                return options, refused
            value = options.pop(wrong)
            refused += [value] if wrong not in _COPIES else []

    def _text(self, lines: Sequence[Line]) -> Iterator[str]:
        """Yield *lines* as Markdown, their paragraphs, lists and tables apart."""
        before: Line | None = None
        outermost = min((line.item for line in lines if line.item), default=1)
        for line in lines:
            if before is not None and _parts(before, line):
                yield ""
            shown = escape_line(impersonal(line).markdown)
            if self._is_date_alone(line):
                yield f"{OURS} " + translate(_("a date alone, of which no record was made: %(date)s")) % {
                    "date": line.text
                }
                yield ""
            for words in left_out(line):
                yield f"{OURS} " + translate(_("a link of one recipient is left out: %(words)s")) % {"words": words}
                yield ""
            if line.cells:
                yield f"| {' | '.join(impersonal(cell).markdown.replace('|', chr(92) + '|') for cell in line.cells)} |"
                if not (before and len(before.cells) == len(line.cells)):
                    yield "|" + " --- |" * len(line.cells)
            elif line.item:
                yield f"{'  ' * (line.item - outermost)}- {shown}"
            else:
                yield shown
            before = line
        if before is not None:
            yield ""

    def _prose(self, lines: Sequence[Line], kind: Kind, draft: Draft) -> Iterator[str]:
        """Yield text that no record took; around each paragraph with dates a note, and the blocks that are offered."""
        calendar = Calendar(self.period, self.language)
        for paragraph in _paragraphs(lines):
            text = " ".join(impersonal(line).text for line in paragraph)
            offered = [*offers(text, calendar, kind, paragraph[0], self.known)] if len(text) >= _SENTENCE else []
            if offered:
                dates = "; ".join(date.text for date in dates_told(text, calendar))
                note = translate(_("dates of which no record was made: %(dates)s")) % {"dates": dates}
                yield from (f"{OURS} {note}", "")
            yield from self._text(paragraph)
            draft.offered += offered
            for item in offered:
                say_language(item, self.told, self.language)
                yield from (*self._offer(item), "")

    def _offer(self, item: Item) -> Iterator[str]:
        """Yield the block of *item* as a comment: without the signs before its lines it is one."""
        options, _refused = self._sound(item)
        yield f"{OFFERED}:::{{{item.kind}}} {escape_inline(item.title)}"
        yield from (f"{OFFERED}:{name}: {options[name]}" for name in FIELD_BY_NAME if name in options)
        yield f"{OFFERED}:::"

    def _is_date_alone(self, line: Line) -> bool:
        return Calendar(self.period, self.language).is_date(line.text, Kind.NEWS)


_REPEATED = (*(f":{name}: " for name in sorted(_COPIES)), OFFERED)


def _parts(before: Line, line: Line) -> bool:
    """Tell whether a blank line stands between two lines."""
    if before.cells or line.cells:
        return len(before.cells) != len(line.cells)
    if before.item and line.item:
        return False
    return bool(line.gap or before.heading or line.item != before.item)


def _without_personal(texts: Iterable[str], personal: frozenset[str]) -> list[str]:
    """Return *texts* without the personal links that are written out in them, and without parameters that count."""

    def shown(link: re.Match[str]) -> str:
        return "" if {link[0], f"http://{link[0]}"} & personal else without_counters(link[0])

    return [_WRITTEN.sub(shown, text) for text in texts]


def _options_of(picture: Picture) -> Iterator[tuple[str, str]]:
    yield "image", picture.path
    if picture.alt:
        yield "alt", picture.alt


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


def _notes(heading: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield *texts* as comments, which are published nowhere."""
    yield f"{OURS} {translate(heading)}"
    yield from (f"% {text}" for text in texts)
