# SPDX-License-Identifier: EUPL-1.2
"""A record as a mail shows it: the words of its title, its facts and its first paragraph, and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsletter.export.calendar.catalogue import record_calendar
from newsletter.export.email.content import Block, Items, Paragraph, Run
from newsletter.export.site import Site
from newsletter.export.text import abridge, one_line, show_people
from newsletter.model.diagnostics import _
from newsletter.model.kinds import TRAITS
from newsletter.model.record import Record
from newsletter.model.values import Dates, Span, Status

_TEASER = 160
"""Characters of a first paragraph where the mail has no room for all of it."""
_STATES = {
    Status.TENTATIVE: _("To be confirmed"),
    Status.POSTPONED: _("Postponed"),
    Status.CANCELLED: _("Cancelled"),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a mail: its absolute URL, and the size in pixels at which it is shown."""

    url: str
    alt: str
    width: int
    height: int
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailEntry:
    """One record in the mail, all of it words and absolute URLs."""

    title: str
    url: str
    lang: str = ""
    """Of the title and the text, where it is not the mail's."""
    state: str = ""
    """In words; empty where the record is confirmed."""
    when: str = ""
    where: str = ""
    people: str = ""
    teaser: Paragraph | None = None
    picture: Picture | None = None
    calendar: str = ""
    """The URL of its calendar; empty where it stands in none."""
    compact: bool = False
    """Whether it is told in as little room as possible: delegations, missions and news are."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that share a line: days, then places."""
        return tuple(filter(None, (self.when, self.where)))

    def in_brief(self) -> MailEntry:
        """Return the entry with its title, state, days and places alone."""
        return replace(self, people="", teaser=None, picture=None, calendar="", compact=True)

    def with_short_teaser(self) -> MailEntry:
        """Return the entry with as much of its first paragraph as says what it is about, without its picture."""
        teaser = _shortened(self.teaser) if self.teaser else None
        return replace(self, teaser=teaser, picture=None)


def entry_of(
    site: Site,
    record: Record,
    blocks: Sequence[Block] = (),
    picture_of: Callable[[Record], Picture | None] | None = None,
) -> MailEntry:
    """Return *record* with the first paragraph of *blocks*."""
    calendar = record_calendar(record)
    return MailEntry(
        title=one_line(record.title),
        url=site.absolute(site.record_page(record)),
        lang=record.lang.replace("_", "-"),
        state=site.translate(_STATES[record.status]) if record.status in _STATES else "",
        when=_when(site, record),
        where=_where(site, record),
        people=_people(site, record),
        teaser=next(_paragraphs(blocks), None),
        picture=picture_of(record) if picture_of else None,
        calendar=site.absolute(calendar) if calendar else "",
        compact=not TRAITS[record.kind].public,
    )


def day_in_words(site: Site, record: Record, day: date) -> str:
    """Return *day* as the site writes the days of *record*."""
    return site.show_dates(replace(record, dates=Dates((Span(day, day),)), hours=None))


def _when(site: Site, record: Record) -> str:
    words = site.show_dates(record)
    if record.former_dates is None:
        return words
    former = site.show_dates(replace(record, dates=record.former_dates, hours=None))
    before = site.translate(_("formerly: %(dates)s")) % {"dates": former}
    return f"{words} ({before})"


def _where(site: Site, record: Record) -> str:
    """Return the places, with the countries in parentheses; not what the title says already."""
    title = one_line(record.title)
    places = "; ".join(map(one_line, record.places))
    countries = ", ".join(map(site.country_name, record.countries))
    shown = [words for words in (places, countries) if words and words != title]
    return f"{places} ({countries})" if shown == [places, countries] else "".join(shown)


def _people(site: Site, record: Record) -> str:
    hosts = show_people(record.hosts)
    received = ": ".join((site.translate(_("Received by")), hosts)) if hosts else ""
    return ". ".join(filter(None, (show_people(record.people), received)))


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of *blocks* that say something, those of lists too."""
    for block in blocks:
        if isinstance(block, Paragraph) and not block.rubric and block.text.strip():
            yield block
        elif isinstance(block, Items):
            for item in block.items:
                yield from _paragraphs(item)


def _shortened(paragraph: Paragraph) -> Paragraph:
    text = " ".join(paragraph.text.split())
    return paragraph if len(text) <= _TEASER else Paragraph((Run(abridge(text, _TEASER)),))
