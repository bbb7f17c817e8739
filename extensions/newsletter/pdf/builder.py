# SPDX-License-Identifier: EUPL-1.2
"""The builder ``newsletter-pdf``: issues to fragments, fragments to volumes, volumes to PDF."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import ClassVar, TypeVar

import pikepdf
from docutils import nodes
from sphinx.builders import Builder
from sphinx.locale import admonitionlabels
from sphinx.util import logging
from sphinx.util.display import status_iterator
from sphinx.util.docutils import new_document

from newsletter.dates import show_day
from newsletter.environment.config import publication
from newsletter.environment.domain import application, newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.published_images import make_pictures, picture_store
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import _
from newsletter.model.issue import Issue
from newsletter.model.publication import Publication
from newsletter.model.report import report_year
from newsletter.pdf import INCOMPLETE
from newsletter.pdf.compiler import FOLDER, THEME, CompileError, Compiler
from newsletter.pdf.glyphs import OUR_FONTS
from newsletter.pdf.manuscript import Manuscript, write_manuscript
from newsletter.pdf.output_cache import OutputCache
from newsletter.pdf.pictures import PrintedPictures
from newsletter.pdf.sheet import SheetWriter
from newsletter.pdf.translate import Fragment, PageUrls, translate_document
from newsletter.pdf.typesetter import Typesetter
from newsletter.pdf.volume import Extent, Volume, posters, report_volume, volumes
from newsletter.pictures.decode import PictureError
from newsletter.pictures.derivatives import print_derivative
from newsletter.pictures.font_files import FONTS
from newsletter.pictures.formats import MEDIA_TYPES
from newsletter.web.look import logo_file

_logger = logging.getLogger(__name__)

T = TypeVar("T")

_RECORDS_WITH_CONTENTS = 6
"""Records from which on an issue starts with its contents."""


class PdfBuilder(Builder):
    """Writes the archive, a volume a year, each issue and its poster as accessible PDFs, with a manifest of them."""

    name = "newsletter-pdf"
    format = "pdf"
    epilog = "The PDFs are in %(outdir)s."
    allow_parallel = False
    supported_image_types: ClassVar[list[str]] = list(MEDIA_TYPES)
    # Neither is fetched nor unpacked: a picture that is not among the sources is reported instead.
    supported_remote_images = True
    supported_data_uri_images = True

    def init(self) -> None:
        """Start with no issue."""
        self.manuscripts: dict[str, Manuscript] = {}
        """All issues, by docname."""

    @cached_property
    def compiler(self) -> Compiler:
        """Typst, in a folder in which lies all that it may read."""
        return Compiler(Path(self.doctreedir) / "newsletter-pdf")

    @property
    def publication(self) -> Publication:
        """Who publishes what."""
        return publication(self.config)

    @property
    def archive(self) -> Archive:
        """All that is published."""
        return newsletter_domain(self.env).archive

    @cached_property
    def urls(self) -> PageUrls:
        """The URLs of pages on the web."""
        suffix = self.config.html_link_suffix or self.config.html_file_suffix or ".html"
        return PageUrls(self.publication.base_url, suffix)

    def get_outdated_docs(self) -> str:
        """Return that all issues are looked at: what they show may follow from any other page."""
        return translate(_("all issues"))

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 - Sphinx's signature
        """Return the URL of a page from the root of the site."""
        return self.urls.page(docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:  # noqa: ARG002 - the same
        """Return the same: within a volume a URL has no folder to be relative to."""
        return self.get_target_uri(to, typ)

    def copy_assets(self) -> None:
        """Put the theme where Typst may read it."""
        theme = self.compiler.root / "theme"
        theme.mkdir(parents=True, exist_ok=True)
        for source in sorted(THEME.glob("*.typ")):
            shutil.copyfile(source, theme / source.name)

    def write_documents(self, docnames: AbstractSet[str]) -> None:  # noqa: ARG002 - see get_outdated_docs
        """Translate every issue, and the report of every year."""
        issues = [*self.archive.issues, *(report.issues[0] for report in self.reports)]
        pages = {issue.docname for issue in issues}
        shown = {path for path, (docnames, _name) in self.env.images.items() if not pages.isdisjoint(docnames)}
        pictures = newsletter_domain(self.env).pictures
        make_pictures(
            application(self.env),
            {path: [print_derivative(pictures[path].facts)] for path in sorted(shown & pictures.keys())},
        )
        with logging.pending_warnings():
            for issue in self._progress(_("setting issues... "), issues, lambda issue: str(issue.name)):
                doctree = self.env.get_and_resolve_doctree(issue.docname, self, tags=self.tags)
                self.manuscripts[issue.docname] = self._translate(issue, doctree)

    def _progress(self, message: str, items: Sequence[T], name: Callable[[T], str]) -> Iterator[T]:
        return status_iterator(
            items, translate(message), "darkgreen", len(items), self.config.verbosity, stringify_func=name
        )

    def _translate(self, issue: Issue, doctree: nodes.document) -> Manuscript:
        records = self.archive.by_issue.get(str(issue.name), ())
        fragment = Fragment(
            docname=issue.docname,
            source_dir=Path(self.srcdir),
            typeface=OUR_FONTS,
            pictures=self._pictures,
            urls=self.urls,
            language=self.publication.language,
            admonition_titles={kind: str(title) for kind, title in admonitionlabels.items()},
            records={record.id: record for record in records},
            other_issues={other.docname for other in self.archive.issues} - {issue.docname},
            typographic_apostrophes=self.publication.typographic_apostrophes,
            masthead=self._masthead,
            day=_day(issue, self.publication.language),
            number=_number(issue),
            wide=report_year(issue.docname) is not None,
        )
        contents = translate(_("Contents")) if len(records) >= _RECORDS_WITH_CONTENTS else ""
        code = translate_document(fragment, doctree, issue.title[:1].upper() + issue.title[1:], contents)
        return write_manuscript(self.compiler.root, fragment, code)

    @cached_property
    def _pictures(self) -> PrintedPictures:
        return PrintedPictures(self.compiler.root, picture_store(self.env), self.compiler.accepts_picture)

    def _crest(self) -> str:
        """Return where the city's logo lies for Typst; empty where there is none, or none that can be printed."""
        file = logo_file(application(self.env), self.config) if self.publication.logo else None
        try:
            return self._pictures.add(file).path if file else ""
        except PictureError as error:
            message = translate(_("The PDF cannot show the picture “%(path)s”: %(reason)s."))
            values = {"path": self.publication.logo, "reason": translate(str(error))}
            _logger.warning(message, values, type="newsletter", subtype="pdf-image")
            return ""

    @cached_property
    def reports(self) -> tuple[Volume, ...]:
        """The reports of years."""
        found = sorted(filter(report_year, self.env.found_docs))
        return tuple(report_volume(self.archive, name, self.env.titles[name].astext()) for name in found)

    @cached_property
    def _masthead(self) -> tuple[str, ...]:
        publisher = " — ".join(filter(None, (self.publication.publisher, self.publication.office)))
        return tuple(filter(None, (self.publication.title, publisher)))

    def finish(self) -> None:
        """Set every volume whose input has changed, drop those of issues that are gone, write the manifest."""
        cache = OutputCache(Path(self.outdir))
        writer = SheetWriter(self.publication, self.config.newsletter_names, OUR_FONTS, translate, self._crest())
        typesetter = Typesetter(self.compiler, writer, self.manuscripts, self.urls)
        wanted = [*volumes(self.archive, self.publication.slug), *self.reports, *posters(self.archive)]
        for volume in self._progress(_("printing PDFs... "), wanted, lambda volume: volume.path):
            made_from = sha256((typesetter.digest(volume) + self._equipment).encode()).hexdigest()
            if cache.keep(volume.path, made_from):
                continue
            try:
                cache.put(volume.path, made_from, *typesetter.set(volume))
            except (CompileError, pikepdf.PdfError) as error:
                cache.drop(volume.path)
                self._fail(volume, error)
        cache.close()

    def _fail(self, volume: Volume, error: Exception) -> None:
        """Say that *volume* could not be made; where it is an issue, let a page stand for it in larger ones."""
        application(self.env).statuscode = INCOMPLETE
        message = translate(_("%(name)s could not be made: %(reason)s"))
        values = {"name": volume.path, "reason": str(error)}
        _logger.warning(message, values, location=volume.issues[-1].docname, type="newsletter", subtype="pdf-failed")
        if volume.extent is Extent.ISSUE:
            self.manuscripts[volume.issues[0].docname] = self._translate(
                volume.issues[0], self._stand_in(volume.issues[0])
            )

    def _stand_in(self, issue: Issue) -> nodes.document:
        """Return a page that sends readers of an *issue* that could not be set to the web."""
        document = new_document(issue.docname)
        url = self.urls.locate("", issue.docname)[1]
        link = nodes.reference("", url, refuri=url) if url else nodes.inline()
        document += nodes.paragraph(
            "", "", nodes.Text(translate(_("This issue could not be printed; it is on the web.")) + " "), link
        )
        return document

    @cached_property
    def _equipment(self) -> str:
        """A digest of all that every PDF depends on: programs, our own ones, theme, fonts."""
        digest = sha256(Compiler.version().encode())
        for path in [*sorted(FOLDER.rglob("*")), *sorted(FONTS.iterdir())]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(FOLDER.parent).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()


def _day(issue: Issue, language: str) -> str:
    """Return the day on which *issue* went out, where it was written."""
    day = translate(_("published on %(day)s")) % {"day": show_day(issue.published, language)}
    return day if issue.published_written else ""


def _number(issue: Issue) -> str:
    """Return the number of *issue*: that of its month, which no other issue can change; a special one has none."""
    period = issue.name.period
    number = translate(_("No. %(number)s")) % {"number": f"{period.month}/{period.year}"}
    return "" if issue.name.suffix else number
