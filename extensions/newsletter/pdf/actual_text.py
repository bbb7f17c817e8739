# SPDX-License-Identifier: EUPL-1.2
"""Replacement text for words whose glyphs do not tell it (ISO 32000-1, 14.9.4): from the right, or of joined signs.

Typst tags such words from left to right, and those of a font that builds letters of parts as several letters. The
theme underlines each run invisibly, in the colour that is its number; here that becomes ``/ActualText``. It is given to
structure elements alone: programs that copy text from what is marked in a page reverse it once more.
"""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf

from newsletter.pdf.merge import dictionaries, elements
from newsletter.pdf.scripts import run_number


def add_actual_text(pdf: pikepdf.Pdf, runs: Iterable[str]) -> None:
    """Let each of the *runs* that *pdf* shows say what it is to those who listen."""
    by_number = {run_number(run): run for run in runs}
    for element in elements(pdf.Root.StructTreeRoot):
        run = by_number.get(_number(element))
        if run:
            element.ActualText = pikepdf.String(run)
            del element["/A"]


def _number(element: pikepdf.Object) -> int:
    """Return the number that the colour of a line without thickness is; -1 where *element* has no such line."""
    for attributes in dictionaries(element.get("/A")):
        if attributes.get("/TextDecorationThickness") == 0:
            red, green, blue = (round(float(part) * 255) for part in attributes.TextDecorationColor)
            return (red << 16) + (green << 8) + blue
    return -1
