# SPDX-License-Identifier: EUPL-1.2
"""Hints on one issue: an empty section, a link given twice, a link whose text says nothing; on a report: the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.addnodes import download_reference, pending_xref
from sphinx.transforms import SphinxTransform

from newsletter.dates.vocabulary import MONTHS, fold
from newsletter.environment.block_draft import blocks_in, draft_of, is_block
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import issue_name
from newsletter.environment.reporter import hint
from newsletter.environment.silences import is_silenced, page_silences
from newsletter.environment.site_languages import is_translated
from newsletter.environment.source_lines import source_file, source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.kinds import Kind
from newsletter.model.report import report_year
from newsletter.model.text import plain
from newsletter.source.fields import OPTION_WORDS, meant_option
from newsletter.source.line_signs import CLOCK
from newsletter.source.options import worded_option
from newsletter.source.sections import kind_of_heading

# “##Missioni”, and with Word's blank: one sign alone may begin a hashtag.
_UNSPACED = re.compile(r"(?P<signs>#{2,6}|#(?=\u00a0))\u00a0*(?P<title>[^#\s].*)")

_SAYS_NOTHING = frozenset(
    {
        "",
        "clic",
        "click here",
        "clicca",
        "clicca qui",
        "cliccare qui",
        "cliccando qui",
        "collegamento",
        "continua",
        "here",
        "leggi",
        "leggi di piu",
        "leggi tutto",
        "link",
        "maggiori informazioni",
        "more",
        "pagina",
        "qua",
        "questa pagina",
        "questo link",
        "qui",
        "read more",
        "sito",
        "vai",
        "vedi",
        "vedi qui",
    }
)


def _empty_sections(document: nodes.document) -> Iterator[nodes.section]:
    for section in document.findall(nodes.section):
        shown = [child for child in section.children if not isinstance(child, nodes.title | nodes.comment)]
        if not shown and not is_block(section):
            yield section


class _Hints(SphinxTransform):
    def _hint(self, error: ContentError, path: str, line: int) -> None:
        if not is_silenced(error.diagnostic.code, path, line, page_silences(self.env)):
            hint(error.diagnostic, path, line)


class UnwrittenParts(_Hints):
    """Leaves out what was not written yet of a report, such as its foreword: a heading with nothing under it."""

    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Take empty sections out of the page, if it is a report, and say so."""
        if report_year(self.env.docname) is None:
            return
        for section in list(_empty_sections(self.document)):
            if section.parent is not self.document:
                message = _("The section “%(title)s” has no content, and is left out: write it or take it out.")
                error = ContentError("section-empty", message, title=section[0].astext())
                self._hint(error, source_file(section), source_line(section))
                section.parent.remove(section)


