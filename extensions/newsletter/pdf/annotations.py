# SPDX-License-Identifier: EUPL-1.2
"""What the annotations of links say and where they lead, put right in a finished PDF.

Typst writes a link's address into ``/Contents``, which screen readers speak instead of its words (ISO 14289-1, 7.18.5).
The theme puts the words behind the address, after a space, which no URI holds (RFC 3986); here they part.
"""

from __future__ import annotations

import io

import pikepdf

from newsletter.pdf.binding import destinations

_INTERNAL = "label:"


class LinkError(ValueError):
    """A link of the theme leads to a place that the PDF has no name for."""


def finish(pdf: pikepdf.Pdf) -> tuple[bytes, int]:
    """Return the bytes of *pdf* with every link annotation speaking its words, and its number of pages.

    The same input gives the same bytes. Raises LinkError where a link inside the file has no target.
    """
    names = {name for name, _place in destinations(pdf)}
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            if annotation.get("/Subtype") == "/Link":
                _finish_link(annotation, names)
    buffer = io.BytesIO()
    pdf.save(
        buffer,
        preserve_pdfa=True,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return buffer.getvalue(), len(pdf.pages)


def _finish_link(annotation: pikepdf.Object, names: set[str]) -> None:
    spoken = str(annotation.get("/Contents", "")).strip()
    action = annotation.get("/A")
    if action is None or action.get("/S") != "/URI":
        annotation["/Contents"] = pikepdf.String(spoken)
        return
    address, _, words = bytes(action["/URI"]).decode("utf-8").partition(" ")
    if address.startswith(_INTERNAL):
        target = address.removeprefix(_INTERNAL)
        if target not in names:
            message = f"no place in the PDF is called {target!r}"
            raise LinkError(message)
        del annotation["/A"]
        annotation["/Dest"] = pikepdf.String(target)
    else:
        action["/URI"] = pikepdf.String(address)
    annotation["/Contents"] = pikepdf.String(words or address)
