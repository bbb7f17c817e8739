# SPDX-License-Identifier: EUPL-1.2
"""Put a finished tree where readers find it, all at once."""

from __future__ import annotations

import ctypes
import filecmp
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_PUBLISHED_DOTS = frozenset({".nojekyll", ".well-known"})
_OF_THE_SERVER = frozenset({".htaccess"})
"""Settings that whoever runs the server has put there: neither written nor removed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The numbers of files that a publication wrote and took away."""

    written: int
    removed: int


def publish(staged: Path, published: Path) -> Outcome:
    """Make *published* equal to *staged*, but for Sphinx's and the server's own files, in one step, never half done.

    Unchanged files are the very same files as before, with their time; where nothing changed, nothing is touched.
    The new tree grows beside the old one, so both are on one file system.
    """
    published = published.resolve()
    following, former = _beside(published, "next"), _beside(published, "former")
    _recover(published, former)
    shutil.rmtree(following, ignore_errors=True)
    old = set(_all_files(published))
    kept = {path for path in old if path.name in _OF_THE_SERVER}
    new = set(_files(staged)) | kept
    unchanged = {path for path in new & old if path in kept or _same(staged / path, published / path)}
    if unchanged == new == old:
        return Outcome(0, 0)
    following.mkdir(parents=True)
    for path in sorted(new):
        _place(published / path if path in unchanged else staged / path, following / path, link=path in unchanged)
    _exchange(following, published, former)
    shutil.rmtree(following, ignore_errors=True)
    shutil.rmtree(former, ignore_errors=True)
    return Outcome(written=len(new - unchanged), removed=len(old - new))


def _beside(folder: Path, suffix: str) -> Path:
    return folder.with_name(f"{folder.name}.{suffix}")


def _recover(published: Path, former: Path) -> None:
    """Undo a publication that was killed between its two renames, where the system knows no exchange."""
    if former.exists() and not published.exists():
        former.rename(published)
    shutil.rmtree(former, ignore_errors=True)


def _all_files(root: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(root):
        for name in names:
            yield (Path(folder) / name).relative_to(root)


def _files(root: Path) -> Iterator[Path]:
    """Yield what readers are to have; Sphinx keeps its own notes in files whose names begin with a dot."""
    for path in _all_files(root):
        if not any(part.startswith(".") and part not in _PUBLISHED_DOTS for part in path.parts):
            yield path


def _same(one: Path, other: Path) -> bool:
    left, right = one.stat(), other.stat()
    if left.st_size != right.st_size:
        return False
    return left.st_mtime_ns == right.st_mtime_ns or filecmp.cmp(one, other, shallow=False)


def _place(source: Path, target: Path, *, link: bool) -> None:
    """Put *source* at *target*; only published files are linked, since Sphinx writes over staged ones in place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if link:
        try:
            target.hardlink_to(source)
        except OSError:  # a file system without hard links
            pass
        else:
            return
    shutil.copy2(source, target)


def _exchange(following: Path, published: Path, former: Path) -> None:
    """Let *following* and *published* change places; without the system's help, in two renames."""
    if published.exists():
        if _exchange_at_once(following, published):
            return
        published.rename(former)
    following.rename(published)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Exchange two folders by Linux's ``renameat2``; False where there is no such call or the file system has none."""
    call = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    if call is None:
        return False
    return bool(call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
