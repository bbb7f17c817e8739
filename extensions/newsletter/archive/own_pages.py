# SPDX-License-Identifier: EUPL-1.2
"""Name the pages that countries, people, organisations, topics and years have of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsletter.archive.selection import GroupBy, keys
from newsletter.model.record import Record
from newsletter.model.text import plain, slug

FOLDERS: Mapping[GroupBy, str] = {
    GroupBy.COUNTRY: "countries",
    GroupBy.PERSON: "people",
    GroupBy.ORGANISATION: "organisations",
    GroupBy.TOPIC: "topics",
    GroupBy.YEAR: "years",
}
"""The folders of the pages, by what they are about."""


def group_pages(records: Iterable[Record]) -> Mapping[GroupBy, Mapping[str, str]]:
    """Return the docnames of the pages of all groups of *records*, by the plain key of the group.

    Of names that differ in signs alone, and would share a file, all but the first have a number.
    """
    every = tuple(records)
    return {
        by: _named(folder, {plain(key) for record in every for key in keys(record, by)})
        for by, folder in FOLDERS.items()
    }


def _named(folder: str, names: Iterable[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(names):
        number, free = 1, slug(name)
        while free in taken:
            number += 1
            free = f"{slug(name)}-{number}"
        taken.add(free)
        found[name] = f"{folder}/{free}"
    return found
