# SPDX-License-Identifier: EUPL-1.2
"""What one page tells the archive and asks of it: plain values, which Sphinx keeps between builds."""

from __future__ import annotations

from dataclasses import dataclass

from newsletter.core.issue import Issue
from newsletter.core.telling import Telling


@dataclass(frozen=True, slots=True)
class Reference:
    """A ``{record}`` reference, as written."""

    target: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class ViewUse:
    """A part of a page that is filled in from the whole archive: a view by name, with its options."""

    name: str
    options: object = None
    """What the view takes; compared between builds, so of plain values."""


@dataclass(frozen=True, slots=True)
class Page:
    """All that one page gives and asks."""

    tellings: tuple[Telling, ...] = ()
    issue: Issue | None = None
    views: tuple[ViewUse, ...] = ()
    references: tuple[Reference, ...] = ()
