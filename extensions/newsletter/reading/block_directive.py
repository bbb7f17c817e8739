# SPDX-License-Identifier: EUPL-1.2
"""The one directive behind ``event``, ``delegation``, ``mission`` and ``news``."""

from __future__ import annotations

import hashlib
from functools import cached_property, partial
from pathlib import Path
from typing import Any, ClassVar, cast

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from newsletter.archive.withheld import Withheld
from newsletter.dates.arithmetic import period_of
from newsletter.environment.block_draft import Draft, attach
from newsletter.environment.config import publication
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import FOLDER, issue_name, today
from newsletter.environment.placeholder import placeholder
from newsletter.environment.reading_translation import is_reading_translation
from newsletter.environment.reporter import hint, warn
from newsletter.environment.silences import is_silenced, page_silences
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import Facts
from newsletter.model.issue import IssueName
from newsletter.model.kinds import Kind
from newsletter.model.text import slug
from newsletter.model.values import Status
from newsletter.reading.block_image import image_finder, picture
from newsletter.reading.block_notes import left_out_note, rejected_note
from newsletter.reading.pictures import picture_hints
from newsletter.source.block import ParsedBlock, parse_block
from newsletter.source.fields import Block
from newsletter.source.source_text import COMMENT


class BlockDirective(SphinxDirective):
    """Reads a block and shows it as a section: title, facts, picture, text."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    # None, and not a table: MyST would read options as YAML, and drop them all at the first quote.
    option_spec: ClassVar[Any] = None

    def run(self) -> list[nodes.Node]:
        """Return the section of the block."""
        self.path, self.title_line = self.get_source_info()
        self.first_line = self.title_line + 1 + self.content_offset
        kind, title = Kind(self.name), self._title()
        words = " ".join(title.astext().split())
        blocks = cast("dict[Kind, Block]", self.env.temp_data.setdefault("newsletter_blocks", {}))
        if kind not in blocks:
            blocks[kind] = self._block(kind)
        reading = parse_block(words, list(self.content), blocks[kind])
        self._report(reading)
        if self.issue is None and self.env.docname.rpartition("/")[0] in {"", "indexes", "reports"}:
            self._hint_outside(reading.facts)
        lines = {name: self.first_line + line for name, line in reading.lines.items()}
        record_id, unique = self._id(reading, words, lines.get("id", self.title_line))
        sound = reading.sound and unique is None
        section = self._section(kind, title, unique or record_id, reading.facts)
        if not sound:
            section["classes"].append("record-refused")
        head = [line for line in self.content[: reading.body_start] if not COMMENT.match(line)]
        draft = Draft(
            id=record_id,
            kind=kind,
            facts=reading.facts,
            path=self.path,
            line=self.title_line,
            option_lines=lines,
            explicit=reading.facts.id is not None,
            left_out=tuple(option.name for option in reading.left_out),
            sound=sound,
            written=tuple(head),
        )
        if unique is None:
            attach(section, draft)
        if sound:
            section += placeholder("facts", draft if self.issue is None else record_id)
            section += picture(reading.facts)
            section += left_out_note(reading.left_out)
        else:
            section += rejected_note(head)
        self._parse_body(section, reading.body_start)
        return [section]

    def _title(self) -> nodes.title:
        """Return the title as it was written; empty where there is none, or nothing of it shows."""
        written = self.arguments[0] if self.arguments else ""
        # MyST counts lines of inline text from 0.
        pieces, messages = self.state.inline_text(written, self.title_line - 1)
        title = nodes.title(written, "", *pieces, *messages)
        for note in list(title.findall(nodes.footnote_reference)):
            message = _("A title takes no footnote, and this one is left out: put its sign into the text.")
            warn(ContentError("markup", message).diagnostic, self.path, self.title_line)
            note.parent.remove(note)
        return title

    def _report(self, reading: ParsedBlock) -> None:
        for found in reading.diagnostics:
            line = self.first_line + found.line if found.line >= 0 else self.title_line
            if not found.hint:
                warn(found.diagnostic, self.path, line)
            elif not is_silenced(found.diagnostic.code, self.path, line, page_silences(self.env)):
                hint(found.diagnostic, self.path, line)

    @cached_property
    def issue(self) -> IssueName | None:
        """The issue that the block stands in; None on other pages, where it is an example."""
        return issue_name(self.env.docname)

    def _block(self, kind: Kind) -> Block:
        settings = publication(self.config)
        issue = self.issue or IssueName.parse(self.config.newsletter_example_issue)
        assert issue is not None  # noqa: S101 - check_settings() saw to it
        return Block(
            kind=kind,
            period=issue.period,
            topics=settings.topics,
            topics_as_written=self.config.newsletter_topics_as_written,
            today=today(self.config),
            is_translation=is_reading_translation(self.env),
            is_example=self.issue is None,
            names=self.config.newsletter_names,
            language=settings.language,
            time_zone=settings.time_zone,
            find_image=image_finder(self.env, inside_issues=self.env.docname.startswith(f"{FOLDER}/")),
            image_hints=partial(picture_hints, self.env),
        )

    def _hint_outside(self, facts: Facts) -> None:
        """Ask about a block in a page of the site that is neither an issue nor one of the guide, with its examples."""
        message = _(
            "This block stands in no issue, and is in no register, calendar or data: move it to the issue of its "
            "month, “issues/%(month)s.md”."
        )
        month = str(period_of(facts.date.start)) if facts.date else self.config.newsletter_example_issue
        hint(ContentError("block-outside", message, month=month).diagnostic, self.path, self.title_line)

    def _id(self, reading: ParsedBlock, title: str, line: int) -> tuple[str, str | None]:
        """Return the record's id, said at *line*, and an anchor of its own where another block of the page has it."""
        record_id = reading.facts.id or self._default_id(title)
        taken = cast("dict[str, tuple[str, int]]", self.env.temp_data.setdefault("newsletter_ids", {}))
        place = (self.path, line)
        written = cast("dict[tuple[str, int], Any]", self.env.temp_data.setdefault("newsletter_written", {}))
        written.setdefault(place, (self.name, self.arguments, list(self.content)))
        first = taken.setdefault(record_id, place)
        if first == place:
            return record_id, None
        number = 2
        while f"{record_id}-{number}" in taken:
            number += 1
        proposed = f"{record_id}-{number}"
        taken[proposed] = place
        if self._is_copy(first):
            message = _("This block is equal to that of line %(other)s: take one of the two out.")
            warn(ContentError("id-twice", message, other=first[1]).diagnostic, *place)
        elif reading.facts.id or title:
            self._report_twice(record_id, first, place, proposed)
            self._report_twice(record_id, place, first, proposed)
        return record_id, proposed

    def _is_copy(self, first: tuple[str, int]) -> bool:
        """Tell whether the block says, to the letter, what that at the place *first* says in the same file."""
        blocks = cast("dict[tuple[str, int], Any]", self.env.temp_data.setdefault("newsletter_written", {}))
        return self.path == first[0] and blocks.get(first) == (self.name, self.arguments, list(self.content))

    def _default_id(self, title: str) -> str:
        """Return the id that follows from *title*: its slug or, where that would show a withheld name, a digest."""
        words = title or translate(_("Untitled"))
        withheld: Withheld = self.config.newsletter_names.withheld
        if withheld.holds(words) or withheld.holds(slug(words)):
            name = hashlib.sha256(words.encode()).hexdigest()[:8]
        else:
            name = slug(words)
        return f"{self.issue or slug(self.env.docname)}-{name}"

    def _report_twice(self, record_id: str, place: tuple[str, int], other: tuple[str, int], proposed: str) -> None:
        """Say at one *place* that the *other* has the same id, and propose another for either."""
        message = (
            _(
                "Two blocks have the id “%(id)s”: this one and that of line %(other)s. If "
                "they tell of one thing, take one of the two out; else add “:id: %(better)s” to one of them."
            )
            if place[0] == other[0]
            else _(
                "Two blocks have the id “%(id)s”: this one and that of %(file)s, line %(other)s. If "
                "they tell of one thing, take one of the two out; else add “:id: %(better)s” to one of them."
            )
        )
        file = Path(other[0]).name
        error = ContentError("id-twice", message, id=record_id, other=other[1], file=file, better=proposed)
        warn(error.diagnostic, *place)

    def _section(self, kind: Kind, title: nodes.title, anchor: str, facts: Facts) -> nodes.section:
        section = nodes.section(ids=[anchor], classes=["record", f"record-{kind}"])
        if facts.status not in {None, Status.CONFIRMED}:
            section["classes"].append(f"status-{facts.status}")
        if facts.lang:
            section["lang"] = facts.lang
        title = title if title.astext().strip() else nodes.title("", translate(_("Untitled")))
        for node in (section, title):
            node.source, node.line = self.path, self.title_line
        section += title
        self._claim(section, anchor)
        return section

    def _claim(self, section: nodes.section, anchor: str) -> None:
        """Give *anchor* to the block for good: a heading of the page that has it gets another."""
        document = self.state.document
        holder = document.ids.get(anchor)
        document.ids[anchor] = section
        if holder is not None and anchor in holder["ids"]:
            holder["ids"].remove(anchor)
            document.set_id(holder)

    def _parse_body(self, section: nodes.section, start: int) -> None:
        lines = StringList(list(self.content[start:]), source=self.path)
        body = nodes.Element()
        self.state.nested_parse(lines, self.content_offset + start, body)
        section += body.children
