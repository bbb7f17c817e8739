# SPDX-License-Identifier: EUPL-1.2
"""Addresses that were published and are no longer there: where they lead now, or that they were withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PART = r"[A-Za-z0-9_~][A-Za-z0-9_.~-]*"
_PATH = re.compile(rf"{_PART}(?:/{_PART})*")
_ANCHOR = re.compile(r"[A-Za-z0-9_.:-]+")


@dataclass(frozen=True, slots=True)
class Redirect:
    """One entry of the setting ``newsletter_moved``."""

    path: str
    """The former URL, from the root of the site, without its anchor: ``issues/2026-05.html``."""
    anchor: str
    """The permanent name of a record that was told there; empty for the page or file itself."""
    target: str
    """Its new URL, from the root of the site or elsewhere under ``https:``; empty where it was withdrawn."""

    @property
    def url(self) -> str:
        """The former URL as it was written."""
        return f"{self.path}#{self.anchor}" if self.anchor else self.path

    @property
    def page(self) -> str:
        """The name of the page that stood there, without its ending; empty for a file or for a part of a page."""
        return self.path.removesuffix(".html") if self.path.endswith(".html") and not self.anchor else ""


def parse_redirects(entries: Iterable[tuple[str, str]]) -> tuple[Redirect, ...]:
    """Parse former URLs with their new ones.

    :raises ValueError: naming a URL that is none of the site's.
    """
    found = []
    for former, target in entries:
        path, anchor = _split(former)
        if target and not target.startswith("https://"):
            _split(target)
        found.append(Redirect(path, anchor, target))
    return tuple(found)


def _split(url: str) -> tuple[str, str]:
    path, mark, anchor = url.partition("#")
    if not _PATH.fullmatch(path) or (mark and not _ANCHOR.fullmatch(anchor)):
        raise ValueError(url)
    return path, anchor
