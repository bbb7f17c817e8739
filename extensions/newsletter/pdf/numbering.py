# SPDX-License-Identifier: EUPL-1.2
"""Page numbers, put on pages that are done.

An issue is set once, and stands in its own PDF, in that of its year and in the whole archive, each time with other
numbers: at the foot of each page, and in its contents. They are the last stream of a page, so that the binder only has
to put another in its place. The theme shows in a sample how they look.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from newsletter.pdf.notes import ContentsLine
from newsletter.pdf.objects import Objects, UnknownFormError, moved, number_at, references
from newsletter.pdf.part import Part

_CHARACTER = re.compile(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>")
_FONT = re.compile(rb"/(f\d+) (\d+) 0 R")
_WIDTHS = re.compile(rb"/W\[([\d. ]+)\]")
_OPERATIONS = re.compile(rb"([\d.-]+) ([\d.-]+) cm.* cs ([\d. ]+) scn.*/f\d+ ([\d.]+) Tf", re.DOTALL)
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_NUMBERED = re.compile(rb"/Contents\[\d+ 0 R (\d+) 0 R\]")
_FOOTER = "<</Attached[/Bottom]/Subtype/Footer/Type/Pagination>>"
_CONTENTS_SIZE = 10.0
"""Points, as the text."""
_COLOURS = "numbers"


class Glyph(NamedTuple):
    """A character of the sample: its font's name, its code there, its width of a size of 1."""

    font: str
    code: str
    width: float


@dataclass(frozen=True)
class Lettering:
    """How numbers look, and the objects for that: fonts and colours."""

    glyphs: Mapping[str, Glyph]
    objects: Objects
    fonts: Mapping[str, int]
    """By their names in :attr:`glyphs`, the numbers of them."""
    colours: int
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
        return f"/Artifact{_FOOTER}BDC\n/{_COLOURS} cs {self.colour} scn\n{shown}EMC\n"

    def in_contents(self, line: ContentsLine, number: int) -> str:
        """Return the operators that show the *number* of the page that *line* leads to."""
        shown = self._shown(str(number), line.right, line.baseline, _CONTENTS_SIZE)
        return f"/Span<</MCID {line.mark}>>BDC\n/{_COLOURS} cs {self.colour} scn\n{shown}EMC\n"

    def _shown(self, text: str, right: float, baseline: float, size: float) -> str:
        found = [self.glyphs[character] for character in text if character in self.glyphs]
        start = right - size * sum(glyph.width for glyph in found)
        runs = (
            f"/{font} {size:g} Tf <{''.join(glyph.code for glyph in run)}> Tj\n"
            for font, run in groupby(found, key=lambda glyph: glyph.font)
        )
        return f"BT 0 Tr 1 0 0 1 {start:.3f} {baseline:.3f} Tm {''.join(runs)}ET\n"

    def __len__(self) -> int:
        """Return how many objects it has."""
        return len(self.objects.bodies) - 1

    def put_into(self, part: Part) -> None:
        """Make its objects the last of *part*, and let each page know them."""
        objects = part.objects
        before = len(objects.bodies) - 1
        numbers = [before + number for number in range(len(self) + 1)]
        objects.bodies.extend(moved(self.objects.bodies[1:], numbers))
        objects.streams.update({before + number: content for number, content in self.objects.streams.items()})
        fonts = b"".join(b"/%b %d 0 R" % (name.encode(), before + number) for name, number in self.fonts.items())
        colours = b"/%b %d 0 R" % (_COLOURS.encode(), before + self.colours)
        for number in {number_at(b"Resources", objects.bodies[page]) for page in part.pages}:
            body = objects.bodies[number]
            for key, items in ((b"/Font<<", fonts), (b"/ColorSpace<<", colours)):
                body = body.replace(key, key + items) if key in body else body[:-2] + key + items + b">>>>"
            objects.bodies[number] = body


def sample_characters(of: str) -> str:
    """Return all characters that numbers are written with."""
    return "".join(dict.fromkeys(f"0123456789 {of}"))


def learn(sample: Objects, of: str) -> Lettering:
    """Return the lettering that the one page of *sample* shows at its foot: :func:`sample_characters`."""
    page = sample.bodies[Part(sample).pages[0]]
    resources = sample.bodies[number_at(b"Resources", page)]
    fonts = {f"numbers-{name.decode()}": int(number) for name, number in _FONT.findall(resources)}
    glyphs = {text: glyph for name, font in fonts.items() for text, glyph in _glyphs(sample, name, font)}
    shown = _OPERATIONS.search(zlib.decompress(sample.streams[number_at(b"Contents", page)]))
    if shown is None:
        raise UnknownFormError
    x, baseline, size = (float(each) for each in shown.group(1, 2, 4))
    right = x + size * sum(glyphs[each].width for each in sample_characters(of) if each in glyphs)
    own, numbers = _with_all_below(sample, [*fonts.values(), number_at(b"c0", resources)])
    placed = {name: numbers[number] for name, number in fonts.items()}
    colours = numbers[number_at(b"c0", resources)]
    return Lettering(glyphs, own, placed, colours, shown[3].decode(), size, right, baseline, of)


def _with_all_below(objects: Objects, wanted: Iterable[int]) -> tuple[Objects, list[int]]:
    """Return the objects *wanted* with all that they refer to, and by the numbers of *objects* those that they get."""
    found = list(wanted)
    for number in found:  # it grows on the way
        for below in references(objects.bodies[number]):
            if below not in found:
                found.append(below)
    numbers = [found.index(number) + 1 if number in found else 0 for number in range(len(objects.bodies))]
    streams = {numbers[number]: objects.streams[number] for number in found if number in objects.streams}
    return Objects([b"", *moved([objects.bodies[number] for number in found], numbers)], streams), numbers


def _glyphs(sample: Objects, name: str, font: int) -> Iterator[tuple[str, Glyph]]:
    body = sample.bodies[font]
    [descendant] = references(body.partition(b"/DescendantFonts[")[2].partition(b"]")[0])
    widths = dict(_widths(sample.bodies[descendant]))
    characters = zlib.decompress(sample.streams[number_at(b"ToUnicode", body)]).decode("ascii")
    for code, point in _CHARACTER.findall(characters):
        if int(code, 16) in widths:
            yield chr(int(point, 16)), Glyph(name, code, widths[int(code, 16)] / 1000)


def _widths(font: bytes) -> Iterator[tuple[int, float]]:
    """Read the widths of a CIDFont, which Typst tells by ranges alone (ISO 32000-1, 9.7.4.3)."""
    ranges = _WIDTHS.search(font)
    if ranges is None:
        raise UnknownFormError
    values = [float(each) for each in ranges[1].split()]
    for first, last, width in zip(values[::3], values[1::3], values[2::3], strict=True):
        yield from ((code, width) for code in range(int(first), int(last) + 1))


def put_on(objects: Objects, page: int, shown: Iterable[str]) -> None:
    """Put the operators *shown* onto *page*, in the place of those that were put there before."""
    content = "".join(shown).encode("ascii")
    body = objects.bodies[page]
    former = _NUMBERED.search(body)
    if former is None:
        number = objects.add(b"")
        objects.bodies[page] = _CONTENTS.sub(rb"/Contents[\1 0 R %d 0 R]" % number, body)
    else:
        number = int(former[1])
    objects.put_stream(number, content)
