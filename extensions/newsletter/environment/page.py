# SPDX-License-Identifier: EUPL-1.2
"""Hold what one page tells the archive and asks of it: plain values, which Sphinx keeps between builds."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, fields

from newsletter.archive.selection import Listing, Query
from newsletter.environment.block_draft import Draft
from newsletter.model.facts import Facts
from newsletter.model.issue import Issue, IssueName, Period
from newsletter.model.telling import Telling, Translated
from newsletter.model.values import Dates, Hours, Person, Span
from newsletter.source.source_text import Silence

# What is kept between builds is made of these; see shape(). None has slots: with them, pickling goes through Python
# code for each object and is several times slower.
_KEPT = (Dates, Draft, Facts, Hours, Issue, IssueName, Listing, Period, Person, Query, Span, Telling, Translated)


def shape() -> int:
    """Return a number that changes with the fields of what Sphinx keeps between builds.

    As the version of the environment it makes Sphinx read everything anew, where it would
    otherwise crash on what an earlier version of these classes left.
    """
    kept = [(kind.__name__, [(field.name, str(field.type)) for field in fields(kind)]) for kind in (*_KEPT, *_OWN)]
    return zlib.crc32(repr(kept).encode())


@dataclass(frozen=True)
class Reference:
    """A ``{record}`` reference, as written."""

    target: str
    path: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link to a page or to a place in one, which shows its title or leads there only where there is such a place."""

    docname: str = ""
    """Empty where the place may be on any page."""
    anchor: str = ""


@dataclass(frozen=True)
class SourceFile:
    """A file as it was when it was read."""

    path: str
    """From the folder of the sources."""
    changed: int
    """Its last change, in nanoseconds since the epoch."""
    size: int
    """In bytes."""


@dataclass(frozen=True)
class ViewUse:
    """A part of a page that is filled in from the whole archive: a view by name, with its options."""

    name: str
    options: object = None
    """The options of the view; compared between builds, so of plain values."""


@dataclass(frozen=True)
class Page:
    """All that one page gives and asks."""

    tellings: tuple[Telling, ...] = ()
    translated: tuple[Translated, ...] = ()
    """The words of its translations, where the site has further languages."""
    issue: Issue | None = None
    title: str = ""
    text: str = ""
    """The text outside records and lists, one paragraph a line."""
    views: tuple[ViewUse, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    files: tuple[SourceFile, ...] = ()
    """The files that the page was read from."""
    silences: tuple[Silence, ...] = ()
    """Hints on the page that its contributor has looked at and found right."""


@dataclass(frozen=True)
class Reported:
    """A diagnostic about a page, as it was reported."""

    level: int
    """As in :mod:`logging`; our hints are ``DEBUG``."""
    text: str
    location: str = ""
    """``path:line``, of our own."""
    type: str = "newsletter"
    """Of whom it is: ``type`` of Sphinx's loggers."""
    subtype: str = ""
    """Of our own, their code."""


_OWN = (Link, Page, Reference, Reported, Silence, SourceFile, ViewUse)
