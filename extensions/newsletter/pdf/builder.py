# SPDX-License-Identifier: EUPL-1.2
"""The builder ``newsletter-pdf``: issues to fragments, fragments to volumes, volumes to PDF."""

from __future__ import annotations

import shutil
from collections.abc import Set as AbstractSet
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.locale import admonitionlabels
from sphinx.util import logging
from sphinx.util.display import status_iterator

from newsletter.environment.config import publication
from newsletter.environment.digest import Digester
from newsletter.environment.domain import application, newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.incremental.output_state import stale_pages
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import _
from newsletter.model.issue import Issue
from newsletter.model.publication import Publication
from newsletter.pdf.complaints import complain
from newsletter.pdf.glyphs import Typeface
from newsletter.pdf.manuscripts import Manuscript, ManuscriptStore
from newsletter.pdf.pictures import PictureStore
from newsletter.pdf.press import FOLDER, FONTS, THEME, Press, PressError
from newsletter.pdf.printer import Printer
from newsletter.pdf.shelf import Shelf
from newsletter.pdf.translate import Addresses, Fragment, translate_document
from newsletter.pdf.volume import Extent, Volume, volumes

_logger = logging.getLogger(__name__)

_RECORDS_WITH_CONTENTS = 6
"""Records from which on an issue starts with its contents."""


class PdfError(SphinxError):
    """Some volumes could not be set; the others are in their place."""

    category = "PDF"


