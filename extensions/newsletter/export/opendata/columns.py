# SPDX-License-Identifier: EUPL-1.2
"""Declare each column of the data once, for JSON, its schema, CSV, its package and the manual.

A name here is a promise: it is never renamed nor given another meaning; new ones may be added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from newsletter.export.opendata import values
from newsletter.export.opendata.values import Value
from newsletter.export.site import Site
from newsletter.export.text import one_line, show_people
from newsletter.model.diagnostics import _
from newsletter.model.facts import FIELD_BY_NAME, FIELDS, Field
from newsletter.model.facts import Value as Holds
from newsletter.model.kinds import Kind
from newsletter.model.record import Record, value_of
from newsletter.model.values import Precision, Status

Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A property of the JSON records and a column of the CSV."""

    name: str
    description: str
    """English message, to be translated where it is shown."""
    value: Callable[[Site, Record], Value]
    cell: Callable[[Site, Record], str] | None = None
    """The cell of the CSV, where that is not simply the value, or the values joined."""
    schema: Schema
    """JSON Schema (2020-12) of the value."""
    in_json: bool = True
    in_table: bool = True
    """Whether it is a column of the CSV, too."""


def _choice(words: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": [str(word) for word in words]}


def _list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}


_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}
_HOUR: Schema = {"type": ["string", "null"], "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
_ISSUE: Schema = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])(-[a-z0-9]+)*$"}
_IMAGE: Schema = {"anyOf": [{"$ref": "#/$defs/image"}, {"type": "null"}]}

_Made = tuple[Callable[[Any], Value], Callable[[Any], str] | None, Schema]
_VALUES: Mapping[Holds, _Made] = {
    Holds.PLACES: (values.lines, None, _list_of(_TEXT)),
    Holds.COUNTRIES: (list, None, _list_of({"type": "string", "pattern": "^[A-Z]{2}$"})),
    Holds.PEOPLE: (values.people, show_people, _list_of({"$ref": "#/$defs/person"})),
    Holds.ORGANISATIONS: (values.lines, None, _list_of(_TEXT)),
    Holds.TOPICS: (list, None, _list_of(_TEXT)),
    Holds.URL: (lambda url: url or None, None, {"type": ["string", "null"]}),
    Holds.TEXT: (lambda text: one_line(text or ""), None, _TEXT),
    Holds.STATUS: (lambda status: status.value, None, _choice(Status)),
}
"""Made of the value of an option: the value for JSON, a cell of the CSV where that differs, and its schema."""


def _column(field: Field) -> Column:
    """Return the column of an option that is declared with a description."""
    make, cell, schema = _VALUES[field.value]
    return Column(
        name=field.attribute or field.name,
        description=field.description,
        value=lambda _site, record: make(value_of(record, field)),
        cell=None if cell is None else lambda _site, record: cell(value_of(record, field)),
        schema=schema,
    )


_PUBLISHED = ("country", "place", "people", "hosts", "partners", "topics", "status", "url")
"""Options with a place of their own among the columns, since the order of columns in a CSV is a promise too."""

