# SPDX-License-Identifier: EUPL-1.2
"""The options of a block, each declared once: its name, its type, what it means and what becomes of it.

The declaration is an attribute of :class:`Facts`. All else goes by it: reading (:mod:`newsletter.source.fields`), what
later tellings inherit (:mod:`newsletter.archive.assemble`), pages and PDFs (:mod:`newsletter.views.facts`), open data
(:mod:`newsletter.export.opendata.columns`), calendars, search, commands and the authors' guide.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from newsletter.model.diagnostics import _
from newsletter.model.values import Dates, Hours, Person, Status


class Value(Enum):
    """The type of an option's value: it decides how the option is read, cleared of names, shown and published."""

    DATES = auto()
    HOURS = auto()
    PLACES = auto()
    COUNTRIES = auto()
    PEOPLE = auto()
    ORGANISATIONS = auto()
    TOPICS = auto()
    URL = auto()
    IMAGE = auto()
    TEXT = auto()
    STATUS = auto()
    ID = auto()
    DAY = auto()
    LANGUAGE = auto()

    @property
    def separator(self) -> str:
        """The sign between the values of a list; empty where there is one value."""
        if self in {Value.COUNTRIES, Value.TOPICS}:
            return ","
        return ";" if self in {Value.PLACES, Value.PEOPLE, Value.ORGANISATIONS} else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One option. All texts are messages, which are translated where they are shown."""

    name: str = ""
    value: Value
    help: str
    """Instructions for the authors' guide."""
    vital: bool = False
    """Whether a wrong value keeps the whole record out, and not only this option."""
    part_of: str = ""
    """The option with which it is inherited: a later telling that gives that one anew leaves this one behind."""
    label: str = ""
    """Its name among the facts of a record; empty where it is shown in another way, or not at all."""
    description: str = ""
    """The meaning of its column of the open data; empty where it has none of its own."""
    attribute: str = ""
    """The attribute of a record that holds what became of it; empty where the record's facts hold it as it is."""


def option(value: Value, **declared: Any) -> Any:
    """Declare an option of a block that holds *value*; *declared* are the attributes of its :class:`Field`."""
    return dataclasses.field(default=None, metadata={"field": Field(value=value, **declared)})


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Hold the values of a block's options, each under the name of its option; None where it is not given."""

    date: Dates | None = option(
        Value.DATES,
        help=_("when it happens, as one would write it: 13 maggio, 15-16 maggio, 13 maggio; 20 maggio"),
        vital=True,
        label=_("Date"),
        attribute="dates",
    )
    time: Hours | None = option(
        Value.HOURS,
        help=_("the hour: 18:00 or 18:00-20:00"),
        vital=True,
        attribute="hours",
    )
    place: tuple[str, ...] | None = option(
        Value.PLACES,
        help=_("where; several stops with “;”"),
        label=_("Place"),
        description=_("Places, in the order of the stops."),
        attribute="places",
    )
    country: tuple[str, ...] | None = option(
        Value.COUNTRIES,
        help=_("the countries concerned, with “,”; “-” if it is not known"),
        label=_("Country"),
        description=_("Countries concerned, as two-letter codes (ISO 3166-1, with the XK, EU and UN of CLDR)."),
        attribute="countries",
    )
    people: tuple[Person, ...] | None = option(
        Value.PEOPLE,
        help=_("visitors, travellers or speakers: Name (Role); Name (Role)"),
        label=_("People"),
        description=_("Visitors, travellers or speakers, each with the role held on that occasion."),
        attribute="people",
    )
    hosts: tuple[Person, ...] | None = option(
        Value.PEOPLE,
        help=_("who received them: Name (Role); Name (Role)"),
        label=_("Received by"),
        description=_("Who received them, each with the role held on that occasion."),
        attribute="hosts",
    )
    partners: tuple[str, ...] | None = option(
        Value.ORGANISATIONS,
        help=_("organisations, with “;”"),
        label=_("Partners"),
        description=_("Organisations that take part."),
        attribute="partners",
    )
    topics: tuple[str, ...] | None = option(
        Value.TOPICS,
        help=_("topics of the list, with “,”"),
        label=_("Topics"),
        description=_("Topics, by their short names."),
        attribute="topics",
    )
    url: str | None = option(
        Value.URL,
        help=_("the address of a page on it"),
        label=_("More"),
        description=_("Address for more information."),
        attribute="url",
    )
    image: str | None = option(
        Value.IMAGE,
        help=_("an image beside the issue or in _static"),
        attribute="picture",
    )
    alt: str | None = option(
        Value.TEXT,
        help=_("what the image shows, for those who do not see it"),
        part_of="image",
        attribute="picture",
    )
    credit: str | None = option(
        Value.TEXT,
        help=_("who made the image"),
        part_of="image",
        attribute="picture",
    )
    status: Status | None = option(
        Value.STATUS,
        help=_("confirmed, tentative, postponed or cancelled"),
        vital=True,
        label=_("Status"),
        description=_("Whether it takes place as announced: confirmed, tentative, postponed or cancelled."),
        attribute="status",
    )
    id: str | None = option(
        Value.ID,
        help=_("the permanent name of the record"),
        vital=True,
        attribute="id",
    )
    updated: dt.date | None = option(
        Value.DAY,
        help=_("the day of a correction after publication: 2026-05-18"),
        attribute="revised",
    )
    correction: str | None = option(
        Value.TEXT,
        help=_("what was corrected after publication, in a sentence"),
        attribute="corrections",
    )
    was: Dates | None = option(
        Value.DATES,
        help=_("the former date, where “:status: postponed” is written together with the new one"),
        attribute="former_dates",
    )
    lang: str | None = option(
        Value.LANGUAGE,
        help=_("the language of the block where it is not the site's: en"),
        attribute="lang",
    )


FIELDS: tuple[Field, ...] = tuple(
    dataclasses.replace(declared.metadata["field"], name=declared.name) for declared in dataclasses.fields(Facts)
)
FIELD_BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
