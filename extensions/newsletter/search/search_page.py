# SPDX-License-Identifier: EUPL-1.2
"""Hold what the template of the search page is filled with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsletter.export.site import Site
from newsletter.model.diagnostics import _
from newsletter.search.entry import PageTexts
from newsletter.search.facets import (
    Facet,
    alphabetical,
    count_facets,
    page_values,
    record_values,
)

REGISTERS = "indexes/"
"""The pages that the search page offers where it finds nothing, or cannot run."""


_WORDS: Mapping[str, str] = {
    "query": _("Words to search for"),
    "help": _("Words are looked for in any form; a phrase in quotation marks as it is written."),
    "search": _("Search"),
    "filters": _("Filters"),
    "all": _("All"),
    "sort": _("Sort by"),
    "relevance": _("Relevance"),
    "date": _("Date, newest first"),
    "clear": _("Remove the filters"),
    "key": _("On every page the key “/” leads to the search"),
    "results": _("Results"),
    "registers": _("Registers"),
    "browse": _("You can also browse the registers:"),
    "noscript": _("The search needs JavaScript. Without it, the registers list everything that was published."),
}
_MESSAGES: Mapping[str, str] = {
    "one": _("One result"),
    "many": _("{count} results"),
    "none": _("No result."),
    "absent": _("Nothing that was published contains “{word}”."),
    "unfiltered": _("Without the filters: {count}."),
    "most": _("Nothing has all of these words together: this has most of them."),
    "phrase": _("Nothing that was published contains {word} as it is written: try without the quotation marks."),
    "similar": _("Did you mean “{word}”?"),
    "more": _("Show more results"),
    "searching": _("Searching…"),
    "failed": _("The search could not be started. The registers list everything that was published."),
}


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that the search page shows before anything is searched."""

    url: str
    """Site-relative, of the search page itself."""
    facets: tuple[Facet, ...]
    registers: tuple[tuple[str, str], ...]
    """Docname and title."""
    words: Mapping[str, str]
    """Interface strings that the template shows."""
    messages: Mapping[str, str]
    """Interface strings that the script shows."""


def search_context(site: Site, page_texts: PageTexts) -> dict[str, object]:
    """Return the context that ``search.html`` needs: its one name is ``search``."""
    issues = {issue.docname: issue.name.period.year for issue in site.archive.issues}
    values = [
        *(record_values(record) for record in site.archive.records),
        *(page_values(issues.get(docname)) for docname in page_texts),
    ]
    registers = [(name, title) for name, (title, _text) in page_texts.items() if name.startswith(REGISTERS)]
    return {
        "search": SearchPage(
            url=site.page_of("search"),
            facets=count_facets(site, values),
            registers=tuple(sorted(registers, key=lambda register: alphabetical(register[1]))),
            words={name: site.translate(text) for name, text in _WORDS.items()},
            messages={name: site.translate(text) for name, text in _MESSAGES.items()},
        )
    }
