# SPDX-License-Identifier: EUPL-1.2
"""Prints volumes that are not on the shelf yet, or no longer as they should be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsletter.environment.digest import Digester
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.issue import Issue
from newsletter.model.publication import Publication
from newsletter.pdf.bound import BoundIssue
from newsletter.pdf.glyphs import Typeface
from newsletter.pdf.manuscripts import Manuscript
from newsletter.pdf.plan import VolumePlan
from newsletter.pdf.press import Press, PressError
from newsletter.pdf.shelf import Shelf
from newsletter.pdf.volume import Extent, Volume, issue_path


@dataclass(frozen=True)
class Printer:
    """Prints the volumes of *publication*, whose issues are *manuscripts* by docname, onto the *shelf*."""

    press: Press
    shelf: Shelf
    publication: Publication
    typeface: Typeface
    manuscripts: Mapping[str, Manuscript]
    equipment: str
    """A digest of all that every PDF depends on."""
    digester: Digester

    def print(self, volume: Volume) -> None:
        """Print *volume*, unless it is on the shelf as it should be. Raises PressError."""
        plan = VolumePlan(volume, self.manuscripts, self.publication, self.typeface)
        if volume.extent is Extent.ISSUE:
            self._print_issue(plan)
        else:
            self._bind(plan)

    def _print_issue(self, plan: VolumePlan) -> None:
        path, sheet = plan.volume.path, plan.sheet()
        digest = self.manuscripts[plan.volume.issues[0].docname].digest
        key = self.digester.of(sheet.source, sheet.language, sheet.timestamp.isoformat(), digest, self.equipment)
        if not self.shelf.has(path, key) or self.shelf.notes(path) is None:
            content, notes = self.press.print_issue(sheet)
            self.shelf.put(path, key, content, notes.count)
            self.shelf.put_notes(path, notes)

    def _bind(self, plan: VolumePlan) -> None:
        volume = plan.volume
        missing = [path for path in map(issue_path, volume.issues) if not self.shelf.holds(path)]
        if missing:
            message = translate(_("it lacks %(names)s")) % {"names": ", ".join(missing)}
            raise PressError(message)
        sums = [self.shelf.sum_of(issue_path(issue)) for issue in volume.issues]
        told = [volume, self.publication, plan.timestamp.isoformat(), list(plan.anchors.items())]
        key = self.digester.of(*told, sums, self.equipment)
        if not self.shelf.has(volume.path, key):
            issues = [self._bound_issue(issue) for issue in volume.issues]
            self.shelf.put(volume.path, key, *self.press.print_volume(plan.bound(self.press, issues)))

    def _bound_issue(self, issue: Issue) -> BoundIssue:
        path = issue_path(issue)
        notes = self.shelf.notes(path)
        if notes is None:
            message = f"the notes of {path} have gone"
            raise PressError(message)
        return BoundIssue(self.shelf.folder / path, notes, self.manuscripts[issue.docname].contacts)
