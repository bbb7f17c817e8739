# SPDX-License-Identifier: EUPL-1.2
"""The pages that a long list leads on to: of each year that it only counts, or of each letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from sphinx.application import Sphinx

from newsletter.archive.by_year import newest, of_year
from newsletter.archive.selection import GroupBy, Listing, select
from newsletter.environment.domain import newsletter_domain
from newsletter.model.record import Record
from newsletter.views import records, short_index
from newsletter.views.context import Context
from newsletter.views.filtering import choices
from newsletter.views.records import Found, year_page
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

    @property
    def older(self) -> tuple[tuple[int, int], ...]:
        """The years that have a page, with how many records each has."""
        return newest(self.records, self.form.group_by).older

    def newest(self, context: Context) -> Found:
        """Return what the list itself shows."""
        asked = choices(context, self.records, self.about)
        return records.found_of(context, self.form, newest(self.records, self.form.group_by), self.about, asked)

    def of_year(self, context: Context, year: int) -> Found:
        """Return what the page of *year* shows."""
        divided = of_year(self.records, self.form.group_by, year)
        return records.found_of(context, self.form, divided, self.about, choices(context, divided.records, self.about))


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
        yield from year_pages(app, neighbour(app, docname), long)


def year_pages(app: Sphinx, parent: Neighbour, lists: Sequence[LongList], *, indexed: bool = True) -> Iterator[OwnPage]:
    """Yield the pages of the years that *lists* on the page *parent* lead on to."""
    years = sorted({year for each in lists for year, _number in each.older})
    pages = [Neighbour(year_page(parent.docname, year), str(year)) for year in years]
    for number, year in enumerate(years):
        context = Context(app, pages[number].docname)
        found = [each.of_year(context, year) for each in lists if year in dict(each.older)]
        yield _list_page(
            context,
            f"{parent.title}: {year}",
            found,
            indexed=indexed,
            up=parent,
            previous=pages[number - 1] if number else None,
            following=pages[number + 1] if number + 1 < len(pages) else None,
        )


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
