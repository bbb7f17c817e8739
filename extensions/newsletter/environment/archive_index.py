# SPDX-License-Identifier: EUPL-1.2
"""Index the archive: what follows from all pages together; never stored, always worked out anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain

from newsletter.archive.assemble import Assembly, assemble, with_titles
from newsletter.archive.names import Names
from newsletter.archive.own_pages import group_pages
from newsletter.archive.published import PublishedState
from newsletter.archive.selection import GroupBy, Listing, keys
from newsletter.archive.year_report import Year, year_of_report
from newsletter.environment.page import Page
from newsletter.model.record import Record
from newsletter.model.telling import Telling, Translated
from newsletter.model.text import plain, slug


class ArchiveIndex:
    """The archive and its indexes, from what each page tells."""

    def __init__(self, pages: Mapping[str, Page], names: Names, language: str, seen: PublishedState) -> None:
        self._pages = dict(sorted(pages.items()))  # parallel reading merges pages in any order
        self._names = names
        self._language = language
        self._seen = seen
        self._years: dict[int, Year] = {}

    @cached_property
    def assembly(self) -> Assembly:
        """All records, and what does not fit together."""
        return assemble(
            (telling for page in self._pages.values() for telling in page.tellings),
            (page.issue for page in self._pages.values() if page.issue),
            self._names,
            self._language,
            self._seen,
            self._written,
        )

    @cached_property
    def tellings(self) -> Mapping[str, tuple[Telling, ...]]:
        """All tellings of a record, oldest first, by its id."""
        return self.assembly.tellings

    @cached_property
    def issue_titles(self) -> Mapping[str, str]:
        """Titles of issues by docname."""
        return {issue.docname: issue.title for issue in self.assembly.archive.issues}

    @cached_property
    def registers(self) -> Mapping[GroupBy, str]:
        """The page that lists all records by each thing: the first that does so without a condition."""
        found: dict[GroupBy, str] = {}
        for docname, page in self._pages.items():
            for use in page.views:
                if isinstance(use.options, Listing) and use.options.group_by and use.options.lists_everything:
                    found.setdefault(use.options.group_by, docname)
        return found

    @cached_property
    def groups(self) -> Mapping[GroupBy, frozenset[str]]:
        """The groups that the registers have: countries, people and so on that occur in a record."""
        records = self.assembly.archive.records
        return {by: frozenset(key for record in records for key in keys(record, by)) for by in GroupBy}

    @cached_property
    def group_pages(self) -> Mapping[GroupBy, Mapping[str, str]]:
        """The docnames of the pages that countries, people and so on have of their own, by the plain name of each."""
        return group_pages(self.assembly.archive.records)

    def page_of_group(self, by: GroupBy, key: str) -> str | None:
        """Return the docname of the page that the group *key* has of its own; None where it has none."""
        return self.group_pages.get(by, {}).get(plain(key))

    @cached_property
    def group_anchors(self) -> Mapping[str, frozenset[str]]:
        """The anchors of the groups on each register, by docname."""
        found: dict[str, set[str]] = {}
        for by, docname in self.registers.items():
            found.setdefault(docname, set()).update(group_anchor(by, key) for key in self.groups[by])
        return {docname: frozenset(anchors) for docname, anchors in found.items()}

    @cached_property
    def _written(self) -> Mapping[tuple[str, str], Sequence[Translated]]:
        """The translations of a block as they were written, by the page and the id of the block."""
        found: dict[tuple[str, str], list[Translated]] = {}
        for docname, page in self._pages.items():
            for each in page.translated:
                found.setdefault((docname, each.id), []).append(each)
        return found

    @cached_property
    def _translated(self) -> Mapping[tuple[str, str], Mapping[str, Translated]]:
        """The same, with the titles that their language has for other records, and without names to withhold."""
        mask = self._names.withheld.mask
        originals = {record.id: record.title for record in self.assembly.archive.records}
        titles: dict[str, dict[str, str]] = defaultdict(originals.copy)
        for each in chain.from_iterable(self._written.values()):
            titles[each.language][each.id] = each.title
        return {
            block: {
                each.language: replace(
                    each, title=mask(each.title), body=mask(with_titles(each.body, titles[each.language]))
                )
                for each in written
            }
            for block, written in self._written.items()
        }

    def translated(self, record: Record) -> Mapping[str, Translated]:
        """Return what translations say of the latest telling of *record*, by language."""
        return self._translated.get((record.docname, record.id), {})

    def year(self, year: int, own: str) -> Year:
        """Return the figures of *year*, worked out once; *own* is the country of the city."""
        if year not in self._years:
            self._years[year] = year_of_report(self.assembly.archive.records, year, own)
        return self._years[year]

    def record_told(self, record_id: str) -> Record | None:
        """Return the record *record_id* for the pages that tell it, whether or not it is published elsewhere."""
        return self.assembly.archive.by_id.get(record_id) or self.assembly.kept_out.get(record_id)


@lru_cache(maxsize=16384)  # a record links to the same groups on many pages
def group_anchor(by: GroupBy, key: str) -> str:
    """Return the anchor of the group *key* on a register page."""
    return f"{by}-{slug(key)}"
