# SPDX-License-Identifier: EUPL-1.2
"""An issue, from what Typst makes to its PDF: links that speak, page numbers, a small file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from newsletter.pdf.annotations import Mark, finish_links, jump
from newsletter.pdf.notes import ContentsLine, Crossing, Notes
from newsletter.pdf.numbering import Lettering, put_on
from newsletter.pdf.objects import Objects, UnknownFormError, number_at, read, references
from newsletter.pdf.packing import pack
from newsletter.pdf.part import Part

_ANNOTATIONS = re.compile(rb"/Annots\[([^\]]*)\]")
_QUADS = re.compile(rb"/QuadPoints\[([^\]]*)\]")
_MARKED = re.compile(rb"\d+ 0 R|null")


def finish_issue(laid_out: bytes, lettering: Lettering) -> tuple[bytes, Notes]:
    """Return the PDF of an issue, and what those who bind it want to know. Raises LinkError and UnknownFormError."""
    objects = read(laid_out)
    links = finish_links(objects)
    part = Part(objects)
    notes = part.notes()
    links.check(notes.names)
    crossings = tuple(Crossing(mark.number, mark.target, mark.words) for mark in links.crossings)
    lines = tuple(_make_room(part, links.contents))
    notes = replace(notes, crossings=crossings, lines=lines)
    number_issue(objects, part.pages, notes, lettering)
    lettering.put_into(part)
    return pack(objects), notes


def _make_room(part: Part, contents: Sequence[Mark]) -> Iterator[ContentsLine]:
    """Make each number of the contents a part of its link, for those who listen to the page."""
    bodies, parents = part.objects.bodies, part.tags.parents
    places = _places(part) if contents else {}
    for mark in contents:
        at = places[mark.number]
        page, link = part.pages[at], parents[mark.key]
        marks = parents[number_at(b"StructParents", bodies[page])]
        number = len(_MARKED.findall(bodies[marks]))
        bodies[marks] = b"%b %d 0 R]" % (bodies[marks][:-1], link)
        bodies[link] = _with_kid(bodies[link], b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page, number))
        # The last stretch of the link is the room that the theme left for the number.
        quads = _QUADS.search(bodies[mark.number])
        if quads is None:
            raise UnknownFormError
        right, baseline = map(float, quads[1].split()[-4:-2])
        yield ContentsLine(at, mark.number, mark.target, mark.words, number, right, baseline)


def _places(part: Part) -> Mapping[int, int]:
    """Return the page, from 0, of each annotation."""
    bodies = part.objects.bodies
    held = ((at, _ANNOTATIONS.search(bodies[page])) for at, page in enumerate(part.pages))
    return {number: at for at, found in held if found for number in references(found[1])}


def _with_kid(element: bytes, kid: bytes) -> bytes:
    """Return *element*, in which kids come behind all strings, with one more *kid*."""
    start, key, kids = element.rpartition(b"/K[")
    held, end, rest = kids.partition(b"]")
    return b"".join([start, key, held, kid, end, rest])


def number_issue(
    objects: Objects,
    pages: Sequence[int],
    notes: Notes,
    lettering: Lettering,
    *,
    numbers: Sequence[int] | None = None,
    before: int = 0,
    total: int = 0,
) -> None:
    """Put the numbers on the *pages* of an issue, which stands by itself or has pages *before* it, of a *total*.

    *numbers* are those of its objects where it is bound, by those in its own PDF.
    """
    by_page = {page: list(lines) for page, lines in groupby(notes.lines, key=lambda line: line.page)}
    for at, page in enumerate(pages):
        shown = [lettering.footer(before + at + 1, total or len(pages))]
        for line in by_page.get(at, ()):
            number = before + notes.names[line.name]
            shown.append(lettering.in_contents(line, number))
            annotation = numbers[line.annotation] if numbers else line.annotation
            objects.bodies[annotation] = jump(objects.bodies[annotation], f"{line.words}, {number}", line.name)
        put_on(objects, page, shown)
