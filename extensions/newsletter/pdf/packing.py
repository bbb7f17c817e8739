# SPDX-License-Identifier: EUPL-1.2
"""PDFs as they are published: objects in compressed streams (ISO 32000-1, 7.5.7), and taken out of them again."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence
from hashlib import sha256
from itertools import accumulate

from newsletter.pdf.objects import STREAM, Objects, stream_at

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_AT_ONCE = 200
"""Objects in a stream: more make a smaller file, and one in which a page takes longer to find."""
_LEVEL = 5
"""Of compression: a quarter faster than the usual one, and a file half a percent larger."""
_END = b"\nendstream\nendobj\n"
_ENTRY = struct.Struct(">BLH")
"""A line of the table of objects (7.5.8.3): how one is kept, where, and its generation or its place there."""
_FREE, _ALONE, _PACKED = 0, 1, 2
_CONTAINER = re.compile(rb"<</Length \d+/Type/ObjStm/N \d+/First (\d+)/")
_TABLE = re.compile(rb"<</Length \d+/Type/XRef/Size \d+/W\[1 4 2\]/Root (\d+) 0 R/Info (\d+) 0 R/")


def pack(objects: Objects) -> bytes:
    """Return the PDF of *objects*; the same ones give the same bytes."""
    file = _File(len(objects.bodies))
    for number, content in objects.streams.items():
        file.add(number, objects.bodies[number], content)
    held = [number for number in range(1, len(objects.bodies)) if number not in objects.streams]
    for first in range(0, len(held), _AT_ONCE):
        numbers = held[first : first + _AT_ONCE]
        file.add_container(numbers, [objects.bodies[number] for number in numbers])
    return file.closed(objects.root, objects.info)


class _File:
    """A PDF that is being written, of as many objects as *count* says, and those that hold them."""

    def __init__(self, count: int) -> None:
        self._pieces = [_HEADER]
        self._length = len(_HEADER)
        self._entries = [_ENTRY.pack(_FREE, 0, 0xFFFF)] * count

    def add(self, number: int, dictionary: bytes, content: bytes) -> None:
        """Write the stream *number*."""
        self._entries[number] = _ENTRY.pack(_ALONE, self._length, 0)
        piece = b"".join([b"%d 0 obj\n" % number, dictionary, STREAM, content, _END])
        self._pieces.append(piece)
        self._length += len(piece)

    def add_container(self, numbers: Sequence[int], bodies: Sequence[bytes]) -> None:
        """Write a stream of the objects *numbers*."""
        container = self._next_number()
        for index, number in enumerate(numbers):
            self._entries[number] = _ENTRY.pack(_PACKED, container, index)
        places = accumulate((len(body) + 1 for body in bodies), initial=0)
        table = b" ".join(b"%d %d" % pair for pair in zip(numbers, places, strict=False)) + b"\n"
        content = zlib.compress(table + b"\n".join(bodies), _LEVEL)
        head = b"<</Length %d/Type/ObjStm/N %d/First %d/Filter/FlateDecode>>"
        self.add(container, head % (len(content), len(numbers), len(table)), content)

    def closed(self, root: int, info: int) -> bytes:
        """Return the whole, with the table of all objects behind them."""
        number, start = self._next_number(), self._length
        self._entries[number] = _ENTRY.pack(_ALONE, start, 0)
        content = zlib.compress(b"".join(self._entries))
        name = sha256(b"".join(self._pieces)).hexdigest()[:32].encode("ascii")
        head = b"<</Length %d/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]/Filter/FlateDecode>>"
        values = (len(content), len(self._entries), root, info, name, name)
        self.add(number, head % values, content)
        return b"".join([*self._pieces, b"startxref\n%d\n%%%%EOF\n" % start])

    def _next_number(self) -> int:
        self._entries.append(b"")
        return len(self._entries) - 1


def unpack(content: bytes) -> Objects:
    """Return the objects of a PDF that :func:`pack` has made: it writes them one after the other."""
    bodies: dict[int, bytes] = {0: b""}
    streams: dict[int, bytes] = {}
    at = len(_HEADER)
    while True:
        number, start = int(content[at : content.index(b" ", at)]), content.index(b"<<", at)
        dictionary, held = stream_at(content, start)
        at = start + len(dictionary) + len(STREAM) + len(held) + len(_END)
        container = _CONTAINER.match(dictionary)
        table = _TABLE.match(dictionary)
        if table:
            return Objects([body for _number, body in sorted(bodies.items())], streams, int(table[1]), int(table[2]))
        if container:
            first = int(container[1])
            text = zlib.decompress(held)
            bodies.update(zip(map(int, text[:first].split()[::2]), text[first:].split(b"\n"), strict=True))
        else:
            bodies[number], streams[number] = dictionary, held
