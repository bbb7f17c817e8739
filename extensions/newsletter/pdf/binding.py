# SPDX-License-Identifier: EUPL-1.2
"""Several PDFs of the press bound into one, with their tags, bookmarks and names.

Each part's objects follow those of the last, under higher numbers. The structure tree is that of ISO 32000-1, 14.7:
each page's marks lead to it through the parent tree, by keys that are counted on from part to part; names of elements
(``/ID``) get the number of their part before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count

from newsletter.pdf.objects import STRING, Objects, found, moved, octets_of, references, references_to, string
from newsletter.pdf.part import BOOKMARK, Part

_PAGE_TREE, _STRUCTURE, _OUTLINES = 1, 2, 3
_KEYED = (b"<</Type/Page/", b"<</Type/Annot/")
_KEY = re.compile(rb"(/StructParents?) (\d+)")
_ROLE = re.compile(rb"(/[^/]+)(/[^/]+)")
_NAME = re.compile(STRING)
_NAMES = re.compile(rb"/(ID|Headers)(%b|\[%b*\])|%b" % (STRING, STRING, STRING))


class Binder:
    """Binds parts into a book.

    The last objects of each part, as many as *shared* says, are the same in all of them.
    """

    def __init__(self, shared: int) -> None:
        self.book = Objects([b""] * 4, {})
        self.pages: list[int] = []
        self._shared = shared
        self._tail: list[int] = []
        self._parts = count()
        self._catalogue = b""
        self._roles: dict[bytes, bytes] = {}
        self._elements: list[int] = []
        self._parents: list[bytes] = []
        self._next_key = 0
        self._identified: list[tuple[bytes, int]] = []
        self._places: list[tuple[bytes, int]] = []
        self._bookmarks: list[int] = []

    def add(self, part: Part) -> Sequence[int]:
        """Append *part*; return the numbers of its objects in the book, by those that they had."""
        objects, tags, first = part.objects, part.tags, len(self.book.bodies)
        numbers = self._numbers(part)
        kept = [number for number, new in enumerate(numbers) if new >= first]
        bodies: Iterable[bytes] = (objects.bodies[number] for number in kept)
        prefix = b"%d-" % next(self._parts)
        if tags.identified:
            bodies = _with_prefix(bodies, prefix)
        if not self._catalogue:
            [self._catalogue] = moved([part.catalogue], numbers)
            self.book.info = numbers[objects.info]
        self.book.bodies += (_with_key(body, self._next_key) for body in moved(bodies, numbers))
        held = objects.streams
        self.book.streams.update((numbers[number], held[number]) for number in kept if number in held)
        self.pages += [numbers[page] for page in part.pages]
        self._roles.update(_ROLE.findall(tags.roles))
        self._elements += [numbers[element] for element in tags.elements]
        self._parents += [b"%d %d 0 R" % (self._next_key + key, numbers[each]) for key, each in tags.parents.items()]
        self._next_key += tags.next_key
        self._identified += [(prefix + octets_of(name), numbers[element]) for name, element in tags.identified]
        self._places += [(octets_of(name), numbers[place]) for name, place in part.places]
        self._bookmarks += [numbers[item.number] for item in part.bookmarks(part.outlines)]
        return numbers

    def _numbers(self, part: Part) -> list[int]:
        """Return the numbers that the objects of *part* get, 0 for those that are left out."""
        objects = part.objects
        known = {0: 0, objects.root: 0}
        known |= {part.page_tree: _PAGE_TREE, part.structure: _STRUCTURE, part.outlines: _OUTLINES}
        tail = range(len(objects.bodies) - self._shared, len(objects.bodies))
        if self._tail:
            known.update(zip(tail, self._tail, strict=True))
            # What is said of the whole file says the first part.
            intents = references(objects.bodies[part.intents])
            known.update(dict.fromkeys((objects.info, part.metadata, part.intents, *intents), 0))
        free = count(len(self.book.bodies))
        numbers = [known[number] if number in known else next(free) for number in range(len(objects.bodies))]
        self._tail = [numbers[number] for number in tail]
        return numbers

    def close(self) -> Objects:
        """Give the book one structure tree, one list of bookmarks, of names and of page numbers; return it."""
        bodies = self.book.bodies
        bodies[_PAGE_TREE] = b"<</Type/Pages/Count %d/Kids%b>>" % (len(self.pages), references_to(self.pages))
        roles = b"".join(b"".join(role) for role in self._roles.items())
        parents = b"/ParentTree<</Nums[%b]>>" % b" ".join(self._parents)
        identified = b"/IDTree<<%b>>" % _leaf(self._identified) if self._identified else b""
        parts = (roles, references_to(self._elements), parents, identified, self._next_key)
        bodies[_STRUCTURE] = b"<</Type/StructTreeRoot/RoleMap<<%b>>/K%b%b%b/ParentTreeNextKey %d>>" % parts
        self._chain_bookmarks()
        names = b"/Names<</Dests<<%b>>>>/PageLabels<</Nums[0<</S/D>>]>>>>" % _leaf(self._places)
        self.book.root = self.book.add(self._catalogue + names)
        return self.book

    def _chain_bookmarks(self) -> None:
        bodies, chain = self.book.bodies, self._bookmarks
        for before, number, after in zip([0, *chain], chain, [*chain[1:], 0], strict=False):
            neighbours = (b"/Next %d 0 R" % after if after else b"") + (b"/Prev %d 0 R" % before if before else b"")
            told = found(BOOKMARK, bodies[number])[2]
            bodies[number] = b"<</Parent %d 0 R%b%b" % (_OUTLINES, neighbours, told)
        ends = b"/First %d 0 R/Last %d 0 R/Count %d" % (chain[0], chain[-1], len(chain)) if chain else b""
        bodies[_OUTLINES] = b"<</Type/Outlines%b>>" % ends


def _with_key(body: bytes, offset: int) -> bytes:
    """Return an object with its key in the parent tree, which stands before all strings, raised by *offset*."""
    if not body.startswith(_KEYED):
        return body
    return _KEY.sub(lambda match: b"%b %d" % (match[1], int(match[2]) + offset), body, count=1)


def _leaf(pairs: Iterable[tuple[bytes, int]]) -> bytes:
    """Return what is in a name tree of one node, sorted as ISO 32000-1, 7.9.6 wants it."""
    return b"/Names[%b]" % b"".join(b"%b%d 0 R" % (string(name), number) for name, number in sorted(pairs))


def _with_prefix(bodies: Iterable[bytes], prefix: bytes) -> list[bytes]:
    """Put *prefix* before the names of elements, and before those that cells give of their headers."""

    def renamed(match: re.Match[bytes]) -> bytes:
        if not match[1]:
            return match[0]
        return b"/" + match[1] + _NAME.sub(lambda name: string(prefix + octets_of(name[0])), match[2])

    return _NAMES.sub(renamed, b"\n".join(bodies)).split(b"\n")
