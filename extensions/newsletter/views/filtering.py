# SPDX-License-Identifier: EUPL-1.2
"""The form by which readers narrow a list down, and what it has to know of each record.

Nothing of it is needed to read the page: ``filter.js`` shows the form, and hides what does not fit. The records of
years that a long list only counts are read from the pages of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from docutils import nodes

from newsletter.archive.selection import GroupBy, keys
from newsletter.environment.archive_index import group_anchor
from newsletter.model.record import Record
from newsletter.views.context import Context
from newsletter.views.view_node import view_node

FORM = "_filter"
"""The anchor of the form."""
_FEWEST = 8
"""Lines under which nobody needs to look for one."""
_MOST_NAMES = 300
"""People over which the form does not propose their names: they are found as they are typed all the same."""

Choice = tuple[str, str]
"""A value and what readers see of it."""


class Facets(NamedTuple):
    """The facts that the form goes by, for one record: attributes of its line."""

    values: str = ""
    """``kind-mission country-jp topic-clima person-ada-esempio``."""
    days: str = ""
    """Its days (ISO), first and last: ``2026-05-27/2026-05-29``."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices of the form."""

    kinds: tuple[Choice, ...] = ()
    countries: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    people: tuple[str, ...] = ()
    has_people: bool = False
    years: tuple[str, ...] = ()
    ahead: bool = False
    """Whether anything lies ahead, so that one can ask for a week."""


class filter_form(view_node[Filter]):  # noqa: N801 -- docutils names node classes in lower case
    """The form, for pages of the site alone."""

    template = "filter"


_ASKED = (GroupBy.KIND, GroupBy.COUNTRY, GroupBy.TOPIC, GroupBy.PERSON)


def facets_of(record: Record) -> Facets:
    """Return what the form goes by for *record*."""
    values = " ".join(group_anchor(by, key) for by in _ASKED for key in keys(record, by))
    days = " ".join(f"{span.start.isoformat()}/{span.end.isoformat()}" for span in record.dates.spans)
    return Facets(values, days)


def choices(context: Context, records: Sequence[Record], about: tuple[GroupBy, str] | None = None) -> Filter | None:
    """Return what can be asked of *records*; None where they are few, and outside of the pages of the site.

    *about* is what all of them have.
    """
    if context.format not in filter_form.formats or len(records) < _FEWEST:
        return None
    given = about[0] if about else None
    found = {by: _choices(context, by, records) if by is not given else () for by in _ASKED}
    people = tuple(label for _value, label in found[GroupBy.PERSON])
    return Filter(
        kinds=found[GroupBy.KIND],
        countries=found[GroupBy.COUNTRY],
        topics=found[GroupBy.TOPIC],
        people=people if len(people) <= _MOST_NAMES else (),
        has_people=bool(people),
        years=tuple(sorted({key for record in records for key in keys(record, GroupBy.YEAR)}, reverse=True)),
        ahead=any(record.end >= context.today for record in records),
    )


def _choices(context: Context, by: GroupBy, records: Iterable[Record]) -> tuple[Choice, ...]:
    found = {group_anchor(by, key): key for record in records for key in keys(record, by)}
    ordered = sorted(found.items(), key=lambda choice: context.labels.order(by, choice[1]))
    return tuple((value, context.labels.label(by, key)) for value, key in ordered)


def names_choices(context: Context, names: int) -> Filter | None:
    """Return what can be asked of a register of so many *names*: words alone."""
    return Filter() if context.format in filter_form.formats and names >= _FEWEST else None


def form_of(context: Context, asked: Filter | None) -> list[nodes.Node]:
    """Return the form; nothing where nothing can be asked, or the page has one already."""
    if asked is None or FORM in context.anchors:
        return []
    context.free_anchor(FORM)
    return [filter_form(asked)]
