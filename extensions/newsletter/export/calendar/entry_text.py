# SPDX-License-Identifier: EUPL-1.2
"""Write the texts of an entry: its title with its state, and a plain text that stands by itself in any client."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsletter.export.site import Site
from newsletter.export.text import TOLD, abridge, one_line, paragraphs, words_of
from newsletter.model.diagnostics import _
from newsletter.model.kinds import TRAITS, Kind
from newsletter.model.record import Record
from newsletter.model.values import Hours, Status

_TEXT_LIMIT = 1000
"""Characters: longer texts are cut by some clients, and many of them pass the 1 MB that others take."""
_FACTS_LIMIT = 600
_SHORTEST_BODY = 60
_LONGEST_URL = 300


def is_off(record: Record) -> bool:
    """Tell whether nothing takes place on the days of its entries: it is off, or they are the former days."""
    return record.is_off or record.entry_dates is not record.dates


def entry_hours(record: Record) -> Hours | None:
    """Return the hours that its entries keep; None for a mission abroad, whose clock is not known to be the city's."""
    return None if record.kind is Kind.MISSION else record.hours


def summary(site: Site, record: Record) -> str:
    """Return the title, after ``CANCELLED: `` or ``POSTPONED: `` where nothing takes place."""
    title = one_line(record.title)
    if not is_off(record):
        return title
    state = site.translate(_("CANCELLED") if record.status is Status.CANCELLED else _("POSTPONED"))
    return f"{state}: {title}"


def location(site: Site, record: Record) -> str:
    """Return the places, or the countries of a journey whose places are not known."""
    if record.places:
        return "; ".join(map(one_line, record.places))
    if record.kind is Kind.MISSION:
        return ", ".join(map(site.country_name, record.countries))
    return ""


def description(site: Site, record: Record, page: str, *, with_body: bool = True) -> str:
    """Return what is told under the title: notes, people, the text (abridged), the URLs.

    *page* is the absolute URL of the record; empty where it is not known.
    """
    facts = abridge("\n".join([*_notes(site, record), *_told(site, record)]), _FACTS_LIMIT)
    urls = "\n".join(_urls(record, page))
    parts = [facts, urls]
    room = _TEXT_LIMIT - len(facts) - len(urls) - 4
    if with_body and record.body and room >= _SHORTEST_BODY:
        parts.insert(1, abridge(paragraphs(record.body), room))
    return "\n\n".join(part for part in parts if part)


def _notes(site: Site, record: Record) -> Iterator[str]:
    translate = site.translate
    for correction in record.corrections:
        if correction.text:
            yield translate(_("Correction: %(text)s")) % {"text": one_line(correction.text)}
    if TRAITS[record.kind].foreign:
        yield translate(TRAITS[record.kind].one)
    yield from _state(site, record)
    if len(record.dates.spans) > 1:
        yield translate("All dates: %(dates)s.") % {"dates": site.show_dates(record)}
    elif record.hours is not None and entry_hours(record) is None:
        yield translate("When: %(dates)s.") % {"dates": site.show_dates(record)}
    hours = entry_hours(record)
    if hours is not None and hours.end is None:
        yield translate("The end is not known: the entry lasts one hour.")


def _state(site: Site, record: Record) -> Iterator[str]:
    """Yield whether it takes place, and on which days it was to do so before."""
    translate = site.translate
    if record.status is Status.CANCELLED:
        yield translate("Cancelled.")
    elif record.status is Status.TENTATIVE:
        yield translate("To be confirmed.")
    elif record.is_off:
        yield translate("Postponed: the new date is not known yet.")
    elif is_off(record):
        yield translate(_("Postponed to: %(dates)s.")) % {"dates": site.show_dates(record)}
    elif record.status is Status.POSTPONED and record.former_dates is None:
        yield translate(_("Postponed: the date is the new one."))
    if record.former_dates is not None:
        former = site.show_dates(replace(record, dates=record.former_dates, hours=None))
        postponed = record.status is Status.POSTPONED
        message = _("Postponed from: %(dates)s.") if postponed else _("Date given before: %(dates)s.")
        yield translate(message) % {"dates": former}


def _told(site: Site, record: Record) -> Iterator[str]:
    for field in TOLD:
        if words := words_of(record, field):
            yield f"{site.translate(field.label)}: {'; '.join(words)}"


def _urls(record: Record, page: str) -> Iterator[str]:
    if record.url and len(record.url) <= _LONGEST_URL:
        yield one_line(record.url)
    if page:
        yield page
