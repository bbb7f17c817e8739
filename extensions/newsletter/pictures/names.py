# SPDX-License-Identifier: EUPL-1.2
"""The names under which pictures are published: after their files, without a clash that any web server would see."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from newsletter.pictures.decode import PictureFacts
from newsletter.pictures.derivatives import MIDDLE_WIDTH, Derivative, common_suffix, mail_derivative, page_derivatives

_LONGEST = 200
"""Bytes of a stem: file names have at most 255."""


@dataclass(frozen=True, slots=True)
class Published:
    """A picture as it is published."""

    stem: str
    facts: PictureFacts

    def name(self, derivative: Derivative) -> str:
        """Return the file name of *derivative*."""
        return f"{self.stem}-{derivative.width}.{derivative.suffix}"

    @property
    def derivatives(self) -> list[Derivative]:
        """All that are published, each once."""
        return list(dict.fromkeys((*page_derivatives(self.facts), mail_derivative(self.facts))))

    @property
    def largest(self) -> str:
        """The file name of the widest that every program shows."""
        *_others, last = page_derivatives(self.facts)
        return self.name(last)

    @property
    def middle(self) -> str:
        """The file name of one that a column of text has room for, which every program shows."""
        files = self.sources(common_suffix(self.facts))
        return [name for name, width in files if width <= MIDDLE_WIDTH or width == files[0][1]][-1]

    @property
    def for_mail(self) -> str:
        """The file name of what mails show."""
        return self.name(mail_derivative(self.facts))

    def sources(self, suffix: str) -> list[tuple[str, int]]:
        """Return the files in the format *suffix* that pages choose from: their names and widths, narrow ones first."""
        return [(self.name(each), each.width) for each in page_derivatives(self.facts) if each.suffix == suffix]


def unique_stems(paths: Iterable[str]) -> Mapping[str, str]:
    """Return a stem for each of *paths*: of those that differ by folder, suffix or capitals alone, one has it as it is.

    The others' end with a digest of their path, so that a stem changes only where a path before its own comes or goes;
    those of higher folders come first.
    """
    stems: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths, key=lambda path: (path.count("/"), path)):
        own = stem = unicodedata.normalize("NFC", PurePosixPath(path).stem)
        digest = path
        while stem.casefold() in taken or len(stem.encode("utf-8", "surrogateescape")) > _LONGEST:
            digest = sha256(digest.encode("utf-8", "surrogateescape")).hexdigest()
            stem = f"{own[: _LONGEST // 4]}-{digest[:8]}"
        taken.add(stem.casefold())
        stems[path] = stem
    return stems
