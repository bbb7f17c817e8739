# SPDX-License-Identifier: EUPL-1.2
"""The JSON-LD blocks of a page."""

from __future__ import annotations

from collections.abc import Iterator

from newsletter.export.site import Site
from newsletter.export.structured import (
    DATA_PAGES,
    data_json_ld,
    event_json_ld,
    issue_json_ld,
    json_ld_text,
    site_json_ld,
)
from newsletter.model.issue import Issue


def page_json_ld(site: Site, docname: str, issue: Issue | None, *, home: bool) -> Iterator[str]:
    """Yield what the page *docname*, of *issue*, the home page or that of the data, says of itself to machines."""
    if home:
        yield json_ld_text(site_json_ld(site))
    if docname in DATA_PAGES:
        yield json_ld_text(data_json_ld(site, docname))
    if issue is None:
        return
    yield json_ld_text(issue_json_ld(site, issue))
    for record in site.archive.by_issue[str(issue.name)]:
        if record.docname == issue.docname and (event := event_json_ld(site, record)) is not None:
            yield json_ld_text(event)
