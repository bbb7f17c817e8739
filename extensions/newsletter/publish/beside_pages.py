# SPDX-License-Identifier: EUPL-1.2
"""After a good HTML build: writes everything that is published beside the pages."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import build_moment, today
from newsletter.environment.page_builders import has_our_theme, is_page_builder
from newsletter.environment.published_images import image_names
from newsletter.environment.site_languages import is_translated, site_languages
from newsletter.environment.volumes import book, pdf_folder, volumes
from newsletter.environment.web_site import web_site
from newsletter.export.registry import EXPORTERS
from newsletter.export.site import File, Site
from newsletter.export.sitemap import sitemap_files
from newsletter.incremental.output_state import beside_pages_stale, read_digests
from newsletter.publish.feed_content import feed_content
from newsletter.publish.file_writer import remove_others, write_files
from newsletter.search.entries import search_entries
from newsletter.search.index import build_index
from newsletter.search.page_texts import page_texts
from newsletter.web.all_own_pages import own_pages
from newsletter.web.redirect_pages import copy_redirected_files, redirect_pages
from newsletter.web.social_cards import FOLDER, card_files

_BUILD_NOTE = "build.json"
_OWN_FOLDERS = (*(exporter.folder for exporter in EXPORTERS), "search", "pdf", "epub", FOLDER)
_logger = logging.getLogger(__name__)


def publish(app: Sphinx, exception: Exception | None) -> None:
    """Write calendars, feeds, data, search index and sitemap, and copy the PDFs and the e-book (``build-finished``).

    Everything comes from the domain, never from what was collected while pages were written: that
    is partial in an incremental build and lost in a parallel one.
    """
    if exception is not None or not is_page_builder(app):
        return
    if app.config.newsletter_exports and beside_pages_stale(app):
        _write_exports(app)
    if app.config.newsletter_exports:
        list(write_files(Path(app.outdir), [_build_note(app)]))
    _remove_gone(app, Path(app.outdir))


def _write_exports(app: Sphinx) -> None:
    site = replace(web_site(app), page_content=feed_content(app))
    outdir = Path(app.outdir)
    # The data are there once, with all languages: beside the pages of the originals.
    exporters = [each for each in EXPORTERS if each.folder != "data" or not is_translated(app.config)]
    files = chain(
        *(exporter.files(site) for exporter in exporters),
        _sitemap(app, site),
        _search_index(app, site),
        _cards(app),
        _icon(app),
    )
    written = set(write_files(outdir, files))
    written |= set(_copy_pdfs(app, outdir))
    written |= set(write_files(outdir, _book(app)))
    written |= set(copy_redirected_files(app, outdir))
    remove_others(outdir, _OWN_FOLDERS, written)
    _logger.info(translate("published beside the pages: %d files"), len(written))
    others = [language for language in site_languages(app.config) if language != app.config.language]
    if others and not app.config.newsletter_all_languages:
        message = translate(
            "This is the site in one of its languages: “make” builds those in %s as well, and links them."
        )
        _logger.info(message, ", ".join(others))


def _build_note(app: Sphinx) -> File:
    """Return the file that tells programs when the site was built; with ``SOURCE_DATE_EPOCH`` builds repeat."""
    newest = newsletter_domain(app.env).archive.newest
    note = {"built": build_moment().isoformat(), "newest_issue": str(newest.name) if newest else None}
    return File(_BUILD_NOTE, (json.dumps(note, indent=2) + "\n").encode())


def _remove_gone(app: Sphinx, outdir: Path) -> None:
    """Remove what Sphinx leaves behind: pages without a source, pictures and files that no page shows."""
    before, now = read_digests(outdir), newsletter_domain(app.env).digests
    gone = (before.pages.keys() | before.own.keys()) - app.env.found_docs - redirect_pages(app).keys() - now.own.keys()
    for docname in gone:
        Path(app.builder.get_outfilename(docname)).unlink(missing_ok=True)  # type: ignore[attr-defined] # page builders have it
    (outdir / ".buildinfo.bak").unlink(missing_ok=True)  # Sphinx's own note on a changed configuration
    pictures = {f"_images/{name}" for name in image_names(app.env)}
    attached = {f"_downloads/{name}" for _docnames, name in app.env.dlfiles.values()}
    remove_others(outdir, ["_images", "_downloads"], pictures | attached)


def _search_index(app: Sphinx, site: Site) -> Iterator[File]:
    if has_our_theme(app):  # any other has its own search
        newest = site.archive.newest
        yield from build_index(search_entries(site, page_texts(app.env)), newest.name.period.year if newest else None)


def _cards(app: Sphinx) -> Iterator[File]:
    if has_our_theme(app):
        yield from card_files(app)


def _sitemap(app: Sphinx, site: Site) -> Iterator[File]:
    """Return the sitemap; a page beside the issues changes with the archive that it shows."""
    archive = site.archive
    changed: dict[str, date] = {issue.docname: issue.published for issue in archive.issues}
    for record in archive.records:
        changed[record.docname] = max(changed[record.docname], record.revised)
    newest = max(changed.values(), default=today(app.config))  # without an issue, the site is as new as its build
    pages = [(docname, changed.get(docname, newest)) for docname in sorted(app.env.found_docs)]
    own = ((page.docname, page.changed) for page in own_pages(app) if page.indexed)
    return sitemap_files(site, [*pages, *own])


def _icon(app: Sphinx) -> Iterator[File]:
    """Yield the icon where programs look for it that read no page (HTML, section 4.6.7.8)."""
    icon = Path(app.outdir, "_static", "favicon.ico")
    if icon.is_file():
        yield File(icon.name, icon.read_bytes())


def _book(app: Sphinx) -> Iterator[File]:
    if file := book(app):
        yield File(f"epub/{file.name}", file.read_bytes())


def _copy_pdfs(app: Sphinx, outdir: Path) -> Iterator[str]:
    for name, volume in volumes(app).items():
        source, target = pdf_folder(app) / name, outdir / volume.path
        if not target.is_file() or source.stat().st_mtime_ns != target.stat().st_mtime_ns:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
        yield volume.path
