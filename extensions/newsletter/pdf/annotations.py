# SPDX-License-Identifier: EUPL-1.2
"""What the annotations of links say and where they lead, put right in a PDF as Typst makes it.

Typst writes a link's address into ``/Contents``, which screen readers speak instead of its words (ISO 14289-1, 7.18.5).
The theme puts the words behind the address, after a space, which no URI holds (RFC 3986), and before it what kind of
link it is; here they part.

A volume has ten thousand links, so this is done in the bytes: what takes the place of an annotation is as long as it,
and no other part of the file moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_LINK = re.compile(
    rb"(?<= 0 obj\n<</Type/Annot/Subtype/Link/Rect)(\[[^\]]*\]/Border\[0 0 0\](?:/QuadPoints\[[^\]]*\])?)/A<<"
    # What stands in a string of ASCII may look like anything, but it stands there twice.
    rb"(?:/Type/Action/S/URI/URI(?:(\(.*\))>>/F 4/StructParent (\d+)/Contents\2"
    rb"|<([0-9A-F]*)>>>/F 4/StructParent (\d+)/Contents<[0-9A-F]*>)>>(?=\nendobj))?"
)
"""An annotation of a link to an address, as Typst 0.15 writes it."""

_ESCAPED = re.compile(rb"\\(.)")
_TO_ESCAPE = re.compile(rb"[()\\]")
_WEB = "web:"
_INTERNAL = "label:"
_CONTENTS = "line:"
_OTHER_ISSUE = "cross:"


class LinkError(ValueError):
    """A link of the theme cannot be put right."""


class Mark(NamedTuple):
    """A link that the binder has to do with."""

    key: int
    """Its key in the parent tree (ISO 32000-1, 14.7.4.4)."""
    target: str
    words: str


@dataclass
class Links:
    """The links of a PDF."""

    targets: set[str] = field(default_factory=set)
    """The names of the places in the same PDF that they lead to."""
    contents: list[Mark] = field(default_factory=list)
    """The lines of the contents, which want a page number."""
    crossings: list[Mark] = field(default_factory=list)
    """Those to other issues."""

    def check(self, *names: dict[str, int]) -> None:
        """Raise LinkError where a link leads to a place that is among none of *names*."""
        lost = sorted(target for target in self.targets if not any(target in known for known in names))
        if lost:
            message = f"no place in the PDF is called {lost[0]!r}"
            raise LinkError(message)


def finish_links(laid_out: bytes) -> tuple[bytes, Links]:
    """Return *laid_out* with links that speak their words, and what is to be known of them. Raises LinkError."""
    links = Links()
    return _LINK.sub(lambda match: _finished(match, links), laid_out), links


def _finished(match: re.Match[bytes], links: Links) -> bytes:
    literal, key, octets, other_key = match.group(2, 3, 4, 5)
    if literal is None and octets is None:
        message = "Typst writes a link in a way that is not known here"
        raise LinkError(message)
    said = bytes.fromhex(octets.decode("ascii")) if octets is not None else _ESCAPED.sub(rb"\1", literal[1:-1])
    parts = list(_parts(said.decode("utf-8"), int(key or other_key), links))
    written = b"".join([match[1], *parts])
    return written.ljust(len(match[0]) - 2) + b">>"


def _parts(said: str, key: int, links: Links) -> Iterator[bytes]:
    address, _space, words = said.partition(" ")
    kind = next((kind for kind in (_WEB, _INTERNAL, _CONTENTS, _OTHER_ISSUE) if address.startswith(kind)), "")
    target = address = address.removeprefix(kind)
    if kind == _OTHER_ISSUE:
        address, _space, words = words.partition(" ")
        links.crossings.append(Mark(key, target, words))
    if kind in {_INTERNAL, _CONTENTS}:
        links.targets.add(target)
        yield b"/Dest" + _string(target.encode())
    else:
        yield b"/A<</Type/Action/S/URI/URI" + _string(address.encode()) + b">>"
    if kind == _CONTENTS:
        links.contents.append(Mark(key, target, words))
    spoken = words or target
    yield b"/F 4/StructParent %d/Contents" % key
    yield _string(spoken.encode() if spoken.isascii() else b"\xfe\xff" + spoken.encode("utf-16-be"))


def _string(octets: bytes) -> bytes:
    """Return *octets* as a PDF string (ISO 32000-1, 7.3.4)."""
    if octets.isascii():
        return b"(" + _TO_ESCAPE.sub(rb"\\\g<0>", octets) + b")"
    return b"<" + octets.hex().upper().encode("ascii") + b">"
