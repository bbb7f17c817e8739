# SPDX-License-Identifier: EUPL-1.2
"""Sphinx's builders of pages, without the work that nothing on a page of ours has a use for."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from html import escape
from pathlib import PurePath
from typing import Any

from docutils import nodes
from sphinx.builders.dirhtml import DirectoryHTMLBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.locale import __
from sphinx.util.build_phase import BuildPhase
from sphinx.util.display import status_iterator
from sphinx.util.parallel import ParallelTasks


class _Body(str):
    """The HTML of a page, in one word where Sphinx logs with what it tells extensions of each page."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return how long it is: a register of a megabyte would be escaped letter by letter, for nobody."""
        return f"<{len(self)} characters>"


class PageBuilder(StandaloneHTMLBuilder):
    """Gives a template the text, the title and the metadata of a page.

    Sphinx also renders the titles of the neighbours and parents of each page, and its contents, every one as a
    document of its own, which took a twenty-fifth of a build. Here the neighbours are those of the archive, and the
    contents are taken from the finished page, groups of lists among them (:mod:`newsletter.web.contents`).
    """

    def init_templates(self) -> None:
        """Load the templates; none of them is looked at again for each page that asks for it."""
        super().init_templates()
        if isinstance(self.templates, BuiltinTemplateLoader):
            self.templates.environment.auto_reload = False

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Prepare; docutils need not look for the style sheets of a document of its own, for each page.

        Nor does it cut addresses of mailboxes into pieces to hide them from machines: they are the office's, in the
        open data too, and a screen reader would spell them.
        """
        super().prepare_writing(docnames)
        self.docsettings.stylesheet_path = None
        self.docsettings.cloak_email_addresses = False

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write pages; in a parallel build each process takes a share of them from their resolving to their file.

        Sphinx resolves all pages in one process and forks another for every ten that are to be written, which takes
        longer than to write ours one after the other. What a handler of ``doctree-resolved`` collects in the
        application therefore stays in the process that met the page; ours collect nothing.
        """
        if not self.parallel_ok:
            super().write_documents(docnames)
            return
        first, *others = sorted(docnames)
        self._write_share([first])  # what all pages have in common is made before processes part
        jobs = self._app.parallel
        own, *shares = (others[number::jobs] for number in range(jobs))
        tasks = ParallelTasks(jobs)
        message = __("writing output... ")
        try:
            for share in filter(None, shares):
                tasks.add_task(self._write_elsewhere, share, self._take_images)
            self._write_share(status_iterator(own, message, "darkgreen", len(own), self.config.verbosity))
            tasks.join()
        finally:
            # Where this process fails, nobody takes what the others have to tell, and they would wait for ever.
            tasks.terminate()

    def _write_elsewhere(self, docnames: list[str]) -> dict[str, str]:
        """Do as :meth:`_write_share` in another process, while that of the build is there."""
        return self._write_share(_awaited(docnames))

    def _write_share(self, docnames: Iterable[str]) -> dict[str, str]:
        """Write the pages *docnames*, and return the pictures of all pages that were written so far."""
        for docname in docnames:
            self.phase = BuildPhase.RESOLVING
            doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
            self.phase = BuildPhase.WRITING
            self.write_doc_serialized(docname, doctree)
            self.write_doc(docname, doctree)
        return self.images

    def _take_images(self, _docnames: list[str], images: dict[str, str]) -> None:
        """Take over the *images* that another process met, to be copied at the end."""
        self.images.update(images)

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """Return the context of the page *docname*: what Sphinx gives, but neither neighbours nor contents."""
        suffix = PurePath(self.env.doc2path(docname, base=False)).suffix
        copied = f"{docname}{suffix}"
        if suffix != self.config.html_sourcelink_suffix:
            copied += self.config.html_sourcelink_suffix
        return {
            "title": self._title(docname),
            "meta": self.env.metadata.get(docname),
            "body": _Body(body),
            "metatags": metatags,
            "sourcename": copied if self.config.html_copy_source else "",
            "page_source_suffix": suffix,
            "parents": [],
            "prev": None,
            "next": None,
            "toc": "",
            "display_toc": False,
        }

    def copy_theme_static_files(self, context: dict[str, Any]) -> None:
        """Copy nothing: what the theme and Sphinx bring is no asset of ours (:mod:`newsletter.web.assets`)."""

    def create_pygments_style_file(self) -> None:
        """Write no style sheet for code: pages have one of their own."""

    def copy_translation_js(self) -> None:
        """Copy nothing, as for the theme: no script of Sphinx's is there to be translated."""

    def _title(self, docname: str) -> str:
        title = self.env.longtitles.get(docname)
        if title is None:
            return ""
        if all(isinstance(child, nodes.Text) for child in title.children):
            return escape(title.astext())
        return self.render_partial(title)["title"]


def _awaited(docnames: Iterable[str]) -> Iterator[str]:
    """Yield *docnames* as long as the process that has forked this one is there.

    Where it was killed, the next build may be writing the same pages by now.
    """
    build = multiprocessing.parent_process()
    for docname in docnames:
        if build is not None and build.pid != os.getppid():
            os._exit(1)  # at once: there is nobody to tell
        yield docname


class PageInFolderBuilder(PageBuilder, DirectoryHTMLBuilder):
    """The same, with each page in a folder of its own."""
