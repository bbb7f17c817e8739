# SPDX-License-Identifier: EUPL-1.2
"""Page numbers, put on pages that are done.

An issue is set once, and stands in its own PDF, in that of its year and in the whole archive, each time with other
numbers: at the foot of each page, and in its contents. They are the last stream of a page, so that the binder only has
to put another in its place. The theme shows in a sample how they look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import pikepdf

from newsletter.pdf.notes import ContentsLine

_CHARACTER = re.compile(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>")
_FOOTER = "<</Attached[/Bottom]/Subtype/Footer/Type/Pagination>>"
_CONTENTS_SIZE = 10.0
"""Points, as the text."""
_COLOURS = "/numbers"


class Glyph(NamedTuple):
    """A character of the sample: its font's name, its code there, its width of a size of 1."""

    font: str
    code: str
    width: float


@dataclass(frozen=True)
class Lettering:
    """How numbers look, and the fonts for them."""

    glyphs: Mapping[str, Glyph]
    fonts: Mapping[str, pikepdf.Object]
    colours: pikepdf.Object
    pdf: pikepdf.Pdf
    """Where the fonts are; they last no longer than it."""
    colour: str
    """As operands."""
    size: float
    right: float
    baseline: float
    of: str
    """The word between a page's number and the number of all."""

    def footer(self, number: int, total: int) -> str:
        """Return the operators that show what stands at the foot of the page *number*."""
        shown = self._shown(f"{number} {self.of} {total}", self.right, self.baseline, self.size)
        return f"/Artifact{_FOOTER}BDC\n{_COLOURS} cs {self.colour} scn\n{shown}EMC\n"

    def in_contents(self, line: ContentsLine, number: int) -> str:
        """Return the operators that show the *number* of the page that *line* leads to."""
        shown = self._shown(str(number), line.right, line.baseline, _CONTENTS_SIZE)
        return f"/Span<</MCID {line.mark}>>BDC\n{_COLOURS} cs {self.colour} scn\n{shown}EMC\n"

    def _shown(self, text: str, right: float, baseline: float, size: float) -> str:
        found = [self.glyphs[character] for character in text if character in self.glyphs]
        start = right - size * sum(glyph.width for glyph in found)
        runs = (
            f"{font} {size:g} Tf <{''.join(glyph.code for glyph in run)}> Tj\n"
            for font, run in groupby(found, key=lambda glyph: glyph.font)
        )
        return f"BT 0 Tr 1 0 0 1 {start:.3f} {baseline:.3f} Tm {''.join(runs)}ET\n"

    def brought_into(self, pdf: pikepdf.Pdf) -> Lettering:
        """Return the same, with its fonts in *pdf*."""
        fonts = {name: pdf.copy_foreign(font) for name, font in self.fonts.items()}
        values = {**vars(self), "fonts": fonts, "colours": pdf.copy_foreign(self.colours), "pdf": pdf}
        return Lettering(**values)


def sample_characters(of: str) -> str:
    """Return all characters that numbers are written with."""
    return "".join(dict.fromkeys(f"0123456789 {of}"))


def learn(sample: pikepdf.Pdf, of: str) -> Lettering:
    """Return the lettering that the first page of *sample* shows at its foot: :func:`sample_characters`."""
    page = sample.pages[0].obj
    fonts = {f"/numbers-{name[1:]}": sample.make_indirect(font) for name, font in page.Resources.Font.items()}
    glyphs = {text: glyph for name, font in fonts.items() for text, glyph in _glyphs(name, font)}
    values: dict[str, list[float]] = {}
    for instruction in pikepdf.parse_content_stream(sample.pages[0], "cm scn Tf"):
        operands = [float(each) for each in instruction.operands if not isinstance(each, pikepdf.Name)]
        values.setdefault(str(instruction.operator), operands)
    size = values["Tf"][0]
    x, baseline = values["cm"][4:6]
    right = x + size * sum(glyphs[each].width for each in sample_characters(of) if each in glyphs)
    colours = sample.make_indirect(page.Resources.ColorSpace["/c0"])
    colour = " ".join(f"{each:g}" for each in values["scn"])
    return Lettering(glyphs, fonts, colours, sample, colour, size, right, baseline, of)


def _glyphs(name: str, font: pikepdf.Object) -> Iterator[tuple[str, Glyph]]:
    widths = dict(_widths(font.DescendantFonts[0].W))
    for code, point in _CHARACTER.findall(font.ToUnicode.read_bytes().decode("ascii", "ignore")):
        if int(code, 16) in widths:
            yield chr(int(point, 16)), Glyph(name, code, widths[int(code, 16)] / 1000)


def _widths(array: pikepdf.Object) -> Iterator[tuple[int, float]]:
    """Read the widths of a CIDFont (ISO 32000-1, 9.7.4.3)."""
    items = list(array)
    while items:
        first, following = int(items.pop(0)), items.pop(0)
        if isinstance(following, pikepdf.Array):
            yield from ((first + index, float(width)) for index, width in enumerate(following))
        else:
            width = float(items.pop(0))
            yield from ((code, width) for code in range(first, int(following) + 1))


def put_on(pdf: pikepdf.Pdf, page: pikepdf.Object, lettering: Lettering, shown: Iterable[str], *, again: bool) -> None:
    """Put the operators *shown* onto *page*; *again* in the place of those that were put there before."""
    stream = pdf.make_stream("".join(shown).encode("ascii"))
    page.Contents = pikepdf.Array([page.Contents[0] if again else page.Contents, stream])
    resources = page.Resources
    for kind, items in (("/Font", lettering.fonts), ("/ColorSpace", {_COLOURS: lettering.colours})):
        if kind not in resources:
            resources[kind] = pikepdf.Dictionary()
        for name, item in items.items():
            resources[kind][name] = item
