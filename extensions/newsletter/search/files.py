# SPDX-License-Identifier: EUPL-1.2
"""The files of the search: Pagefind's index of records and pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsletter.export.site import File, Site
from newsletter.search.entries import PageTexts, page_entries, record_entries
from newsletter.search.pagefind import build_index


def search_files(site: Site, page_texts: PageTexts) -> Iterator[File]:
    """Yield the files under ``pagefind/``; raise :exc:`~newsletter.search.pagefind.PagefindError` where it fails.

    What another build left under ``pagefind/`` is the caller's to remove: most names follow from the contents.
    """
    entries = [*record_entries(site), *page_entries(site, page_texts)]
    yield from build_index(entries, site.publication.language)
