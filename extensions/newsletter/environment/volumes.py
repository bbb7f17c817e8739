# SPDX-License-Identifier: EUPL-1.2
"""The PDFs that a build may offer, as the manifest of the PDF builder tells them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.numbers import format_decimal
from sphinx.application import Sphinx

from newsletter.environment.i18n import translate
from newsletter.environment.site_languages import is_translated

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Volume:
    """One PDF: its path from the root of the site, its size in bytes, its number of pages."""

    path: str
    size: int
    pages: int

    def detail(self, language: str) -> str:
        """Return pages and size in words: ``8 pagine, 1,2 MB``."""
        if self.size >= _MEGABYTE:
            size = f"{format_decimal(round(self.size / _MEGABYTE, 1), locale=language)} MB"
        else:
            size = f"{max(1, round(self.size / 1000))} kB"
        if self.pages == 1:
            return translate("1 page, %(size)s") % {"size": size}
        return translate("%(pages)s pages, %(size)s") % {"pages": self.pages, "size": size}


def pdf_folder(app: Sphinx) -> Path:
    """Return where the PDFs in the language of this run are."""
    language = app.config.language if is_translated(app.config) else ""
    return Path(app.confdir, app.config.newsletter_pdf_dir, language)


def volumes(app: Sphinx) -> Mapping[str, Volume]:
    """Return the PDFs by their path in ``newsletter_pdf_dir``; none where that is not set or was not built."""
    folder = app.config.newsletter_pdf_dir
    if not folder:
        return {}
    manifest = pdf_folder(app) / "manifest.json"
    try:
        return _read(manifest, manifest.stat().st_mtime_ns)
    except FileNotFoundError:
        return {}


@lru_cache(maxsize=2)
def _read(manifest: Path, mtime: int) -> Mapping[str, Volume]:  # noqa: ARG001 -- the time is part of the cache's key
    entries = json.loads(manifest.read_text(encoding="utf-8"))
    return {path: Volume(f"pdf/{path}", facts["bytes"], facts["pages"]) for path, facts in entries.items()}
