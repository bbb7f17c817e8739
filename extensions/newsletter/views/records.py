# SPDX-License-Identifier: EUPL-1.2
"""The view ``records``: a list of records in any page."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.selection import Group, GroupBy, Layout, Listing, group, select
from newsletter.environment.archive_index import group_anchor
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.record import Record
from newsletter.pictures.names import Published
from newsletter.views.cards import cards
from newsletter.views.context import Context
from newsletter.views.filtering import filter_for
from newsletter.views.listing import bullet_list
from newsletter.views.overview import group_summary, jump_list
from newsletter.views.subscribe import group_calendar
from newsletter.views.table import table


@dataclass(frozen=True, slots=True)
class Found:
    """Hold all that a list shows."""

    listing: Listing
    records: tuple[Record, ...]
    groups: tuple[Group, ...]
    pictures: tuple[Published, ...] = ()
    """Those of the records, where it shows them."""


def look_up(context: Context, listing: Listing) -> Found:
    """Select and group the records that the list asks for."""
    records = select(context.archive, listing.query, context.today)
    by = listing.group_by
    pictures = tuple(filter(None, map(context.picture, records))) if listing.layout is Layout.CARDS else ()
    if by is None:
        return Found(listing, records, (), pictures)
    groups = group(records, by, context.labels, descending=listing.query.descending)
    grouped = {record.id for members in groups for record in members.records}
    # A record without a group is not shown: the page need not be written again for it.
    return Found(listing, tuple(record for record in records if record.id in grouped), groups, pictures)


def render(context: Context, found: Found) -> list[nodes.Node]:
    """Return the list in its layout; a sentence where it is empty."""
    if not found.records or (found.listing.group_by and not found.groups):
        return [nodes.paragraph("", translate(_empty(found.listing)), classes=["records-empty"])]
    form = filter_for(context, found.records) if found.listing.layout is Layout.TABLE else []
    if found.listing.group_by is None:
        return [*form, *_LAYOUTS[found.listing.layout](context, found.records, None, None)]
    return [*form, *_groups(context, found, found.listing.group_by)]


def _empty(listing: Listing) -> str:
    if listing.query.upcoming:
        return _("Nothing is announced at the moment.")
    return _("There is no record here yet.")


def _groups(context: Context, found: Found, by: GroupBy) -> list[nodes.Node]:
    sections: list[nodes.Node] = []
    anchored: list[tuple[Group, str]] = []
    for members in found.groups:
        anchor, label = context.free_anchor(group_anchor(by, members.key)), context.labels.label(by, members.key)
        section = nodes.section(ids=[anchor], classes=["records-group"])
        section += nodes.title("", label)
        section += group_summary(by, members)
        section += group_calendar(context, by, members)
        section += _LAYOUTS[found.listing.layout](context, members.records, by, members.key)
        sections.append(section)
        anchored.append((members, anchor))
    return [*jump_list(context, by, anchored), *sections]


_LAYOUTS = {Layout.LIST: bullet_list, Layout.TABLE: table, Layout.CARDS: cards}
