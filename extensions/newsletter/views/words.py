# SPDX-License-Identifier: EUPL-1.2
"""The small pieces that lists and pages say of a record: its days, its people, its state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes

from newsletter.core.dates import date_parts, show_hours
from newsletter.core.record import Dates, Hours, Person, Precision, Record, Status
from newsletter.views.kinds import status_name


def date_nodes(dates: Dates, hours: Hours | None, language: str) -> Iterator[nodes.Node]:
    """Return dates in words; a piece that names days is an ``inline`` of class ``date`` with them."""
    for text, span in date_parts(dates, language):
        if span is None:
            yield nodes.Text(text)
            continue
        iso = span.start.isoformat()
        if dates.precision is Precision.MONTH:
            iso = iso[:7]
        yield nodes.inline("", text, classes=["date"], datetime=iso)
    if hours is not None:
        yield nodes.Text(f", {show_hours(hours, language)}")


def person_text(person: Person) -> str:
    """Return a name with its role."""
    return f"{person.name} ({person.role})" if person.role else person.name


def status_nodes(record: Record) -> list[nodes.Node]:
    """Return a word on the state of *record*; nothing where it is confirmed."""
    if record.status is Status.CONFIRMED:
        return []
    classes = ["status", f"status-{record.status}"]
    return [nodes.strong("", status_name(record.status), classes=classes), nodes.Text(" · ")]


def joined(pieces: Iterable[Iterable[nodes.Node]], separator: str) -> Iterator[nodes.Node]:
    """Return the nodes of all *pieces* with *separator* between them; pieces without text are passed over."""
    first = True
    for piece in pieces:
        piece_nodes = list(piece)
        if not any(node.astext() for node in piece_nodes):
            continue
        if not first:
            yield nodes.Text(separator)
        yield from piece_nodes
        first = False
