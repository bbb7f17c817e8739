# SPDX-License-Identifier: EUPL-1.2
"""Changes to sources that Sphinx does not see: parts of issues that come and go, older files put in place of newer."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from newsletter.domain import newsletter_domain
from newsletter.files import source_files


def changed_pages(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages whose files are not those that were read (``env-get-outdated``)."""
    read = newsletter_domain(env).files
    here = env.found_docs - removed
    return [docname for docname, files in read.items() if docname in here and files != source_files(env, docname)]
