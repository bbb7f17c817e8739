# SPDX-License-Identifier: EUPL-1.2
"""Take the pictures out of an old newsletter: each becomes a file beside the issue, and that of its own record."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from newsletter.model.issue import IssueName
from newsletter.model.text import slug
from newsletter.pictures.decode import PictureError, judge
from newsletter.tools.importer.items import Item, Picture
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.outline import Outline

_SMALLEST = 48
"""Pixels of a side: what is smaller is an icon, a dot of a list or a ruler."""
_MOST = 2
"""The number of times that a picture of records is shown at most; what is shown more often is an ornament."""
_LONGEST_NAME = 40
_SUFFIXES = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp", "AVIF": ".avif"}
_SUFFIXES |= {"TIFF": ".tif", "BMP": ".bmp"}


@dataclass
class Taken:
    """The pictures that were taken out."""

    files: dict[str, bytes] = field(default_factory=dict)
    """By their paths, from the folder of issues."""
    paths: dict[str, str] = field(default_factory=dict)
    """These paths by the names that lines have for the pictures."""
    owned: set[int] = field(default_factory=set)
    """The places of the lines whose pictures records have."""


def take_pictures(outline: Outline, original: Original, issue: IssueName, project: Path) -> Taken:
    """Give the pictures of *original* to their records in *outline*, and return them as files of *issue*.

    What cannot be decoded, icons and ornaments stay where they are: the draft names them. No file of *project* is
    overwritten.
    """
    lines = [line for line in outline.asides if line.picture in original.images]
    shown = Counter(original.images[line.picture] for line in lines)
    taken, folder = Taken(), project / "issues"
    owners = _owners(outline, original.lines, lines)
    for line in lines:
        data = original.images[line.picture]
        suffix = _suffix(data) if line.picture not in taken.paths else ""
        item = owners.get(line.place) if shown[data] <= _MOST else None
        if suffix:
            name = slug(item.title if item else line.text or Path(line.picture).stem) or "immagine"
            path = _free(f"{issue}/{name[:_LONGEST_NAME].strip('-')}", suffix, data, folder, taken)
            taken.paths[line.picture] = path
            taken.files[path] = data
        if item is not None and line.picture in taken.paths:
            item.pictures.append(Picture(taken.paths[line.picture], line.text))
            taken.owned.add(line.place)
    return taken


def _suffix(data: bytes) -> str:
    """Return the end of the name that a file of *data* should have; empty where it is no picture to be shown."""
    try:
        facts = judge(data)
    except PictureError:
        return ""
    with Image.open(io.BytesIO(data)) as image:
        suffix = _SUFFIXES.get(image.format or "", "")
    return suffix if min(facts.width, facts.height) >= _SMALLEST else ""


def _free(stem: str, suffix: str, data: bytes, folder: Path, taken: Taken) -> str:
    """Return a path that is free in *folder*, or has this very picture already."""
    number, path = 1, f"{stem}{suffix}"
    while not _is_free(path, data, folder, taken):
        number += 1
        path = f"{stem}-{number}{suffix}"
    return path


def _is_free(path: str, data: bytes, folder: Path, taken: Taken) -> bool:
    if path in taken.files:
        return taken.files[path] == data
    there = folder / path
    return not there.exists() or (there.is_file() and there.read_bytes() == data)


def _owners(outline: Outline, lines: Sequence[Line], pictures: Sequence[Line]) -> dict[int, Item]:
    """Return the record of each of *pictures*, by the place of its line, where it stands in one or right before it."""
    every = [(item.place, n, item) for n, section in enumerate(outline.sections) for item in section.items]
    items = sorted(every, key=lambda each: each[:2])
    starts, heads = [place for place, _n, _item in items], [section.place for section in outline.sections]
    words = [place for place, line in enumerate(lines) if line.text and not line.aside]

    def above(place: int) -> Item | None:
        at = bisect_right(starts, place) - 1
        return items[at][2] if at >= 0 and items[at][1] == _at(heads, place) else None

    def below(place: int) -> Item | None:
        after, at = bisect_right(words, place), bisect_right(starts, place)
        right = after < len(words) and at < len(items) and items[at][0] == words[after]
        return items[at][2] if right else None

    def stands_first(line: Line) -> bool:
        return not line.leads and _at(heads, line.place) > 0 and not above(line.place) and bool(below(line.place))

    # Where one stands between the heading of a section and its first record, all of them stand before their titles.
    first = any(stands_first(line) for line in pictures)
    found: dict[int, Item] = {}
    for line in pictures:
        item = below(line.place) if line.leads or first else above(line.place)
        item = item or (above(line.place) if not line.leads else None)
        if item is not None:
            found[line.place] = item
    return found


def _at(heads: Sequence[int], place: int) -> int:
    """Return which section *place* lies in, by the places of all sections' headings."""
    return max((n for n, head in enumerate(heads) if head <= place), default=0)


def unowned(outline: Outline, taken: Taken) -> Iterator[tuple[Line, str]]:
    """Yield the lines of pictures that no record has, each with its path where it was taken out."""
    for line in outline.asides:
        if line.picture and line.place not in taken.owned:
            yield line, taken.paths.get(line.picture, "")
