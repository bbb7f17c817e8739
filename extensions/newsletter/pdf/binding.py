# SPDX-License-Identifier: EUPL-1.2
"""Several PDFs of the press bound into one, with their tags, bookmarks and names.

Typst keeps the layout of a whole file in memory; a long volume is set in parts, and here they come together.
The structure tree is that of ISO 32000-1, 14.7: each page's marks lead to it through the parent tree, by numbers
that are counted on from part to part; names of elements (``/ID``) get the number of their part before them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pikepdf


class Bookmark(NamedTuple):
    """A heading among the bookmarks."""

    title: str
    level: int
    """From 1."""
    page: int
    """From 1, in the part."""
    name: str
    """Of the destination that stands at the same place; empty where there is none."""


@dataclass(frozen=True)
class Places:
    """What stands on which page of a part."""

    count: int
    """How many pages there are."""
    names: dict[str, int]
    """The page of each named destination, from 1."""
    bookmarks: tuple[Bookmark, ...]
    """The first two levels."""


def places(content: bytes) -> Places:
    """Tell what stands on which page of the part *content*."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        spots = {name: (numbers[place[0].objgen], float(place[3])) for name, place in destinations(pdf)}
        found = _bookmarks(pdf.Root.get("/Outlines"), numbers, {spot: name for name, spot in spots.items()}, 1)
        return Places(len(pdf.pages), {name: page for name, (page, _top) in spots.items()}, tuple(found))


