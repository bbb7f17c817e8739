# SPDX-License-Identifier: EUPL-1.2
"""A volume: its issues as they came out, bound behind the contents and before the indexes.

Nothing is set twice. Only cover, contents and indexes are set for a volume, once it is known on which pages the issues
come to stand; the issues are taken from their own PDFs, and get the volume's page numbers.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import pikepdf

from newsletter.pdf.annotations import Links, finish_links
from newsletter.pdf.binding import Binder, read_notes
from newsletter.pdf.finishing import number_issue, saved
from newsletter.pdf.notes import Bookmark, Notes
from newsletter.pdf.numbering import Lettering, put_on

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
        """Return the volume and its number of pages. Raises LinkError and BindingError."""
        front, back = self._set_around()
        for around in (front, back):
            around.links.check(front.notes.names, back.notes.names, *(issue.notes.names for issue in self.issues))
        with pikepdf.open(io.BytesIO(front.content)) as book:
            binder = Binder(book)
            offsets = []
            for issue in self.issues:
                with pikepdf.open(issue.path) as part:
                    offsets.append(binder.add(part))
            with pikepdf.open(io.BytesIO(back.content)) as part:
                binder.add(part)
            binder.close()
            self._number(binder, offsets, front.notes.count, back.notes.count)
            return saved(book), len(book.pages)

    def _set_around(self) -> tuple[_Part, _Part]:
        """Return what stands before and behind the issues."""
        lines = [mark.level - 1 for issue in self.issues for mark in issue.headings] + [0] * _LINES_OF_INDEXES
        ahead = 1 + ceil((_HEADING + sum(_LINES[level] for level in lines)) / _PAGE)
        for _round in range(_ROUNDS):
            starts = list(self._starts(ahead))
            placed = list(zip(self.issues, starts, strict=False))
            pages = {name: start + page for issue, start in placed for name, page in issue.notes.names.items()}
            back = _Part.of(self.back(pages))
            headings = [_moved(mark, start) for issue, start in placed for mark in issue.headings]
            headings += [_moved(mark, starts[-1]) for mark in back.notes.bookmarks]
            front = _Part.of(self.front(headings))
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

    def _number(self, binder: Binder, offsets: Sequence[int], ahead: int, behind: int) -> None:
        """Put the numbers on all pages but the cover, and let links between issues stay in the volume."""
        book = binder.book
        lettering = self.lettering.brought_into(book)
        pages = [page.obj for page in book.pages]
        total = len(pages)
        for issue, start, offset in zip(self.issues, self._starts(ahead), offsets, strict=False):

            def annotation(key: int, offset: int = offset) -> pikepdf.Object:
                return binder.annotation(key + offset)

            own = pages[start : start + issue.notes.count]
            number_issue(own, book, issue.notes, lettering, annotation, before=start, total=total)
            for crossing in issue.notes.crossings:
                if crossing.target in self.anchors:
                    _lead_to(annotation(crossing.key), self.anchors[crossing.target])
        for number in [*range(1, ahead), *range(total - behind, total)]:
            put_on(book, pages[number], lettering, [lettering.footer(number + 1, total)], again=False)


@dataclass(frozen=True)
class _Part:
    """What stands before or behind the issues."""

    content: bytes
    notes: Notes
    links: Links

    @classmethod
    def of(cls, laid_out: bytes) -> _Part:
        content, links = finish_links(laid_out)
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return cls(content, read_notes(pdf), links)


def _lead_to(annotation: pikepdf.Object, name: str) -> None:
    del annotation["/A"]
    annotation.Dest = pikepdf.String(name)


def _moved(mark: Bookmark, pages: int) -> Bookmark:
    return mark._replace(page=mark.page + pages)
