# SPDX-License-Identifier: EUPL-1.2
"""The PDFs that are there already, what went into them, and the manifest that tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

from newsletter.incremental.saved_state import remembered
from newsletter.pdf.notes import Notes

MANIFEST = "manifest.json"


class Entry(TypedDict):
    """What the manifest says of one PDF."""

    bytes: int
    pages: int
    sha256: str


@dataclass
class Shelf:
    """The folder of the PDFs, and the folder *memory* with the keys of all that went into each, and notes of issues."""

    folder: Path
    memory: Path
    _keys: dict[str, str] = field(init=False)
    _entries: dict[str, Entry] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._keys = remembered(self._key_file)
        self._known: dict[str, Entry] = remembered(self.folder / MANIFEST)

    @property
    def _key_file(self) -> Path:
        return self.memory / "keys.json"

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

    def holds(self, path: str) -> bool:
        """Tell whether the PDF at *path* is there, kept or new."""
        return path in self._entries

    def sum_of(self, path: str) -> str:
        """Return the digest of the PDF at *path*, which is there."""
        return self._entries[path]["sha256"]

    def notes(self, path: str) -> Notes | None:
        """Return the notes of the PDF at *path*, if it was put there with some."""
        found = remembered(self._notes_file(path))
        return Notes.from_json(found["notes"]) if found.get("sha256") == self.sum_of(path) else None

    def put_notes(self, path: str, notes: Notes) -> None:
        """Keep *notes* of the PDF at *path*, which is there."""
        target = self._notes_file(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps({"sha256": self.sum_of(path), "notes": notes.to_json()}), encoding="utf-8")

    def _notes_file(self, path: str) -> Path:
        return self.memory / f"{path}.json"

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
        self._notes_file(path).unlink(missing_ok=True)
        self._keys.pop(path, None)
        self._entries.pop(path, None)

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
        self.memory.mkdir(parents=True, exist_ok=True)
        _write(self._key_file, self._keys)


def _write(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
