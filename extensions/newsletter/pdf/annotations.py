# SPDX-License-Identifier: EUPL-1.2
"""What the annotations of links say and where they lead, put right in a PDF as Typst makes it.

Typst writes a link's address into ``/Contents``, which screen readers speak instead of its words (ISO 14289-1, 7.18.5).
The theme puts the words behind the address, after a space, which no URI holds (RFC 3986), and before it what kind of
link it is; here they part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from newsletter.pdf.objects import STRING, Objects, found, octets_of, string, text_string

_ANNOTATION = b"<</Type/Annot/"
_LINK = re.compile(
    rb"(<</Type/Annot/Subtype/Link/Rect\[[^\]]*\]/Border\[0 0 0\](?:/QuadPoints\[[^\]]*\])?)"
    rb"(?:/Dest \d+ 0 R|/A<</Type/Action/S/URI/URI(%b)>>)(/F 4/StructParent (\d+))/Contents%b>>$" % (STRING, STRING)
)
"""An annotation of a link to a note, or to an address, as Typst 0.15 writes it."""

_SPOKEN = b"/Contents"
_WEB = "web"
_CONTENTS = "line"
_OTHER_ISSUE = "cross"
_WITHIN = {"label", _CONTENTS}
"""The kinds of links that stay within a PDF."""


class LinkError(ValueError):
    """A link leads nowhere."""


class Mark(NamedTuple):
    """A link that the binder has to do with."""

    number: int
    """That of its annotation among the objects."""
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


def finish_links(objects: Objects) -> Links:
    """Let the links among *objects* speak their words; return what is to be known of them. Raises UnknownFormError."""
    links = Links()
    for number, body in enumerate(objects.bodies):
        if body.startswith(_ANNOTATION):
            match = found(_LINK, body)
            where, said, flags, key = match.groups()
            if said:
                words = octets_of(said).decode("utf-8")
                objects.bodies[number] = _finished(where + flags, words, number, int(key), links)
    return links


def _finished(start: bytes, said: str, number: int, key: int, links: Links) -> bytes:
    address, _space, words = said.partition(" ")
    kind, _colon, target = address.partition(":")
    if kind in _WITHIN:
        links.targets.add(target)
        if kind == _CONTENTS:
            links.contents.append(Mark(number, key, target, words))
        return jump(start, words or target, target)
    if kind == _OTHER_ISSUE:
        address, _space, words = words.partition(" ")
        links.crossings.append(Mark(number, key, target, words))
    elif kind == _WEB:
        address = target
    action = b"/A<</Type/Action/S/URI/URI%b>>>>" % string(address.encode())
    return start + _SPOKEN + text_string(words or address) + action


def jump(annotation: bytes, words: str, name: str) -> bytes:
    """Return *annotation* so that it speaks *words* and leads to the place called *name*."""
    start = annotation.partition(_SPOKEN)[0]
    return b"%b%b%b/Dest%b>>" % (start, _SPOKEN, text_string(words), string(name.encode()))
