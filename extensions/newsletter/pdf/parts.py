# SPDX-License-Identifier: EUPL-1.2
"""A long volume, set in parts: what the press needs at once is bounded, however many issues there are.

Typst keeps a layout, about 1 MB a page, until the file is done. So the issues are set some at a time, twice: first to
learn on which pages they come to stand, then with their page numbers, behind the contents and before the indexes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsletter.pdf.binding import Places, places
from newsletter.pdf.press import Paging, Press, PressError, Sheet
from newsletter.pdf.sheet import ContentsLine

_ROUNDS = 5
"""In which the contents find out how many pages they take themselves; two are enough but for a coincidence."""


@dataclass(frozen=True)
class LongVolume:
    """How to write the parts of a volume."""

    press: Press
    front: Callable[[Sequence[ContentsLine], Paging], Sheet]
    """Of the cover and the contents."""
    middle: Sequence[Callable[[Paging], Sheet]]
    """Of some issues each."""
    back: Callable[[Paging], Sheet]
    """Of the indexes."""

    def set(self) -> tuple[bytes, int]:
        """Return the volume and its number of pages. Raises PressError."""
        middle = [places(self._lay_out(part(Paging()))) for part in self.middle]
        ahead, lines, pages = self._front_pages(middle)
        back = self._places_of_back(ahead, middle, pages)
        total = ahead + sum(part.count for part in middle) + back.count
        parts = [self._lay_out(self.front(lines, Paging(total=total)))]
        first = ahead + 1
        for write, part in zip([*self.middle, self.back], [*middle, back], strict=True):
            parts.append(self._lay_out(write(Paging(first, total, pages if part is back else {}))))
            first += part.count
        content, count = self.press.bind(parts)
        if count != total:
            raise PressError(f"a volume of {total} pages came out with {count}")
        return content, count

    def _lay_out(self, sheet: Sheet) -> bytes:
        try:
            return self.press.lay_out(sheet)
        finally:
            self.press.forget()

    def _front_pages(self, middle: Sequence[Places]) -> tuple[int, list[ContentsLine], Mapping[str, int]]:
        """Return how many pages there are before the issues, the lines of the contents, and the page of each label."""
        ahead = 2
        for _round in range(_ROUNDS):
            offsets = list(_offsets(ahead, middle))
            pages = {
                name: page + offset
                for part, offset in zip(middle, offsets, strict=False)
                for name, page in part.names.items()
            }
            back = self._places_of_back(ahead, middle, pages)
            lines = [
                ContentsLine(mark.level, mark.name, mark.title, mark.page + offset)
                for part, offset in zip([*middle, back], offsets, strict=True)
                for mark in part.bookmarks
            ]
            found = places(self._lay_out(self.front(lines, Paging()))).count
            if found == ahead:
                return ahead, lines, pages
            ahead = found
        raise PressError("the contents do not come to rest")

    def _places_of_back(self, ahead: int, middle: Sequence[Places], pages: Mapping[str, int]) -> Places:
        first = ahead + sum(part.count for part in middle) + 1
        return places(self._lay_out(self.back(Paging(first, pages=pages))))


def _offsets(ahead: int, middle: Sequence[Places]) -> Iterator[int]:
    """Return how many pages stand before each part from the second, and before what follows the last of *middle*."""
    for part in middle:
        yield ahead
        ahead += part.count
    yield ahead
