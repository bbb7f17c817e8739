# SPDX-License-Identifier: EUPL-1.2
"""The own texts of all pages of a build."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from newsletter.environment.domain import newsletter_domain


def page_texts(env: BuildEnvironment) -> dict[str, tuple[str, str]]:
    """Return title and own text of each page, by docname: what stands outside its records.

    Pages with Sphinx's ``nosearch`` in their front matter are left out: a guide for writers answers no reader.
    """
    pages, shown = newsletter_domain(env).pages, env.config.newsletter_names.withheld.mask
    return {
        docname: (shown(page.title), shown(page.text))
        for docname, page in sorted(pages.items())
        if "nosearch" not in env.metadata.get(docname, {})
    }
