# SPDX-License-Identifier: EUPL-1.2
"""Read the options of a block, each by what it holds; they are declared in :mod:`newsletter.model.facts`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from newsletter.archive.names import Names
from newsletter.dates import parse_dates
from newsletter.languages import any_of, meanings, words_of
from newsletter.model.countries import parse_countries
from newsletter.model.diagnostics import ContentError, PartlyParsedError, _
from newsletter.model.facts import FIELD_BY_NAME, Value
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.text import is_device, nearest, plain, slug
from newsletter.model.values import Status
from newsletter.source.hours import parse_hours
from newsletter.source.languages import parse_language
from newsletter.source.people import parse_people, split_names
from newsletter.source.urls import parse_url

ID_LIMIT = 150  # calendar/records/<id>.ics is a file name, at most 255 bytes


@dataclass(frozen=True)
class Block:
    """Hold what readers of options have to know of the block that they stand in, and of the publication."""

    kind: Kind
    period: Period
    """The issue's month."""
    topics: Mapping[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    language: str = "it"
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Rome"))
    find_image: Callable[[str], str] = str
    """From an image's path as written to its path from the source folder; raises ContentError."""
    image_hints: Callable[[str, str], Iterable[ContentError]] = lambda _path, _written: ()
    """From an image's path from the source folder, and as written, to what deserves a second look in it."""
    is_example: bool = False
    """Whether it stands in no issue: any topic is taken, as it stands in any city, and no day is far."""
    topics_as_written: Mapping[str, str] = field(default_factory=dict)
    """The topics in the language of the originals, where the site is made in another."""
    today: date | None = None
    """The day of the build, by which a day is seen to lie ahead."""
    is_translation: bool = False
    """Whether it gives words in another language to a block that has the facts."""


def parse_topics(text: str, block: Block) -> tuple[str, ...]:
    """Parse topics, by slug or label.

    :raises PartlyParsedError: ``topic-unknown``, of each that is none, with the whole list and the nearest.
    """
    labels = (*block.topics_as_written.items(), *block.topics.items())
    spelt = {plain(name): slug for slug, label in labels for name in (label, slug)}
    parts = [part for part in (part.strip() for part in re.split("[,;]", text)) if part]
    known = tuple(dict.fromkeys(spelt.get(plain(part), part) for part in parts if _is_topic(part, spelt, block)))
    unknown = [_unknown_topic(part, block) for part in parts if not _is_topic(part, spelt, block)]
    if unknown:
        raise PartlyParsedError(unknown, known)
    return known


def _is_topic(part: str, spelt: Mapping[str, str], block: Block) -> bool:
    return block.is_example or plain(part) in spelt


def _unknown_topic(text: str, block: Block) -> ContentError:
    near = _several_topics(text, block) or _topic_with(text, block)
    message = (
        _("“%(text)s” is not one of the topics. Did you mean “%(near)s”? The topics are: %(topics)s.")
        if near
        else _("“%(text)s” is not one of the topics: %(topics)s.")
    )
    return ContentError("topic-unknown", message, text=text, near=near, topics=tuple(block.topics))


def _several_topics(text: str, block: Block) -> str:
    """Return the topics that *text* names with other signs than commas between them; nothing where it does not."""
    spelt = {plain(name): slug for slug, label in block.topics.items() for name in (label, slug)}
    words = any_of(words_of("conjunctions"))
    text = " ".join(text.split())
    for sign in (rf"\s*(?:[#/&+|]|\b{words}\b)\s*", r"\s+[-–—]\s+", r"[\s#]+"):
        parts = [plain(part) for part in re.split(sign, text) if part.strip()]
        if all(part in spelt for part in parts):
            return ", ".join(spelt[part] for part in parts)
    return ""


def _topic_with(text: str, block: Block) -> str | None:
    """Return the one topic with *text* among its words, or else the nearest."""
    words = set(re.findall(r"\w+", plain(text)))
    having = [name for name, label in block.topics.items() if words and words <= set(re.findall(r"\w+", plain(label)))]
    return having[0] if len(having) == 1 else nearest(text, [*block.topics, *block.topics.values()], cutoff=0.7)


def _parse_status(text: str, _block: Block) -> Status:
    word = plain(text)
    try:
        return Status(word)
    except ValueError:
        first, _blank, rest = word.partition(" ")
        near = _STATUS_WORDS.get(nearest(word, _STATUS_WORDS, cutoff=0.75) or "") or nearest(word, list(Status))
        near = near or _STATUS_WORDS.get(first) or (first if rest and first in list(Status) else "")
        message = (
            _("“%(text)s” is no status. Write “%(near)s”, and a new day into “:date:”.")
            if near and any(map(str.isdigit, rest))
            else _("“%(text)s” is no status. Write “%(near)s”.")
            if near
            else _(
                "“%(text)s” is no status, which is one of these: %(statuses)s; “postponed” is for any other day, also "
                "an earlier one. If it is none of them, write it in the text, and take this line out."
            )
        )
        raise ContentError("status-unknown", message, text=text, near=near, statuses=tuple(Status)) from None


_STATUS_WORDS = meanings("statuses")


def _parse_day(text: str, block: Block) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise ContentError(
            "updated-form",
            _("“%(text)s” is no day in the form year-month-day: write “%(better)s”."),
            text=text,
            better=_iso_day(text, block),
        ) from None


def _iso_day(text: str, block: Block) -> str:
    """Return the day that *text* names in another form; an example where it names none."""
    try:
        return parse_dates(text, period=block.period, kind=Kind.NEWS, language=block.language).start.isoformat()
    except ContentError:
        return f"{block.period}-18"


def parse_id(text: str, names: Names | None = None) -> str:
    """Parse an explicit id.

    :raises ContentError: ``id-form``, with the nearest good id as the suggestion; ``name-withheld``.
    """
    if names is not None and names.withheld.holds(text):
        raise ContentError(
            "name-withheld", _("The id holds a name that is withheld, and would show it: take the line out.")
        )
    if is_device(text):
        message = _("Windows can hold no file called “%(id)s”: write “%(better)s”.")
        raise ContentError("id-form", message, id=text, better=slug(text))
    if re.fullmatch(r"[a-z0-9-]+", text, re.ASCII) and text.strip("-") and len(text) <= ID_LIMIT:
        return text
    better = re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")[:ID_LIMIT] or "incontro-2026"
    raise ContentError("id-form", _("An id has only small letters, digits and hyphens: “%(better)s”."), better=better)


PARSERS: Mapping[Value, Callable[[str, Block], object]] = {
    Value.DATES: lambda text, block: parse_dates(text, period=block.period, kind=block.kind, language=block.language),
    Value.HOURS: lambda text, _block: parse_hours(text),
    Value.PLACES: lambda text, _block: split_names(text),
    Value.COUNTRIES: lambda text, block: parse_countries(text, block.names.countries, block.language),
    Value.PEOPLE: lambda text, _block: parse_people(text),
    Value.ORGANISATIONS: lambda text, _block: split_names(text),
    Value.TOPICS: parse_topics,
    Value.URL: lambda text, _block: parse_url(text),
    Value.IMAGE: lambda text, block: block.find_image(text),
    Value.TEXT: lambda text, _block: text,
    Value.STATUS: _parse_status,
    Value.ID: lambda text, block: parse_id(text, block.names),
    Value.DAY: _parse_day,
    Value.LANGUAGE: lambda text, _block: parse_language(text),
}
"""From an option's text to its value; each raises ContentError."""


_OPTION_MEANT: Mapping[str, str] = {
    **meanings("options"),
    **{name: name for name in FIELD_BY_NAME},
}
OPTION_WORDS = frozenset(_OPTION_MEANT)
"""Names of options, and the words that are answered with one."""


DRAFT_WORDS = frozenset(word for word, key in meanings("front_matter").items() if key == "draft") | {"draft"}
"""Words by which a writer wants something not to go out yet."""


STATUS_WORDS: Mapping[str, str] = {
    **dict.fromkeys(words_of("called_off"), Status.CANCELLED.value),
    **meanings("statuses"),
    **{status.value: status.value for status in Status},
}
"""Words for what becomes of a plan, each with its status."""


def meant_option(word: str) -> str | None:
    """Return the name of the option that *word* stands for; None where it is none of :data:`OPTION_WORDS`."""
    return _OPTION_MEANT.get(plain(word))


def unknown_option(name: str, value: str = "") -> ContentError:
    """Return the diagnostic about an option that does not exist, with the right or the nearest one.

    A *value* that says what becomes of a plan tells more than the *name*: “:stato: annullato” names no country.
    """
    if plain(name) in words_of("text_names"):
        message = _(
            "There is no option “:%(name)s:”: a text stands under the options, after an empty line, without a name."
        )
        return ContentError("option-unknown", message, name=name)
    if plain(name) in words_of("title_names"):
        message = _("There is no option “:%(name)s:”: the title stands in the first line, “:::{event} Title”.")
        return ContentError("option-unknown", message, name=name)
    if plain(name) in DRAFT_WORDS:
        message = _(
            "There is no option “:%(name)s:”: begin each line of a block that is to wait with “%% ”; “draft: true” in "
            "the front matter holds the whole issue back."
        )
        return ContentError("option-unknown", message, name=name)
    says_so = "" if meant_option(name) else STATUS_WORDS.get(plain(name))  # “nuova data” is a date
    if status := says_so or STATUS_WORDS.get(plain(value)):
        message = _("There is no option “:%(name)s:”. Write “:status: %(status)s”.")
        return ContentError("option-unknown", message, name=name, status=status)
    if re.fullmatch(r"(image|foto|immagine|photo|picture)[ _-]?\d", plain(name)):
        message = _(
            "There is no option “:%(name)s:”: a block has one “:image:”. Another picture stands in its text, as "
            "“![What it shows](foto.jpg)”."
        )
        return ContentError("option-unknown", message, name=name)
    meant = meant_option(name) or _OPTION_MEANT.get(nearest(name, OPTION_WORDS, cutoff=0.7) or "")
    if meant:
        return ContentError(
            "option-unknown", _("There is no option “:%(name)s:”. Write “:%(meant)s:”."), name=name, meant=meant
        )
    return ContentError(
        "option-unknown",
        _("There is no option “:%(name)s:”. The options are: %(options)s."),
        name=name,
        options=", ".join(FIELD_BY_NAME),
    )
