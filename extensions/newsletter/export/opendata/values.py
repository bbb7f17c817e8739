# SPDX-License-Identifier: EUPL-1.2
"""The values of a record's columns, as JSON takes them and as a cell shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsletter.export.site import Site
from newsletter.export.text import one_line, paragraphs
from newsletter.model.facts import Facts
from newsletter.model.record import Record
from newsletter.model.values import Person, Span, Status

Value = None | str | Sequence["Value"] | Mapping[str, "Value"]


def title(_site: Site, record: Record) -> str:
    """Return the title."""
    return one_line(record.title)


def text(record: Record) -> str:
    """Return the body, one paragraph a line."""
    return paragraphs(record.body)


def lines(words: Iterable[str]) -> list[str]:
    """Return each text on one line."""
    return [one_line(word) for word in words]


def people(persons: Iterable[Person]) -> list[dict[str, str]]:
    """Return people as ``{name, role}``."""
    return [{"name": one_line(person.name), "role": one_line(person.role)} for person in persons]


def hours(record: Record) -> tuple[str | None, str | None]:
    """Return the first and last hour as ``HH:MM``, each None where it is not given."""
    if record.hours is None:
        return None, None
    end = record.hours.end
    return f"{record.hours.start:%H:%M}", None if end is None else f"{end:%H:%M}"


def occurrences(_site: Site, record: Record) -> list[dict[str, str | None]]:
    """Return each span as ``{start, end, time_start, time_end}``, with what became of it where it says so."""
    time_start, time_end = hours(record)
    return [
        {
            "start": span.start.isoformat(),
            "end": span.end.isoformat(),
            "time_start": time_start,
            "time_end": time_end,
            **dict(_fate(record, span)),
        }
        for span in record.dates.spans
    ]


def occurrences_cell(_site: Site, record: Record) -> str:
    """Return each span on which something takes place as a day or an interval of ISO 8601; all, where nothing does."""
    return "; ".join(map(_interval, record.dates.held))


def _fate(record: Record, span: Span) -> Iterator[tuple[str, str]]:
    if span in record.dates.called_off:
        yield "status", Status.CANCELLED.value
    if (former := record.dates.former(span)) is not None:
        yield "was", _interval(former)


def _interval(span: Span) -> str:
    first = span.start.isoformat()
    return first if span.start == span.end else f"{first}/{span.end.isoformat()}"


def translations(site: Site, record: Record) -> dict[str, dict[str, Value]]:
    """Return what is translated of *record*, by language: title and text, and the names that are given again."""
    return {
        language: {
            "title": one_line(told.title),
            "text": paragraphs(told.body),
            **{name: value for name, value in _given_again(told.facts) if value},
        }
        for language, told in sorted(site.translated(record).items())
        if language in site.languages
    }


def _given_again(facts: Facts) -> Iterator[tuple[str, Value]]:
    yield "places", lines(facts.place or ())
    yield "people", people(facts.people or ())
    yield "hosts", people(facts.hosts or ())


def image(site: Site, record: Record) -> dict[str, str] | None:
    """Return the image as ``{address, alt, credit}``, the URL from the root of the site; None without one."""
    url = image_cell(site, record)
    if record.picture is None or not url:
        return None
    return {"address": url, "alt": one_line(record.picture.alt), "credit": one_line(record.picture.credit)}


def image_cell(site: Site, record: Record) -> str:
    """Return the URL of the image from the root of the site; empty without one."""
    return site.image_of(record.picture.path) if record.picture is not None else ""
