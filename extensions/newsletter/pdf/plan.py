# SPDX-License-Identifier: EUPL-1.2
"""What is set for a volume: one sheet for an issue; for volumes of many, what stands before and behind the issues."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property

from newsletter.environment.i18n import translate
from newsletter.model.publication import Publication
from newsletter.pdf.bound import BoundIssue, BoundVolume
from newsletter.pdf.glyphs import Typeface
from newsletter.pdf.manuscripts import Manuscript, ManuscriptStore
from newsletter.pdf.notes import Bookmark
from newsletter.pdf.press import Press, Sheet
from newsletter.pdf.sheet import Chapter, SheetWriter
from newsletter.pdf.volume import Volume


@dataclass(frozen=True)
class VolumePlan:
    """What to set for *volume*, whose issues are *manuscripts* by docname."""

    volume: Volume
    manuscripts: Mapping[str, Manuscript]
    publication: Publication
    typeface: Typeface

    @cached_property
    def _writer(self) -> SheetWriter:
        return SheetWriter(self.publication, self.typeface, translate)

    def sheet(self) -> Sheet:
        """Return the sheet of an issue."""
        docname = self.volume.issues[0].docname
        manuscript = self.manuscripts[docname]
        chapter = Chapter(ManuscriptStore.path(docname), manuscript.has_masthead, manuscript.has_contacts)
        return self._sheet(self._writer.write_issue(self.volume, chapter))

    def front(self, headings: Sequence[Bookmark]) -> Sheet:
        """Return the sheet of cover and contents, which list *headings*."""
        return self._sheet(self._writer.write_front(self.volume, headings))

    def back(self, pages: Mapping[str, int]) -> Sheet:
        """Return the sheet of the indexes, with the page of each name."""
        return self._sheet(self._writer.write_back(self.volume, self.anchors, pages))

    def bound(self, press: Press, issues: Sequence[BoundIssue]) -> BoundVolume:
        """Return the volume as *press* is to bind it from its *issues*."""
        return BoundVolume(
            issues,
            self.anchors,
            lambda headings: press.lay_out(self.front(headings)),
            lambda pages: press.lay_out(self.back(pages)),
            press.lettering,
        )

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """The name of the place for each anchor of the issues at which there is a heading: only these have names."""
        manuscripts = (self.manuscripts[issue.docname] for issue in self.volume.issues)
        return {
            anchor: label
            for manuscript in manuscripts
            for anchor, label in manuscript.labels.items()
            if label in manuscript.headings
        }

    def _sheet(self, source: str) -> Sheet:
        return Sheet(source, self.publication.language, self.timestamp)

    @property
    def timestamp(self) -> datetime:
        """The moment of ``SOURCE_DATE_EPOCH``, else of the latest revision that the volume shows; never now."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC)
        volume = self.volume
        days = [issue.published for issue in volume.issues] + [record.revised for record in volume.records]
        return datetime.combine(max(days), time(), UTC)
