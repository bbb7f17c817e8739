# SPDX-License-Identifier: EUPL-1.2
"""The view ``subscribe``: the ways in to one of the main calendars; and those of a register's groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docutils import nodes

from newsletter.archive.selection import Group, GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.export.calendar.occurrence import has_entries
from newsletter.model.diagnostics import _
from newsletter.model.kinds import TRAITS, Kind
from newsletter.model.record import Record
from newsletter.views.context import Context
from newsletter.views.subscribe_controls import Offer, calendar_links, subscribe_links

EVERYTHING = "all"
KINDS: Mapping[str, Kind] = {traits.calendar: kind for kind, traits in TRAITS.items() if traits.calendar}
"""Names of calendars to kinds, in the order in which a reader is shown them."""
CHOICES = (EVERYTHING, *KINDS)
LAYOUTS = ("folded", "list")


def look_up(context: Context, options: Mapping[str, str]) -> tuple[Offer | None, bool]:
    """Return the calendar that *options* name, None where it is empty, and whether its ways are to be spelt out."""
    name = options.get("calendar", EVERYTHING)
    records: Iterable[Record] = context.archive.records
    if name != EVERYTHING:
        records = (record for record in records if record.kind is KINDS[name])
    there = any(map(has_entries, records))
    feed = f"feeds/{name}.xml" if name != EVERYTHING else ""
    return Offer(f"calendar/{name}.ics", label(name), feed) if there else None, options.get("layout") == "list"


def label(name: str) -> str:
    """Return what the calendar called *name* holds, in the site's language."""
    return translate(_("The whole calendar")) if name == EVERYTHING else kind_name(KINDS[name], plural=True)


def render(context: Context, found: tuple[Offer | None, bool]) -> list[nodes.Node]:
    """Return the ways in; a sentence where there is no calendar yet."""
    offer, explained = found
    if offer is None:
        note = translate(_("There is no such calendar yet: it comes with the first date."))
        return [nodes.paragraph("", note, classes=["records-empty"])]
    words = translate(_("Subscribe to the calendar"))
    return subscribe_links(context, offer, words, explained=explained)


def group_calendar(context: Context, by: GroupBy, group: Group) -> list[nodes.Node]:
    """Return the ways in to the calendar of a country or topic, for under its heading in a register.

    Nothing where none of the group's records has an entry, and outside of the pages of the site.
    """
    folder = {GroupBy.COUNTRY: "countries", GroupBy.TOPIC: "topics"}.get(by)
    if folder is None or context.format not in calendar_links.formats or not any(map(has_entries, group.records)):
        return []
    name = f"{folder}/{group.key.lower()}"
    offer = Offer(f"calendar/{name}.ics", context.labels.label(by, group.key), f"feeds/{name}.xml")
    return subscribe_links(context, offer, translate(_("Subscribe to the calendar")))
