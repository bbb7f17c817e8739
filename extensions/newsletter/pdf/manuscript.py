# SPDX-License-Identifier: EUPL-1.2
"""An issue as Typst code, with what a volume has to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsletter.pdf.scripts import runs_in
from newsletter.pdf.translate import Fragment, Heading


@dataclass(frozen=True)
class Manuscript:
    """An issue as Typst code."""

    path: str
    """Of the code, from Typst's root."""
    digest: str
    """Of the code."""
    places: dict[str, str]
    """The name of the destination in the PDF for each anchor of the issue at which there is a heading."""
    headings: tuple[Heading, ...]
    """Its entries in the contents of a volume."""
    has_contacts: bool
    runs: frozenset[str]
    """Its words whose glyphs do not tell their text."""
    contacts: frozenset[str]
    """The names of headings that a volume leaves out, having its contacts at its end."""


def write_manuscript(root: Path, fragment: Fragment, code: str) -> Manuscript:
    """Put the *code* that *fragment* has become below *root*, Typst's root folder."""
    path = f"/fragments/{fragment.docname}.typ"
    target = root / path.lstrip("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(code, encoding="utf-8", newline="\n")
    places = {anchor: label for anchor, label in fragment.labels.items() if label in fragment.headings}
    headings = tuple(
        heading
        for heading in fragment.outline
        if (heading.level <= 2 or heading.is_record) and heading.name not in fragment.contacts
    )
    return Manuscript(
        path,
        sha256(code.encode()).hexdigest(),
        places,
        headings,
        has_contacts=fragment.has_contacts,
        runs=runs_in(code),
        contacts=frozenset(fragment.contacts),
    )
