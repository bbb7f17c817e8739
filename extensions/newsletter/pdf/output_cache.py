# SPDX-License-Identifier: EUPL-1.2
"""The PDFs of the last build, each with a digest of what it was made from, and the manifest that tells of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

from newsletter.incremental.output_state import remembered

MANIFEST = "manifest.json"


class ManifestEntry(TypedDict):
    """The entry of one PDF in the manifest."""

    bytes: int
    pages: int
    sha256: str
    made_from: str
    """A digest of all that went into it."""


@dataclass
class OutputCache:
    """The PDFs in *folder*; what is neither kept nor put in this build is removed by :meth:`close`."""

    folder: Path
    _entries: dict[str, ManifestEntry] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._former: dict[str, ManifestEntry] = remembered(self.folder / MANIFEST)

    def keep(self, path: str, made_from: str) -> bool:
        """Keep the PDF at *path* if it is there, whole, and was made from just that; tell whether it was."""
        known, target = self._former.get(path), self.folder / path
        if known is None or known.get("made_from") != made_from or not target.is_file():
            return False
        if sha256(target.read_bytes()).hexdigest() != known["sha256"]:
            return False
        self._entries[path] = known
        return True

    def put(self, path: str, made_from: str, content: bytes, pages: int) -> None:
        """Put a new PDF at *path*, whole or not at all."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.part")
        unfinished.write_bytes(content)
        unfinished.replace(target)
        digest = sha256(content).hexdigest()
        self._entries[path] = ManifestEntry(bytes=len(content), pages=pages, sha256=digest, made_from=made_from)

    def drop(self, path: str) -> None:
        """Remove the PDF at *path*: none is better than one that is out of date."""
        (self.folder / path).unlink(missing_ok=True)

    def close(self) -> None:
        """Remove every other PDF, and write the manifest."""
        inner = [path.parent for path in self.folder.glob(f"*/{MANIFEST}")]  # of further languages
        for target in self.folder.rglob("*.pdf"):
            if any(target.is_relative_to(folder) for folder in inner):
                continue
            if target.relative_to(self.folder).as_posix() not in self._entries:
                target.unlink()
        text = json.dumps(self._entries, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        manifest = self.folder / MANIFEST
        if not manifest.is_file() or manifest.read_text("utf-8") != text:
            manifest.write_text(text, encoding="utf-8", newline="\n")
