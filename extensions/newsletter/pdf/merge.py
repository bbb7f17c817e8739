# SPDX-License-Identifier: EUPL-1.2
"""Merge tagged PDFs into one: pages, structure tree, names and bookmarks (ISO 32000-1, 7.9.6, 12.3 and 14.7)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf

_PAGE = re.compile(r"\d+(?=\D*$)")
"""The number of a page as Typst says it in a link: “Section, page 5”."""


def opened(content: bytes) -> pikepdf.Pdf:
    """Return the PDF that *content* is."""
    return pikepdf.open(io.BytesIO(content))


def append(book: pikepdf.Pdf, content: bytes, bookmark: str = "") -> None:
    """Append the PDF *content* to *book*, which says what is said of the whole file, such as its title.

    Its bookmarks stand below *bookmark*, if there is one.
    """
    part = opened(content)
    first = len(book.pages)
    _raise_keys(part, int(book.Root.StructTreeRoot.ParentTreeNextKey))
    _move_links(part, len(book.pages))
    if "/IDTree" in part.Root.StructTreeRoot:
        _rename(part.Root.StructTreeRoot, f"{len(book.pages)}-".encode())
    _append_pages(book, part)
    _append_structure(book, book.copy_foreign(part.Root.StructTreeRoot))
    if "/Names" in part.Root:
        if "/Names" not in book.Root:
            book.Root.Names = pikepdf.Dictionary()
        _add_names(book, book.Root.Names, "/Dests", book.copy_foreign(part.make_indirect(part.Root.Names.Dests)))
    if "/Outlines" in part.Root:
        added = book.copy_foreign(part.make_indirect(part.Root.Outlines))
        _append_bookmarks(book, _below(book, bookmark, added, book.pages[first]) if bookmark else added)


def save(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of *pdf*; the same input gives the same bytes."""
    buffer = io.BytesIO()
    pdf.save(buffer, preserve_pdfa=True, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def destinations(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Return the number of the page of each named destination, from 1."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if names is None:
        return {}
    return {str(name): numbers[place[0].objgen] for name, place in pikepdf.NameTree(names).items()}


def _raise_keys(part: pikepdf.Pdf, offset: int) -> None:
    """Raise by *offset* the keys by which pages and links find their structure elements."""
    tree = pikepdf.NumberTree(part.Root.StructTreeRoot.ParentTree)
    entries = [(key + offset, element) for key, element in tree.items()]
    part.Root.StructTreeRoot.ParentTree = pikepdf.Dictionary(Nums=[each for entry in entries for each in entry])
    part.Root.StructTreeRoot.ParentTreeNextKey += offset
    for page in part.pages:
        for holder, key in (
            (page.obj, "/StructParents"),
            *((link, "/StructParent") for link in page.get("/Annots", ())),
        ):
            if key in holder:
                holder[key] = int(holder[key]) + offset


def _move_links(part: pikepdf.Pdf, pages: int) -> None:
    """Let the links that Typst makes within *part* lead to their places, and speak of them, behind other *pages*.

    They lead by name where they can, but of two places with one name, in two issues, a volume knows only one.
    """
    names = pikepdf.NameTree(part.Root.Names.Dests) if "/Names" in part.Root else {}
    for page in part.pages:
        for link in page.get("/Annots", ()):
            if "/Dest" in link:
                link.Dest = names[str(link.Dest)] if isinstance(link.Dest, pikepdf.String) else link.Dest
                link.Contents = pikepdf.String(_PAGE.sub(lambda match: str(int(match[0]) + pages), str(link.Contents)))


def _rename(root: pikepdf.Object, prefix: bytes) -> None:
    """Put *prefix* before the names of the elements below *root*, and where cells name their headers by them."""
    for element in elements(root):
        if "/ID" in element:
            element.ID = pikepdf.String(prefix + bytes(element.ID))
        for attributes in dictionaries(element.get("/A")):
            if "/Headers" in attributes:
                attributes.Headers = pikepdf.Array(pikepdf.String(prefix + bytes(name)) for name in attributes.Headers)


def elements(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the structure elements below *parent*, in the order in which they are read."""
    for kid in dictionaries(parent.get("/K")):
        if "/S" in kid:
            yield kid
            yield from elements(kid)


def dictionaries(value: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    """Return the dictionaries in *value*, which is one, an array of them and of others, or nothing."""
    items = value if isinstance(value, pikepdf.Array) else [value]
    return (item for item in items if isinstance(item, pikepdf.Dictionary))


def _append_pages(book: pikepdf.Pdf, part: pikepdf.Pdf) -> None:
    """Append the pages of *part*.

    A copy that refers to a page loses that unless the page was copied before; so links follow when all pages are there.
    """
    first = len(book.pages)
    links = [part.make_indirect(page.get("/Annots", pikepdf.Array())) for page in part.pages]
    for page in part.pages:
        page.Annots = pikepdf.Array()
        book.pages.append(page)
    for page, on_page in zip(book.pages[first:], links, strict=True):
        page.Annots = book.copy_foreign(on_page)


def _append_structure(book: pikepdf.Pdf, added: pikepdf.Object) -> None:
    root = book.Root.StructTreeRoot
    root.K = pikepdf.Array([*dictionaries(root.K), *dictionaries(added.K)])
    for element in dictionaries(added.K):
        element.P = root
    parents = pikepdf.NumberTree(root.ParentTree)
    for key, element in pikepdf.NumberTree(added.ParentTree).items():
        parents[key] = element
    root.ParentTreeNextKey = added.ParentTreeNextKey
    root.RoleMap = pikepdf.Dictionary({**dict(added.get("/RoleMap", {})), **dict(root.get("/RoleMap", {}))})
    if "/IDTree" in added:
        _add_names(book, root, "/IDTree", added.IDTree)


def _add_names(book: pikepdf.Pdf, holder: pikepdf.Object, key: str, added: pikepdf.Object) -> None:
    """Add the entries of a name tree to the one that is *holder*'s *key*."""
    if key not in holder:
        holder[key] = pikepdf.NameTree.new(book).obj
    pikepdf.NameTree(holder[key]).update(pikepdf.NameTree(added).items())


def _below(book: pikepdf.Pdf, title: str, added: pikepdf.Object, page: pikepdf.Page) -> pikepdf.Object:
    """Return bookmarks of one entry *title*, which leads to *page* and has those of *added* below it."""
    place = pikepdf.Array([page.obj, pikepdf.Name.XYZ, 0, page.mediabox[3], None])
    entry = book.make_indirect(pikepdf.Dictionary(Title=pikepdf.String(title), Dest=place))
    for key in ("/First", "/Last", "/Count"):
        entry[key] = added[key]
    _adopt(entry)
    return pikepdf.Dictionary(First=entry, Last=entry, Count=int(added.Count) + 1)


def _adopt(parent: pikepdf.Object) -> None:
    """Let the bookmarks below *parent* know it."""
    item: pikepdf.Object | None = parent.First
    while item is not None:
        item.Parent = parent
        item = item.get("/Next")


def _append_bookmarks(book: pikepdf.Pdf, added: pikepdf.Object) -> None:
    if "/Outlines" not in book.Root:
        book.Root.Outlines = added
    elif "/First" in added:
        outlines, first = book.Root.Outlines, added.First
        outlines.Last.Next, first.Prev, outlines.Last = first, outlines.Last, added.Last
        outlines.Count += added.Count
        _adopt(outlines)
