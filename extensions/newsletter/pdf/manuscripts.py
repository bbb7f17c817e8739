# SPDX-License-Identifier: EUPL-1.2
"""Issues as Typst code, kept from build to build, with what a volume has to know of each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsletter.pdf.translate import Fragment


@dataclass(frozen=True)
class Manuscript:
    """An issue as Typst code."""

    digest: str
    """Of the code."""
    labels: dict[str, str]
    """Every anchor of the issue to the label that stands for it in the PDF."""
    headings: frozenset[str]
    """The labels that stand at a heading."""
    contacts: frozenset[str]
    """The labels of headings under which there are only the publisher's contacts."""
    has_masthead: bool
    has_contacts: bool


@dataclass(frozen=True)
class ManuscriptStore:
    """Keeps manuscripts in ``fragments`` under *root*, Typst's root folder."""

    root: Path
    key: str
    """A digest of what all of them depend on."""
    surroundings: str
    """A digest of what those depend on that refer to other pages."""

    @staticmethod
    def path(docname: str) -> str:
        """Return the path of an issue's code from Typst's root."""
        return f"/fragments/{docname}.typ"

    def load(self, docname: str) -> Manuscript | None:
        """Return the manuscript of *docname* if it is there, whole, and what it depends on is as it was."""
        code, notes = self._files(docname)
        try:
            found: dict[str, Any] = json.loads(notes.read_text("utf-8"))
            whole = sha256(code.read_bytes()).hexdigest() == found["digest"]
        except (OSError, ValueError, KeyError):
            return None
        if not whole or found["key"] != self.key or found["surroundings"] not in {"", self.surroundings}:
            return None
        return Manuscript(
            found["digest"],
            found["labels"],
            frozenset(found["headings"]),
            frozenset(found["contacts"]),
            found["has_masthead"],
            found["has_contacts"],
        )

    def save(self, fragment: Fragment, code: str) -> Manuscript:
        """Keep the *code* that *fragment* has become; one with complaints is made again each time, to repeat them."""
        target, notes = self._files(fragment.docname)
        target.parent.mkdir(parents=True, exist_ok=True)
        notes.unlink(missing_ok=True)
        target.write_text(code, encoding="utf-8", newline="\n")
        manuscript = Manuscript(
            sha256(code.encode()).hexdigest(),
            fragment.labels,
            frozenset(fragment.headings),
            frozenset(fragment.contacts),
            fragment.has_masthead,
            fragment.has_contacts,
        )
        if not fragment.complained:
            surroundings = self.surroundings if fragment.refers_elsewhere else ""
            kept = {**vars(manuscript), "key": self.key, "surroundings": surroundings}
            notes.write_text(json.dumps(kept, default=sorted), encoding="utf-8")
        return manuscript

    def _files(self, docname: str) -> tuple[Path, Path]:
        code = self.root / self.path(docname).lstrip("/")
        return code, code.with_suffix(".json")
