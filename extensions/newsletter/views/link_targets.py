# SPDX-License-Identifier: EUPL-1.2
"""Resolve the links of a page to others: their titles, and whether there is such a page or place."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.page import Link


def linked(env: BuildEnvironment, link: Link) -> tuple[object, ...]:
    """Return all that a page can show of what *link* leads to, and where it leads."""
    title = env.titles.get(link.docname)
    slugs = env.metadata.get(link.docname, {}).get("myst_slugs", {})
    std, name = env.domaindata["std"], link.anchor.lower()
    labels = [store.get(key) for store in (std["labels"], std["anonlabels"]) for key in (name, link.anchor)]
    domain = newsletter_domain(env)
    record = domain.index.record_told(link.anchor)
    page = domain.pages.get(link.docname)
    return (
        title.astext() if title is not None else None,
        slugs.get(link.anchor),
        [tuple(map(str, label)) if label else None for label in labels],
        (record.docname, record.title) if record else None,
        any(telling.id == link.anchor for telling in (page.tellings if page else ())),
        link.anchor in domain.index.group_anchors.get(link.docname, ()),
    )
