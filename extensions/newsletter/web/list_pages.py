# SPDX-License-Identifier: EUPL-1.2
"""The pages that a long list leads on to: of each year and month that it only counts, or of each letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from sphinx.application import Sphinx

from newsletter.archive.by_year import Divided, newest, of_period, records_of
from newsletter.archive.selection import GroupBy, Listing, select
from newsletter.environment.domain import newsletter_domain
from newsletter.model.record import Record
from newsletter.views import records, short_index
from newsletter.views.context import Context
from newsletter.views.filtering import choices
from newsletter.views.records import Found, older_page, period_name
from newsletter.views.short_index import ShortIndex
from newsletter.web.frame import Neighbour
from newsletter.web.own_page import OwnPage, last_change, neighbour, page_of_nodes
from newsletter.web.social_cards import page_picture


class LongList(NamedTuple):
    """A list that may be too long for one page."""

    form: Listing
    records: tuple[Record, ...]
    about: tuple[GroupBy, str] | None = None
    """As in :class:`Found`."""
    period: str = ""
    """The year or month that the records are of; empty where they are all."""

    @property
    def divided(self) -> Divided:
        """Return what the page shows, and the years or months that have pages of their own."""
        by = self.form.group_by
        return of_period(self.records, by, self.period) if self.period else newest(self.records, by)

    def of(self, period: str) -> LongList:
        """Return the part of the list in *period*."""
        return self._replace(records=records_of(self.records, self.form.group_by, period), period=period)

    def found(self, context: Context) -> Found:
        """Return what the page shows."""
        asked = choices(context, self.records, self.about)
        return records.found_of(context, self.form, self.divided, self.about, asked)


def list_pages(app: Sphinx) -> Iterator[OwnPage]:
    """Yield those of all lists that stand in pages with a source file."""
    domain = newsletter_domain(app.env)
    for docname, page in sorted(domain.pages.items()):
        context, long = Context(app, docname), []
        for use in page.views:
            if not isinstance(form := use.options, Listing):
                continue
            found = select(domain.archive, form.query, context.today)
            if (by := short_index.names_of(context, form)) is not None:
                yield from _letter_pages(app, docname, by, found)
            else:
                long.append(LongList(form, found))
        yield from older_pages(app, neighbour(app, docname), long, app.env.titles[docname].astext())


def older_pages(
    app: Sphinx, parent: Neighbour, lists: Sequence[LongList], title: str, *, indexed: bool = True
) -> Iterator[OwnPage]:
    """Yield the pages of the years or months that *lists* on the page *parent* lead on to, under their *title*."""
    parts = [(each, dict(each.divided.older)) for each in lists]
    periods = sorted({period for _list, older in parts for period in older})
    pages = [
        Neighbour(older_page(parent.docname, each), period_name(Context(app, parent.docname), each)) for each in periods
    ]
    for number, period in enumerate(periods):
        context = Context(app, pages[number].docname)
        found = [each.of(period) for each, older in parts if period in older]
        name = f"{title}: {pages[number].title}"
        yield _list_page(
            context,
            name,
            [each.found(context) for each in found],
            indexed=indexed,
            up=parent,
            previous=pages[number - 1] if number else None,
            following=pages[number + 1] if number + 1 < len(pages) else None,
        )
        yield from older_pages(app, Neighbour(context.docname, name), found, title, indexed=indexed)


def _letter_pages(app: Sphinx, docname: str, by: GroupBy, listed: Sequence[Record]) -> Iterator[OwnPage]:
    parent = neighbour(app, docname)
    for letter, _names in short_index.look_up(Context(app, docname), by, listed).letters:
        context = Context(app, short_index.letter_page(docname, letter))
        found = short_index.look_up(context, by, listed, letter)
        indexed = by is not GroupBy.PERSON
        yield _list_page(context, f"{parent.title}: {letter}", [found], listed, indexed=indexed, up=parent)


def _list_page(
    context: Context,
    title: str,
    found: Sequence[Found | ShortIndex],
    listed: Sequence[Record] = (),
    *,
    up: Neighbour,
    **further: Any,
) -> OwnPage:
    told = listed or [record for each in found if isinstance(each, Found) for record in each.records]
    return OwnPage(
        docname=context.docname,
        title=title,
        shown=(title, found, up, further),
        text=lambda: page_of_nodes(context, title, [node for each in found for node in records.render(context, each)]),
        changed=last_change(told),
        description=f"{title} – {context.publication.title}",
        picture=partial(page_picture, context.app, up.docname),
        up=up,
        **further,
    )
