# SPDX-License-Identifier: EUPL-1.2
"""Link annotations that say and do more than Typst can write.

Typst writes a link's URL into ``/Contents``, which screen readers speak instead of its words (ISO 14289-1, 7.18.5),
and knows no link to what may come to stand in the same volume. So the theme's ``speaking`` writes what a link is to be
as JSON in the place of the URL. Any other link stays as Typst made it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pikepdf

from newsletter.pdf.compiler import CompileError

_PREFIX = b"newsletter:"


def finish_links(
    page: pikepdf.Page, pages: Mapping[str, int], aliases: Mapping[str, str]
) -> Iterator[tuple[pikepdf.Object, int]]:
    """Let each link on *page* speak its words, and lead within the PDF where that has the place, else to the web.

    *pages* tells the page of each destination, *aliases* their names by the anchors of the sources. Yields the
    annotations of the lines of contents, with the number that each is to show. Raises CompileError.
    """
    for annotation in page.get("/Annots", ()):
        written = bytes(annotation.get("/A", pikepdf.Dictionary()).get("/URI", pikepdf.String("")))
        if written.startswith(_PREFIX):
            link = json.loads(written.removeprefix(_PREFIX))
            place = aliases.get(link["place"], link["place"])
            number = pages.get(place, 0) if link["numbered"] else 0
            says = f"{link['says']}, {number}" if number else link["says"]
            _finish(annotation, place if place in pages else "", link["address"], says)
            if number:
                yield annotation, number


def _finish(annotation: pikepdf.Object, place: str, url: str, says: str) -> None:
    annotation.Contents = pikepdf.String(says or url or place)
    if place:
        annotation.Dest = pikepdf.String(place)
        del annotation["/A"]
    elif url:
        annotation.A.URI = pikepdf.String(url)
    else:
        message = f"no place in the PDF is meant by the link “{says}”"
        raise CompileError(message)
