# SPDX-License-Identifier: EUPL-1.2
"""The objects of a PDF (ISO 32000-1, 7.3) as the bytes that stand for them.

Typst writes a PDF plainly: an object takes one line, keys stand in one order, and each page, link and tag is an object
of its own. So a part is put right, and put among others, by looking at its lines, without a tree of all values: a
volume of 120 issues has 70,000 objects. What is written in another way stops the build.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

STRING = rb"(?:\((?:[^()\\]++|\\.)*+\)|<[0-9A-F]*+>)"
"""A string; in it there are no parentheses but escaped ones, and nothing that looks like a reference."""

REFERENCE = re.compile(rb"(\d++) 0 R")

_START = re.compile(rb"startxref\n(\d+)\n%%EOF")
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_TRAILER = re.compile(rb"trailer\n<</Size \d+/Root (\d+) 0 R/Info (\d+) 0 R/ID\[")
_ENTRY = 20
"""The length of a line of the table of objects (7.5.4)."""
_END = b"\nendobj\n"
STREAM = b"\nstream\n"
"""What parts the dictionary of a stream from its content."""
_LENGTH = re.compile(rb"<</Length (\d+)")

_MISLEADING = re.compile(rb"\((?:[^()\\ ]++|\\.| (?!0 R))*+(?:\(| 0 R)")
_OF_STRINGS = re.compile(rb"\\.|[()]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))")
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_TO_ESCAPE = re.compile(rb"[()\\]")
_PRINTABLE = re.compile(rb"[ -~]*")


class UnknownFormError(ValueError):
    """A PDF is written in a way that is not known here."""

    def __init__(self) -> None:
        super().__init__("Typst writes a PDF in a way that is not known here")


@dataclass(slots=True)
class Objects:
    """The objects of a PDF by their numbers, which count from 1."""

    bodies: list[bytes]
    """What stands between ``obj`` and ``endobj``, of a stream its dictionary: a line each."""
    streams: dict[int, bytes]
    root: int = 0
    """The number of the catalogue."""
    info: int = 0

    @classmethod
    def none(cls) -> Objects:
        """Return no objects."""
        return cls([b""], {})

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        self.bodies.append(body)
        return len(self.bodies) - 1

    def put_stream(self, number: int, content: bytes) -> None:
        """Make the object *number* a stream of *content*."""
        deflated = zlib.compress(content)
        self.bodies[number] = b"<</Length %d/Filter/FlateDecode>>" % len(deflated)
        self.streams[number] = deflated


def found(pattern: re.Pattern[bytes], text: bytes, start: int = 0) -> re.Match[bytes]:
    """Return the match of *pattern* right at *start*. Raises UnknownFormError where there is none."""
    match = pattern.match(text, start)
    if match is None:
        raise UnknownFormError
    return match


def number_at(key: bytes, dictionary: bytes) -> int:
    """Return the number, of an object or another, behind *key* in a *dictionary* without strings; 0 if it has none."""
    match = re.search(rb"/%b (\d+)" % key, dictionary)
    return int(match[1]) if match else 0


def references(text: bytes) -> list[int]:
    """Return the numbers of the objects to which *text*, in which there are no strings, refers."""
    return list(map(int, REFERENCE.findall(text)))


def moved(bodies: Iterable[bytes], numbers: Sequence[int]) -> list[bytes]:
    """Return *bodies* that refer to *numbers*, by those to which they referred."""
    pieces = REFERENCE.split(b"\n".join(bodies))
    names = {b"%d" % former: b"%d 0 R" % number for former, number in enumerate(numbers)}
    pieces[1::2] = map(names.__getitem__, pieces[1::2])
    return b"".join(pieces).split(b"\n")


def read(content: bytes) -> Objects:
    """Return the objects of a PDF that Typst has written. Raises UnknownFormError."""
    place = found(_START, content, max(content.rfind(b"startxref"), 0))
    table = found(_TABLE, content, int(place[1]))
    count, first = int(table[1]), table.end() + _ENTRY
    trailer = found(_TRAILER, content, table.end() + _ENTRY * count)
    # Objects stand in their order, one right behind the other, and the table behind the last.
    starts = [int(content[entry : entry + 10]) for entry in range(first, first + _ENTRY * (count - 1), _ENTRY)]
    ends = [end - len(_END) for end in [*starts[1:], table.start()]]
    if not all(content.startswith(_END, end) for end in ends):
        raise UnknownFormError
    heads = (len(b"%d 0 obj\n" % number) for number in range(1, count))
    bodies = [b"", *(content[start + head : end] for start, head, end in zip(starts, heads, ends, strict=True))]
    streams: dict[int, bytes] = {}
    for number, body in enumerate(bodies):
        if body.startswith(b"<</Length "):
            bodies[number], streams[number] = stream_at(body, 0)
    text = b"\n".join(bodies)
    if text.count(b"\n") != len(bodies) - 1:
        raise UnknownFormError
    if _MISLEADING.search(text):
        bodies = [_plain(body) if _MISLEADING.search(body) else body for body in bodies]
    return Objects(bodies, streams, int(trailer[1]), int(trailer[2]))


def stream_at(content: bytes, start: int) -> tuple[bytes, bytes]:
    """Return the dictionary and the content of the stream whose dictionary begins at *start*."""
    end = content.index(STREAM, start)
    first = end + len(STREAM)
    return content[start:end], content[first : first + int(found(_LENGTH, content, start)[1])]


def _plain(body: bytes) -> bytes:
    """Return *body* with strings as :data:`STRING` has them; parentheses in pairs need no escape (7.3.4.2)."""
    depth = 0

    def escaped(match: re.Match[bytes]) -> bytes:
        nonlocal depth
        token = match[0]
        depth += {b"(": 1, b")": -1}.get(token, 0)
        inside = depth > 1 if token == b"(" else depth > 0
        return b"\\" + token if inside and len(token) == 1 else token

    return re.sub(STRING, lambda match: _veiled(match[0]), _OF_STRINGS.sub(escaped, body))


def _veiled(written: bytes) -> bytes:
    """Return a string in which nothing looks like a reference."""
    return written.replace(b" 0 R", b" 0\\040R")


def string(octets: bytes) -> bytes:
    """Return *octets* as a string (7.3.4)."""
    if _PRINTABLE.fullmatch(octets):
        return _veiled(b"(" + _TO_ESCAPE.sub(rb"\\\g<0>", octets) + b")")
    return b"<" + octets.hex().upper().encode("ascii") + b">"


def text_string(text: str) -> bytes:
    """Return *text* as a string for people (7.9.2.2)."""
    return string(text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be"))


def octets_of(written: bytes) -> bytes:
    """Return the value of a string."""
    if written.startswith(b"<"):
        return bytes.fromhex(written[1:-1].decode("ascii"))
    return _ESCAPE.sub(_unescaped, written[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, character = match.groups()
    return bytes([int(octal, 8) & 0xFF]) if octal else _LETTERS.get(character, character)


def words_of(written: bytes) -> str:
    """Return the text of a string: for people in UTF-16 or ASCII, of a name of our own in UTF-8."""
    octets = octets_of(written)
    return octets[2:].decode("utf-16-be") if octets.startswith(b"\xfe\xff") else octets.decode("utf-8")


def references_to(numbers: Iterable[int]) -> bytes:
    """Return an array of references to the objects *numbers*."""
    return b"[" + b" ".join(b"%d 0 R" % number for number in numbers) + b"]"
