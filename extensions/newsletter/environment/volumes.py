# SPDX-License-Identifier: EUPL-1.2
"""The PDFs and the e-book that a build may offer; the manifest of the PDF builder tells of the PDFs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.numbers import format_decimal
from sphinx.application import Sphinx
from sphinx.config import Config

from newsletter.environment.config import publication
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
        size = show_size(self.size, language)
        if self.pages == 1:
            return translate("1 page, %(size)s") % {"size": size}
        return translate("%(pages)s pages, %(size)s") % {"pages": self.pages, "size": size}


def show_size(size: int, language: str) -> str:
    """Return *size*, in bytes, in words: ``1,2 MB``."""
    if size >= _MEGABYTE:
        return f"{format_decimal(round(size / _MEGABYTE, 1), locale=language)} MB"
    return f"{max(1, round(size / 1000))} kB"


def pdf_folder(app: Sphinx) -> Path:
    """Return where the PDFs in the language of this run are."""
    language = app.config.language if is_translated(app.config) else ""
    return Path(app.confdir, app.config.newsletter_pdf_dir, language)


def book_name(config: Config) -> str:
    """Return the name of the file that holds the archive as an e-book."""
    return f"{publication(config).slug}.epub"


def book(app: Sphinx) -> Path | None:
    """Return the e-book, which lies beside the PDFs; None where it was not built."""
    file = pdf_folder(app) / book_name(app.config)
    return file if app.config.newsletter_pdf_dir and file.is_file() else None


def book_path(app: Sphinx) -> str:
    """Return the path of the e-book from the root of the site; empty where it was not built."""
    return f"epub/{book_name(app.config)}" if book(app) else ""


def whole_archive(app: Sphinx) -> tuple[str, str]:
    """Return the paths of the PDF and of the e-book of everything; empty for what was not built."""
    whole = volumes(app).get(f"{publication(app.config).slug}.pdf")
    return whole.path if whole else "", book_path(app)


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
