# SPDX-License-Identifier: EUPL-1.2
"""The PDFs that are there already, what went into them, and the manifest that tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypedDict

from newsletter.pdf.press import Sheet

MANIFEST = "manifest.json"


class Entry(TypedDict):
    """What the manifest says of one PDF."""

    bytes: int
    pages: int
    sha256: str


@dataclass
class Shelf:
    """The folder of the PDFs, and the file *notes* that remembers the key of all that went into each."""

    folder: Path
    notes: Path
    _keys: dict[str, str] = field(init=False)
    _entries: dict[str, Entry] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._keys = _read(self.notes)
        self._known: dict[str, Entry] = _read(self.folder / MANIFEST)

    @staticmethod
    def key(sheet: Sheet, fragments: Iterable[str], *others: str) -> str:
        """Return the key of a PDF: a digest of everything that it is made from."""
        parts = [sheet.source, json.dumps(sheet.inputs, sort_keys=True), sheet.timestamp.isoformat()]
        return sha256("\0".join([*parts, *fragments, *others]).encode()).hexdigest()

    def has(self, path: str, key: str) -> bool:
        """Tell whether the PDF at *path* is there, whole, and made from what *key* says; if so it is kept."""
        target = self.folder / path
        known = self._known.get(path)
        if known is None or self._keys.get(path) != key or not target.is_file():
            return False
        if sha256(target.read_bytes()).hexdigest() != known["sha256"]:
            return False
        self._entries[path] = known
        return True

    def put(self, path: str, key: str, content: bytes, pages: int) -> None:
        """Put a new PDF at *path*, whole or not at all."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.part")
        unfinished.write_bytes(content)
        unfinished.replace(target)
        self._entries[path] = Entry(bytes=len(content), pages=pages, sha256=sha256(content).hexdigest())
        self._keys[path] = key

    def drop(self, path: str) -> None:
        """Take away the PDF at *path*: none is better than one that is out of date."""
        (self.folder / path).unlink(missing_ok=True)
        self._keys.pop(path, None)

    def keep_only(self, paths: Iterable[str]) -> None:
        """Take away every PDF that is none of *paths*."""
        kept = set(paths)
        for target in sorted(self.folder.rglob("*.pdf")):
            path = target.relative_to(self.folder).as_posix()
            if path not in kept:
                self.drop(path)
        self._keys = {path: key for path, key in self._keys.items() if path in kept}

    def write_manifest(self) -> None:
        """Write the manifest and the notes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / MANIFEST, self._entries)
        self.notes.parent.mkdir(parents=True, exist_ok=True)
        _write(self.notes, self._keys)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
