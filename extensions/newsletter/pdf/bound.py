# SPDX-License-Identifier: EUPL-1.2
"""A volume: its issues as they came out, bound behind the contents and before the indexes.

Nothing is set twice. Only cover, contents and indexes are set for a volume, once it is known on which pages the issues
come to stand; the issues are taken from their own PDFs, and get the volume's page numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from newsletter.pdf.annotations import Links, finish_links, jump
from newsletter.pdf.binding import Binder
from newsletter.pdf.finishing import number_issue
from newsletter.pdf.notes import Bookmark, Notes
from newsletter.pdf.numbering import Lettering, put_on
from newsletter.pdf.objects import read
from newsletter.pdf.packing import pack, unpack
from newsletter.pdf.part import Part

_LINES = (16.92, 13.42)
"""How high a line of the contents is in the theme, by its level, in points."""
_PAGE = 700.0
"""How much room a page has, and what is not for lines on the first: a good guess spares a second setting."""
_HEADING = 46.0
_LINES_OF_INDEXES = 7
_ROUNDS = 5
"""In which the contents find out how many pages they take themselves; two are enough but for a coincidence."""


class BindingError(RuntimeError):
    """A volume does not come together."""


@dataclass(frozen=True)
class BoundIssue:
    """An issue that is printed."""

    path: Path
    notes: Notes
    left_out: frozenset[str]
    """The names of headings that the contents of a volume leave out."""

    @property
    def headings(self) -> tuple[Bookmark, ...]:
        """What the contents of a volume show of it."""
        return tuple(mark for mark in self.notes.bookmarks if mark.name not in self.left_out)


@dataclass(frozen=True)
class BoundVolume:
    """A volume to be bound."""

    issues: Sequence[BoundIssue]
    anchors: Mapping[str, str]
    """The name of the place for each anchor of its issues at which there is a heading."""
    front: Callable[[Sequence[Bookmark]], bytes]
    """Sets the cover, and the contents with the pages of the headings."""
    back: Callable[[Mapping[str, int]], bytes]
    """Sets the indexes, with the page of each name."""
    lettering: Lettering

    def bind(self) -> tuple[bytes, int]:
        """Return the volume and its number of pages. Raises LinkError, UnknownFormError and BindingError."""
        front, back = self._set_around()
        for around in (front, back):
            around.links.check(front.notes.names, back.notes.names, *(issue.notes.names for issue in self.issues))
        *starts, end = self._starts(front.notes.count)
        total = end + back.notes.count
        binder = Binder(len(self.lettering))
        binder.add(self._numbered(front.part, 1, total))
        for issue, start in zip(self.issues, starts, strict=True):
            self._add(binder, issue, start, total)
        binder.add(self._numbered(back.part, end + 1, total))
        return pack(binder.close()), total

    def _set_around(self) -> tuple[_Around, _Around]:
        """Return what stands before and behind the issues."""
        lines = [mark.level - 1 for issue in self.issues for mark in issue.headings] + [0] * _LINES_OF_INDEXES
        ahead = 1 + ceil((_HEADING + sum(_LINES[level] for level in lines)) / _PAGE)
        for _round in range(_ROUNDS):
            starts = list(self._starts(ahead))
            placed = list(zip(self.issues, starts, strict=False))
            pages = {name: start + page for issue, start in placed for name, page in issue.notes.names.items()}
            back = _Around.of(self.back(pages))
            headings = [_moved(mark, start) for issue, start in placed for mark in issue.headings]
            headings += [_moved(mark, starts[-1]) for mark in back.notes.bookmarks]
            front = _Around.of(self.front(headings))
            if front.notes.count == ahead:
                return front, back
            ahead = front.notes.count
        message = "the contents do not come to rest"
        raise BindingError(message)

    def _starts(self, ahead: int) -> Iterator[int]:
        """Return how many pages stand before each issue, and before what follows the last."""
        for issue in self.issues:
            yield ahead
            ahead += issue.notes.count
        yield ahead

    def _numbered(self, part: Part, first: int, total: int) -> Part:
        """Return *part*, whose first page has the number *first*, with numbers on all pages but the cover."""
        for number, page in enumerate(part.pages, first):
            if number > 1:
                put_on(part.objects, page, [self.lettering.footer(number, total)])
        self.lettering.put_into(part)
        return part

    def _add(self, binder: Binder, issue: BoundIssue, before: int, total: int) -> None:
        """Bind *issue* behind the pages *before* it, and let its links to other issues stay in the volume."""
        part = Part(unpack(issue.path.read_bytes()))
        numbers, book = binder.add(part), binder.book
        pages = [numbers[page] for page in part.pages]
        number_issue(book, pages, issue.notes, self.lettering, numbers=numbers, before=before, total=total)
        for crossing in issue.notes.crossings:
            if crossing.target in self.anchors:
                at = numbers[crossing.annotation]
                book.bodies[at] = jump(book.bodies[at], crossing.words, self.anchors[crossing.target])


@dataclass(frozen=True)
class _Around:
    """What stands before or behind the issues."""

    part: Part
    notes: Notes
    links: Links

    @classmethod
    def of(cls, laid_out: bytes) -> _Around:
        objects = read(laid_out)
        links = finish_links(objects)
        part = Part(objects)
        return cls(part, part.notes(), links)


def _moved(mark: Bookmark, pages: int) -> Bookmark:
    return mark._replace(page=mark.page + pages)
