# SPDX-License-Identifier: EUPL-1.2
"""An old newsletter as it was read, beside all that its file holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from newsletter.model.diagnostics import _
from newsletter.tools.importer.lines import Line


class Fate(Enum):
    """The fate of a part of the file."""

    READ = _("read")
    """Its words stand in the draft."""
    SPARED = _("the same text again, in another form")
    """An alternative to a part that was read; what it says beyond that is noted."""
    PICTURE = _("a picture")
    LEFT = _("not read")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file: of a mail, of a Word document, the pages of a PDF."""

    name: str
    fate: Fate = Fate.READ
    words: int = 0


@dataclass
class Original:
    """The lines of an old newsletter, and what its file holds, counted in the file itself and not in the lines."""

    lines: list[Line]
    texts: list[str] = field(default_factory=list)
    """All pieces of text of the file, in its order."""
    spared: list[str] = field(default_factory=list)
    """The same of parts that say again what another part says."""
    links: list[str] = field(default_factory=list)
    """Every link, as it is written."""
    pictures: list[str] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    """The bytes of the pictures that are in the file or beside it, by the names that lines have for them."""
    parts: list[Part] = field(default_factory=list)
    title: str = ""
    """The file's own title: the subject of a mail, the title of a page."""
    broken: frozenset[str] = frozenset()
    """Pieces of words that the end of a row parts from their other half."""