def destinations(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Return the named destinations of *pdf*."""
    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if names is not None else None
    if tree is not None:
        yield from ((str(name), place) for name, place in pikepdf.NameTree(tree).items())


def _bookmarks(
    parent: pikepdf.Object | None,
    numbers: dict[tuple[int, int], int],
    names: dict[tuple[int, float], str],
    level: int,
) -> Iterator[Bookmark]:
    item = parent.get("/First") if parent is not None else None
    while item is not None:
        page = numbers[item.Dest[0].objgen]
        yield Bookmark(str(item.Title), level, page, names.get((page, float(item.Dest[3])), ""))
        if level < 2:
            yield from _bookmarks(item, numbers, names, level + 1)
        item = item.get("/Next")


def bind(parts: Sequence[bytes]) -> pikepdf.Pdf:
    """Return one PDF of *parts*; what is said of the whole file is that of the first."""
    book = pikepdf.open(io.BytesIO(parts[0]))
    if len(parts) == 1:
        return book
    binder = _Binder(book)
    for number, content in enumerate(parts):
        if number:
            with pikepdf.open(io.BytesIO(content)) as part:
                binder.add(part, number)
        else:
            binder.take_own()
    binder.close()
    return book


class _Binder:
    """What has been collected from the parts so far."""

    def __init__(self, book: pikepdf.Pdf) -> None:
        self.book = book
        self.root = book.Root.StructTreeRoot
        self.children: list[pikepdf.Object] = []
        self.parents: list[tuple[int, pikepdf.Object]] = []
        self.next_key = 0
        self.identified: list[tuple[bytes, pikepdf.Object]] = []
        self.names: list[tuple[str, pikepdf.Object]] = []
        self.outlines: list[pikepdf.Object] = []

    def take_own(self) -> None:
        """Collect what the first part holds."""
        self._collect(self.root, 0)
        self.names.extend(destinations(self.book))
        self._collect_bookmarks(self.book.Root.get("/Outlines"))

    def add(self, part: pikepdf.Pdf, number: int) -> None:
        """Append the pages of *part*, and collect what it holds."""
        offset = self.next_key
        _renumber(part, offset)
        if "/IDTree" in part.Root.StructTreeRoot:
            _rename(part, f"{number}-".encode())
        # The pages go first: what is copied later leads to the copies of them.
        self.book.pages.extend(part.pages)
        root = self.book.copy_foreign(part.Root.StructTreeRoot)
        for name, role in (root.get("/RoleMap") or {}).items():
            self.root.RoleMap[name] = role
        self._collect(root, offset)
        foreign = part.Root.get("/Names")
        if foreign is not None and "/Dests" in foreign:
            tree = pikepdf.NameTree(self.book.copy_foreign(part.make_indirect(foreign.Dests)))
            self.names.extend((str(name), place) for name, place in tree.items())
        outlines = part.Root.get("/Outlines")
        self._collect_bookmarks(None if outlines is None else self.book.copy_foreign(outlines))

    def _collect(self, root: pikepdf.Object, offset: int) -> None:
        children = root.K
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            child.P = self.root
            self.children.append(child)
        for key, parent in pikepdf.NumberTree(root.ParentTree).items():
            self.parents.append((int(key) + offset, parent))
        self.next_key = 1 + max((key for key, _parent in self.parents), default=-1)
        if "/IDTree" in root:
            for element in pikepdf.NameTree(root.IDTree).values():
                self.identified.append((bytes(element.ID), element))

    def _collect_bookmarks(self, outlines: pikepdf.Object | None) -> None:
        item = outlines.get("/First") if outlines is not None else None
        while item is not None:
            self.outlines.append(item)
            item = item.get("/Next")

    def close(self) -> None:
        """Give the book one structure tree, one list of bookmarks, of names and of page numbers."""
        book = self.book
        self.root.K = pikepdf.Array(self.children)
        numbers = pikepdf.Array()
        for key, parent in self.parents:
            numbers.append(key)
            numbers.append(parent)
        self.root.ParentTree = book.make_indirect(pikepdf.Dictionary(Nums=numbers))
        self.root.ParentTreeNextKey = self.next_key
        if self.identified:
            self.root.IDTree = book.make_indirect(_leaf(self.identified))
        named = [(bytes(pikepdf.String(name)), place) for name, place in self.names]
        book.Root.Names = pikepdf.Dictionary(Dests=book.make_indirect(_leaf(named)))
        book.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D)]))
        self._chain_bookmarks()

    def _chain_bookmarks(self) -> None:
        if not self.outlines:
            return
        outlines = self.book.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
        for item, after in zip(self.outlines, [*self.outlines[1:], None], strict=True):
            item.Parent = outlines
            if after is None and "/Next" in item:
                del item.Next
            elif after is not None:
                item.Next, after.Prev = after, item
        outlines.First, outlines.Last, outlines.Count = self.outlines[0], self.outlines[-1], len(self.outlines)
        self.book.Root.Outlines = outlines


def _leaf(pairs: list[tuple[bytes, pikepdf.Object]]) -> pikepdf.Dictionary:
    """Return a name tree of one node, sorted as ISO 32000-1, 7.9.6 wants it."""
    names = pikepdf.Array()
    for name, value in sorted(pairs, key=lambda pair: pair[0]):
        names.append(pikepdf.String(name))
        names.append(value)
    return pikepdf.Dictionary(Names=names)


def _renumber(part: pikepdf.Pdf, offset: int) -> None:
    """Count on the numbers by which pages and links lead into the parent tree."""
    for page in part.pages:
        if "/StructParents" in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + offset
        for note in page.obj.get("/Annots", ()):
            if "/StructParent" in note:
                note.StructParent = int(note.StructParent) + offset


def _rename(part: pikepdf.Pdf, prefix: bytes) -> None:
    """Put *prefix* before the names of the elements of *part*, and before those that cells give of their headers."""
    for item in part.objects:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if "/ID" in item and item.get("/S") is not None:
            item.ID = pikepdf.String(prefix + bytes(item.ID))
        attributes = item.get("/A")
        held = [attributes] if isinstance(attributes, pikepdf.Dictionary) else attributes
        direct = [each for each in held or () if isinstance(each, pikepdf.Dictionary) and not each.is_indirect]
        for holder in [item, *direct]:
            headers = holder.get("/Headers")
            if isinstance(headers, pikepdf.Array):
                holder.Headers = pikepdf.Array([pikepdf.String(prefix + bytes(name)) for name in headers])
