# SPDX-License-Identifier: EUPL-1.2
"""Hints on lists that ask for somebody, an issue or a year that the archive does not have."""

from __future__ import annotations

from collections.abc import Iterator

from newsletter.archive.selection import Query
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
