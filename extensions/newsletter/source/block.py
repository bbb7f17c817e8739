# SPDX-License-Identifier: EUPL-1.2
"""Reading the options of one block: what they say, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsletter.archive.assemble import default_dates
from newsletter.archive.retold import OF_IMAGE, without_image
from newsletter.dates import far_from_issue, year_hint
from newsletter.model.diagnostics import ContentError, Diagnostic, PartlyParsedError, _
from newsletter.model.facts import FIELD_BY_NAME, Facts
from newsletter.model.kinds import TRAITS
from newsletter.model.text import plain
from newsletter.model.values import Dates, Person, Status
from newsletter.source.block_title import title_fault
from newsletter.source.fields import (
    DRAFT_WORDS,
    OPTION_WORDS,
    PARSERS,
    STATUS_WORDS,
    Block,
    meant_option,
    unknown_option,
)
from newsletter.source.hours import check_hours
from newsletter.source.name_hints import broken_hint, name_hint
from newsletter.source.option_hints import (
    alt_hint,
    capitals_hint,
    check_value,
    continued_list,
    cut_option,
    day_hint,
    indented_text,
    sample_hint,
    twice_hint,
)
from newsletter.source.option_signs import PLAIN, of_signs, without_markup
from newsletter.source.options import Option, malformed_option, split_options, worded_option
from newsletter.source.place_hints import partner_hint, place_hint, sign_hint, two_countries
from newsletter.source.plan_words import fate_in_text, fate_in_title
from newsletter.source.stray_options import commented_options, only_a_note, stray_options
from newsletter.source.translation import DIGEST
from newsletter.source.urls import host_hint


@dataclass(frozen=True, slots=True)
class BlockDiagnostic:
    """Something wrong in a block."""

    diagnostic: Diagnostic
    line: int
    """Its distance in lines from the first of the block's content; -1 is the line of the title."""
    vital: bool = False
    """Whether it keeps the whole record out."""
    hint: bool = False
    """Whether it only asks for a second look."""


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """Hold the options of a block as they were read."""

    facts: Facts
    lines: Mapping[str, int]
    """The distance in lines of each option from the first of the block's content, by its name."""
    diagnostics: tuple[BlockDiagnostic, ...]
    left_out: tuple[Option, ...]
    """Options that could not be taken, as they were written."""
    body_start: int
    """The line of the content at which the body starts."""

    @property
    def sound(self) -> bool:
        """Whether the record can be trusted."""
        return not any(found.vital for found in self.diagnostics)


def parse_block(title: str, lines: Sequence[str], block: Block) -> ParsedBlock:
    """Parse the content *lines* of a block with the given *title*."""
    options, body_start = split_options(lines, FIELD_BY_NAME)
    reader = _Reader(block)
    if fault := title_fault(title, block.kind):
        error, vital = fault
        reader.report(error, -1, vital=vital)
    for option in options:
        reader.take(option)
    reader.check_together(len(options))
    for error, number in stray_options(lines, body_start, block.kind.value, reader.options):
        reader.report(
            error,
            number,
            vital=error.diagnostic.code == "option-form" and _is_vital(str(error.diagnostic.values["name"])),
        )
    for asked, number in commented_options(lines, body_start, [option.name for option in options]):
        reader.hint(asked, number)
    reader.ask_about_text(lines, body_start)
    reader.ask_about_title(title)
    facts = Facts(**reader.values)
    numbers = {name: option.line for name, option in reader.options.items()}
    return ParsedBlock(facts, numbers, tuple(reader.diagnostics), tuple(reader.left_out), body_start)


def _is_vital(name: str) -> bool:
    """Tell whether the record cannot be trusted without the option *name*, or with the one that it stands for.

    Else a block with “:data: 13 maggio” would be published under a day that nobody wrote, or one with “:draft:” at all.
    """
    if plain(name) in DRAFT_WORDS or plain(name) in STATUS_WORDS:
        return True
    field = FIELD_BY_NAME.get(name) or FIELD_BY_NAME.get(meant_option(name) or "")
    return field is not None and field.vital