COLUMNS = (
    Column(
        name="id",
        description=_("Permanent name of the record; it never changes."),
        value=lambda _site, record: record.id,
        schema={"type": "string", "pattern": "^[a-z0-9-]+$"},
    ),
    Column(
        name="kind",
        description=_("What the record is: event, delegation (received), mission (abroad) or news."),
        value=lambda _site, record: record.kind.value,
        schema=_choice(Kind),
    ),
    Column(
        name="title",
        description=_("Title, plain text."),
        value=values.title,
        schema={"type": "string", "minLength": 1},
    ),
    Column(
        name="start",
        description=_("First day of the first occurrence."),
        value=lambda _site, record: record.start.isoformat(),
        schema=_DAY,
    ),
    Column(
        name="end",
        description=_("Last day of the last occurrence, included."),
        value=lambda _site, record: record.end.isoformat(),
        schema=_DAY,
    ),
    Column(
        name="precision",
        description=_("How exactly the date is known: day, or month (then the days are the first and last of it)."),
        value=lambda _site, record: record.dates.precision.value,
        schema=_choice(Precision),
    ),
    Column(
        name="time_start",
        description=_("Hour of the beginning on each day, in the local time of the city."),
        value=lambda _site, record: values.hours(record)[0],
        schema=_HOUR,
        in_json=False,
    ),
    Column(
        name="time_end",
        description=_("Hour of the end on each day, in the local time of the city, where it is known."),
        value=lambda _site, record: values.hours(record)[1],
        schema=_HOUR,
        in_json=False,
    ),
    Column(
        name="occurrences",
        description=_("Each separate span of days, both ends included; in CSV as ISO 8601 days or intervals."),
        value=values.occurrences,
        cell=values.occurrences_cell,
        schema={"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/occurrence"}},
    ),
    *(_column(FIELD_BY_NAME[name]) for name in _PUBLISHED),
    Column(
        name="issue",
        description=_("Latest issue that tells it; a record says what that issue says."),
        value=lambda _site, record: record.issue,
        schema=_ISSUE,
    ),
    Column(
        name="issues",
        description=_("All issues that tell it, oldest first."),
        value=lambda _site, record: list(record.issues),
        schema={"type": "array", "minItems": 1, "items": _ISSUE},
    ),
    Column(
        name="page",
        description=_("Page of the latest telling, with its anchor, from the root of the site."),
        value=lambda site, record: site.record_page(record),
        schema={"type": "string", "format": "uri-reference"},
    ),
    Column(
        name="lang",
        description=_("Language of its words (BCP 47)."),
        value=lambda site, record: record.lang or site.language,
        schema=_TEXT,
    ),
    Column(
        name="published",
        description=_("Day on which it was first published."),
        value=lambda _site, record: record.published.isoformat(),
        schema=_DAY,
    ),
    Column(
        name="updated",
        description=_("Day of its last revision."),
        value=lambda _site, record: record.revised.isoformat(),
        schema=_DAY,
    ),
    Column(
        name="image",
        description=_("Image with its text alternative and credit; in CSV its address, from the root of the site."),
        value=values.image,
        cell=values.image_cell,
        schema=_IMAGE,
    ),
    Column(
        name="text",
        description=_("The text, plain, one paragraph a line; in CSV on one line."),
        value=lambda _site, record: values.text(record),
        schema=_TEXT,
    ),
    *(_column(field) for field in FIELDS if field.description and field.name not in _PUBLISHED),
    Column(
        name="takes_place",
        description=_(
            "Whether anything takes place: “no” for what was cancelled, or postponed to a day not known yet."
        ),
        value=lambda _site, record: "no" if record.is_off else "yes",
        schema={"type": "string", "enum": ["yes", "no"]},
    ),
)


def columns_of(site: Site) -> tuple[Column, ...]:
    """Return the columns of the data of *site*; with further languages, those of the translations come last."""
    if not site.languages:
        return COLUMNS
    translations = Column(
        name="translations",
        description=_("Title, text and what else has been translated, by language (BCP 47)."),
        value=values.translations,
        schema={"type": "object", "additionalProperties": {"$ref": "#/$defs/translation"}},
        in_table=False,
    )
    return (*COLUMNS, translations, *(column for language in site.languages for column in _in_language(language)))


def _in_language(language: str) -> tuple[Column, ...]:
    """Return the columns of the CSV for a further *language*."""

    def cell(name: str) -> Callable[[Site, Record], Value]:
        return lambda site, record: (values.translations(site, record).get(language) or {}).get(name, "")

    return tuple(
        Column(name=f"{name}_{language}", description=description, value=cell(name), schema=_TEXT, in_json=False)
        for name, description in (
            ("title", _("Title in a further language.")),
            ("text", _("Text in a further language.")),
        )
    )


def told_of(site: Site, record: Record) -> tuple[Value, ...]:
    """Return what is published of *record*, a value for each of :func:`columns_of`."""
    return tuple(column.value(site, record) for column in columns_of(site))
