# SPDX-License-Identifier: EUPL-1.2
"""The builder ``newsletter-epub``: the archive as one EPUB 3 file, made by Sphinx's builder of books."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docutils import nodes
from sphinx.builders.epub3 import Epub3Builder
from sphinx.environment.adapters.toctree import document_toc
from sphinx.errors import NoUri
from sphinx.util.fileutil import copy_asset_file
from sphinx.util.osutil import relative_uri
from sphinx_design.tabs import sd_tab_input, sd_tab_label

from newsletter.archive.selection import GroupBy
from newsletter.environment.archive_index import ArchiveIndex
from newsletter.environment.config import publication
from newsletter.environment.domain import application, newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.published_images import picture_store
from newsletter.environment.volumes import book_name, pdf_folder
from newsletter.environment.web_site import web_site
from newsletter.epub import THEME
from newsletter.epub.cover import COVER_PAGE, COVER_PICTURE, book_cover, period
from newsletter.epub.metadata import accessibility, details, identifier, modified
from newsletter.epub.translator import BookTranslator
from newsletter.export.site import File
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import _
from newsletter.pictures.book_cover import kept_cover
from newsletter.pictures.formats import MEDIA_TYPES
from newsletter.publish.file_writer import remove_others, write_files
from newsletter.source.languages import runs_right_to_left

_PACKAGE = Path(__file__).with_name("package")
_INDEXES = (GroupBy.COUNTRY, GroupBy.PERSON, GroupBy.ORGANISATION, GroupBy.TOPIC)
"""The registers at its end, where each is a page of the site."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of all that is in the file: of the same pages the same book is made (ZIP knows none before)."""