class _Reader:
    def __init__(self, block: Block) -> None:
        self.block = block
        self.values: dict[str, Any] = {}
        self.options: dict[str, Option] = {}
        self.diagnostics: list[BlockDiagnostic] = []
        self.left_out: list[Option] = []

    def report(self, error: ContentError, line: int, *, vital: bool = False) -> None:
        self.diagnostics.append(BlockDiagnostic(error.diagnostic, line, vital))

    def hint(self, asked: ContentError, line: int) -> None:
        self.diagnostics.append(BlockDiagnostic(asked.diagnostic, line, hint=True))

    def take(self, option: Option) -> None:
        """Read one option, or report why it can't be."""
        field = FIELD_BY_NAME.get(option.name)
        if self.block.is_translation and option.name == DIGEST:
            return
        try:
            if field is None:
                raise unknown_option(option.name, option.value)
            if option.name in self.options:
                raise _twice(option)
            self.options[option.name] = option
            if not option.value:
                raise _empty(option)
            check_value(option)
            if (listed := option.listed) and field.value.separator:
                raise _list_signs(option, f"{field.value.separator} ".join(listed))
            self.values[option.name] = PARSERS[field.value](option.value, self.block)
        except ContentError as error:
            self._reject(option, of_signs(option) or error)

    def _reject(self, option: Option, error: ContentError) -> None:
        """Report the *error* in an *option*, and keep what of it is known."""
        if isinstance(error, PartlyParsedError):
            if error.known:
                self.values[option.name] = error.known
            parts = [str(each.diagnostic.values["text"]) for each in error.errors]
            self.left_out.append(replace(option, value=", ".join(parts)))
            for each, part in zip(error.errors, parts, strict=True):
                self.report(each, option.line_of(part))
            return
        self.left_out.append(option)
        line = option.line_of(str(error.diagnostic.values.get("text", option.value)))
        vital = _is_vital(option.name) or _is_vital(str(error.diagnostic.values.get("second")))
        self.report(error, line, vital=vital)

    def check_together(self, after: int) -> None:
        """Check what only shows when options are seen side by side."""
        dates, hours = self.values.get("date"), self.values.get("time")
        if dates:
            self._check_year(self.options["date"], dates)
        elif not {"date", "was", "id"} & self.options.keys():  # one told again has the date of before
            dates = default_dates(self.block.kind, self.block.period)
        if dates and hours:
            try:
                check_hours(hours, dates, self.block.time_zone, language=self.block.language)
            except ContentError as error:
                self.report(error, self.options["time"].line, vital=True)
        if dates and dates == self.values.get("was"):
            message = _(
                "“:was:” and “:date:” are the same: in “:was:” stands the day of before, in “:date:” the new one."
            )
            self.hint(ContentError("option-words", message), self.options["was"].line)
        elif dates and (was := self.values.get("was")) and was.start > dates.end:
            message = _(
                "“:was:” lies after “:date:”: in “:was:” stands the day of before, in “:date:” the new one. Exchange "
                "them, unless it was brought forward."
            )
            self.hint(ContentError("option-words", message), self.options["was"].line)
        elif "was" in self.values and "status" not in self.options:
            message = _("“:was:” alone moves nothing in calendars and data: add the line “:status: postponed”.")
            self.hint(ContentError("postponed-date", message), self.options["was"].line)
        self._check_image(after)
        self._ask()

    def _check_image(self, after: int) -> None:
        """Check that an image has its alternative, and these words of an image theirs; a retelling may leave it out."""
        if "image" not in self.options and "id" not in self.options:
            for name in [name for name in OF_IMAGE if name in self.values]:
                self.report(without_image(name), self.options[name].line)
                self.left_out.append(Option(name, self.values.pop(name), self.options[name].line))
        if "image" in self.values and "alt" not in self.values:
            if "alt" not in self.options:  # an empty one was reported
                message = _(
                    "The image has no text alternative. Add a line such as “:alt: The square during the feast”."
                )
                self.report(ContentError("alt-missing", message), self.options["image"].line)
            self.left_out.append(Option("image", self.values.pop("image"), min(after, self.options["image"].line)))

    def _check_year(self, option: Option, dates: Dates) -> None:
        """Report days that lie far from the issue, or else ask about a year that seems wrong by one."""
        block = self.block
        if block.is_example:
            return
        if far := far_from_issue(dates, block.period, language=block.language):
            self.diagnostics.append(BlockDiagnostic(far, option.line))
        elif self.values.get("status") is Status.POSTPONED:  # to the next year, perhaps
            return
        elif asked := year_hint(option.value, dates, block.period, block.kind, language=block.language):
            self.diagnostics.append(BlockDiagnostic(asked, option.line, hint=True))

    def ask_about_text(self, lines: Sequence[str], start: int) -> None:
        """Ask about the lines beside the options that say something of the kind in words."""
        last = max(self.options.values(), key=lambda option: option.line, default=None)
        if last and (found := continued_list(last, lines, start, self.block)):
            message = _(
                "What stands under “:%(name)s:” is text. If it belongs to the list, write all in one line: “:%(name)s: "
                "%(better)s”."
            )
            self.hint(ContentError("option-words", message, name=last.name, better=found), start)
        elif last and (cut := cut_option(last, lines, start)):
            self.hint(cut, start)
        kept = "id" in self.options or self.block.is_translation  # the text of before, or the original's
        if not kept and (noted := only_a_note(lines, start)):
            self.hint(noted[1], noted[0])
        has_text = any(line.strip() for line in lines[start:])
        if last and (asked := indented_text(last, has_text=has_text)):
            self.hint(asked[1], asked[0])
        first = next((number for number in range(start, len(lines)) if lines[number].strip()), None)
        if self._may_be_off() and first is not None and (told := fate_in_text(lines[first])):
            self.hint(told, first)
        for number, line in enumerate(lines[start:], start=start):
            if not line.strip():
                return
            name, value = worded_option(line, OPTION_WORDS) or ("", "")
            meant = meant_option(name)
            if meant and meant not in self.options and not malformed_option(line, OPTION_WORDS):
                message = _("“%(text)s” is text here, and in no register. Is it meant so? An option is “%(better)s”.")
                better = f":{meant}: {value}"
                error = ContentError("option-words", message, text=line.strip(), better=better)
                self.hint(error, number)

    def ask_about_title(self, title: str) -> None:
        """Ask about a *title* that says that the plan is off, where no option does."""
        if self._may_be_off() and (asked := fate_in_title(title)):
            self.hint(asked, -1)
        if asked := sample_hint(title) or capitals_hint(title, title.capitalize()):
            self.hint(asked, -1)

    def _may_be_off(self) -> bool:
        """Tell whether calendars may have the block, and no option says what became of it."""
        return bool(TRAITS[self.block.kind].calendar) and "status" not in self.options

    def _ask_about_signs(self) -> None:
        """Ask about signs of Markdown in options, which readers would see."""
        for option in self.options.values():
            if option.name in self.values and option.name in PLAIN and (plain := without_markup(option.value)):
                message = _("An option is plain text, and readers see its signs: write “:%(name)s: %(better)s”.")
                error = ContentError("option-words", message, name=option.name, better=plain)
                self.hint(error, option.line)

    def _ask(self) -> None:
        """Ask about what could be read, and may be meant otherwise."""
        self._ask_about_signs()
        if "correction" in self.values and "updated" not in self.options:
            message = _("On which day was this corrected? Add a line such as “:updated: %(day)s”.")
            undated = ContentError("correction-day", message, day=f"{self.block.period}-18")
            self.hint(undated, self.options["correction"].line)
        if (updated := self.values.get("updated")) and (asked := day_hint(updated, self.block)):
            self.hint(asked, self.options["updated"].line)
        for asked in two_countries(self.options["country"].value) if "country" in self.values else ():
            self.hint(asked, self.options["country"].line)
        if asked := host_hint(self.values.get("url", "")):
            self.hint(asked, self.options["url"].line)
        if "alt" in self.values and (asked := alt_hint(self.values["alt"])):
            self.hint(asked, self.options["alt"].line)
        if "image" in self.values:
            written = self.options["image"]
            for asked in self.block.image_hints(self.values["image"], written.value):
                self.hint(asked, written.line)
        self._ask_about_names()

    def _ask_about_names(self) -> None:
        """Ask about names that may be several, or more than names."""
        for name in ("people", "hosts"):
            signs = name in self.values and without_markup(self.options[name].value)
            for person in () if signs else self.values.get(name, ()):
                if (
                    asked := sample_hint(person.name)
                    or ("@" not in person.name and sign_hint(person.name))
                    or capitals_hint(person.name, _in_small_letters(person), shortest=3)
                    or name_hint(person)
                    or broken_hint(person, self.options[name].pieces)
                ):
                    self.hint(asked, self.options[name].line_of(person.name))
        for name in ("people", "hosts", "partners", "place"):
            if asked := twice_hint(name, self.values.get(name, ())):
                self.hint(asked, self.options[name].line)
        for partner in self.values.get("partners", ()):
            if asked := partner_hint(partner) or capitals_hint(partner, partner.title()):
                self.hint(asked, self.options["partners"].line_of(partner))
        for place in self.values.get("place", ()):
            if asked := sample_hint(place) or place_hint(place, self.block) or capitals_hint(place, place.title()):
                self.hint(asked, self.options["place"].line_of(place))


def _list_signs(option: Option, better: str) -> ContentError:
    message = _("An option takes no list with signs of its own: write “:%(name)s: %(better)s”.")
    return ContentError("option-form", message, name=option.name, better=better)


def _twice(option: Option) -> ContentError:
    return ContentError("option-twice", _("“:%(name)s:” is given twice. Keep one of them."), name=option.name)


def _empty(option: Option) -> ContentError:
    return ContentError("option-empty", _("“:%(name)s:” says nothing. Fill it in or take it out."), name=option.name)


def _in_small_letters(person: Person) -> str:
    role = person.role.capitalize() if len(person.role) > _ACRONYM and person.role.isupper() else person.role
    return f"{person.name.title()} ({role})" if role else person.name.title()


_ACRONYM = 4
"""Letters of a word that may be written in capitals: “CEO”."""
