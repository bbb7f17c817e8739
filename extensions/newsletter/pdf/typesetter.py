# SPDX-License-Identifier: EUPL-1.2
"""Set an issue, or a volume of issues: contents before them, indexes behind them, pages numbered throughout."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from hashlib import sha256
from types import MappingProxyType

import pikepdf

from newsletter.pdf.actual_text import add_actual_text
from newsletter.pdf.compiler import Compiler, Sheet
from newsletter.pdf.front import write_front
from newsletter.pdf.links import finish_links
from newsletter.pdf.manuscript import Manuscript
from newsletter.pdf.merge import append, destinations, opened, save
from newsletter.pdf.numbering import Numbering
from newsletter.pdf.poster import write_poster
from newsletter.pdf.scripts import runs_in
from newsletter.pdf.sheet import SheetWriter
from newsletter.pdf.translate import PageUrls
from newsletter.pdf.volume import Extent, Volume


@dataclass(frozen=True)
class Typesetter:
    """Sets volumes, whose issues are *manuscripts* by docname."""

    compiler: Compiler
    writer: SheetWriter
    manuscripts: Mapping[str, Manuscript]
    urls: PageUrls
    _issues: dict[str, bytes] = field(init=False, default_factory=dict)
    """Those that are set, by the path of their volume, without page numbers."""
    _years: dict[str, bytes] = field(init=False, default_factory=dict)
    """The issues of a year as they run on, by the path of its volume."""
    _numerals: dict[int, bytes] = field(init=False, default_factory=dict)
    """Page numbers that are set, by how many there are: many issues have as many pages."""

    def digest(self, volume: Volume) -> str:
        """Return a digest of all that Typst reads for *volume*, but for theme and fonts; pictures go by theirs."""
        alone = volume.alone
        read: list[object] = [self.writer.of, *([self._issue_sheet(volume)] if alone else ())]
        read += [self.manuscripts[issue.docname].digest for issue in volume.issues]
        if not alone:
            read += [self._front(volume), *map(self._year_sheet, volume.by_year())]
            read += [self._back(volume), self._places(volume)]
        return sha256(repr(read).encode()).hexdigest()

    def set(self, volume: Volume) -> tuple[bytes, int]:
        """Return the PDF of *volume*, and its number of pages. Raises CompileError."""
        alone = volume.alone
        pdf = opened(self._set_issue(volume)) if alone else self._merge(volume)
        pages, places, total = destinations(pdf), self._places(volume), len(pdf.pages)
        if total not in self._numerals:
            self._numerals[total] = self.compiler.set_numerals(total, self.writer.of)
        numbering = Numbering(pdf, opened(self._numerals[total]))
        for number, page in enumerate(pdf.pages, 1):
            numbered = number > 1 or (alone and volume.extent is not Extent.POSTER)  # a cover has none, nor a poster
            shown = [numbering.footer(page, number)] if numbered else []
            shown += (numbering.at_end(page, *line) for line in finish_links(page, pages, places))
            page.contents_add("".join(shown).encode())
        if not alone:
            pdf.Root.PageMode = pikepdf.Name.UseOutlines
        return save(pdf), total

    def _merge(self, volume: Volume) -> pikepdf.Pdf:
        """Return the issues of *volume* between contents and indexes; these show on which pages they come to stand."""
        book = opened(self._compile(self._front(volume)))
        for year in volume.by_year():
            append(book, self._set_year(year), str(year.years[0]) if volume.extent is Extent.WHOLE else "")
        append(book, self._compile(self._back(volume), destinations(book)))
        return book

    def _compile(self, sheet: Sheet, pages: Mapping[str, int] = MappingProxyType({})) -> bytes:
        content = self.compiler.compile(sheet, pages)
        if not sheet.runs:
            return content
        pdf = opened(content)
        add_actual_text(pdf, sheet.runs)
        return save(pdf)

    def _set_issue(self, volume: Volume) -> bytes:
        if volume.path not in self._issues:
            self._issues[volume.path] = self._compile(self._issue_sheet(volume))
        return self._issues[volume.path]

    def _set_year(self, year: Volume) -> bytes:
        if year.path not in self._years:
            self._years[year.path] = self._compile(self._year_sheet(year))
        return self._years[year.path]

    def _year_sheet(self, year: Volume) -> Sheet:
        return self._sheet(year, self.writer.write_year(year, self.manuscripts))

    def _issue_sheet(self, volume: Volume) -> Sheet:
        if volume.extent is Extent.POSTER:
            return self._sheet(volume, write_poster(self.writer, volume, self.urls))
        return self._sheet(volume, self.writer.write_issue(volume, self.manuscripts[volume.issues[0].docname]))

    def _front(self, volume: Volume) -> Sheet:
        headings = [self.manuscripts[issue.docname].headings for issue in volume.issues]
        back = self.writer.back_headings(volume, self._places(volume))
        return self._sheet(volume, write_front(self.writer, volume, headings, back, _timestamp(volume).date()))

    def _back(self, volume: Volume) -> Sheet:
        return self._sheet(volume, self.writer.write_back(volume, self._places(volume)))

    def _places(self, volume: Volume) -> Mapping[str, str]:
        """Return the name of the destination for each anchor of the issues of *volume*."""
        manuscripts = [self.manuscripts[issue.docname] for issue in volume.issues]
        places = {anchor: name for manuscript in manuscripts for anchor, name in manuscript.places.items()}
        if not volume.alone:
            places |= {name: "colophon" for manuscript in manuscripts for name in manuscript.contacts}
        return places

    def _sheet(self, volume: Volume, source: str) -> Sheet:
        runs = runs_in(source).union(*(self.manuscripts[issue.docname].runs for issue in volume.issues))
        return Sheet(
            source, self.writer.publication.language, _timestamp(volume), not volume.alone, tuple(sorted(runs))
        )


def _timestamp(volume: Volume) -> datetime:
    """Return the moment of ``SOURCE_DATE_EPOCH``, else of the latest revision that *volume* shows; never now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    days = [issue.published for issue in volume.issues] + [record.revised for record in volume.records]
    return datetime.combine(max(days), time(), UTC)
