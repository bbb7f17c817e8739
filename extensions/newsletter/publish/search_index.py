# SPDX-License-Identifier: EUPL-1.2
"""When the search index is made: beside the rest of a build, for Pagefind is a program of its own."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.page_builders import is_page_builder
from newsletter.environment.web_site import web_site
from newsletter.export.site import File
from newsletter.incremental.fingerprints import anything_new, words_changed
from newsletter.search.conversation import PagefindError
from newsletter.search.entries import search_entries
from newsletter.search.page_texts import page_texts
from newsletter.search.pagefind import Indexing

_KEY = "search index"


class SearchError(SphinxError):
    """The search index could not be made; nothing of ours is broken, so that Sphinx need not ask for a report."""

    category = "Pagefind"


def begin_index(app: Sphinx, _env: BuildEnvironment) -> None:
    """Begin as soon as all is read (``env-updated``), where other words than before are to be searched."""
    if _is_wanted(app) and words_changed(app):
        _index(app)


def begin_index_after_all(app: Sphinx, _env: BuildEnvironment) -> None:
    """Begin, once pages were looked through, where all else beside them is published anew (``env-updated``)."""
    if _is_wanted(app) and anything_new(app):
        _index(app)


def index_files(app: Sphinx) -> list[File]:
    """Return the files of the index, once they are made; begun now, if they are not in the making.

    :raises SearchError: where Pagefind is missing, complains, ends or takes too long.
    """
    try:
        return _index(app).files()
    except PagefindError as error:
        raise SearchError(str(error)) from error


def give_up_index(app: Sphinx, exception: Exception | None) -> None:
    """End what makes the index of a build that failed (``build-finished``)."""
    if exception is not None:
        begun = newsletter_domain(app.env).derived.found(_KEY)
        if isinstance(begun, Indexing):
            begun.give_up()


def _is_wanted(app: Sphinx) -> bool:
    return is_page_builder(app) and bool(app.config.newsletter_exports)


def _index(app: Sphinx) -> Indexing:
    return newsletter_domain(app.env).derived.once(_KEY, lambda: _begun(app))


def _begun(app: Sphinx) -> Indexing:
    site = web_site(app)
    try:
        return Indexing(search_entries(site, page_texts(app.env)), site.publication.language)
    except PagefindError as error:
        raise SearchError(str(error)) from error
