# SPDX-License-Identifier: EUPL-1.2
"""What is set for a volume: one sheet, or a sheet for each of its parts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property

from newsletter.core.issue import Issue
from newsletter.core.problem import _
from newsletter.core.publication import Publication
from newsletter.locale import translate
from newsletter.pdf.glyphs import Typeface
from newsletter.pdf.parts import LongVolume
from newsletter.pdf.press import Paging, Press, Sheet, Target
from newsletter.pdf.sheet import Chapter, ContentsLine, SheetWriter
from newsletter.pdf.translate import Fragment
from newsletter.pdf.volume import Extent, Volume

_RECORDS_WITH_CONTENTS = 6
"""Records from which on an issue of its own starts with its contents."""

_CODE_AT_ONCE = 5_000_000
"""Characters of Typst code that are set in one go: some 1,000 pages, which take a little over 1 GB."""


@dataclass(frozen=True)
class VolumePlan:
    """What to set for *volume*, whose documents are *fragments* by docname."""

    volume: Volume
    fragments: Mapping[str, Fragment]
    publication: Publication
    typeface: Typeface

    @cached_property
    def _writer(self) -> SheetWriter:
        return SheetWriter(self.publication, self.typeface, translate)

    @property
    def _alone(self) -> bool:
        return self.volume.extent is Extent.ISSUE

    def sheet(self) -> Sheet:
        """Return the sheet of the whole volume."""
        targets = self._targets(self.volume.issues)
        return self._sheet(self._writer.write(self.volume, self._chapters, targets), targets)

    def batches(self) -> Iterator[tuple[Issue, ...]]:
        """Return the issues, so many together as may be set at once."""
        batch: list[Issue] = []
        size = 0
        for issue in self.volume.issues:
            added = self.fragments[issue.docname].size
            if batch and size + added > _CODE_AT_ONCE:
                yield tuple(batch)
                batch, size = [], 0
            batch.append(issue)
            size += added
        yield tuple(batch)

    def in_parts(self, press: Press, batches: Sequence[tuple[Issue, ...]]) -> LongVolume:
        """Return the volume as parts: cover and contents, each of *batches*, indexes."""
        everywhere = self._targets(self.volume.issues)

        def front(lines: Sequence[ContentsLine], paging: Paging) -> Sheet:
            return self._sheet(self._writer.write_front(self.volume, lines), {}, paging)

        def back(paging: Paging) -> Sheet:
            return self._sheet(self._writer.write_back(self.volume, everywhere), everywhere, paging)

        return LongVolume(press, front, [self._part(batch, everywhere) for batch in batches], back)

    def _part(self, batch: tuple[Issue, ...], everywhere: Mapping[str, Target]) -> _Part:
        # Only headings have names in the PDF, by which another part can lead to them.
        elsewhere = {name: target for name, target in everywhere.items() if target.heading}
        targets = elsewhere | self._targets(batch)
        return _Part(self, self._writer.write_issues(self.volume, batch, self._chapters), targets)

    def _sheet(self, source: str, targets: Mapping[str, Target], paging: Paging | None = None) -> Sheet:
        contents = (
            translate(_("Contents")) if self._alone and len(self.volume.records) >= _RECORDS_WITH_CONTENTS else ""
        )
        language = self.publication.language
        return Sheet(source, targets, language, _timestamp(self.volume), contents, self._alone, paging or Paging())

    def _targets(self, issues: Sequence[Issue]) -> dict[str, Target]:
        targets: dict[str, Target] = {}
        for issue in issues:
            fragment = self.fragments[issue.docname]
            left_out = () if self._alone else fragment.only_alone
            targets.update(
                (name, Target(to, to in fragment.headings))
                for name, to in fragment.labels.items()
                if name not in left_out
            )
        return targets

    @cached_property
    def _chapters(self) -> Mapping[str, Chapter]:
        return {issue.docname: self._chapter(issue) for issue in self.volume.issues}

    def _chapter(self, issue: Issue) -> Chapter:
        fragment = self.fragments[issue.docname]
        return Chapter(f"/fragments/{issue.docname}.typ", fragment.has_masthead, fragment.has_contacts)


@dataclass(frozen=True)
class _Part:
    """Writes the part of some issues."""

    plan: VolumePlan
    source: str
    targets: Mapping[str, Target]

    def __call__(self, paging: Paging) -> Sheet:
        """Return the sheet, with its page numbers."""
        return self.plan._sheet(self.source, self.targets, paging)  # noqa: SLF001 - a part of the same plan


def _timestamp(volume: Volume) -> datetime:
    """Return the moment of ``SOURCE_DATE_EPOCH``, else of the latest revision that *volume* shows; never now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    days = [issue.published for issue in volume.issues] + [record.revised for record in volume.records]
    return datetime.combine(max(days), time(), UTC)