class PdfBuilder(Builder):
    """Writes the whole archive, a volume a year and each issue as accessible PDFs, with a manifest of them."""

    name = "newsletter-pdf"
    format = "pdf"
    epilog = "The PDFs are in %(outdir)s."
    allow_parallel = False
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/webp",
        "image/gif",
        "image/tiff",
        "image/bmp",
        "image/avif",
    ]
    # Neither is fetched nor unpacked: a picture that is not among the sources is complained about instead.
    supported_remote_images = True
    supported_data_uri_images = True

    def init(self) -> None:
        """Make the folder in which Typst finds all that it may read."""
        self.manuscripts: dict[str, Manuscript] = {}
        """All issues, by docname."""
        self.translated: set[str] = set()
        """Those among them that this build has made."""

    @cached_property
    def press(self) -> Press:
        """Typst."""
        return Press(Path(self.doctreedir) / "newsletter-pdf", self.typeface.printable(translate(_("of")))[0])

    @cached_property
    def typeface(self) -> Typeface:
        """Our fonts."""
        return Typeface(tuple(sorted(FONTS.glob("*.ttf"))))

    @property
    def publication(self) -> Publication:
        """Who publishes what."""
        return publication(self.config)

    @property
    def archive(self) -> Archive:
        """What is published."""
        return newsletter_domain(self.env).archive

    @cached_property
    def addresses(self) -> Addresses:
        """Where pages are on the web."""
        suffix = self.config.html_link_suffix or self.config.html_file_suffix or ".html"
        return Addresses(self.publication.base_url, suffix)

    def get_outdated_docs(self) -> str:
        """Return that all issues are looked at: what they show may follow from any other page."""
        return translate(_("all issues"))

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 - Sphinx's signature
        """Return the address of a page from the root of the site."""
        return self.addresses.page(docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:  # noqa: ARG002 - the same
        """Return the same: within a volume an address has no folder to be relative to."""
        return self.get_target_uri(to, typ)

    def copy_assets(self) -> None:
        """Put the theme where Typst may read it."""
        theme = self.press.root / "theme"
        theme.mkdir(parents=True, exist_ok=True)
        for source in sorted(THEME.glob("*.typ")):
            shutil.copyfile(source, theme / source.name)

    def write_documents(self, docnames: AbstractSet[str]) -> None:  # noqa: ARG002 - see get_outdated_docs
        """Translate every issue that would look different, or is not kept."""
        store = self._store()
        stale = frozenset(stale_pages(application(self.env)))
        issues = status_iterator(
            self.archive.issues,
            translate(_("setting issues... ")),
            "darkgreen",
            len(self.archive.issues),
            self.config.verbosity,
            stringify_func=lambda issue: str(issue.name),
        )
        with logging.pending_warnings():
            for issue in issues:
                kept = None if issue.docname in stale else store.load(issue.docname)
                self.manuscripts[issue.docname] = kept or self._translate(issue, store)

    def _store(self) -> ManuscriptStore:
        env = self.env
        depends = [self.publication, self.addresses, sorted(env.found_docs), self._equipment]
        titles = sorted((docname, title.astext()) for docname, title in env.titles.items())
        anchors = sorted((docname, repr(values.get("myst_slugs"))) for docname, values in env.metadata.items())
        labels = sorted(env.domains.standard_domain.labels.items())
        digester = Digester()
        return ManuscriptStore(self.press.root, digester.of(*depends), digester.of(titles, anchors, labels))

    def _translate(self, issue: Issue, store: ManuscriptStore) -> Manuscript:
        doctree = self.env.get_and_resolve_doctree(issue.docname, self, tags=self.tags)
        fragment = Fragment(
            docname=issue.docname,
            source_dir=Path(self.srcdir),
            typeface=self.typeface,
            pictures=PictureStore(self.press.root, self.press.accepts_picture),
            addresses=self.addresses,
            complain=complain,
            translate=translate,
            admonition_titles={kind: str(title) for kind, title in admonitionlabels.items()},
            other_issues={other.docname for other in self.archive.issues} - {issue.docname},
        )
        long = len(self.archive.by_issue.get(str(issue.name), ())) >= _RECORDS_WITH_CONTENTS
        contents = translate(_("Contents")) if long else ""
        self.translated.add(issue.docname)
        code = translate_document(fragment, doctree, issue.title[:1].upper() + issue.title[1:], contents)
        return store.save(fragment, code)

    def finish(self) -> None:
        """Print every volume whose input has changed, drop those of issues that are gone, write the manifest.

        Issues that look different go first: it is them that somebody waits for.

        :raises PdfError: naming the volumes that could not be printed, after all others were.
        """
        wanted = sorted(volumes(self.archive, self.publication.slug), key=self._turn)
        shelf = Shelf(Path(self.outdir), self.press.root / "shelf")
        equipment = (self.press, shelf, self.publication, self.typeface, self.manuscripts)
        printer = Printer(*equipment, self._equipment, Digester())
        progress = status_iterator(
            wanted,
            translate(_("printing PDFs... ")),
            "purple",
            len(wanted),
            self.config.verbosity,
            stringify_func=lambda volume: volume.path,
        )
        failed = [volume.path for volume in progress if not self._print(volume, printer)]
        shelf.keep_only([volume.path for volume in wanted])
        shelf.write_manifest()
        if failed:
            raise PdfError(translate(_("These PDFs could not be made: %(names)s.")) % {"names": ", ".join(failed)})

    def _turn(self, volume: Volume) -> tuple[bool, bool]:
        """Return what sorts volumes behind the issues that they hold, and these by whether they look different."""
        return volume.extent is not Extent.ISSUE, volume.issues[0].docname not in self.translated

    def _print(self, volume: Volume, printer: Printer) -> bool:
        try:
            printer.print(volume)
        except PressError as error:
            printer.shelf.drop(volume.path)
            message = translate(_("%(name)s could not be made: %(reason)s"))
            values = {"name": volume.path, "reason": str(error)}
            _logger.warning(
                message, values, location=volume.issues[-1].docname, type="newsletter", subtype="pdf-failed"
            )
            return False
        return True

    @cached_property
    def _equipment(self) -> str:
        """A digest of all that every PDF depends on: programs, our own ones, theme, fonts, words."""
        digest = sha256(f"{Press.version()} {self.press.of}".encode())
        for path in sorted(FOLDER.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(FOLDER).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()
