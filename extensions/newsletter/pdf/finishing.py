# SPDX-License-Identifier: EUPL-1.2
"""An issue, from what Typst makes to its PDF: links that speak, page numbers, a small file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import pikepdf

from newsletter.pdf.annotations import Mark, finish_links
from newsletter.pdf.binding import annotation_of, read_notes
from newsletter.pdf.notes import ContentsLine, Crossing, Notes
from newsletter.pdf.numbering import Lettering, put_on


def finish_issue(laid_out: bytes, lettering: Lettering) -> tuple[bytes, Notes]:
    """Return the PDF of an issue, and what those who bind it want to know. Raises LinkError."""
    content, links = finish_links(laid_out)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        notes = read_notes(pdf)
        links.check(notes.names)
        crossings = tuple(Crossing(mark.key, mark.target) for mark in links.crossings)
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        pages = [page.obj for page in pdf.pages]
        notes = replace(notes, crossings=crossings, lines=tuple(_make_room(tree, pages, links.contents)))
        number_issue(pages, pdf, notes, lettering.brought_into(pdf), lambda key: annotation_of(tree[key]))
        return saved(pdf), notes


def _make_room(
    tree: pikepdf.NumberTree, pages: Sequence[pikepdf.Object], contents: Iterable[Mark]
) -> Iterator[ContentsLine]:
    """Make each number of the contents a part of its link, for those who listen to the page."""
    numbers = {page.objgen: number for number, page in enumerate(pages)}
    places = {note.objgen: page for page in pages for note in page.get("/Annots", ())} if contents else {}
    for mark in contents:
        link = tree[mark.key]
        annotation = annotation_of(link)
        page = places[annotation.objgen]
        parents = tree[int(page.StructParents)]
        number = len(parents)
        parents.append(link)
        link.K = pikepdf.Array([*_kids(link), pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page, MCID=number)])
        # The last stretch of the link is the room that the theme left for the number.
        *_others, right, baseline, _left, _bottom = (float(edge) for edge in annotation.QuadPoints)
        yield ContentsLine(numbers[page.objgen], mark.key, mark.target, mark.words, number, right, baseline)


def _kids(element: pikepdf.Object) -> Iterable[pikepdf.Object]:
    return element.K if isinstance(element.K, pikepdf.Array) else [element.K]


def number_issue(
    pages: Sequence[pikepdf.Object],
    pdf: pikepdf.Pdf,
    notes: Notes,
    lettering: Lettering,
    annotation: Callable[[int], pikepdf.Object],
    *,
    before: int = 0,
    total: int | None = None,
) -> None:
    """Put the numbers on the *pages* of an issue, which stands by itself or has pages *before* it, of a *total*.

    *annotation* finds that of a link by its key.
    """
    by_page = {page: list(lines) for page, lines in groupby(notes.lines, key=lambda line: line.page)}
    for number, page in enumerate(pages):
        shown = [lettering.footer(before + number + 1, total or len(pages))]
        for line in by_page.get(number, ()):
            at = before + notes.names[line.name]
            shown.append(lettering.in_contents(line, at))
            annotation(line.key).Contents = pikepdf.String(f"{line.words}, {at}")
        put_on(pdf, page, lettering, shown, again=total is not None)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of *pdf*; the same input gives the same bytes."""
    buffer = io.BytesIO()
    pdf.save(
        buffer,
        preserve_pdfa=True,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return buffer.getvalue()
