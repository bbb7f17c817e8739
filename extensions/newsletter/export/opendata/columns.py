# SPDX-License-Identifier: EUPL-1.2
"""What is published of a record: each column declared once, for JSON, its schema, CSV, its package and the manual.

A name here is a promise: it is never renamed nor given another meaning; new ones may be added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from newsletter.export.opendata import values
from newsletter.export.opendata.values import Value
from newsletter.export.site import Site
from newsletter.export.wording import show_people
from newsletter.model.diagnostics import _
from newsletter.model.record import Kind, Precision, Record, Status

Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A property of the JSON records and a column of the CSV."""

    name: str
    description: str
    """English message, to be translated where it is shown."""
    value: Callable[[Site, Record], Value]
    cell: Callable[[Site, Record], str] | None = None
    """What the CSV says, where that is not simply the value, or the values joined."""
    schema: Schema
    """JSON Schema (2020-12) of the value."""
    in_json: bool = True


def _choice(words: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": [str(word) for word in words]}


def _list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}


_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}
_HOUR: Schema = {"type": ["string", "null"], "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
_ISSUE: Schema = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])(-[a-z0-9]+)*$"}
_IMAGE: Schema = {"anyOf": [{"$ref": "#/$defs/image"}, {"type": "null"}]}

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
    Column(
        name="countries",
        description=_("Countries concerned, as two-letter codes (ISO 3166-1, with the XK, EU and UN of CLDR)."),
        value=lambda _site, record: list(record.countries),
        schema=_list_of({"type": "string", "pattern": "^[A-Z]{2}$"}),
    ),
    Column(
        name="places",
        description=_("Places, in the order of the stops."),
        value=lambda _site, record: values.lines(record.places),
        schema=_list_of(_TEXT),
    ),
    Column(
        name="people",
        description=_("Visitors, travellers or speakers, each with the role held on that occasion."),
        value=lambda _site, record: values.people(record.people),
        cell=lambda _site, record: show_people(record.people),
        schema=_list_of({"$ref": "#/$defs/person"}),
    ),
    Column(
        name="hosts",
        description=_("Who received them, each with the role held on that occasion."),
        value=lambda _site, record: values.people(record.hosts),
        cell=lambda _site, record: show_people(record.hosts),
        schema=_list_of({"$ref": "#/$defs/person"}),
    ),
    Column(
        name="partners",
        description=_("Organisations that take part."),
        value=lambda _site, record: values.lines(record.partners),
        schema=_list_of(_TEXT),
    ),
    Column(
        name="topics",
        description=_("Topics, by their short names."),
        value=lambda _site, record: list(record.topics),
        schema=_list_of(_TEXT),
    ),
    Column(
        name="status",
        description=_("Whether it takes place as announced: confirmed, tentative, postponed or cancelled."),
        value=lambda _site, record: record.status.value,
        schema=_choice(Status),
    ),
    Column(
        name="url",
        description=_("Address for more information."),
        value=lambda _site, record: record.url or None,
        schema={"type": ["string", "null"]},
    ),
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
)


def told_of(site: Site, record: Record) -> tuple[Value, ...]:
    """Return what is published of *record*, a value a column."""
    return tuple(column.value(site, record) for column in COLUMNS)