class BookBuilder(Epub3Builder):
    """Writes issues, oldest first, and the registers that they link, with a cover; all else is linked on the web."""

    name = "newsletter-epub"
    epilog = "The e-book is in %(outdir)s."
    default_translator_class = BookTranslator
    # What is shown of each is a JPEG, PNG or SVG file that we have made.
    supported_image_types: ClassVar[list[str]] = list(MEDIA_TYPES)

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """Return our theme, whichever the site has."""
        return THEME, {}

    @property
    def archive(self) -> Archive:
        """All that is published."""
        return newsletter_domain(self.env).archive

    @property
    def pages(self) -> Mapping[str, str]:
        """The docnames of the book's pages in their order, with the titles of issues."""
        return _pages(newsletter_domain(self.env).index)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return the way to a page of the book, or the URL that another has on the web.

        :raises NoUri: it is not in the book, and the site has no URL.
        """
        if to in self.pages:
            return relative_uri(self.get_target_uri(from_), self.get_target_uri(to, typ))
        if base := publication(self.config).base_url:
            suffix = self.config.html_link_suffix or self.config.html_file_suffix or ".html"
            return f"{base}{quote(to)}{suffix}"
        raise NoUri(to, typ)

    def init(self) -> None:
        """Make no index of terms: the registers are the book's indexes."""
        super().init()
        self.use_index = False

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Forget which pages stand before and after each on the site: a page of the book leads to none of them."""
        super().prepare_writing(docnames)
        self.relations = {}

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write those of *docnames* that are pages of the book."""
        if wanted := docnames & self.pages.keys():
            super().write_documents(wanted)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a page without the masthead: the cover says once what it would say over each issue.

        Icons go as well, which others draw as ``svg`` in HTML: XHTML wants it in a namespace of its own. Tabs stand
        one below the other, since nothing in a book can be switched.
        """
        for each in list(doctree.findall(_is_left_out)):
            each.parent.remove(each)
        for tabs in [each for each in doctree.findall(nodes.container) if "sd-tab-set" in each["classes"]]:
            shown = [each for each in tabs if not isinstance(each, sd_tab_input)]
            tabs[:] = [nodes.rubric("", "", *each) if isinstance(each, sd_tab_label) else each for each in shown]
        super().write_doc(docname, doctree)

    def add_visible_links(self, tree: nodes.document, show_urls: str = "no") -> None:
        """Leave links as they are: readers of books follow them."""

    def copy_static_files(self) -> None:
        """Write the style of the book alone, and none of the files of the site."""
        self._static_dir.mkdir(parents=True, exist_ok=True)
        self.copy_theme_static_files({})

    def copy_extra_files(self) -> None:
        """Copy nothing that is beside the pages of the site."""

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "book.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        """Write a page in the frame of the book, which no template of the site replaces."""
        addctx["direction"] = self._direction
        template = "book.html" if templatename == "page.html" else templatename
        super().handle_page(pagename, addctx, template, outfilename=outfilename, event_arg=event_arg)

    @property
    def _direction(self) -> str:
        return "rtl" if runs_right_to_left(self.config.language) else "ltr"

    def gen_additional_pages(self) -> None:
        """Write the cover, and none of the further pages of the site."""
        cover = book_cover(application(self.env))
        list(write_files(Path(self.outdir), [File(COVER_PICTURE, kept_cover(picture_store(self.env), cover))]))
        alt = ". ".join(filter(None, (cover.title, cover.description, cover.publisher, cover.period)))
        body = self.templates.render("cover.html", {"picture": COVER_PICTURE, "alt": alt})
        self.handle_page(COVER_PAGE, {"title": translate(_("Cover")), "body": body})

    def get_toc(self) -> None:
        """Note the contents: cover, issues with their sections and records, registers."""
        self.refnodes = [_entry(1, f"{COVER_PAGE}{self.out_suffix}", translate(_("Cover")))]
        for docname, issue in self.pages.items():
            title = issue[:1].upper() + issue[1:] or self.env.titles[docname].astext()
            self.refnodes.append(_entry(1, self.get_target_uri(docname), title))
            if issue:
                self.refnodes.extend(self._sections(docname))

    def _sections(self, docname: str) -> Iterator[dict[str, Any]]:
        """Yield the entries of the sections of an issue, and of the records in them."""
        toc = document_toc(self.env, docname, self.tags)
        for link in toc.findall(nodes.reference):
            if link.get("anchorname"):
                level = _depth(link, toc)
                yield _entry(level, self.get_target_uri(docname) + link["anchorname"], link.astext())

    def handle_finish(self) -> None:
        """Leave what this book consists of in its folder, and make the file of it."""
        self._remove_others()
        self.get_toc()
        self.build_mimetype()
        self.build_container()
        self.build_content()
        self.build_navigation_doc()
        self.build_epub()

    def _remove_others(self) -> None:
        """Remove pages and pictures of former builds: all that lies in the folder becomes part of the book."""
        kept = {name for docnames, name in self.env.images.values() if not self.pages.keys().isdisjoint(docnames)}
        pages = {f"{name}{self.out_suffix}" for name in self.pages}
        files = {f"{self.imagedir}/{name}" for name in kept} | pages | {"_static/book.css"}
        remove_others(Path(self.outdir), {path.name for path in Path(self.outdir).iterdir() if path.is_dir()}, files)
        for page in set(Path(self.outdir).glob(f"*{self.out_suffix}")):
            if page.name not in {f"{COVER_PAGE}{self.out_suffix}", *pages}:
                page.unlink()

    def build_content(self) -> None:
        """Write the package document by our template, of all that readers need."""
        # For what comes from here on: the files before are as Sphinx has them.
        self.template_dir = _PACKAGE  # type: ignore[assignment]
        # Both are read here alone, after the settings of this run were kept for the next.
        self.config.epub_basename = publication(self.config).slug
        self.config.epub_exclude_files = [path.name for path in Path(self.outdir).glob(".*")]
        super().build_content()

    def content_metadata(self) -> dict[str, Any]:
        """Return the metadata for the package document, escaped."""
        site = web_site(application(self.env))
        found = super().content_metadata()
        texts = {
            "id": identifier(site),
            "title": site.publication.title,
            "author": site.publication.publisher or site.publication.title,
            "modified": modified(site),
        }
        pairs = {
            "details": details(site, period(self.archive, self.config.language)),
            "accessibility": accessibility(newsletter_domain(self.env)),
        }
        found |= {name: html.escape(text) for name, text in texts.items()}
        found |= {name: [(key, html.escape(value)) for key, value in each] for name, each in pairs.items()}
        return {**found, "direction": self._direction, "cover": self.make_id(COVER_PICTURE)}

    def build_navigation_doc(self) -> None:
        """Write the contents as readers show them, with the landmarks (EPUB 3.3, section 7)."""
        context = {
            "lang": html.escape(self.config.language),
            "direction": self._direction,
            "contents": html.escape(translate(_("Contents"))),
            "landmarks": html.escape(translate(_("Parts of the book"))),
            "navlist": self.build_navlist(self.refnodes),
        }
        copy_asset_file(self.template_dir / "nav.xhtml.jinja", self.outdir, context=context, force=True)
        self.files.append("nav.xhtml")

    def build_epub(self) -> None:
        """Write the file, and put it beside the PDFs where the project says where these are."""
        outdir, name = Path(self.outdir), book_name(self.config)
        made = outdir / name
        with ZipFile(made, "w") as book:
            for path in ("mimetype", "META-INF/container.xml", "content.opf", *self.files):
                kind = ZIP_STORED if path == "mimetype" else ZIP_DEFLATED
                entry = ZipInfo(path, _ZIP_TIME)
                entry.external_attr = 0o644 << 16
                book.writestr(entry, (outdir / path).read_bytes(), kind)
        if self.config.newsletter_pdf_dir:
            list(write_files(pdf_folder(application(self.env)), [File(name, made.read_bytes())]))


@lru_cache(maxsize=1)
def _pages(index: ArchiveIndex) -> Mapping[str, str]:
    registers = (index.registers[by] for by in _INDEXES if by in index.registers)
    return {**index.issue_titles, **dict.fromkeys(registers, "")}


def _is_left_out(node: nodes.Node) -> bool:
    if isinstance(node, nodes.raw):
        return node.astext().startswith("<svg")
    return isinstance(node, nodes.container) and "masthead" in node["classes"]


def _entry(level: int, uri: str, text: str) -> dict[str, Any]:
    """Return a line of the contents as Sphinx has them."""
    return {"level": level, "refuri": html.escape(uri), "text": html.escape(text)}


def _depth(link: nodes.reference, toc: nodes.Node) -> int:
    """Return how deep in lists *link* stands in *toc*."""
    level, parent = 0, link.parent
    while parent is not None and parent is not toc:
        level += isinstance(parent, nodes.bullet_list)
        parent = parent.parent
    return level + isinstance(toc, nodes.bullet_list)
