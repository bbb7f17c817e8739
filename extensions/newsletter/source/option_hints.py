# SPDX-License-Identifier: EUPL-1.2
"""Doubts about where the options of a block end and its text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from newsletter.languages import words_of
from newsletter.model.countries import country_code
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import FIELD_BY_NAME, Value
from newsletter.model.text import plain
from newsletter.model.values import Person
from newsletter.source.fields import OPTION_WORDS, Block, meant_option
from newsletter.source.options import Option, second_option
from newsletter.source.people import AND_ANOTHER
from newsletter.source.plan_words import check_moved
from newsletter.source.source_text import COMMENT

_PERSON = re.compile(r"[^\W\d_a-z][^()]*\([^()]+\)\s*;?")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|[a-z]{1,5}['’]?))*\s*;?")
_LONGEST_NAME = 6  # words
_UNFINISHED = tuple(",;:(/&-–—")


def continued_list(option: Option, lines: Sequence[str], start: int, block: Block) -> str:
    """Return the whole list of an *option* that seems to go on in the lines below it, from *start*; else nothing."""
    field = FIELD_BY_NAME.get(option.name)
    if field is None or not field.value.separator:
        return ""
    if field.value is Value.PEOPLE and start < len(lines) and (cut := _cut_person(option.value, lines[start].strip())):
        return cut
    items: list[str] = []
    for line in lines[start:]:
        if not line.strip() or line.startswith(":"):
            break
        if COMMENT.match(line):
            continue
        items.append(re.sub(r"^[-*•]\s+", "", line.strip()))
    whole = (
        not option.value
        or option.value.endswith((";", ","))
        or all(_is_item(item, field.value, block) for item in items)
    )
    if not items or not whole:
        return ""
    return f"{field.value.separator} ".join(part.strip(" ;,") for part in (option.value, *items) if part)


# What a line begins with that was broken within a person: the role in parentheses, or the end of one.
_ROLE = re.compile(r"(?P<opening>\(?)[^()]+\)[\s,;]*(?P<rest>.*)")

_GIVEN_NAME = re.compile(r"(?:^|[;,)])\s*[^\W\d_a-z][\w.'’-]*$")
_SURNAME = re.compile(r"[^\W\d_a-z][\w.'’-]*\s*\([^()]+\)\s*;?")


def _cut_person(value: str, line: str) -> str:
    """Return the list that *value* and the *line* below it are together, if that goes on within a person; else nothing.

    That is before a role, in one, or between two names: “Ada” and, below, “Esempio (Assessora)”.
    """
    role = _ROLE.fullmatch(line)
    within = value.count("(") > value.count(")")
    name = not within and _GIVEN_NAME.search(value) and _SURNAME.fullmatch(line)
    if name or (role and within is not bool(role["opening"]) and not value.endswith((")", ";", ","))):
        people = AND_ANOTHER.sub("); ", f"{value} {line}").rstrip(" ;,")
        known = name or all(_PERSON.fullmatch(part.strip()) for part in people.split(";")[value.count(";") :])
        return people if known else ""
    return ""


def _is_item(text: str, value: Value, block: Block) -> bool:
    """Tell whether *text* looks like an item of a list of *value*, and not like the first line of a text."""
    text = text.rstrip(" ;,")
    if value is Value.TOPICS:
        return plain(text) in {plain(name) for pair in block.topics.items() for name in pair}
    if value is Value.COUNTRIES:
        return country_code(text, block.names.countries) is not None
    if value is Value.PEOPLE and _PERSON.fullmatch(text):
        return True
    return _NAME.fullmatch(text) is not None and len(text.split()) <= _LONGEST_NAME and text[-1:] not in ".!?:"


_JOINING = frozenset().union(*map(words_of, ("articles", "fillers", "conjunctions", "openers", "connectors")))


def cut_option(option: Option, lines: Sequence[str], start: int) -> ContentError | None:
    """Ask about a line under the last *option*, whose value ends as if it went on there."""
    last = option.value.rpartition(" ")[2].lower()
    if start >= len(lines) or not lines[start].strip() or not (last in _JOINING or option.value.endswith(_UNFINISHED)):
        return None
    message = _("“:%(name)s:” seems to go on in this line, which is text: begin it with two blanks.")
    return ContentError("option-words", message, name=option.name)


def indented_text(option: Option, *, has_text: bool) -> tuple[int, ContentError] | None:
    """Ask about a line that continues the last *option* and looks like the text of the block; with its number."""
    for number, (above, piece) in enumerate(zip(option.pieces, option.pieces[1:], strict=False), start=1):
        begins = piece[:1].isupper() and not above.endswith(_UNFINISHED) and above
        if begins and (piece.endswith((".", "!", "?")) or not has_text):
            message = _(
                "“%(text)s” is part of “:%(name)s:”, as it is indented. If it is the text of the block, write it at "
                "the margin, after an empty line."
            )
            return option.line + number, ContentError("option-words", message, text=piece, name=option.name)
    return None


def check_value(option: Option) -> None:
    """Refuse what no *option* means to say, whatever its type.

    :raises ContentError: ``option-form`` where another option follows on its line, ``option-empty`` where an item of
        a list of names only says that there is none: “nessuno”, “da definire”, “-”.
    """
    if second := second_option(option.value, OPTION_WORDS):
        value, name, other = second
        message = _(
            "Two options stand on one line: write “:%(name)s: %(value)s”, and “:%(second)s: %(other)s” on a line of "
            "its own."
        )
        values = {"name": option.name, "value": value, "second": meant_option(name), "other": other}
        raise ContentError("option-form", message, **values)
    if option.name == "date":
        check_moved(option.value)
    if option.name == "image" and len(files := _IMAGES.findall(option.value)) > 1:
        message = _(
            "A block has one image: write “:image: %(first)s”, and the other in its text, as “![What it "
            "shows](%(other)s)”."
        )
        raise ContentError("image-form", message, first=files[0], other=files[1])
    field = FIELD_BY_NAME.get(option.name)
    if field and field.name in {"image", "url"} and not re.sub(r"\W", "", option.value):
        message = _("“:%(name)s:” says nothing. Fill it in or take it out.")
        raise ContentError("option-empty", message, name=option.name)
    if field and field.value is Value.TEXT and field.name != "alt" and is_tick(option.value):
        message = _(
            "Readers see “:%(name)s:” as it is written, and “%(text)s” says nothing to them: write the words that they "
            "are to read, or take the line out."
        )
        raise ContentError("option-empty", message, name=option.name, text=option.value)
    if field is None or field.value not in _OF_NAMES:
        return
    for item in filter(None, map(str.strip, option.value.split(";"))):
        words = re.sub(r"[^\w ]", "", plain(item)).strip()
        if not words or words in _NOBODY:
            message = _("“%(text)s” would stand in the registers as a name: take it out of “:%(name)s:”.")
            raise ContentError("option-empty", message, name=option.name, text=item)


def is_tick(text: str) -> bool:
    """Tell whether *text* is that of one who ticks a box: “sì”, “x”, “ok”."""
    return re.sub(r"\W", "", plain(text)) in _TICKS


_FILE = re.compile(r"(?:\S+\.(?:jpe?g|png|webp|gif|svg)|(?:foto|image|immagine|photo|picture)\.?)", re.IGNORECASE)
# “Foto: Ada Esempio”, but not “Foto: la piazza di sera”.
_CREDIT = re.compile(
    r".*©.*|(?i:crediti|credits?|ph)\s*[.:]\s*\S.*|(?i:photo by)\s.*|"
    r"(?i:foto|fotografia|image|immagine|photo|picture)\s*:\s*[A-ZÀ-Ý][\w.’'-]*(?:\s+[A-ZÀ-Ý][\w.’'-]*){1,3}"
)


def alt_hint(text: str) -> ContentError | None:
    """Ask about a *text* alternative that does not say what the picture shows."""
    if _CREDIT.fullmatch(text):
        message = _("“%(text)s” says whose the picture is: write “:credit: %(text)s”, and in “:alt:” what it shows.")
        return ContentError("option-words", message, text=text)
    if _FILE.fullmatch(text) or is_tick(text):
        message = _("“%(text)s” says nothing to those who do not see the picture: say what it shows.")
        return ContentError("option-words", message, text=text)
    return None


_IMAGES = re.compile(r"[^\s,;]+\.(?:jpe?g|png|webp|gif|svg)\b", re.IGNORECASE)
_TICKS = words_of("yes") | words_of("no") | {"", "x", "ok", "0", "1"}
"""Words of one who ticks a box."""
SAMPLES = words_of("samples")


def capitals_hint(text: str, better: str, *, shortest: int = 4) -> ContentError | None:
    """Ask about a *text* all in capitals, two words or more of *shortest* letters: no acronyms."""
    if not text.isupper() or len(re.findall(rf"[^\W\d_]{{{shortest},}}", text)) < 2:
        return None
    message = _(
        "“%(text)s” is all in capitals, and stands so in registers and data: write “%(better)s”, with capitals where "
        "names begin."
    )
    return ContentError("option-words", message, text=text, better=better)


def twice_hint(name: str, values: Sequence[Person | str]) -> ContentError | None:
    """Ask about a person, a place or an organisation that stands twice among the *values* of the option *name*."""
    seen: dict[str, Person | str] = {}
    for value in values:
        text = value.name if isinstance(value, Person) else value
        before = seen.setdefault(plain(text), value)
        roles = [each.role for each in (before, value) if isinstance(each, Person) and each.role]
        if before is value or plain(text) in SAMPLES:
            continue
        if len(set(roles)) > 1:
            message = _(
                "“%(text)s” stands twice in “:%(name)s:”: if it is one person, write once “%(text)s (%(roles)s)”."
            )
            return ContentError("option-words", message, text=text, name=name, roles=", ".join(roles))
        message = _("“%(text)s” stands twice in “:%(name)s:”: take one of them out.")
        return ContentError("option-words", message, text=text, name=name)
    return None


def sample_hint(text: str) -> ContentError | None:
    """Ask about words of the template that nobody has filled in."""
    if plain(text) not in SAMPLES:
        return None
    message = _("“%(text)s” stands in the template for what you are to write: fill it in, or take it out.")
    return ContentError("note-published", message, text=text)


def day_hint(updated: date, block: Block) -> ContentError | None:
    """Ask about the day of a correction that is still to come, or came long before the issue."""
    if block.is_example or not block.today:
        return None
    if updated <= block.today and updated >= block.period.plus(-12).first_day:
        return None
    message = _("“:updated: %(day)s” lies ahead, or long before the issue: is the year right?")
    return ContentError("date-year", message, day=updated)


_OF_NAMES = frozenset({Value.PEOPLE, Value.PLACES, Value.ORGANISATIONS})
_NOBODY = words_of("nothing") | words_of("working_notes")
