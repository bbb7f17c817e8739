# SPDX-License-Identifier: EUPL-1.2
"""The files that an import is given: one, several, those of a folder or of a .zip."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath, PurePosixPath
from typing import TypeVar

from newsletter.pictures.formats import IMAGES
from newsletter.tools.console import refuse
from newsletter.tools.importer.reading import bytes_of, file_beside

_LARGEST = 200_000_000  # bytes of a file in a .zip, unpacked
_PAGES = frozenset({".html", ".htm", ".xhtml", ".md", ".markdown"})
_OF_PAGES = frozenset({".css", ".js"})
_OF_SYSTEMS = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
"""Files that macOS and Windows leave in folders."""
_SIGNS = "*?["
AnyPath = TypeVar("AnyPath", bound=PurePath)


@dataclass(frozen=True)
class Source:
    """A file with old news."""

    name: str
    """Its path as the editor knows it, with that of the .zip that it is in."""
    read: Callable[[], bytes]
    beside: Callable[[str], bytes | None]
    """A function that reads a picture beside it."""


def find_sources(words: Sequence[str]) -> list[Source]:
    """Return the files that *words* name: files, folders with all that is in them, patterns, .zip files.

    Hidden files are left out, what macOS and Windows leave in folders, and the pictures and styles of pages.

    :raises CommandError: where there is none.
    """
    paths = [path for word in words for path in _named(word)]
    found = [source for path in paths for source in _within(path)]
    if not found:
        raise refuse("There is no file in %(name)s.", name=" ".join(words))
    return found


def _named(word: str) -> Iterator[Path]:
    path = Path(word)
    if path.is_dir():
        within = sorted(each.relative_to(path) for each in path.rglob("*") if each.is_file())
        yield from (path / each for each in _documents(within))
    elif any(sign in word for sign in _SIGNS) and not path.exists():
        yield from (
            each for each in sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor)))) if each.is_file()
        )
    else:
        yield path


def _within(path: Path) -> Iterator[Source]:
    if path.suffix.lower() != ".zip" or not zipfile.is_zipfile(path):
        yield Source(str(path), partial(bytes_of, path), partial(file_beside, path))
        return
    with zipfile.ZipFile(path) as archive:
        names = {PurePosixPath(each.filename.replace("\\", "/")): each for each in archive.infolist()}
    for inner in _documents([inner for inner, entry in names.items() if not entry.is_dir()]):
        name = names[inner].filename
        yield Source(f"{path}/{inner}", partial(_unpack, path, name), partial(_unpack_beside, path, name))


def _unpack(path: Path, name: str) -> bytes:
    """Return the bytes of the file *name* in the .zip at *path*; it is written nowhere."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(name) as file:
            raw = file.read(_LARGEST + 1)
    except (OSError, RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
        raise refuse("%(name)s cannot be opened: %(reason)s.", name=f"{path}/{name}", reason=error) from None
    if len(raw) > _LARGEST:
        raise refuse("%(name)s is larger than any newsletter: unpack it, and look at what it is.", name=name)
    return raw


def _unpack_beside(path: Path, name: str, url: str) -> bytes | None:
    """Return the picture *url* beside the page *name* in the .zip at *path*; None where it is not there."""
    inner = posixpath.normpath(posixpath.join(posixpath.dirname(name), url))
    with zipfile.ZipFile(path) as archive:
        there = Path(url).suffix.lower() in IMAGES and inner in archive.namelist()
    return _unpack(path, inner) if there else None


def _documents(paths: Sequence[AnyPath]) -> Iterator[AnyPath]:
    """Yield those of *paths* that are neither hidden nor shown by a page that lies beside them, or a folder above."""
    pages = {path.parent for path in paths if path.suffix.lower() in _PAGES}
    for path in paths:
        shown = path.suffix.lower() in IMAGES | _OF_PAGES and not pages.isdisjoint(path.parents)
        if not shown and not _is_hidden(path.parts):
            yield path


def _is_hidden(parts: Sequence[str]) -> bool:
    named = [part for part in parts if part not in {".", ".."}]
    return any(part.startswith((".", "~$")) or part.lower() in _OF_SYSTEMS for part in named)
