# SPDX-License-Identifier: EUPL-1.2
"""What Sphinx keeps of pages between builds: packed, since most builds ask for few of them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, MutableMapping

from newsletter.environment.page import Page


class KeptPages(MutableMapping[str, Page]):
    """Pages by docname over *packed*, the dictionary that Sphinx stores; each is unpacked when it is asked for.

    Sphinx reads and writes all that it keeps at every build. As plain bytes that is a copy; as thousands of objects
    it took a fifth of the time of a build that has nothing to do.
    """

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._open: dict[str, Page] = {}

    def __getitem__(self, docname: str) -> Page:
        """Return what the page *docname* tells."""
        if docname not in self._open:
            page = pickle.loads(self._packed[docname])  # noqa: S301 - Sphinx's own cache, of which it is a part
            assert isinstance(page, Page)  # noqa: S101 - for the type checker
            self._open[docname] = page
        return self._open[docname]

    def __setitem__(self, docname: str, page: Page) -> None:
        """Keep *page*."""
        self._packed[docname] = pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
        self._open[docname] = page

    def __delitem__(self, docname: str) -> None:
        """Forget the page *docname*."""
        del self._packed[docname]
        self._open.pop(docname, None)

    def __iter__(self) -> Iterator[str]:
        """Return the docnames."""
        return iter(self._packed)

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._packed)

    def __contains__(self, docname: object) -> bool:
        """Tell whether the page *docname* is kept, without unpacking it."""
        return docname in self._packed
