# SPDX-License-Identifier: EUPL-1.2
"""The page of each country, person, organisation, topic and year: all its records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sphinx.application import Sphinx

from newsletter.archive.own_pages import FOLDERS
from newsletter.archive.selection import Group, GroupBy, Listing, Query, group
from newsletter.environment.archive_index import group_anchor
from newsletter.environment.domain import newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.text import plain
from newsletter.views import records
from newsletter.views.context import Context
from newsletter.views.overview import group_summary
from newsletter.views.subscribe import group_calendar
from newsletter.views.timeline import small_figure
from newsletter.web.frame import Neighbour
from newsletter.web.list_pages import LongList, older_pages
from newsletter.web.own_page import OwnPage, last_change, neighbour, page_of_nodes
from newsletter.web.social_cards import page_picture

_WITH_FIGURE = frozenset({GroupBy.COUNTRY, GroupBy.TOPIC})
_BY_YEAR_FROM = 10
"""Records from which on those of a country, a person and so on stand under their years."""


def group_pages(app: Sphinx) -> Iterator[OwnPage]:
    """Yield all of them, each followed by those of its older years."""
    archive, labels = newsletter_domain(app.env).archive, Context(app, app.config.root_doc).labels
    for by in FOLDERS:
        groups = group(archive.records, by, labels)
        for number, members in enumerate(groups):
            around = (groups[number - 1] if number else None, groups[number + 1] if number + 1 < len(groups) else None)
            yield from _pages(app, by, members, around if by is GroupBy.YEAR else (None, None))


def _pages(app: Sphinx, by: GroupBy, members: Group, around: tuple[Group | None, Group | None]) -> Iterator[OwnPage]:
    index = newsletter_domain(app.env).index
    docname = index.group_pages[by][plain(members.key)]
    context = Context(app, docname)
    label = context.labels.label(by, members.key)
    listed = _list(by, members)
    found = listed.found(context)
    register = index.registers.get(by)
    previous, following = (
        Neighbour(index.group_pages[by][plain(each.key)], context.labels.label(by, each.key)) if each else None
        for each in around
    )
    description = translate(_("%(name)s in %(title)s: %(number)d records."))
    indexed = by is not GroupBy.PERSON or plain(members.key) in app.config.newsletter_names.public
    up = neighbour(app, register, group_anchor(by, members.key)) if register else None
    yield OwnPage(
        docname=docname,
        title=label,
        shown=(label, found, members, previous, following, indexed, up),
        text=lambda: page_of_nodes(
            context,
            label,
            [
                *group_summary(by, members),
                *group_calendar(context, by, members),
                *records.render(context, found),
                *(small_figure(context, members.records) if by in _WITH_FIGURE else []),
            ],
        ),
        changed=last_change(members.records),
        description=description % {"name": label, "title": context.publication.title, "number": len(members.records)},
        indexed=indexed,
        up=up,
        previous=previous,
        following=following,
        picture=partial(page_picture, app, register or docname),
    )
    yield from older_pages(app, Neighbour(docname, label), [listed], label, indexed=indexed)


def _list(by: GroupBy, members: Group) -> LongList:
    """Return the records in the form in which they are listed: those of a year by months, others newest first."""
    if by is GroupBy.YEAR:
        return LongList(Listing(group_by=GroupBy.MONTH), members.records, period=members.key)
    by_year = GroupBy.YEAR if len(members.records) > _BY_YEAR_FROM else None
    form = Listing(Query(descending=True), by_year)
    return LongList(form, tuple(reversed(members.records)), (by, members.key))