class SecondLook(_Hints):
    """Reports what deserves a second look in an issue."""

    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Look the page over, if it is an issue."""
        if issue_name(self.env.docname) is None or is_translated(self.env.config):
            return
        self._empty_sections()
        self._headings()
        self._records_in_words()
        self._kinds()
        self._links()

    def _empty_sections(self) -> None:
        for section in _empty_sections(self.document):
            message = _("The section “%(title)s” has no content: fill it in or take it out.")
            error = ContentError("section-empty", message, title=section.astext())
            self._hint(error, source_file(section), source_line(section))

    def _headings(self) -> None:
        """Report lines that were meant for headings, and say under which heading stands what follows them."""
        for paragraph in self.document.findall(nodes.paragraph):
            section = paragraph.parent
            if not isinstance(section, nodes.section):
                continue
            for number, line in enumerate(paragraph.astext().split("\n")):
                if match := _UNSPACED.fullmatch(line):
                    message = _(
                        "“%(text)s” is no heading: put a blank after the signs, “%(better)s”. What follows stands "
                        "under “%(section)s” now."
                    )
                    better = f"{match['signs']} {match['title']}"
                    self._heading(message, paragraph, number, text=line, better=better)
            words = [child for child in paragraph.children if child.astext()]
            if len(words) == 1 and isinstance(words[0], nodes.strong) and _announces(paragraph):
                message = _(
                    "“%(text)s” is bold text and no heading: write “%(better)s”. What follows stands under "
                    "“%(section)s” now."
                )
                text = paragraph.astext()
                self._heading(message, paragraph, 0, text=text, better=f"{_signs(section)} {text}")

    def _records_in_words(self) -> None:
        """Ask about text that has the title and the date of a record, and stands in no block."""
        for paragraph in self.document.findall(nodes.paragraph):
            if not isinstance(paragraph.parent, nodes.section) or is_block(paragraph.parent):
                continue
            lines = paragraph.astext().split("\n")
            dates = [line for line in lines if (option := worded_option(line, OPTION_WORDS)) and _is_date(option[0])]
            first = next((child for child in paragraph.children if child.astext()), None)
            begins = isinstance(first, nodes.strong) and first.astext() == lines[0]
            day = _begins_with_date(lines[1 if begins else 0]) if len(lines) > 1 else ""
            told = _TOLD.fullmatch(lines[0])
            told = told if told and fold(told["month"]) in MONTHS else None
            if dates or told or (day and (begins or _DAY_ALONE.fullmatch(lines[0]))):
                message = _(
                    "“%(text)s” is text, and in no register or calendar. A record begins with a line such as "
                    "“:::{event} %(title)s”, has “:date: %(date)s” below it, and ends with “:::”."
                )
                option = worded_option(dates[0], OPTION_WORDS) if dates else None
                values = {
                    "text": dates[0] if dates else lines[0],
                    "title": told["title"] if told else lines[0] if begins else translate(_("Title")),
                    "date": option[1] if option else told["day"] if told else day,
                }
                error = ContentError("option-words", message, **values)
                self._hint(error, source_file(paragraph), source_line(paragraph))

    def _kinds(self) -> None:
        """Ask about a delegation under “Missions”, and the other way about."""
        for block in blocks_in(self.document):
            heading = block.parent[0].astext() if isinstance(block.parent, nodes.section) else ""
            kind, draft = kind_of_heading(heading), draft_of(block)
            if {kind, draft.kind} == {Kind.DELEGATION, Kind.MISSION}:
                message = _("This block stands under “%(section)s”, and is a “%(kind)s”: which of the two is right?")
                error = ContentError("heading", message, section=heading, kind=draft.kind.value)
                self._hint(error, draft.path, draft.line)

    def _heading(self, message: str, paragraph: nodes.paragraph, number: int, **values: str) -> None:
        section = paragraph.parent[0].astext() if isinstance(paragraph.parent, nodes.section) else ""
        error = ContentError("heading", message, section=section, **values)
        self._hint(error, source_file(paragraph), source_line(paragraph) + number)

    def _links(self) -> None:
        given = list(self.document.findall(nodes.reference))
        pages = [node for kind in (pending_xref, download_reference) for node in self.document.findall(kind)]
        self._repeated([(str(node.get("refuri", "")), source_file(node), source_line(node)) for node in given])
        for node in [*given, *pages]:
            if not _shows_image(node) and not _is_implicit(node):
                self._text(node.astext(), source_file(node), source_line(node))

    def _text(self, text: str, path: str, line: int) -> None:
        if plain(text).strip(" .:#»›>[]()") in _SAYS_NOTHING:
            message = _("The link “%(text)s” does not say where it leads: write what one finds there.")
            self._hint(ContentError("link-text", message, text=text), path, line)

    def _repeated(self, links: list[tuple[str, str, int]]) -> None:
        """Report addresses that stand in two places of the issue; *links* are addresses with file and line."""
        drafts = map(draft_of, blocks_in(self.document))
        links += [(draft.facts.url, draft.path, draft.line) for draft in drafts if draft.facts.url]
        first: dict[str, tuple[str, int]] = {}
        for address, path, line in sorted(links, key=lambda link: (link[1], link[2])):
            if address.partition(":")[0] in {"http", "https"} and first.setdefault(address, (path, line)) != (
                path,
                line,
            ):
                message = _("This link stands already in line %(line)s: “%(address)s”.")
                self._hint(ContentError("link-twice", message, line=first[address][1], address=address), path, line)


_DAY = re.compile(r"\W*(?:[^\W\d_]+\s+){0,2}\d{1,2}[°º]?(?:\s*[-–/e]\s*\d{1,2})?\s+(?:di\s+)?(?P<month>[^\W\d_]+)")


# “Festa dei lumi: sabato 9 maggio, ore 21, Piazza dei Lumi”.
_TOLD = re.compile(
    r"(?P<title>[A-ZÀ-Ý][^:.!?]{2,60}):\s+(?P<day>(?:[^\W\d_]{6,9}\s+)?\d{1,2}[°º]?\s+(?P<month>[^\W\d_]+)(?:\s+\d{4})?)"
    rf",?\s+(?:{CLOCK}\s+\d{{1,2}}(?:[.:]\d\d)?|\d{{1,2}}[.:]\d\d)\b(?:,.*|\W*)",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(rf"{_DAY.pattern}(?:\s+\d{{4}})?\W*")


def _begins_with_date(line: str) -> str:
    """Return the day and the month with which *line* begins; nothing where it does not."""
    match = _DAY.match(line)
    return match.group().strip() if match and fold(match["month"]) in MONTHS else ""


def _is_date(name: str) -> bool:
    return (meant_option(name) or name) == "date"


def _announces(paragraph: nodes.paragraph) -> bool:
    """Tell whether a bold *paragraph* is named as a section is, or stands between sections' heads and records."""
    after = paragraph.next_node(descend=False, siblings=True)
    return not is_block(paragraph.parent) and (is_block(after) or kind_of_heading(paragraph.astext()) is not None)


def _signs(section: nodes.section) -> str:
    """Return the signs of a heading that stands beside that of *section*, or in it where it is the whole page."""
    depth, node = 0, section.parent
    while isinstance(node, nodes.section):
        depth, node = depth + 1, node.parent
    return "#" * max(2, depth + 1)


def _shows_image(node: nodes.Element) -> bool:
    return next(iter(node.findall(nodes.image)), None) is not None


def _is_implicit(node: nodes.Element) -> bool:
    """Tell whether the text of a reference comes from its target later."""
    return isinstance(node, pending_xref) and not node.get("refexplicit", False)
