# SPDX-License-Identifier: EUPL-1.2
"""Find second dates in the text of a record, which may be occurrences: they are proposed, and none is taken."""

from __future__ import annotations

from newsletter.dates import parse_dates
from newsletter.model.diagnostics import ContentError
from newsletter.model.kinds import Kind
from newsletter.model.values import Span
from newsletter.tools.importer.items import Item
from newsletter.tools.importer.when import Calendar, is_deadline

_MOST = 12
_NEAR = 200
"""Days around a record in which it can take place again; farther dates are its history."""


def further_days(item: Item, calendar: Calendar) -> str:
    """Return the ``date`` of *item* with the other days that its text names; empty where it names none.

    A last day for something is none, nor a day of a span that the record has already.
    """
    written = item.options.get("date", "")
    known = _spans(written, item.kind, calendar)
    found = list[str]()
    for text in {line.text: None for line in item.body} if known else ():
        for date in calendar.dates_in(text, item.kind):
            spans = _spans(date.text, item.kind, calendar) if date.has_day and not is_deadline(text, date) else ()
            if spans and all(_is_new(span, known) for span in spans):
                found.append(date.text.strip(" .,;"))
                known += spans
    if not found or len(found) > _MOST:
        return ""
    proposed = "; ".join([written.removesuffix("."), *found])
    return proposed if calendar.is_date(proposed, item.kind) else ""


def _spans(text: str, kind: Kind, calendar: Calendar) -> tuple[Span, ...]:
    try:
        return parse_dates(text, period=calendar.period, kind=kind, language=calendar.language).spans
    except ContentError:
        return ()


def _is_new(span: Span, known: tuple[Span, ...]) -> bool:
    """Tell whether no day of *span* is among those that are *known*, and it lies near the first of these."""
    near = abs((span.start - known[0].start).days) <= _NEAR
    return near and all(span.end < each.start or each.end < span.start for each in known)
