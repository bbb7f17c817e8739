# SPDX-License-Identifier: EUPL-1.2
"""What the objects of a PDF are, seen from its catalogue: pages, tags, bookmarks, named places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from newsletter.pdf.notes import Bookmark, Notes
from newsletter.pdf.objects import STRING, Objects, found, number_at, references, words_of

_NAMES = b"/Names<<"
_PAGE_TREE = re.compile(rb"<</Type/Pages/Count \d+/Kids\[([^\]]*)\]>>$")
_STRUCTURE = re.compile(
    rb"<</Type/StructTreeRoot/RoleMap<<([^<>]*)>>/K\[([^\]]*)\]/ParentTree<</Nums\[([^\]]*)\]>>"
    rb"(?:/IDTree<</Names\[(.*)\]>>)?/ParentTreeNextKey (\d+)>>$"
)
_PARENT = re.compile(rb"(\d+) (\d+) 0 R")
_NAMED = re.compile(rb"(%b)(\d+) 0 R" % STRING)
_PLACE = re.compile(rb"\[(\d+) 0 R/XYZ [\d.-]+ ([\d.-]+) 0\]$")
BOOKMARK = re.compile(
    rb"<</Parent \d+ 0 R(?:/Next (\d+) 0 R)?(?:/Prev \d+ 0 R)?"
    rb"((?:/First \d+ 0 R/Last \d+ 0 R/Count -?\d+)?/Title(%b)/Dest (\d+) 0 R>>)$" % STRING
)
"""A bookmark: its successor, all but its neighbours, its title, its destination."""


class Item(NamedTuple):
    """A bookmark as an object."""

    number: int
    title: str
    place: int
    """The number of its destination."""


class Tags(NamedTuple):
    """A structure tree (ISO 32000-1, 14.7)."""

    roles: bytes
    """What own kinds of elements count as."""
    elements: list[int]
    """The numbers of the topmost elements."""
    parents: dict[int, int]
    """By keys, the numbers of elements, or of arrays of them: the parent tree."""
    identified: list[tuple[bytes, int]]
    """The elements that have names."""
    next_key: int


class Part:
    """The roles of *objects*."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects
        # It tells them last, in the one entry that holds strings of any kind.
        self.catalogue, _key, self._names = objects.bodies[objects.root][:-2].partition(_NAMES)
        self.page_tree = number_at(b"Pages", self.catalogue)
        self.metadata = number_at(b"Metadata", self.catalogue)
        self.intents = number_at(b"OutputIntents", self.catalogue)
        self.structure = number_at(b"StructTreeRoot", self.catalogue)
        self.outlines = number_at(b"Outlines", self.catalogue)

    @cached_property
    def tags(self) -> Tags:
        """The structure tree."""
        match = found(_STRUCTURE, self.objects.bodies[self.structure])
        parents = {int(key): int(number) for key, number in _PARENT.findall(match[3])}
        return Tags(match[1], references(match[2]), parents, _named(match[4] or b""), int(match[5]))

    @cached_property
    def pages(self) -> list[int]:
        """The numbers of the pages."""
        return references(found(_PAGE_TREE, self.objects.bodies[self.page_tree])[1])

    @cached_property
    def places(self) -> list[tuple[bytes, int]]:
        """The named destinations."""
        return _named(self._names)

    def bookmarks(self, parent: int) -> Iterator[Item]:
        """Return the bookmarks right below the object *parent*."""
        number = number_at(b"First", self.objects.bodies[parent].partition(b"/Title")[0]) if parent else 0
        while number:
            match = found(BOOKMARK, self.objects.bodies[number])
            yield Item(number, words_of(match[3]), int(match[4]))
            number = int(match[1] or 0)

    def notes(self) -> Notes:
        """Tell what stands on which page."""
        numbers = {page: number for number, page in enumerate(self.pages, 1)}
        spots = {words_of(name): self._spot(place, numbers) for name, place in self.places}
        names = {spot: name for name, spot in spots.items()}
        found_marks = tuple(self._bookmarks(self.outlines, 1, numbers, names))
        return Notes(len(numbers), {name: page for name, (page, _top) in spots.items()}, found_marks)

    def _spot(self, place: int, numbers: Mapping[int, int]) -> tuple[int, float]:
        """Return the page, from 1, and the height of a destination."""
        match = found(_PLACE, self.objects.bodies[place])
        return numbers[int(match[1])], float(match[2])

    def _bookmarks(
        self, parent: int, level: int, numbers: Mapping[int, int], names: Mapping[tuple[int, float], str]
    ) -> Iterator[Bookmark]:
        for item in self.bookmarks(parent):
            spot = self._spot(item.place, numbers)
            yield Bookmark(item.title, level, spot[0], names.get(spot, ""))
            if level < 2:
                yield from self._bookmarks(item.number, level + 1, numbers, names)


def _named(text: bytes) -> list[tuple[bytes, int]]:
    return [(name, int(number)) for name, number in _NAMED.findall(text)]
