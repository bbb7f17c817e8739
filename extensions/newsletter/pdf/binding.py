# SPDX-License-Identifier: EUPL-1.2
"""Several PDFs of the press bound into one, with their tags, bookmarks and names.

The structure tree is that of ISO 32000-1, 14.7: each page's marks lead to it through the parent tree, by numbers
that are counted on from part to part; names of elements (``/ID``) get the number of their part before them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from newsletter.pdf.notes import Bookmark, Notes


def read_notes(pdf: pikepdf.Pdf) -> Notes:
    """Tell what stands on which page of *pdf*."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    spots = {name: (numbers[place[0].objgen], float(place[3])) for name, place in destinations(pdf)}
    found = _bookmarks(pdf.Root.get("/Outlines"), numbers, {spot: name for name, spot in spots.items()}, 1)
    return Notes(len(numbers), {name: page for name, (page, _top) in spots.items()}, tuple(found))


def annotation_of(link: pikepdf.Object) -> pikepdf.Object:
    """Return the annotation of a link's element in the structure tree."""
    kids = link.K if isinstance(link.K, pikepdf.Array) else [link.K]
    found: pikepdf.Object = next(kid.Obj for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid)
    return found


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


class Binder:
    """Binds parts into the first of them, *book*, which says what is said of the whole file."""

    def __init__(self, book: pikepdf.Pdf) -> None:
        self.book = book
        self._root = book.Root.StructTreeRoot
        self._parts = 0
        self._children: list[pikepdf.Object] = []
        self._parents: dict[int, pikepdf.Object] = {}
        self._next_key = 0
        self._identified: list[tuple[bytes, pikepdf.Object]] = []
        self._names: list[tuple[str, pikepdf.Object]] = []
        self._outlines: list[pikepdf.Object] = []
        self._collect(self._root, 0)
        self._names.extend(destinations(book))
        self._collect_bookmarks(book.Root.get("/Outlines"))

    def annotation(self, key: int) -> pikepdf.Object:
        """Return the annotation of the link that has *key* in the parent tree."""
        return annotation_of(self._parents[key])

    def add(self, part: pikepdf.Pdf) -> int:
        """Append the pages of *part*, and collect what it holds; return what its keys have been raised by."""
        self._parts += 1
        offset = self._next_key
        _renumber(part, offset)
        if "/IDTree" in part.Root.StructTreeRoot:
            _rename(part, f"{self._parts}-".encode())
        # The pages go first: what is copied later leads to the copies of them.
        for page in part.pages:
            self.book.pages.append(page)
        root = self.book.copy_foreign(part.Root.StructTreeRoot)
        for name, role in (root.get("/RoleMap") or {}).items():
            self._root.RoleMap[name] = role
        self._collect(root, offset)
        foreign = part.Root.get("/Names")
        if foreign is not None and "/Dests" in foreign:
            tree = pikepdf.NameTree(self.book.copy_foreign(part.make_indirect(foreign.Dests)))
            self._names.extend((str(name), place) for name, place in tree.items())
        outlines = part.Root.get("/Outlines")
        self._collect_bookmarks(None if outlines is None else self.book.copy_foreign(outlines))
        return offset

    def _collect(self, root: pikepdf.Object, offset: int) -> None:
        children = root.K
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            child.P = self._root
            self._children.append(child)
        for key, parent in pikepdf.NumberTree(root.ParentTree).items():
            self._parents[int(key) + offset] = parent
        self._next_key = 1 + max(self._parents, default=-1)
        if "/IDTree" in root:
            for element in pikepdf.NameTree(root.IDTree).values():
                self._identified.append((bytes(element.ID), element))

    def _collect_bookmarks(self, outlines: pikepdf.Object | None) -> None:
        item = outlines.get("/First") if outlines is not None else None
        while item is not None:
            self._outlines.append(item)
            item = item.get("/Next")

    def close(self) -> None:
        """Give the book one structure tree, one list of bookmarks, of names and of page numbers."""
        book = self.book
        self._root.K = pikepdf.Array(self._children)
        numbers = pikepdf.Array()
        for key, parent in self._parents.items():
            numbers.append(key)
            numbers.append(parent)
        self._root.ParentTree = book.make_indirect(pikepdf.Dictionary(Nums=numbers))
        self._root.ParentTreeNextKey = self._next_key
        if self._identified:
            self._root.IDTree = book.make_indirect(_leaf(self._identified))
        named = [(bytes(pikepdf.String(name)), place) for name, place in self._names]
        book.Root.Names = pikepdf.Dictionary(Dests=book.make_indirect(_leaf(named)))
        book.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D)]))
        self._chain_bookmarks()

    def _chain_bookmarks(self) -> None:
        if not self._outlines:
            return
        outlines = self.book.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
        for item, after in zip(self._outlines, [*self._outlines[1:], None], strict=True):
            item.Parent = outlines
            if after is None and "/Next" in item:
                del item.Next
            elif after is not None:
                item.Next, after.Prev = after, item
        outlines.First, outlines.Last, outlines.Count = self._outlines[0], self._outlines[-1], len(self._outlines)
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
