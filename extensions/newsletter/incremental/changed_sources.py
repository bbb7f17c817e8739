# SPDX-License-Identifier: EUPL-1.2
"""Changes to sources that Sphinx does not see: parts of issues that come and go, older files put in place of newer."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from newsletter.environment.collect import source_files
from newsletter.environment.domain import newsletter_domain
from newsletter.environment.page import Page
from newsletter.environment.page_links import page_at


def changed_pages(
    _app: Sphinx, env: BuildEnvironment, added: set[str], _changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages whose files are not those that were read (``env-get-outdated``)."""
    read, here = newsletter_domain(env).pages, env.found_docs - removed
    found = [name for name, page in read.items() if name in here and page.files != source_files(env, name)]
    return found + _leading_to(env, added | removed, here)


def _leading_to(env: BuildEnvironment, others: set[str], here: set[str]) -> list[str]:
    """Return the pages of *here* that link to any of *others*: MyST reads a link by whether there is such a page."""
    if not others:
        return []
    pages = newsletter_domain(env).pages.items()
    return [docname for docname, page in pages if docname in here and not others.isdisjoint(_targets(docname, page))]


def _targets(docname: str, page: Page) -> Iterator[str]:
    for link in page.links:
        # What led to no page is an anchor to MyST, as it was written.
        yield link.docname or page_at(docname, link.anchor.partition("#")[0].removesuffix(".md"))
