# SPDX-License-Identifier: EUPL-1.2
"""Hints on lists that ask for what the archive does not have, or whose conditions exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newsletter.archive.selection import Query, select
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import nearest, plain


def without_records(query: Query, archive: Archive) -> Iterator[tuple[str, str, ContentError]]:
    """Yield the values of *query* that no record of *archive* has: the option, the value, plain, and the hint."""
    people = {
        plain(person.name): person.name for record in archive.records for person in (*record.people, *record.hosts)
    }
    known = {
        "person": (query.people, set(people)),
        "issue": (query.issues, {str(issue.name) for issue in archive.issues}),
        "year": (
            {str(year) for year in query.years},
            {str(year) for record in archive.records for year in range(record.start.year, record.end.year + 1)},
        ),
    }
    for option, (asked, there) in known.items():
        for value in sorted(asked - there) if there else ():
            near = nearest(value, people.values(), cutoff=0.75) if option == "person" else None
            message = (
                _("No record has “:%(option)s: %(value)s”. Did you mean “%(near)s”?")
                if near
                else _("No record has “:%(option)s: %(value)s”: correct it, or take it out.")
            )
            yield option, value, ContentError("records-option", message, option=option, value=value, near=near)


def never(query: Query, archive: Archive, today: date) -> tuple[str, str, ContentError] | None:
    """Return the condition of *query* by which no list can hold anything: the option, the value, and the hint."""
    if query.upcoming and query.past:
        message = _("What is to come is not past, so that the list stays empty: take “:past:” or “:upcoming:” out.")
        return "past", "", ContentError("records-option", message)
    last = query.after or today
    over = query.until is not None and (query.until <= last if query.after else query.until < last)
    if query.upcoming and over:
        message = (
            _(
                "In an issue “:upcoming:” lists what begins after its month, and “:to: %(day)s” lies before, so that "
                "the list stays empty: write the days that are meant now, or take “:from:” and “:to:” out."
            )
            if query.after
            else _("“:to: %(day)s” is over, so that the list stays empty: write a later day, or take “:upcoming:” out.")
        )
        return "to", str(query.until), ContentError("records-option", message, day=query.until)
    issues = ", ".join(sorted(query.issues))
    if not issues or not select(archive, Query(issues=query.issues), today):
        return None
    if query.upcoming and not select(archive, Query(issues=query.issues, upcoming=True, after=query.after), today):
        message = _("Nothing of the issue %(issue)s is still to come: take “:issue:” or “:upcoming:” out.")
        return "issue", "", ContentError("records-option", message, issue=issues)
    if query.years and not select(archive, Query(issues=query.issues, years=query.years), today):
        message = _("The issue %(issue)s has nothing of the year %(year)s: take “:issue:” or “:year:” out.")
        years = ", ".join(map(str, sorted(query.years)))
        return "year", "", ContentError("records-option", message, issue=issues, year=years)
    return None
