# SPDX-License-Identifier: EUPL-1.2
"""The view ``records``: a list of records in any page."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.by_year import Divided, is_shown, newest
from newsletter.archive.selection import Group, GroupBy, Layout, Listing, group, select
from newsletter.environment.archive_index import group_anchor
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import issue_name
from newsletter.model.diagnostics import _
from newsletter.model.record import Record
from newsletter.pictures.names import Published
from newsletter.views import short_index
from newsletter.views.cards import cards
from newsletter.views.context import Context
from newsletter.views.filtering import Filter, choices, form_of
from newsletter.views.listing import bullet_list
from newsletter.views.overview import group_summary, jump_list
from newsletter.views.short_index import ShortIndex
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
    older: tuple[tuple[str, int], ...] = ()
    """The years or months that have a page of their own, with how many records each has."""
    about: tuple[GroupBy, str] | None = None
    """The country, person and so on that all of them have, which no line need say."""
    asked: Filter | None = None
    """The filters that readers may apply to the list."""


def look_up(context: Context, listing: Listing) -> Found | ShortIndex:
    """Select and group the records that the list asks for; a register of names that have pages is a short index."""
    records = select(context.archive, listing.query, context.today)
    if (names := short_index.names_of(context, listing)) is not None:
        return short_index.look_up(context, names, records)
    divided = newest(records, listing.group_by) if context.has_own_pages else Divided(records)
    return found_of(context, listing, divided, asked=None if _is_part(context, listing) else choices(context, records))


def _is_part(context: Context, listing: Listing) -> bool:
    """Tell whether a list is a part of a page that is about something else: of an issue, of the home page."""
    elsewhere = context.docname == context.app.config.root_doc or issue_name(context.docname) is not None
    return elsewhere or listing.query.limit is not None or listing.layout is Layout.CARDS


def found_of(
    context: Context,
    listing: Listing,
    divided: Divided,
    about: tuple[GroupBy, str] | None = None,
    asked: Filter | None = None,
) -> Found:
    """Return what a list in the form of *listing* shows of the records that it has."""
    records, by = divided.records, listing.group_by
    pictures = tuple(filter(None, map(context.picture, records))) if listing.layout is not Layout.TABLE else ()
    if by is None:
        return Found(listing, records, (), pictures, divided.older, about, asked)
    groups = group(records, by, context.labels, descending=listing.query.descending)
    groups = tuple(each for each in groups if is_shown(by, each.key, divided.periods))
    grouped = {record.id for members in groups for record in members.records}
    # A record without a group is not shown: the page need not be written again for it.
    shown = tuple(record for record in records if record.id in grouped)
    return Found(listing, shown, groups, pictures, divided.older, about, asked)


def render(context: Context, found: Found | ShortIndex) -> list[nodes.Node]:
    """Return the list in its layout; a sentence where it is empty."""
    if isinstance(found, ShortIndex):
        return short_index.render(context, found) if found.entries or found.letters else [_empty(_NOTHING)]
    if not found.records or (found.listing.group_by and not found.groups):
        return [_empty(_NOTHING_AHEAD if found.listing.query.upcoming else _NOTHING)]
    form = form_of(context, found.asked)
    if found.listing.group_by is None:
        by, key = found.about or (None, None)
        shown = [*form, *_LAYOUTS[found.listing.layout](context, found.records, by, key)]
    else:
        shown = [*form, *_groups(context, found, found.listing.group_by)]
    return [*shown, *_older(context, found)]


_NOTHING_AHEAD = _("Nothing is announced at the moment.")
_NOTHING = _("There is no record here yet.")


def _empty(message: str) -> nodes.Node:
    return nodes.paragraph("", translate(message), classes=["records-empty"])


def older_page(docname: str, period: str) -> str:
    """Return the docname of the page that has those records of *period* that the list on *docname* only counts.

    A month is named below the page of its year: ``2026/05``.
    """
    return f"{docname}/{period.rpartition('-')[2]}"


def period_name(context: Context, period: str) -> str:
    """Return the name of a year or a month, as a heading."""
    return context.labels.label(GroupBy.MONTH, period) if "-" in period else period


def _older(context: Context, found: Found) -> list[nodes.Node]:
    """Return links to the pages of the years or months that are not shown, with how many records each has."""
    if not found.older:
        return []
    items = (
        nodes.list_item(
            "",
            nodes.paragraph(
                "",
                "",
                context.link(period_name(context, period), older_page(context.docname, period)),
                nodes.inline("", f" ({number})", classes=["records-number"]),
            ),
        )
        for period, number in found.older
    )
    words = translate(_("Other months:") if "-" in found.older[0][0] else _("Other years:"))
    label = nodes.paragraph("", words, classes=["records-years-label"])
    return [label, nodes.bullet_list("", *items, classes=["records-years"])]


def _groups(context: Context, found: Found, by: GroupBy) -> list[nodes.Node]:
    sections: list[nodes.Node] = []
    anchored: list[tuple[Group, str]] = []
    for members in found.groups:
        anchor, label = context.free_anchor(group_anchor(by, members.key)), context.labels.label(by, members.key)
        section = nodes.section(ids=[anchor], classes=["records-group"])
        section += nodes.title("", label)
        section += group_summary(by, members)
        section += group_calendar(context, by, members)
        section += _LAYOUTS[found.listing.layout](context, members.records, *(found.about or (by, members.key)))
        sections.append(section)
        anchored.append((members, anchor))
    return [*jump_list(context, by, anchored), *sections]


_LAYOUTS = {Layout.LIST: bullet_list, Layout.TABLE: table, Layout.CARDS: cards}
