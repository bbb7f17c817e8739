# SPDX-License-Identifier: EUPL-1.2
"""The search index, made while the rest of the build goes on: Pagefind is a program of its own."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from newsletter.domain import newsletter_domain
from newsletter.export.site import File
from newsletter.fingerprints import anything_new, words_changed
from newsletter.search.files import search_files
from newsletter.search.page_texts import page_texts
from newsletter.web.assets import is_page_builder
from newsletter.web.site import web_site


def begin_index(app: Sphinx, _env: BuildEnvironment) -> None:
    """Begin as soon as all is read (``env-updated``), where other words than before are to be searched."""
    if _may_begin(app) and words_changed(app):
        index(app)


def begin_index_after_all(app: Sphinx, _env: BuildEnvironment) -> None:
    """Begin, once pages were looked through, where all else beside them is published anew (``env-updated``)."""
    if _may_begin(app) and anything_new(app):
        index(app)


def _may_begin(app: Sphinx) -> bool:
    # A parallel build forks to write its pages, which a process with a second thread had better not: there the
    # index is begun when it is asked for.
    return is_page_builder(app) and app.config.newsletter_exports and app.parallel <= 1


def index(app: Sphinx) -> Future[list[File]]:
    """Return the files of the index, in the making or made; begun at the first call in a build."""
    return newsletter_domain(app.env).derived.once("search index", lambda: _begin(app))


def _begin(app: Sphinx) -> Future[list[File]]:
    site, texts = web_site(app), page_texts(app.env)
    beside = ThreadPoolExecutor(max_workers=1)
    made = beside.submit(lambda: list(search_files(site, texts)))
    beside.shutdown(wait=False)
    return made
