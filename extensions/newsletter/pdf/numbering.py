# SPDX-License-Identifier: EUPL-1.2
"""Page numbers, put on pages that are done: the issues of a year are set once, and two volumes number them anew.

Typst sets all numbers on the pages of a PDF of their own, of which they are taken as form XObjects (ISO 32000-1, 8.10).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pikepdf

_FOOTER = "/Artifact<</Attached[/Bottom]/Subtype/Footer/Type/Pagination>>"
_BELOW = 3
"""Points below the baseline of a number that stands alone, as the theme sets it."""


@dataclass(frozen=True)
class Numbering:
    """Shows numbers on the pages of *pdf*; *numerals* are the footers of all of them, then their numbers alone."""

    pdf: pikepdf.Pdf
    numerals: pikepdf.Pdf
    _forms: dict[int, pikepdf.Object] = field(init=False, default_factory=dict)
    """Those that were taken, by their page: a number stands on many pages."""

    @cached_property
    def _parents(self) -> pikepdf.NumberTree:
        return pikepdf.NumberTree(self.pdf.Root.StructTreeRoot.ParentTree)

    def footer(self, page: pikepdf.Page, number: int) -> str:
        """Return the operators that show the footer of the page *number* on *page*."""
        return self._shown(page, number - 1, _FOOTER, "1 0 0 1 0 0")

    def at_end(self, page: pikepdf.Page, annotation: pikepdf.Object, number: int) -> str:
        """Return the operators that show *number* at the end of a link on *page*.

        It becomes a part of the link for those who listen (14.7.4.2).
        """
        link, marks = self._parents[int(annotation.StructParent)], self._parents[int(page.obj.StructParents)]
        _list_as_contents(link)
        mark = len(marks)
        marks.append(link)
        kids = link.K if isinstance(link.K, pikepdf.Array) else [link.K]
        link.K = pikepdf.Array([*kids, pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page.obj, MCID=mark)])
        at = len(self.pdf.pages) + number - 1
        # The last stretch of the link is the room that the theme has left for the number.
        corners = [float(each) for each in annotation.get("/QuadPoints", annotation.Rect)][-8:]
        left = max(corners[::2]) - float(self.numerals.pages[at].mediabox[2])
        return self._shown(page, at, f"/Span<</MCID {mark}>>", f"1 0 0 1 {left:.3f} {min(corners[1::2]) - _BELOW:.3f}")

    def _shown(self, page: pikepdf.Page, at: int, mark: str, matrix: str) -> str:
        """Return the operators that show the page *at* of the numerals, as the marked content that *mark* says."""
        if at not in self._forms:
            self._forms[at] = self.pdf.copy_foreign(self.numerals.pages[at].as_form_xobject())
        name = page.add_resource(self._forms[at], pikepdf.Name.XObject, pikepdf.Name(f"/numeral-{at}"))
        return f"{mark}BDC q {matrix} cm {name} Do Q EMC\n"


def _list_as_contents(link: pikepdf.Object) -> None:
    """Let the item of a list that holds *link* be an item of contents (14.8.4.3.3), as Typst cannot say."""
    item = link.P.get("/P")
    if item is not None and item.get("/S") == "/LI":
        link.P.S, item.S, item.P.S = pikepdf.Name.Reference, pikepdf.Name.TOCI, pikepdf.Name.TOC
        if "/A" in item.P:
            del item.P["/A"]
